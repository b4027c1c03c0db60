# Usage: ofac_csv.py SDN ALT ADD [COMMENTS]: counts in OFAC's CSV files. A remark that 1,000 characters cut goes on in the
# comments; the last part of one that does not is none.
import csv
import re
import sys
from collections import Counter

from tally import known, tell

KINDS = {
    'birth-date': r'DOB ',
    'nationality': r'nationality:? ',
    'passport': r'(Diplomatic |Stateless Person |British National Overseas )?Passport ',
    'imo': r'(Vessel Registration Identification|Identification Number|Company Number|Registration Number|Registration ID) IMO ',
    'linked-to': r'Linked To: ',
    'gender': r'Gender ',
}


def records(file):
    with open(file, encoding='utf-8', newline='') as lines:
        return [r for r in csv.reader(line.replace('\x1a', '') for line in lines) if r and r[0].strip().isdigit()]


sdn, alt, addresses, *rest = [records(f) for f in sys.argv[1:]]
more = Counter()
for record in rest[0] if rest else []:
    more[record[0].strip()] = (more[record[0].strip()] or '') + record[1]
weak, facts = 0, Counter(dict.fromkeys(KINDS, 0), address=sum(any(known(c) for c in r[2:]) for r in addresses))
for record in sdn:
    remarks = (record[11] if len(record) > 11 else '') + (more[record[0].strip()] or '')
    parts = re.sub(r"\b([afn]\.k\.a\. '[^']*);([^;]*')", r'\1,\2', remarks).split(';')
    if remarks and len(remarks) % 1000 == 0:
        parts.pop()
    for part in parts:
        part = re.sub(r'^\s*(alt\. )?', '', part)
        weak += bool(re.match(r"[afn]\.k\.a\. '", part))
        facts.update(kind for kind, pattern in KINDS.items() if re.match(pattern, part))
tell(len(sdn), len(sdn) + len(alt) + weak, weak, facts)
