# Usage: ofac_enhanced_xml.py FILE: counts in OFAC's ENHANCED_XML: an element a name or fact
import sys
import xml.etree.ElementTree as ET
from collections import Counter

from tally import tell

counts = Counter()
types = Counter()
weak = 0
for _, node in ET.iterparse(sys.argv[1]):
    tag = node.tag.split('}')[-1]
    counts[tag] += 1
    weak += tag == 'isLowQuality' and node.text == 'true'
    if tag in ('feature', 'identityDocument'):
        types[next(child.text for child in node if child.tag.endswith('type'))] += 1
tell(counts['entity'], counts['formattedFullName'], weak, {
    'birth-date': types['Birthdate'], 'passport': types['Passport'], 'gender': types['Gender'],
    'nationality': types['Nationality Country'], 'acting-for': counts['relationship'], 'list': counts['sanctionsList']})
