# Usage: sema_xml.py FILE: counts in Canada's XML, whose aliases stand between commas and semicolons
import re
import sys
import xml.etree.ElementTree as ET
from collections import Counter

from tally import tell

names = 0
facts = Counter()
records = list(ET.parse(sys.argv[1]).getroot().iter('record'))
for record in records:
    names += 1 + len([a for a in re.split('[,;]', record.findtext('Aliases') or '') if a.strip()])
    person = record.find('EntityOrShip') is None and record.find('ShipIMONumber') is None
    facts['birth-date'] += person and record.find('DateOfBirthOrShipBuildDate') is not None
    facts['imo'] += record.find('ShipIMONumber') is not None
tell(len(records), names, 0, facts)
