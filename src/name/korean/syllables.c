/* A given name in letters cut into syllables */
#include "name/korean/syllables.h"

#include <stdint.h>
#include <string.h>

#include "data/spelling_table.h"
#include "data/syllable_table.h"
#include "name/korean/trie.h"
#include "name/slot.h"
#include "name/text/text.h"

/* A letter that stands for a syllable; each further one is expected */
#define COST_INITIAL SM_WEIGHT(5)
#define COST_NEXT_INITIAL SM_WEIGHT(.5)

/* An initial among the syllables of a path: this and the letter, above all numbers of spellings */
#define PATH_INITIAL 0xFFE0
#define IS_INITIAL(spelling) ((spelling) >= PATH_INITIAL)

/* The node of exactly the letters from..to, hyphens ignored; 0 = none */
static int
NodeOf(const SmLetters *l, int from, int to)
{
	int			node = l->root;

	for (int i = from; i < to; i++)
		if ((node = sm_trie_child(node, l->code[i])) == 0)
			return 0;
	return from < to ? node : 0;
}

/* The surname spelling that is exactly the letters from..to, hyphens ignored; 0 = none */
uint16_t
sm_surname_spelling(const SmLetters *l, int from, int to)
{
	int			node = NodeOf(l, from, to);

	return node != 0 ? sm_trie[node].surname : 0;
}

/* The same of a syllable of a given name */
uint16_t
sm_given_spelling(const SmLetters *l, int from, int to)
{
	int			node = NodeOf(l, from, to);

	return node != 0 ? sm_trie[node].given : 0;
}

/* See syllables.h */
int
sm_letters_spell(const uint32_t *cp, int n)
{
	int			node = SM_ROOT_LATIN;

	for (int k = 0; k < n; k++)
	{
		const uint8_t *codes = sm_is_latin(cp[k]) ? NULL : sm_letter_codes(cp[k]);

		if (codes == NULL && !sm_is_latin(cp[k]))
		{
			if (cp[k] != '\'')
				return 0;
			continue;
		}
		node = sm_trie_child(node, codes != NULL ? codes[0] : (int) cp[k] - 'a');
		if (node == 0)
			return 0;
	}
	return node == SM_ROOT_LATIN ? 0 : (sm_trie[node].surname ? SM_SPELLS_SURNAME : 0) |
		(sm_trie[node].given ? SM_SPELLS_GIVEN : 0);
}

/* The slot of an initial */
static SmSlot
InitialSlot(int letter)
{
#define INITIAL(n) SM_SLOT_INITIAL | (n)
	static const uint16_t slots[] = {
		INITIAL(0), INITIAL(1), INITIAL(2), INITIAL(3), INITIAL(4), INITIAL(5), INITIAL(6),
		INITIAL(7), INITIAL(8), INITIAL(9), INITIAL(10), INITIAL(11), INITIAL(12), INITIAL(13),
		INITIAL(14), INITIAL(15), INITIAL(16), INITIAL(17), INITIAL(18), INITIAL(19), INITIAL(20),
		INITIAL(21), INITIAL(22), INITIAL(23), INITIAL(24), INITIAL(25)
	};

	return &slots[letter];
}

/* Begin to look for the given name in the letters up to an end, behind a surname or none (0) */
void
sm_search_start(SmSearch *s, uint16_t surname, int from, int to, SmWeight cost)
{
	memcpy(s->code, s->letters->code, sizeof(s->code));
	memcpy(s->border, s->letters->border, sizeof(s->border));
	s->border[to] = true;
	s->surname = surname;
	s->cost = s->letters->cost + cost;
	s->joined = true;
	for (int i = from + 1; i < to; i++)
		s->joined &= !s->border[i];
	s->end = to;
	s->depth = 0;
}

