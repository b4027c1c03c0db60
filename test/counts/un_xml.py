# Usage: un_xml.py FILE: counts in the United Nations' XML. Semicolons part names, and a name in another script may stand in
# parentheses behind one.
import re
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from unicodedata import name as title

from tally import Facts, tell

MONTHS = {m: i + 1 for i, m in enumerate('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split())}
NATIONAL = r'ational|dentity card|tazkira|dentification|ivil|ID'


def texts(node, tag):
    found = (' '.join((n.text or '').split()) for n in node.iter(tag))
    return [t for t in found if t]


def first(node, tag):
    return next(iter(texts(node, tag)), None)


def joined(node, separator, *tags):
    return separator.join(filter(None, (first(node, t) for t in tags))) or None


def scripts(text):
    letters = [c for c in text if c.isalpha()]
    return bool(letters), all('LATIN' in title(c, '') for c in letters)


def names_in(text):
    count = 0
    for part in re.findall(r'(?:\((?:[^()]|\([^()]*\))*\)|[^;])+', re.sub(r' [b-h]\) ', ';', (text or '').rstrip(', '))):
        inside = re.search(r'\((?:[^()]|\([^()]*\))*\)\s*$', part)
        outside = part[:inside.start()] if inside else part
        a, b = scripts(outside), scripts(inside.group() if inside else '')
        if part.strip():
            two = a[0] and b[0] and a[1] != b[1]
            count += len(outside.split(';')) + len(inside.group().split(';')) if two else 1
    return count


def iso(date):
    found = re.match(r'(\d\d?) (\w{3})\w* (\d{4})$', date)
    return f'{found[3]}-{MONTHS[found[2]]:02}-{int(found[1]):02}' if found else date


def said(facts, text):
    """Births and passports that a sentence tells."""
    born = re.search(r'\bborn (?:in |on )?(?:\D*? on )?(\d\d? \w{3}\w*\.? ?\d{4}|\d{4})', text)
    passport = re.search(r'passport n\S*?[ .]?([A-Z]{0,2} ?\d{5,})', text)
    if born:
        date = re.sub(r'\. ?', ' ', born[1])
        facts.add('birth-date', iso(date), None, text)
    if passport:
        facts.add('passport', passport[1].strip(), None, text)


def alias(facts, node):
    name, quality = first(node, 'ALIAS_NAME'), first(node, 'QUALITY')
    date = first(node, 'DATE_OF_BIRTH')
    if not name:
        return 0, 0
    remark = re.search(r',? (born (?:in|on|\d).*)', name)
    if remark:
        said(facts, remark[1].rstrip('., )'))
        name = name[:remark.start()]
    elif len(re.sub(r'\D', '', name)) >= 5:
        said(facts, name)
    if first(node, 'NOTE'):
        said(facts, first(node, 'NOTE'))
    if date:
        facts.add('birth-date', iso(date.removeprefix('circa ')), None, f'circa; {name}' if date.startswith('circa ') else name)
    facts.add('birth-place', joined(node, ', ', 'CITY_OF_BIRTH', 'COUNTRY_OF_BIRTH'), None,
              name if joined(node, '', 'CITY_OF_BIRTH', 'COUNTRY_OF_BIRTH') else None)
    return names_in(name), names_in(name) if quality == 'Low' else 0


def birth(facts, node):
    circa = 'circa' if first(node, 'TYPE_OF_DATE') == 'APPROXIMATELY' else None
    date = first(node, 'DATE') or first(node, 'YEAR') or joined(node, '/', 'FROM_YEAR', 'TO_YEAR')
    if date or first(node, 'NOTE'):
        facts.add('birth-date', date, None, '; '.join(filter(None, [circa, first(node, 'NOTE')])) or None)


def document(facts, node):
    kind = first(node, 'TYPE_OF_DOCUMENT') or first(node, 'TYPE_OF_DOCUMENT2') or ''
    if first(node, 'NUMBER') or first(node, 'TYPE_OF_DOCUMENT2') or first(node, 'NOTE'):
        facts.add('tax-id' if 'Fiscal Code' in (first(node, 'NOTE') or '') else 'passport' if re.search('pass?e?port|pasaporte', kind, re.I) else
                  'national-id' if re.search(NATIONAL, kind) else 'other-id', first(node, 'NUMBER'),
                  first(node, 'ISSUING_COUNTRY') or first(node, 'COUNTRY_OF_ISSUE'),
                  joined(node, '; ', 'TYPE_OF_DOCUMENT2', 'NOTE', 'CITY_OF_ISSUE', 'DATE_OF_ISSUE'))


entries = names = weak = 0
counts = Counter()
for entry in ET.parse(sys.argv[1]).getroot().iter():
    if entry.tag not in ('INDIVIDUAL', 'ENTITY'):
        continue
    entries += 1
    facts = Facts()
    names += names_in(joined(entry, ' ', 'FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'))
    names += sum(names_in(t) for t in texts(entry, 'NAME_ORIGINAL_SCRIPT'))
    for node in entry:
        kind = node.tag.split('_', 1)[-1]
        if kind == 'ALIAS':
            n, w = alias(facts, node)
            names, weak = names + n, weak + w
        elif kind == 'DATE_OF_BIRTH':
            birth(facts, node)
        elif kind in ('PLACE_OF_BIRTH', 'ADDRESS'):
            facts.add('address' if kind == 'ADDRESS' else 'birth-place',
                      joined(node, ', ', 'STREET', 'CITY', 'STATE_PROVINCE', 'ZIP_CODE'), first(node, 'COUNTRY'), first(node, 'NOTE'))
        elif kind == 'DOCUMENT':
            document(facts, node)
        elif kind == 'NATIONALITY':
            for value in texts(node, 'VALUE'):
                facts.add('nationality', value)
        elif kind in ('GENDER', 'SUBMITTED_BY') and node.text:
            facts.add({'GENDER': 'gender'}.get(kind, 'authority'), node.text.strip().lower())
    ship = re.search(r'IMO number: (\d{7})', first(entry, 'COMMENTS1') or '')
    facts.add('imo', ship[1] if ship else None)
    counts.update(facts.count())
tell(entries, names, weak, counts | {'*': sum(counts.values())})
