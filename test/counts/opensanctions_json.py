# Usage: opensanctions_json.py FILE: counts in OpenSanctions' entities.ftm.json, of all entities whatever their topics
import json
import sys

from tally import Facts, tell

lines = [json.loads(line) for line in open(sys.argv[1], encoding='utf-8-sig') if line.strip()]
things = {'Person', 'LegalEntity', 'Organization', 'Company', 'PublicBody', 'Vessel', 'Airplane', 'Security'}
taken = {line['id']: line for line in lines if line['schema'] in things}
places = {line['id']: line for line in lines if line['schema'] == 'Address'}
facts = {id: Facts() for id in taken}
names = weak = 0


def values(line, *properties):
    return [value for name in properties for value in line['properties'].get(name, [])]


def place(line):
    return values(line, 'full')[0] if values(line, 'full') else ', '.join(values(line, 'street', 'city'))


kinds = {'birth-date': ['birthDate'], 'nationality': ['nationality'], 'passport': ['passportNumber'], 'imo': ['imoNumber'],
         'registration': ['ogrnCode', 'okpoCode'], 'address': ['address']}
for line in taken.values():
    strong = {line['caption'], *values(line, 'name', 'alias', 'previousName')}
    feeble = set(values(line, 'weakAlias', 'abbreviation')) - strong
    names += len(strong) + len(feeble)
    weak += len(feeble)
    for kind, properties in kinds.items():
        for value in values(line, *properties):
            facts[line['id']].add(kind, value)
    for id in values(line, 'addressEntity'):
        facts[line['id']].add('address', place(places[id]), (values(places[id], 'country') or [None])[0])
for line in lines:
    for id in values(line, 'holder', 'entity', 'subject', 'object', 'director', 'organization'):
        if id not in taken:
            continue
        for number in values(line, 'number', 'publicKey'):
            kind = {'Passport': 'passport', 'CryptoWallet': 'crypto-address'}.get(line['schema'], 'tax-id')
            facts[id].add(kind, number)
        for authority in values(line, 'authority') if line['schema'] == 'Sanction' else []:
            facts[id].add('authority', authority)
        if line['schema'] in ('UnknownLink', 'Directorship'):
            facts[id].add('linked-to', line['id'])
totals = sum((entry.count() for entry in facts.values()), Facts().count())
tell(len(taken), names, weak, {kind: totals[kind] for kind in
                               [*kinds, 'tax-id', 'crypto-address', 'authority', 'linked-to']})
