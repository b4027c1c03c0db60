/* Names with one slip of the pen: a letter wrong, missing or too many, two turned round */
#include "name/korean/slips.h"

#include <stdint.h>

#include "data/spelling_table.h"
#include "name/korean/hypothesis.h"
#include "name/korean/trie.h"

/* A slip of the pen: one vowel for another, a letter left out or written twice, two turned round; any other letter */
#define COST_SLIP SM_WEIGHT(8.5)
#define COST_RARE_SLIP SM_WEIGHT(12.5)

/* More than any cost */
#define IMPOSSIBLE (INT32_MAX / 2)

/* Where a syllable with a slip may end, from the slip on, a bit each: at most one letter beyond the longest */
#define SLIPPED_ENDS ((UINT64_C(1) << (SM_SLIPPED_GIVEN_LETTERS + 2)) - 1)

/* They cannot be cut so */
#define NEVER UINT8_MAX

/* Count the fewest syllables that the letters from each place on can be cut into */
static void
CountFewest(SmSearch *s, int from)
{
	s->fewest[s->end] = 0;
	for (int n = 0; n < SM_GIVEN_MAX; n++)
		s->starts[n] = UINT64_C(1) << s->end;
	for (int i = s->end - 1; i >= from; i--)
	{
		int			node = sm_trie_child(SM_ROOT_SLIPPED_GIVEN, s->code[i]);

		s->fewest[i] = NEVER;
		for (int k = i + 1; node != 0; k++)
		{
			if (sm_trie[node].given && s->fewest[k] < s->fewest[i] - 1)
				s->fewest[i] = s->fewest[k] + 1;
			node = k < s->end && !s->border[k] ? sm_trie_child(node, s->code[k]) : 0;
		}
		for (int n = s->fewest[i]; n < SM_GIVEN_MAX; n++)
			s->starts[n] |= UINT64_C(1) << i;
	}
}

/* May a syllable behind others that has a slip at i or behind it end where the letters that follow can be cut? */
static bool
MayEndBehind(const SmSearch *s, int i)
{
	return s->depth < SM_GIVEN_MAX && (s->starts[SM_GIVEN_MAX - 1 - s->depth] >> i & SLIPPED_ENDS) != 0;
}

#define LETTER_M ('m' - 'a')

/* Are these two letters rn, which machines read for m? */
static bool
LooksLikeM(const uint8_t *code)
{
	return code[0] == 'r' - 'a' && code[1] == 'n' - 'a';
}

/* What it costs that a letter was written for another one */
static SmWeight
WrongLetter(int written, int meant)
{
	static const uint32_t vowels = 1u | 1u << 4 | 1u << 8 | 1u << 14 | 1u << 20 | 1u << 24;

	return (vowels >> written & vowels >> meant & 1) ? COST_SLIP : COST_RARE_SLIP;
}

static void FindSlipped(SmSearch *s, int i, int node, uint32_t systems);
static void CutBehind(SmSearch *s, int i, int node, uint32_t systems);

/* Can the letters from i on, behind a slip in a syllable that has come to a node, be cut without another one? */
static bool
EndsWell(const SmSearch *s, int i, int node)
{
	if (node == SM_ROOT_SLIPPED_GIVEN)
		return s->fewest[i] != NEVER;
	while (!sm_trie[node].given || s->depth + 1 + s->fewest[i] > SM_GIVEN_MAX)
	{
		if (i == s->end || s->border[i])
			return false;
		node = sm_trie_child(node, s->code[i++]);
		if (node == 0)
			return false;
	}
	return true;
}

/* The same with a slip of this cost behind it */
static inline void
Slip(SmSearch *s, int i, int node, SmWeight cost, uint32_t systems)
{
	if (!EndsWell(s, i, node))
		return;
	s->cost += cost;
	if (!sm_search_hopeless(s, -(s->cost + s->least + sm_given_least)))
		CutBehind(s, i, node, systems);
	s->cost -= cost;
}

/* Least cost of letters that so many syllables or more are to be cut from, behind others */
static SmWeight
LeastCostOf(int syllables, int before)
{
	if (before + syllables > SM_GIVEN_MAX)
		return IMPOSSIBLE;
	return syllables * sm_given_least + (before + syllables > 2 ? sm_given_cost[before + syllables] : 0);
}

