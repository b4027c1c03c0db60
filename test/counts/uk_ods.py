# Usage: uk_ods.py FILE.ods: the UK Sanctions List's summary, an OpenDocument spreadsheet in which only main names stand, as
# rows of its CSV file
import csv
import sys
import xml.etree.ElementTree as ET
import zipfile

TABLE = '{urn:oasis:names:tc:opendocument:xmlns:table:1.0}'
TEXT = '{urn:oasis:names:tc:opendocument:xmlns:text:1.0}'
TITLES = {'Name': 'Name 6', 'Type': 'Designation Type'}

rows = []
with zipfile.ZipFile(sys.argv[1]) as archive, archive.open('content.xml') as content:
    for row in ET.parse(content).iter(f'{TABLE}table-row'):
        cells = []
        for cell in row.iter(f'{TABLE}table-cell'):
            text = '\n'.join(''.join(p.itertext()) for p in cell.iter(f'{TEXT}p'))
            cells += [text] * min(int(cell.get(f'{TABLE}number-columns-repeated', 1)), 20)
        if len(cells) >= 8 and cells[0].strip() and cells[2].strip():
            rows.append(cells[:8])
out = csv.writer(sys.stdout)
out.writerow(['Report Date: 11-Aug-2025'])
out.writerow(['Name type', *(TITLES.get(title, title) for title in rows[0])])
for cells in rows[1:]:
    out.writerow(['Primary Name', *cells[:6], cells[6].replace('-', '/'), cells[7]])
