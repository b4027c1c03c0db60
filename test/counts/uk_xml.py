# Usage: uk_xml.py FILE: counts in the UK Sanctions List's XML
import sys
import xml.etree.ElementTree as ET
from collections import Counter

from tally import tell

FACTS = {'birth-date': 'DOB', 'nationality': 'Nationality', 'passport': 'PassportNumber', 'imo': 'IMONumber'}
elements = Counter()
weak = 0
for _, node in ET.iterparse(sys.argv[1]):
    tag = node.tag.split('}')[-1]
    elements[tag] += 1
    weak += tag == 'AliasStrength' and (node.text or '').startswith('Low')
tell(elements['Designation'], elements['NameType'] + elements['NameNonLatinScript'], weak,
     {kind: elements[tag] for kind, tag in FACTS.items()})