/* Begin the syllable behind one that ends at i, or add what has been found if there is none */
static void
EndSlipSyllable(SmSearch *s, int i, uint16_t given, bool slipped, uint32_t systems)
{
	SmWeight	ahead = slipped ? 0 : COST_SLIP + sm_given_least;

	systems &= sm_spelling_systems[given - 1];
	if (systems == 0 || s->depth == SM_GIVEN_MAX)
		return;
	s->path[s->depth++] = given;
	s->least += sm_spelling_least[given - 1];
	if (slipped && i < s->end)
		ahead = LeastCostOf(s->fewest[i], s->depth);
	if ((slipped || i < s->end) && !sm_search_hopeless(s, -(s->cost + s->least + ahead)))
	{
		if (i == s->end)
			sm_search_add(s, systems);
		else if (slipped)
			CutBehind(s, i, SM_ROOT_SLIPPED_GIVEN, systems);
		else
			FindSlipped(s, i, SM_ROOT_SLIPPED_GIVEN, systems);
	}
	s->least -= sm_spelling_least[given - 1];
	s->depth--;
}

/* Cut the letters from i on behind a slip into syllables, the first of which has come to a node */
static void
CutBehind(SmSearch *s, int i, int node, uint32_t systems)
{
	do
	{
		if (sm_trie[node].given)
			EndSlipSyllable(s, i, sm_trie[node].given, true, systems);
		if (i == s->end || (node != SM_ROOT_SLIPPED_GIVEN && s->border[i]))
			return;
		node = sm_trie_child(node, s->code[i++]);
	} while (node != 0);
}

/*
 * Cut the letters from i on into syllables, the first of which has come to a node, with one slip in
 * all.  A given name of one syllable is too little to tell a slip from another name.
 */
static void
FindSlipped(SmSearch *s, int i, int node, uint32_t systems)
{
	bool		more = i < s->end && (node == SM_ROOT_SLIPPED_GIVEN || !s->border[i]);
	int			child;

	if (sm_trie[node].given)
		EndSlipSyllable(s, i, sm_trie[node].given, false, systems);
	if (more && sm_trie_child(node, s->code[i]))
		FindSlipped(s, i + 1, sm_trie_child(node, s->code[i]), systems);
	if (!MayEndBehind(s, i) || sm_search_hopeless(s, -(s->cost + COST_SLIP + s->least + sm_given_least)))
		return;
	if (more && i + 1 < s->end && !s->border[i + 1])
	{
		int			turned = sm_trie_child(node, s->code[i + 1]);

		if (LooksLikeM(s->code + i) && sm_trie_child(node, LETTER_M))
			Slip(s, i + 2, sm_trie_child(node, LETTER_M), COST_SLIP, systems);
		if (turned && sm_trie_child(turned, s->code[i]))
			Slip(s, i + 2, sm_trie_child(turned, s->code[i]), COST_SLIP, systems);
	}
	if (more)
		Slip(s, i + 1, node, i > 0 && s->code[i] == s->code[i - 1] ? COST_SLIP : COST_RARE_SLIP, systems);
	child = sm_trie[node].first;
	for (uint32_t left = sm_trie[node].children; left != 0; left &= left - 1, child++)
	{
		int			letter = __builtin_ctz(left);

		Slip(s, i, child, COST_SLIP, systems);
		if (more && letter != s->code[i])
			Slip(s, i + 1, child, WrongLetter(s->code[i], letter), systems);
	}
}

/* Read a given name with one slip behind a surname that has none */
void
sm_slips_in_given(SmSearch *s, int from, uint32_t systems)
{
	CountFewest(s, from);
	s->least = sm_spelling_least[s->surname - 1];
	FindSlipped(s, from, SM_ROOT_SLIPPED_GIVEN, systems);
}

/* Where a surname with a slip and the given name beside it stand */
typedef struct SlippedSurname
{
	SmSearch	   *search;
	int			to;				/* end of the surname */
	int			rest;			/* the given name */
	int			end;
	SmWeight	ahead;			/* least cost of all but the surname */
} SlippedSurname;

/* Cut the given name, which has no slip, beside a surname that has one */
static void
FollowSurname(const SlippedSurname *at, uint16_t surname, SmWeight cost)
{
	uint32_t	systems = at->search->letters->systems & sm_spelling_systems[surname - 1];

	if (systems == 0)
		return;
	sm_search_start(at->search, surname, at->rest, at->end, cost);
	sm_search_cut(at->search, at->rest, systems);
}

