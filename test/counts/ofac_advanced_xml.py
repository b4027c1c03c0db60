# Usage: ofac_advanced_xml.py SDN_ADVANCED.XML: counts in OFAC's advanced XML, in which numbers stand for kinds
import sys
import xml.etree.ElementTree as ET
from collections import Counter

from tally import tell

FEATURES = {'Birthdate': 'birth-date', 'Nationality Country': 'nationality', 'Location': 'address'}
counts = Counter()
types = {}
facts = Counter(dict.fromkeys([*FEATURES.values(), 'passport', 'acting-for', 'legal-basis'], 0))
root = ET.parse(sys.argv[1]).getroot()
for node in root.iter():
    tag = node.tag.split('}')[-1]
    counts[tag] += 1
    counts['weak'] += tag == 'Alias' and node.get('LowQuality') == 'true'
    if tag in ('FeatureType', 'IDRegDocType'):
        types[tag, node.get('ID')] = node.text
for node in root.iter():
    tag = node.tag.split('}')[-1]
    if tag == 'Feature':
        facts.update(filter(None, [FEATURES.get(types['FeatureType', node.get('FeatureTypeID')])]))
    if tag == 'IDRegDocument' and types['IDRegDocType', node.get('IDRegDocTypeID')] == 'Passport':
        facts['passport'] += 1
    facts['acting-for'] += node.get('RelationTypeID') == '15002'
    facts['legal-basis'] += tag == 'EntryEvent'
tell(counts['DistinctParty'], counts['DocumentedName'], counts['weak'], facts)
