# Usage: eu_xml.py FILE: counts in the European Union's XML; a date, country or passport told twice of an entry is one
import sys
import xml.etree.ElementTree as ET
from collections import Counter

from tally import tell

names = weak = entries = 0
facts = Counter(dict.fromkeys(['birth-date', 'address', 'passport', 'nationality', 'reference'], 0))
for _, entry in ET.iterparse(sys.argv[1]):
    if entry.tag.split('}')[-1] != 'sanctionEntity':
        continue
    entries += 1
    seen = set()
    facts['reference'] += bool(entry.get('euReferenceNumber'))
    for node in entry:
        tag = node.tag.split('}')[-1]
        if tag == 'nameAlias':
            names += bool(node.get('wholeName'))
            weak += node.get('strong') == 'false'
        elif tag == 'birthdate':
            seen.add(('birth-date', node.get('birthdate') or node.get('year')))
        elif tag == 'citizenship' and node.get('countryDescription') != 'UNKNOWN':
            seen.add(('nationality', node.get('countryDescription')))
        elif tag == 'identification' and node.get('identificationTypeCode') == 'passport':
            seen.add(('passport', node.get('number')))
        elif tag == 'address':
            facts['address'] += any(node.get(a) for a in ('street', 'city', 'place'))
    facts.update(kind for kind, value in seen if value)
tell(entries, names, weak, facts)