/* Arrange the surname that has come to a node behind its slip, if its letters from i on are one, and worth its cost */
static inline void
SlipInSurname(const SlippedSurname *at, int i, int node, SmWeight cost)
{
	const uint8_t *code = at->search->letters->code;

	for (; i < at->to; i++)
	{
		node = sm_trie_child(node, code[i]);
		if (node == 0)
			return;
	}
	if (sm_trie[node].surname && !sm_search_hopeless(at->search, -(cost + at->ahead)))
		FollowSurname(at, sm_trie[node].surname, cost);
}

/*
 * Arrange every surname that the letters from i on are but for one slip; node is what stands before
 * them.  The first letter is right: who writes Zhang for Jang has another system in mind.
 */
static void
FindSlippedSurname(const SlippedSurname *at, int i, int node, SmWeight cost)
{
	const uint8_t *code = at->search->letters->code;
	bool		more = i < at->to;
	int			child = sm_trie[node].first;

	if (more && sm_trie_child(node, code[i]))
		FindSlippedSurname(at, i + 1, sm_trie_child(node, code[i]), cost);
	if (node == SM_ROOT_SLIPPED_SURNAME)
		return;
	if (i + 1 < at->to)
	{
		int			turned = sm_trie_child(node, code[i + 1]);

		if (LooksLikeM(code + i) && sm_trie_child(node, LETTER_M))
			SlipInSurname(at, i + 2, sm_trie_child(node, LETTER_M), cost + COST_SLIP);
		if (turned && code[i] != code[i + 1] && sm_trie_child(turned, code[i]))
			SlipInSurname(at, i + 2, sm_trie_child(turned, code[i]), cost + COST_SLIP);
	}
	if (more)
		SlipInSurname(at, i + 1, node, cost + (i > 0 && code[i] == code[i - 1] ? COST_SLIP : COST_RARE_SLIP));
	for (uint32_t left = sm_trie[node].children; left != 0; left &= left - 1, child++)
	{
		int			letter = __builtin_ctz(left);

		SlipInSurname(at, i, child, cost + COST_SLIP);
		if (more && letter != code[i])
			SlipInSurname(at, i + 1, child, cost + WrongLetter(code[i], letter));
	}
}

/* Where a syllable that starts at a place may end, a bit for each place */
static uint64_t
EndsOfSyllable(const SmLetters *l, int from, int end)
{
	uint64_t	ends = 0;
	int			node = sm_trie_child(SM_ROOT_SLIPPED_GIVEN, l->code[from]);

	for (int k = from + 1; node != 0; k++)
	{
		if (sm_trie[node].given)
			ends |= UINT64_C(1) << k;
		node = k < end && !l->border[k] ? sm_trie_child(node, l->code[k]) : 0;
	}
	return ends;
}

/* The fewest syllables that letters can be cut into, NEVER where a given name has no more of them */
static int
FewestSyllables(const SmLetters *l, int from, int end)
{
	uint64_t	seen = 0;
	uint64_t	reached = UINT64_C(1) << from;

	for (int n = 1; n <= SM_GIVEN_MAX; n++)
	{
		uint64_t	next = 0;

		for (uint64_t left = reached; left != 0; left &= left - 1)
			next |= EndsOfSyllable(l, __builtin_ctzll(left), end);
		if (next >> end & 1)
			return n;
		seen |= reached;
		reached = next & ~seen;
	}
	return NEVER;
}

/* Fewest letters of a surname in which a slip is seen through */
#define SLIPPED_SURNAME_LEAST 3

/* The arrangement with one slip in the surname, if the given name has none and two syllables or more */
void
sm_slips_in_surname(SmSearch *s, int from, int to, int rest, int end, SmWeight cost)
{
	SlippedSurname at = {s, to, rest, end, 0};

	if (to - from < SLIPPED_SURNAME_LEAST || rest >= end)
		return;
	at.ahead = s->letters->cost + LeastCostOf(FewestSyllables(s->letters, rest, end), 0);
	if (sm_search_hopeless(s, -(at.ahead + cost + COST_SLIP)))
		return;
	FindSlippedSurname(&at, from, SM_ROOT_SLIPPED_SURNAME, cost);
}
