# Usage: eu_csv.py FILE [ENCODING]: counts in the European Union's CSV; rows of one entry repeat
import csv
import sys
from collections import Counter

from tally import known, tell

with open(sys.argv[1], encoding=sys.argv[2] if len(sys.argv) > 2 else 'utf-8-sig', newline='') as file:
    rows = list(csv.reader(file, delimiter=';'))
column = {}
for place, title in enumerate(rows[0]):
    column.setdefault(title.lower(), place)


def field(row, *titles):
    place = next((column[t.lower()] for t in titles if t.lower() in column), None)
    return row[place].strip() if place is not None and place < len(row) else ''


names, entries, seen = 0, set(), set()
for row in rows[1:]:
    uid = field(row, 'Entity_LogicalId', 'Entity_logical_id')
    entries.add(uid)
    names += sum(bool(n.strip()) for n in field(row, 'NameAlias_WholeName', 'Naal_wholename').split(';'))
    seen.add(('birth-date', uid, field(row, 'BirthDate_BirthDate', 'Birt_date') or field(row, 'BirthDate_Year')))
    seen.add(('nationality', uid, field(row, 'Citizenship_CountryDescription', 'Citi_country')))
facts = Counter(kind for kind, _, value in seen if known(value))
tell(len(entries), names, 0, {'birth-date': 0, 'nationality': 0} | facts | {'reference': len(entries)})
