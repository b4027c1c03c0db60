# Usage: opensanctions_csv.py FILE: counts in OpenSanctions' targets.simple.csv, whose fields hold several values
import csv
import sys

from tally import tell

with open(sys.argv[1], encoding='utf-8-sig', newline='') as file:
    rows = list(csv.DictReader(file))


def values(column):
    return sum(len(next(csv.reader([row[column]], delimiter=';'))) for row in rows if row.get(column))


facts = {'birth-date': 'birth_date', 'address': 'addresses', 'other-id': 'identifiers', 'country': 'countries'}
tell(len(rows), len(rows) + values('aliases'), 0, {kind: values(column) for kind, column in facts.items()})
