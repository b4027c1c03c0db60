# Usage: ofac_xml.py SDN.XML: counts in OFAC's XML: an element a fact, and links in the remarks
import sys
import xml.etree.ElementTree as ET
from collections import Counter

from tally import tell

elements = Counter()
ids = Counter()
weak = links = empty = 0
for _, node in ET.iterparse(sys.argv[1]):
    tag = node.tag.split('}')[-1]
    elements[tag] += 1
    if tag == 'idType':
        ids[node.text] += 1
    if tag == 'address':
        empty += all(child.tag.endswith('uid') or not (child.text or '').strip() for child in node)
    weak += tag == 'category' and node.text == 'weak'
    links += (node.text or '').count('Linked To: ') if tag == 'remarks' else 0
facts = {'address': elements['address'] - empty, 'nationality': elements['nationality'], 'birth-date': elements['dateOfBirth'],
         'birth-place': elements['placeOfBirth'], 'linked-to': links}
vessel = ('callSign', 'vesselType', 'vesselFlag', 'vesselOwner', 'tonnage', 'grossRegisteredTonnage')
facts['*'] = sum(facts.values()) + elements['idNumber'] + elements['citizenship'] + sum(elements[v] for v in vessel)
tell(elements['sdnEntry'], elements['sdnEntry'] + elements['aka'], weak,
     facts | {'passport': ids['Passport'], 'gender': ids['Gender']})
