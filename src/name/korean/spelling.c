#include "name/korean/spelling.h"

#include <string.h>

#include "data/spelling_table.h"

/* Prior costs in bits of the arrangements */
#define COST_FIRST SM_WEIGHT(.14)
#define COST_LAST SM_WEIGHT(3.3)
#define COST_TOLD SM_WEIGHT(.07)
#define COST_TOLD_REVERSED SM_WEIGHT(7.2)
#define COST_TWO_WORDS SM_WEIGHT(1.44)
#define COST_JOINED SM_WEIGHT(.43)
/* A letter that stands for a syllable; each further one is expected */
#define COST_INITIAL SM_WEIGHT(5)
#define COST_NEXT_INITIAL SM_WEIGHT(.5)

/* A slip of the pen: one vowel for another, a letter left out or written twice, two turned round; any other letter */
#define COST_SLIP SM_WEIGHT(8.5)
#define COST_RARE_SLIP SM_WEIGHT(12.5)
#define NEGLIGIBLE_SLIP SM_WEIGHT(6)

/* More than any cost */
#define IMPOSSIBLE (INT32_MAX / 2)

/* An initial among the syllables of a path */
#define PATH_INITIAL 0x8000

/* What is found while the given name is cut into syllables */
typedef struct Search
{
	const SmLetters *letters;
	SmFound    *found;
	uint16_t	surname;		/* spelling + 1, 0 = none */
	SmWeight	cost;			/* of the arrangement and the letters */
	SmWeight	least;			/* for slips: least cost of the spellings so far */
	bool		in_surname;		/* for slips: the slip is in the surname */
	bool		joined;			/* the given name is one word */
	uint8_t		code[SM_LETTERS_MAX];	/* letters as meant, assimilation undone */
	bool		border[SM_LETTERS_MAX + 1];
	int			end;
	uint8_t		fewest[SM_LETTERS_MAX + 1]; /* for slips: syllables that the letters from there on need */
	int			depth;
	uint16_t	path[SM_GIVEN_MAX];	/* spellings + 1, or PATH_INITIAL + letter */
} Search;

/* Bits set in a word; the compiler's own is a call where the processor's instruction may be missing */
static inline int
CountBits(uint32_t x)
{
	x -= x >> 1 & 0x55555555;
	x = (x & 0x33333333) + (x >> 2 & 0x33333333);
	x = (x + (x >> 4)) & 0x0F0F0F0F;
	return (int) (x * 0x01010101u >> 24);
}

/* The child of a trie node for a letter, 0 = none */
static inline int
Child(int node, int letter)
{
	uint32_t	children = sm_trie[node].children;
	uint32_t	bit = (uint32_t) 1 << letter;

	if (!(children & bit))
		return 0;
	return sm_trie[node].first + CountBits(children & (bit - 1));
}

/* The surname spelling that is exactly the letters from..to, hyphens ignored; 0 = none */
uint16_t
sm_surname_spelling(const SmLetters *l, int from, int to)
{
	int			node = l->root;

	for (int i = from; i < to; i++)
		if ((node = Child(node, l->code[i])) == 0)
			return 0;
	return from < to ? sm_trie[node].surname : 0;
}

/* Slips are many, and most of them unlikely: is one of this weight, by itself or beside the best one? */
static bool
Hopeless(const Search *s, SmWeight weight)
{
	return weight <= s->letters->hopeless || (s->found->count > 0 && weight <= s->found->best - NEGLIGIBLE_SLIP);
}

/* Weigh the path that was found in each of the systems, which have all of its spellings */
static void
AddPath(Search *s, uint32_t systems)
{
	uint32_t	at[1 + SM_GIVEN_MAX];
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
		int			spelling = (i == 0 ? s->surname : s->path[i - 1]);

		if (spelling & PATH_INITIAL)
		{
			h.slot[i] = sm_initial_slot(spelling & 31);
			cost += sm_initials[spelling & 31].cost + initial;
			initial = COST_NEXT_INITIAL;
		}
		else
			at[i] = sm_spelling_start[spelling - 1];
	}
	for (; systems != 0; systems &= systems - 1)
	{
		uint32_t	y = (uint32_t) __builtin_ctz(systems);
		SmWeight	total = cost + sm_system_cost[y][style];

		for (int i = !h.has_surname; i <= s->depth; i++)
		{
			if (i > 0 && (s->path[i - 1] & PATH_INITIAL))
				continue;
			while (SM_SPELLED_SYSTEM(at[i]) < y)
				at[i]++;
			total += sm_spelled_cost[at[i]];
			h.slot[i] = SM_SPELLED_SLOT(at[i]);
		}
		h.system = s->letters->slips ? SM_SYSTEM_SLIP : (uint8_t) y;
		h.weight = -total;
		if (!s->letters->slips || !Hopeless(s, h.weight))
			sm_found_add(s->found, &h);
	}
}

