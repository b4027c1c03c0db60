# Usage: opensanctions_csv.py FILE: counts in OpenSanctions' targets.simple.csv, whose fields hold several values
import csv
import sys

from tally import tell

with open(sys.argv[1], encoding='utf-8-sig', newline='') as file:
    rows = list(csv.DictReader(file))


def values(column):
    return sum(len(next(csv.reader([row[column]], delimiter=';'))) for row in rows if row.get(column))


def ships():
    """Numbers of ships: seven figures whose last one checks the others."""
    count = 0
    for row in rows:
        for value in next(csv.reader([row['identifiers']], delimiter=';')) if row.get('identifiers') else []:
            figures = [int(c) for c in value.removeprefix('IMO').strip() if c.isdigit()]
            check = len(figures) == 7 and sum(f * (7 - i) for i, f in enumerate(figures[:6])) % 10 == figures[6]
            count += check and (value.startswith('IMO') or row['schema'] == 'Vessel')
    return count


facts = {'birth-date': 'birth_date', 'address': 'addresses', 'other-id': 'identifiers', 'country': 'countries'}
tell(len(rows), len(rows) + values('aliases'), 0, {kind: values(column) for kind, column in facts.items()} | {
    'other-id': values('identifiers') - ships(), 'imo': ships()})