/* Weigh the path that was found in each of the systems, which have all of its spellings */
void
sm_search_add(SmSearch *s, uint32_t systems)
{
	int			spelling[1 + SM_GIVEN_MAX];
	SmHypothesis h = {0};
	SmWeight	cost = s->cost + sm_given_cost[s->depth];
	SmWeight	initial = COST_INITIAL;
	int			style = s->depth < 2 ? SM_STYLE_NONE : s->joined ? SM_STYLE_JOINED : SM_STYLE_APART;

	if (s->letters->slips && s->depth == 1)
		return;
	/* two Chinese syllables are the names of too many */
	if (s->depth == 1)
		systems &= ~sm_systems_of_mandarin;
	h.given = (uint8_t) s->depth;
	h.has_surname = s->surname != 0;
	for (int i = !h.has_surname; i <= s->depth; i++)
	{
		spelling[i] = (i == 0 ? s->surname : s->path[i - 1]) - 1;
		if (i > 0 && IS_INITIAL(s->path[i - 1]))
		{
			h.slot[i] = InitialSlot(s->path[i - 1] & 31);
			cost += sm_initials[s->path[i - 1] & 31].cost + initial;
			initial = COST_NEXT_INITIAL;
		}
	}
	for (; systems != 0; systems &= systems - 1)
	{
		uint32_t	y = (uint32_t) __builtin_ctz(systems);
		uint32_t	below = (UINT32_C(1) << y) - 1;
		SmWeight	total = cost + sm_system_cost[y][style];

		for (int i = !h.has_surname; i <= s->depth; i++)
		{
			uint32_t	at;

			if (i > 0 && IS_INITIAL(s->path[i - 1]))
				continue;
			/* a spelling has a place for each of its systems, in their order */
			at = sm_spelling_start[spelling[i]] + (uint32_t) sm_trie_bits(sm_spelling_systems[spelling[i]] & below);
			total += sm_spelled_cost[at];
			h.slot[i] = SM_SPELLED_SLOT(at);
		}
		h.system = s->letters->slips ? SM_SYSTEM_SLIP : (uint8_t) y;
		h.weight = -total;
		if (!s->letters->slips || !sm_search_hopeless(s, h.weight))
			sm_found_add(s->found, &h);
	}
}

/* Is this a letter alone that a full stop says to stand for more? */
static bool
IsDottedLetter(const SmSearch *s, int at)
{
	return s->letters->dotted != 0 && s->border[at] && s->border[at + 1] && (s->letters->dotted >> at & 1);
}

/* Is this a letter alone that may stand for a syllable?  One that is one only after another or with a full stop */
static bool
IsInitial(const SmSearch *s, int at)
{
	if (!s->surname || !s->border[at] || !s->border[at + 1] || s->letters->root != SM_ROOT_LATIN || s->code[at] >= 26 ||
		sm_initials[s->code[at]].cost == SM_NEVER)
		return false;
	return sm_trie[sm_trie_child(s->letters->root, s->code[at])].given == 0 || IsDottedLetter(s, at) ||
		(s->depth > 0 && IS_INITIAL(s->path[s->depth - 1]));
}

/* Cut the letters from..end into given-name syllables, every way that some of the systems spells */
void
sm_search_cut(SmSearch *s, int from, uint32_t systems)
{
	int			node = s->letters->root;

	if (from == s->end)
	{
		if (s->depth > 0)
			sm_search_add(s, systems);
		return;
	}
	if (s->depth == SM_GIVEN_MAX || s->found->count >= SM_FOUND_MAX - SM_SYSTEMS_AT_ONCE)
		return;
	if (IsInitial(s, from))
	{
		s->path[s->depth++] = PATH_INITIAL | s->code[from];
		sm_search_cut(s, from + 1, systems);
		s->depth--;
		if (IsDottedLetter(s, from))
			return;
	}
	for (int i = from; i < s->end; i++)
	{
		if (i > from && s->border[i])
			return;
		if ((node = sm_trie_child(node, s->code[i])) == 0)
			return;
		if (sm_trie[node].given && (systems & sm_spelling_systems[sm_trie[node].given - 1]))
		{
			s->path[s->depth++] = sm_trie[node].given;
			sm_search_cut(s, i + 1, systems & sm_spelling_systems[sm_trie[node].given - 1]);
			s->depth--;
		}
	}
}
