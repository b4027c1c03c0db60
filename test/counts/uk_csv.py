# Usage: uk_csv.py FILE: counts in the UK's CSV files, the Sanctions List's and OFSI's: rows repeat, items are numbered
import csv
import re
import sys
from collections import Counter

from tally import tell

with open(sys.argv[1], encoding='utf-8-sig', newline='') as file:
    rows = list(csv.reader(file))
if re.match('Report Date|Last Updated', rows[0][0]):
    rows.pop(0)
column = {}
for place, title in enumerate(rows.pop(0)):
    column.setdefault(title.lower(), place)


def field(row, *titles):
    place = next((column[t.lower()] for t in titles if t.lower() in column), None)
    return row[place].strip() if place is not None and place < len(row) else ''


def items(text):
    parts = re.split(r'\(\d+\)', text) if text.startswith('(1)') else [text]
    return {re.sub(r'^\s+|[\s.,;]+$', '', p) if len(parts) > 1 else p for p in parts} - {'', '-'}


entries, names, weak, facts = set(), set(), {}, set()
for row in rows:
    if not any(row):
        continue
    uid = field(row, 'Unique ID', 'Group ID')
    name = ' '.join(filter(None, (field(row, f'Name {i}') for i in range(1, 7))))
    key = uid, field(row, 'Name type', 'Alias Type').lower() == 'fka', name
    entries.add(uid)
    names.add(key)
    names.add((uid, 'original', field(row, 'Name non-latin script')))
    weak[key] = weak.get(key, True) and field(row, 'Alias strength', 'Alias Quality').lower().startswith('low')
    for kind, titles in {'birth-date': ('D.O.B', 'DOB'), 'nationality': ('Nationality(/ies)', 'Nationality')}.items():
        facts |= {(kind, uid, item) for item in items(field(row, *titles))}
single = {item for kind, _, item in facts if kind == 'nationality' and not re.search('[,./;]', item)}
for kind, uid, item in list(facts):
    parts = [p.strip() for p in re.split('[,./;]', item)]
    if kind == 'nationality' and len(parts) > 1 and set(parts) & single and not re.search('North|South|Republic', item):
        facts = facts - {(kind, uid, item)} | {(kind, uid, part) for part in parts}
tell(len(entries), sum(bool(name) for _, _, name in names), sum(weak.values()),
     {'birth-date': 0, 'nationality': 0} | Counter(kind for kind, _, _ in facts))
