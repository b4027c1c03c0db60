# Usage: dfat_csv.py FILE: counts in Australia's CSV: a record a name, letters behind the number of an entry
import csv
import re
import sys

from tally import tell

with open(sys.argv[1], encoding='utf-8-sig', newline='') as file:
    rows = list(csv.DictReader(file))
entries = {re.match(r'\d+', row['Reference'])[0] for row in rows}


def told(column, kind='Individual'):
    return len({(re.match(r'\d+', row['Reference'])[0], row[column]) for row in rows if row[column] and row['Type'] == kind})


tell(len(entries), len(rows), sum(row['Alias Strength'] == 'Weak' for row in rows), {
    'birth-date': told('Date of Birth'), 'nationality': told('Citizenship'), 'imo': told('IMO Number', 'Vessel')})