/* Is this a letter alone that may stand for a syllable?  One that is a syllable only after another */
static bool
IsInitial(const Search *s, int at)
{
	if (!s->surname || !s->border[at] || !s->border[at + 1] || s->letters->root != SM_ROOT_LATIN || s->code[at] >= 26 ||
		sm_initials[s->code[at]].cost == SM_NEVER)
		return false;
	return sm_trie[Child(s->letters->root, s->code[at])].given == 0 || (s->depth > 0 && (s->path[s->depth - 1] & PATH_INITIAL));
}

/* Cut the letters from..end into given-name syllables, every way that some of the systems spells */
static void
FindGiven(Search *s, int from, uint32_t systems)
{
	int			node = s->letters->root;

	if (from == s->end)
	{
		if (s->depth > 0)
			AddPath(s, systems);
		return;
	}
	if (s->depth == SM_GIVEN_MAX || s->found->count >= SM_FOUND_MAX - SM_SYSTEMS)
		return;
	if (IsInitial(s, from))
	{
		s->path[s->depth++] = PATH_INITIAL | s->code[from];
		FindGiven(s, from + 1, systems);
		s->depth--;
	}
	for (int i = from; i < s->end; i++)
	{
		if (i > from && s->border[i])
			return;
		if ((node = Child(node, s->code[i])) == 0)
			return;
		if (sm_trie[node].given && (systems & sm_spelling_systems[sm_trie[node].given - 1]))
		{
			s->path[s->depth++] = sm_trie[node].given;
			FindGiven(s, i + 1, systems & sm_spelling_systems[sm_trie[node].given - 1]);
			s->depth--;
		}
	}
}

