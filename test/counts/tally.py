# What the counts of all formats share: one line a count, and facts of an entry of which none says no more than another
from collections import Counter


def tell(entries, names, weak, facts):
    """Print counts of entries, names, weak names, and of facts by kind, a line each."""
    for what, n in [('entries', entries), ('names', names), ('weak', weak), *sorted(facts.items())]:
        print(what, n)


def known(text):
    """The text, or nothing where it only says that nothing is known."""
    return None if (text or '').strip().lower() in ('', '-', '-0-', 'n/a', 'na', 'unknown', 'undetermined') else text


class Facts:
    """Facts of one entry: the same value told again counts once, but with another country or another note."""

    def __init__(self):
        self.known = {}

    def add(self, kind, value=None, country=None, note=None):
        value, country = known(value), known(country)
        if not (value or country or note):
            return
        for (k, v, c), notes in self.known.items():
            if (k, v) == (kind, value) and (country is None or country == c):
                if note and not any(note in n for n in notes):
                    if all(n in note for n in notes):
                        notes[:] = [note]
                        return
                    continue
                return
        self.known.setdefault((kind, value, country), []).append(note or '')

    def count(self):
        counts = Counter()
        for (kind, _, _), notes in self.known.items():
            counts[kind] += len(notes)
        return counts
