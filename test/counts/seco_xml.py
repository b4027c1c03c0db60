# Usage: seco_xml.py FILE: counts in Switzerland's XML, without targets whose last modification took them off the list
import sys
import xml.etree.ElementTree as ET
from collections import Counter

from tally import tell

entries = names = weak = 0
facts = Counter()
for target in ET.parse(sys.argv[1]).getroot().iter('target'):
    changes = sorted((m.get('publication-date'), m.get('modification-type')) for m in target.iter('modification'))
    if changes and changes[-1][1] == 'de-listed':
        continue
    entries += 1
    for name in target.iter('name'):
        languages = {v.get('lang') for v in name.iter('spelling-variant')}
        names += 1 + len(languages)
        weak += name.get('quality') == 'low'
    person = target.find('individual') is not None
    facts['birth-date'] += len(list(target.iter('day-month-year'))) if person else 0
    facts['passport'] += sum(d.get('document-type') == 'passport' for d in target.iter('identification-document'))
    facts['nationality'] += len(list(target.iter('nationality')))
    facts['imo'] += sum('IMO' in (o.text or '') for o in target.iter('other-information'))
tell(entries, names, weak, facts)