/* Count the fewest syllables that the letters from each place on can be cut into, UINT8_MAX = they cannot be cut */
static void
CountFewest(Search *s, int from)
{
	s->fewest[s->end] = 0;
	for (int i = s->end - 1; i >= from; i--)
	{
		int			node = Child(s->letters->root, s->code[i]);

		s->fewest[i] = UINT8_MAX;
		for (int k = i + 1; node != 0; k++)
		{
			if (sm_trie[node].given && s->fewest[k] < s->fewest[i] - 1)
				s->fewest[i] = s->fewest[k] + 1;
			node = k < s->end && !s->border[k] ? Child(node, s->code[k]) : 0;
		}
	}
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

static void FindSlipped(Search *s, int i, int node, bool slipped, uint32_t systems);

/* The same with a slip of this cost behind it */
static void
Slip(Search *s, int i, int node, SmWeight cost, uint32_t systems)
{
	s->cost += cost;
	if (!Hopeless(s, -(s->cost + s->least + sm_given_least)))
		FindSlipped(s, i, node, true, systems);
	s->cost -= cost;
}

/* Least cost of the letters from i on, which a syllable starts: of the slip or, behind it, of as few syllables as can be */
static SmWeight
CostAhead(const Search *s, int i, bool slipped)
{
	int			syllables = s->depth + s->fewest[i];

	if (!slipped)
		return COST_SLIP + sm_given_least;
	if (syllables > SM_GIVEN_MAX)
		return IMPOSSIBLE;
	return s->fewest[i] * sm_given_least + (syllables > 2 ? sm_given_cost[syllables] : 0);
}

/*
 * Cut the letters from i on into syllables, the first of which has come to a node, with one slip in
 * all.  A given name of one syllable is too little to tell a slip from another name.
 */
static void
FindSlipped(Search *s, int i, int node, bool slipped, uint32_t systems)
{
	int			root = s->letters->root;
	int			given = node != root ? sm_trie[node].given : 0;
	bool		more = i < s->end && (node == root || !s->border[i]);

	if (given && s->depth < SM_GIVEN_MAX && (systems & sm_spelling_systems[given - 1]))
	{
		s->path[s->depth++] = (uint16_t) given;
		s->least += sm_spelling_least[given - 1];
		if (i < s->end && !Hopeless(s, -(s->cost + s->least + CostAhead(s, i, slipped))))
			FindSlipped(s, i, root, slipped, systems & sm_spelling_systems[given - 1]);
		else if (i == s->end && slipped && !Hopeless(s, -(s->cost + s->least)))
			AddPath(s, systems & sm_spelling_systems[given - 1]);
		s->least -= sm_spelling_least[given - 1];
		s->depth--;
	}
	if (more && Child(node, s->code[i]))
		FindSlipped(s, i + 1, Child(node, s->code[i]), slipped, systems);
	if (slipped)
		return;
	if (more && i + 1 < s->end && !s->border[i + 1])
	{
		int			turned = Child(node, s->code[i + 1]);

		if (LooksLikeM(s->code + i) && Child(node, LETTER_M))
			Slip(s, i + 2, Child(node, LETTER_M), COST_SLIP, systems);
		if (turned && Child(turned, s->code[i]))
			Slip(s, i + 2, Child(turned, s->code[i]), COST_SLIP, systems);
	}
	if (more)
		Slip(s, i + 1, node, i > 0 && s->code[i] == s->code[i - 1] ? COST_SLIP : COST_RARE_SLIP, systems);
	for (uint32_t left = sm_trie[node].children; left != 0; left &= left - 1)
	{
		int			letter = __builtin_ctz(left);

		Slip(s, i, Child(node, letter), COST_SLIP, systems);
		if (more && letter != s->code[i])
			Slip(s, i + 1, Child(node, letter), WrongLetter(s->code[i], letter), systems);
	}
}

/* Letters of one or two codes padded with 255 */
static int
CodesLength(const uint8_t *codes)
{
	return codes[1] == 255 ? 1 : 2;
}

/* May any rule of assimilation fit the letters at k? */
static inline bool
MayFit(const SmLetters *l, const uint8_t *code, int k)
{
	return sm_sandhi_ends[l->sandhi] >> code[k] & 1;
}

/* Does a rule of assimilation fit the letters at k?  A coda goes over to a vowel unless a border stands before it */
static bool
Fits(const SmSandhi *rule, const SmLetters *l, const uint8_t *code, const bool *border, int k, int end)
{
	int			old = CodesLength(rule->end);

	if (rule->script != l->sandhi || k + old >= end || code[k] != rule->end[0] ||
		(old > 1 && code[k + 1] != rule->end[1]))
		return false;
	if (rule->start == SM_SANDHI_VOWEL)
		return !border[k] && (sm_latin_vowels >> code[k + old] & 1);
	return code[k + old] == rule->start;
}

/* Replace the border of two syllables at k by what it may stand for; returns where the letters end then */
static int
Assimilate(uint8_t *code, bool *border, int end, int k, const SmSandhi *rule)
{
	int			old = CodesLength(rule->end);
	int			new = CodesLength(rule->end_meant);

	/* the end of a syllable never grows: "m" means "p", "ng" means "k" */
	memcpy(code + k, rule->end_meant, (size_t) new);
	code[k + new] = rule->start_meant == SM_SANDHI_VOWEL ? code[k + old] : rule->start_meant;
	border[k + new] = true;
	memmove(code + k + new + 1, code + k + old + 1, (size_t) (end - k - old - 1));
	memmove(border + k + new + 1, border + k + old + 1, (size_t) (end - k - old - 1) * sizeof(bool));
	end += new - old;
	border[end] = true;
	return end;
}

/* Cut the letters with the border at k as it may be meant */
static void
FindAssimilated(Search *s, int from, int k, const SmSandhi *rule, uint32_t systems)
{
	uint8_t		code[SM_LETTERS_MAX];
	bool		border[SM_LETTERS_MAX + 1];
	int			end = s->end;

	memcpy(code, s->code, sizeof(code));
	memcpy(border, s->border, sizeof(border));
	s->end = Assimilate(s->code, s->border, end, k, rule);
	s->cost += rule->cost;
	FindGiven(s, from, systems & rule->systems);
	s->cost -= rule->cost;
	s->end = end;
	memcpy(s->code, code, sizeof(code));
	memcpy(s->border, border, sizeof(border));
}

/* One arrangement: this surname, the letters from..to as the given name */
static void
Arrange(Search *s, uint16_t surname, int from, int to, SmWeight cost)
{
	uint32_t	systems = s->letters->systems;

	if (surname)
		systems &= sm_spelling_systems[surname - 1];
	if (from >= to || systems == 0)
		return;
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
	if (s->letters->slips)
	{
		if (s->in_surname)
			FindGiven(s, from, systems);
		else if (surname)
		{
			CountFewest(s, from);
			s->least = sm_spelling_least[surname - 1];
			FindSlipped(s, from, s->letters->root, false, systems);
		}
		return;
	}
	FindGiven(s, from, systems);
	for (int k = from + 1; k + 1 < to; k++)
	{
		if (!MayFit(s->letters, s->code, k))
			continue;
		for (int r = 0; r < sm_sandhi_count; r++)
			if (Fits(&sm_sandhi[r], s->letters, s->code, s->border, k, to))
				FindAssimilated(s, from, k, &sm_sandhi[r], systems);
	}
}

/* Where a surname with a slip and the given name beside it stand */
typedef struct SlippedSurname
{
	Search	   *search;
	int			to;				/* end of the surname */
	int			rest;			/* the given name */
	int			end;
	SmWeight	ahead;			/* least cost of all but the surname */
} SlippedSurname;

static void FindSlippedSurname(const SlippedSurname *at, int i, int node, bool slipped, SmWeight cost);

/* Arrange what follows a slip, if a name of this cost is worth it */
static void
SlipInSurname(const SlippedSurname *at, int i, int node, SmWeight cost)
{
	if (!Hopeless(at->search, -(cost + at->ahead)))
		FindSlippedSurname(at, i, node, true, cost);
}

/*
 * Arrange every surname that the letters from i on are but for one slip; node is what stands before
 * them.  The first letter is right: who writes Zhang for Jang has another system in mind.
 */
static void
FindSlippedSurname(const SlippedSurname *at, int i, int node, bool slipped, SmWeight cost)
{
	const uint8_t *code = at->search->letters->code;
	bool		more = i < at->to;

	if (!more && slipped && sm_trie[node].surname)
		Arrange(at->search, sm_trie[node].surname, at->rest, at->end, cost);
	if (more && Child(node, code[i]))
		FindSlippedSurname(at, i + 1, Child(node, code[i]), slipped, cost);
	if (slipped || node == at->search->letters->root)
		return;
	if (i + 1 < at->to)
	{
		int			turned = Child(node, code[i + 1]);

		if (LooksLikeM(code + i) && Child(node, LETTER_M))
			SlipInSurname(at, i + 2, Child(node, LETTER_M), cost + COST_SLIP);
		if (turned && code[i] != code[i + 1] && Child(turned, code[i]))
			SlipInSurname(at, i + 2, Child(turned, code[i]), cost + COST_SLIP);
	}
	if (more)
		SlipInSurname(at, i + 1, node, cost + (i > 0 && code[i] == code[i - 1] ? COST_SLIP : COST_RARE_SLIP));
	for (uint32_t left = sm_trie[node].children; left != 0; left &= left - 1)
	{
		int			letter = __builtin_ctz(left);

		SlipInSurname(at, i, Child(node, letter), cost + COST_SLIP);
		if (more && letter != code[i])
			SlipInSurname(at, i + 1, Child(node, letter), cost + WrongLetter(code[i], letter));
	}
}

/* Fewest letters of a surname in which a slip is seen through */
#define SLIPPED_SURNAME_LEAST 3

/* The arrangement with one slip in the surname, if the given name has none and two syllables or more */
static void
ArrangeSlippedSurname(Search *s, int from, int to, int rest, int end, SmWeight cost)
{
	SlippedSurname at = {s, to, rest, end, 0};

	if (to - from < SLIPPED_SURNAME_LEAST || rest >= end)
		return;
	memcpy(s->code, s->letters->code, sizeof(s->code));
	memcpy(s->border, s->letters->border, sizeof(s->border));
	s->border[end] = true;
	s->end = end;
	CountFewest(s, rest);
	s->depth = 0;
	at.ahead = s->letters->cost + CostAhead(s, rest, true);
	if (Hopeless(s, -(at.ahead + cost + COST_SLIP)))
		return;
	s->in_surname = true;
	FindSlippedSurname(&at, from, s->letters->root, false, cost);
	s->in_surname = false;
}

/* One arrangement of several words: those from..to are the surname, the letters rest..end the given name */
static void
ArrangeSurname(Search *s, int from, int to, int rest, int end, SmWeight cost)
{
	uint16_t	surname = sm_surname_spelling(s->letters, from, to);

	if (surname && (sm_spelling_systems[surname - 1] & s->letters->systems))
		Arrange(s, surname, rest, end, cost);
	else if (s->letters->slips)
		ArrangeSlippedSurname(s, from, to, rest, end, cost);
}

/* A surname joined to a given name, their border at k as it may be meant: Paengnam-sun */
static void
ArrangeAssimilated(Search *s, int k, const SmSandhi *rule)
{
	const SmLetters *l = s->letters;
	SmLetters	meant = *l;
	int			border = k + CodesLength(rule->end_meant);
	uint16_t	surname;

	meant.length = Assimilate(meant.code, meant.border, l->length, k, rule);
	meant.systems &= rule->systems;
	surname = sm_surname_spelling(&meant, 0, border);
	s->letters = &meant;
	if (surname)
		Arrange(s, surname, border, meant.length, COST_JOINED + rule->cost);
	s->letters = l;
}

/* A single word: surname and given name joined, or a given name alone */
static void
ArrangeJoined(Search *s)
{
	const SmLetters *l = s->letters;
	int			node = l->root;

	for (int i = 0; i < l->length; i++)
	{
		if ((node = Child(node, l->code[i])) == 0)
			break;
		if (sm_trie[node].surname)
			Arrange(s, sm_trie[node].surname, i + 1, l->length, COST_JOINED);
	}
	for (int k = 1; k + 1 < l->length && !l->slips; k++)
	{
		if (!MayFit(l, l->code, k))
			continue;
		for (int r = 0; r < sm_sandhi_count; r++)
			if (Fits(&sm_sandhi[r], l, l->code, l->border, k, l->length))
				ArrangeAssimilated(s, k, &sm_sandhi[r]);
	}
	Arrange(s, 0, 0, l->length, SM_COST_NO_SURNAME);
}

/* Arrangements of several words */
static void
ArrangeWords(Search *s)
{
	const SmLetters *l = s->letters;
	int			n = l->words;
	int			told = l->comma;
	bool		told_last = false;

	if (told == 0 && l->capitals[0] && !l->capitals[n - 1])
	{
		while (l->capitals[told])
			told++;
	}
	else if (told == 0 && !l->capitals[0] && l->capitals[n - 1] && l->start[n] - l->start[n - 1] > 1)
		told_last = true;

	if (told > 0)
	{
		int			rest = l->start[told];

		ArrangeSurname(s, 0, rest, rest, l->length, COST_TOLD);
		ArrangeSurname(s, rest, l->length, 0, rest, COST_TOLD_REVERSED);
		/* what capitals tell is less sure than what a comma tells */
		if (l->comma == 0 && told < n - 1)
			ArrangeSurname(s, l->start[n - 1], l->length, 0, l->start[n - 1], COST_TOLD_REVERSED);
		return;
	}
	ArrangeSurname(s, l->start[n - 1], l->length, 0, l->start[n - 1],
				   told_last ? COST_TOLD : COST_LAST);
	ArrangeSurname(s, 0, l->start[1], l->start[1], l->length,
				   told_last ? COST_TOLD_REVERSED : COST_FIRST);
	if (n > 2)
		ArrangeSurname(s, 0, l->start[2], l->start[2], l->length, COST_TWO_WORDS);
}

/* Find the readings of the letters of a name */
void
sm_spelling_read(SmFound *found, const SmLetters *letters)
{
	Search		search;

	search.letters = letters;
	search.found = found;
	search.in_surname = false;
	if (letters->words == 1)
		ArrangeJoined(&search);
	else
		ArrangeWords(&search);
}

/* Find the readings of letters, else those with foreign given names; false if there are neither */
bool
sm_letters_read(SmKorean *korean, SmFound *found, const SmLetters *letters)
{
	found->count = 0;
	sm_spelling_read(found, letters);
	if (found->count == 0)
		sm_foreign_read(korean, found, letters);
	return found->count > 0;
}
