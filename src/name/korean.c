#include "name/korean.h"

#include <string.h>

/* Letters and words of a Latin name that can still be Korean; hypotheses looked at */
#define LETTERS_MAX 40
#define WORDS_MAX 6
#define FOUND_MAX 160
#define APOSTROPHE 26
#define O_BREVE 27
#define U_BREVE 28
#define O_UMLAUT 29

/* Prior costs in bits: number of given syllables, arrangements */
static const SmWeight given_cost[1 + SM_GIVEN_MAX] = {
	0, SM_WEIGHT(4.33), 0, SM_WEIGHT(8.66), SM_WEIGHT(14.43)
};

#define COST_FIRST SM_WEIGHT(.14)
#define COST_LAST SM_WEIGHT(3.3)
#define COST_TOLD SM_WEIGHT(.07)
#define COST_TOLD_REVERSED SM_WEIGHT(7.2)
#define COST_TWO_WORDS SM_WEIGHT(1.44)
#define COST_JOINED SM_WEIGHT(.43)
#define COST_NO_SURNAME SM_WEIGHT(8.66)
/* log2 of the odds of a name to be Korean before its letters are looked at */
#define KOREAN_PRIOR SM_WEIGHT(2.89)

/* A name as letter codes; a word starts, or a hyphen stood, where border is set */
typedef struct Letters
{
	int			length;
	uint8_t		code[LETTERS_MAX];
	bool		border[LETTERS_MAX + 1];
	int			words;
	int			start[WORDS_MAX + 1];
	bool		capitals[WORDS_MAX];
	int			comma;			/* words before the comma, 0 = none */
} Letters;

/* What is found while the given name is cut into syllables */
typedef struct Search
{
	const Letters *letters;
	int			count;
	SmHypothesis found[FOUND_MAX];
	uint16_t	surname;		/* spelling + 1, 0 = none */
	SmWeight	cost;			/* of the arrangement */
	uint8_t		code[LETTERS_MAX];	/* letters as meant, assimilation undone */
	bool		border[LETTERS_MAX + 1];
	int			end;
	int			depth;
	uint16_t	path[SM_GIVEN_MAX];	/* spellings + 1, or 0x8000 + letter */
} Search;

/* Letter code of a folded code point; -1 for what no spelling has */
static int
LetterCode(uint32_t c)
{
	static const char plain[] = "aaaaaa\0ceeeeiiii\0nooooo\0ouuuuy";

	if (c >= 'a' && c <= 'z')
		return (int) c - 'a';
	switch (c)
	{
		case '0':
			return 'o' - 'a';
		case '1':
			return 'i' - 'a';
		case '5':
			return 's' - 'a';
		case 0x14D:
		case 0x14F:
		case 0x1D2:
			return O_BREVE;
		case 0x16B:
		case 0x16D:
		case 0x1D4:
			return U_BREVE;
		case 0xF6:
			return O_UMLAUT;
	}
	if (c >= 0xE0 && c < 0xE0 + sizeof(plain) - 1 && plain[c - 0xE0])
		return plain[c - 0xE0] - 'a';
	return -1;
}

/* May the apostrophe after these letters mark an aspirate? */
static bool
IsAspirate(const Letters *l)
{
	int			last = l->length > 0 ? l->code[l->length - 1] : 0;

	if (last == 'h' - 'a')
		return l->length > 1 && l->code[l->length - 2] == 'c' - 'a';
	return last == 'k' - 'a' || last == 't' - 'a' || last == 'p' - 'a';
}

/* An apostrophe: breve after o and u, aspiration after k t p ch, else nothing */
static void
AddApostrophe(Letters *l, uint32_t next)
{
	int			last = l->length > 0 ? l->code[l->length - 1] : 0;

	if (last == 'o' - 'a')
		l->code[l->length - 1] = O_BREVE;
	else if (last == 'u' - 'a')
		l->code[l->length - 1] = U_BREVE;
	else if (IsAspirate(l) && LetterCode(next) >= 0 && l->length < LETTERS_MAX)
		l->code[l->length++] = APOSTROPHE;
}

/* Start a word at the next letter; false when there are too many */
static bool
StartWord(Letters *l, bool upper)
{
	if (l->words == WORDS_MAX)
		return false;
	l->start[l->words] = l->length;
	l->capitals[l->words++] = upper;
	return true;
}

/* The letters and words of a Latin name; false when it cannot be Korean */
static bool
ReadLetters(Letters *l, const SmText *text)
{
	bool		in_word = false;

	memset(l, 0, sizeof(*l));
	for (int i = 0; i < text->length; i++)
	{
		uint32_t	c = text->cp[i];
		int			code = LetterCode(c);

		if (c == '\'')
			AddApostrophe(l, i + 1 < text->length ? text->cp[i + 1] : ' ');
		else if (c == ' ' && i + 1 < text->length && text->cp[i + 1] == '\'')
			continue;
		else if (c == ' ' || c == ',' || c == '.')
		{
			in_word = false;
			if (c == ',' && l->comma == 0)
				l->comma = l->words;
		}
		else if (c == '-' || c == 0xB7)
			l->border[l->length] = true;
		else if (code < 0 || l->length == LETTERS_MAX)
			return false;
		else
		{
			if (!in_word && !StartWord(l, true))
				return false;
			if (!in_word)
				l->border[l->length] = true;
			in_word = true;
			l->capitals[l->words - 1] &= text->upper[i];
			l->code[l->length++] = (uint8_t) code;
		}
	}
	l->start[l->words] = l->length;
	l->border[l->length] = true;
	return l->words > 0 && l->comma < l->words;
}

/* The child of a trie node for a letter, 0 = none */
static inline int
Child(int node, int letter)
{
	uint32_t	children = sm_trie[node].children;
	uint32_t	bit = (uint32_t) 1 << letter;

	if (!(children & bit))
		return 0;
	return sm_trie[node].first + __builtin_popcount(children & (bit - 1));
}

/* The surname spelling that is exactly the letters from..to, hyphens ignored; 0 = none */
static uint16_t
FindSurname(const Letters *l, int from, int to)
{
	int			node = 0;

	for (int i = from; i < to; i++)
		if ((node = Child(node, l->code[i])) == 0)
			return 0;
	return from < to ? sm_trie[node].surname : 0;
}

/* Add a hypothesis, or its weight to the one that reads the same */
static void
AddFound(Search *s, const SmHypothesis *h)
{
	for (int i = 0; i < s->count; i++)
	{
		SmHypothesis *f = &s->found[i];

		if (f->given == h->given && f->has_surname == h->has_surname &&
			memcmp(f->slot, h->slot, sizeof(h->slot)) == 0)
		{
			SmWeight	both[2] = {f->weight, h->weight};

			if (h->weight > f->weight)
				f->system = h->system;
			f->weight = sm_log_sum(both, 2);
			return;
		}
	}
	if (s->count < FOUND_MAX)
		s->found[s->count++] = *h;
}

/* Weigh the path that was found in each system */
static void
AddPath(Search *s)
{
	for (int y = 0; y < SM_SYSTEMS; y++)
	{
		SmHypothesis h = {0};
		int64_t		cost = (int64_t) s->cost + sm_system_cost[y] + given_cost[s->depth];
		bool		never = false;

		h.system = (uint8_t) y;
		h.given = (uint8_t) s->depth;
		h.has_surname = s->surname != 0;
		if (s->surname)
		{
			const SmSpelling *sp = &sm_spellings[s->surname - 1];

			never |= sp->cost[y] == SM_NEVER;
			cost += sp->cost[y];
			h.slot[0] = sp->slot[y];
		}
		for (int i = 0; i < s->depth && !never; i++)
		{
			if (s->path[i] & 0x8000)
			{
				cost += sm_initials[s->path[i] & 31].cost + SM_WEIGHT(5);
				h.slot[1 + i] = SM_SLOT_INITIAL | (s->path[i] & 31);
			}
			else
			{
				const SmSpelling *sp = &sm_spellings[s->path[i] - 1];

				never |= sp->cost[y] == SM_NEVER;
				cost += sp->cost[y];
				h.slot[1 + i] = sp->slot[y];
			}
		}
		h.weight = (SmWeight) -cost;
		if (!never)
			AddFound(s, &h);
	}
}

/* Cut the letters from..end into given-name syllables, every way */
static void
FindGiven(Search *s, int from)
{
	int			node = 0;

	if (from == s->end)
	{
		if (s->depth > 0)
			AddPath(s);
		return;
	}
	if (s->depth == SM_GIVEN_MAX || s->count >= FOUND_MAX - SM_SYSTEMS)
		return;
	if (s->border[from] && s->border[from + 1] && s->code[from] < 26 &&
		sm_trie[Child(0, s->code[from])].given == 0 &&
		sm_initials[s->code[from]].cost != SM_NEVER && s->surname)
	{
		s->path[s->depth++] = 0x8000 | s->code[from];
		FindGiven(s, from + 1);
		s->depth--;
	}
	for (int i = from; i < s->end; i++)
	{
		if (i > from && s->border[i])
			return;
		if ((node = Child(node, s->code[i])) == 0)
			return;
		if (sm_trie[node].given)
		{
			s->path[s->depth++] = sm_trie[node].given;
			FindGiven(s, i + 1);
			s->depth--;
		}
	}
}

/* Letters of one or two codes padded with 255 */
static int
CodesLength(const uint8_t *codes)
{
	return codes[1] == 255 ? 1 : 2;
}

/* Replace the border of two syllables at k by what it may stand for, then cut */
static void
FindAssimilated(Search *s, int from, int k, const SmSandhi *rule)
{
	int			old = CodesLength(rule->end);
	int			new = CodesLength(rule->end_meant);
	uint8_t		code[LETTERS_MAX];
	bool		border[LETTERS_MAX + 1];
	int			end = s->end;

	memcpy(code, s->code, sizeof(code));
	memcpy(border, s->border, sizeof(border));
	/* the end of a syllable never grows: "m" means "p", "ng" means "k" */
	memcpy(s->code + k, rule->end_meant, new);
	s->code[k + new] = rule->start_meant;
	s->border[k + new] = true;
	for (int i = k + old + 1; i < end; i++)
	{
		s->code[i - old + new] = code[i];
		s->border[i - old + new] = border[i];
	}
	s->end = end - old + new;
	s->border[s->end] = true;
	s->cost += rule->cost;
	FindGiven(s, from);
	s->cost -= rule->cost;
	s->end = end;
	memcpy(s->code, code, sizeof(code));
	memcpy(s->border, border, sizeof(border));
}

/* One arrangement: this surname, the letters from..to as the given name */
static void
Arrange(Search *s, uint16_t surname, int from, int to, SmWeight cost)
{
	if (from >= to)
		return;
	memcpy(s->code, s->letters->code, sizeof(s->code));
	memcpy(s->border, s->letters->border, sizeof(s->border));
	s->border[to] = true;
	s->surname = surname;
	s->cost = cost;
	s->end = to;
	s->depth = 0;
	FindGiven(s, from);
	for (int k = from + 1; k + 1 < to; k++)
		for (int r = 0; r < sm_sandhi_count; r++)
		{
			const SmSandhi *rule = &sm_sandhi[r];
			int			old = CodesLength(rule->end);

			if (k + old < to && s->code[k] == rule->end[0] &&
				(old == 1 || s->code[k + 1] == rule->end[1]) && s->code[k + old] == rule->start)
				FindAssimilated(s, from, k, rule);
		}
}

/* One arrangement of several words: those from..to are the surname, the letters rest..end the given name */
static void
ArrangeSurname(Search *s, int from, int to, int rest, int end, SmWeight cost)
{
	uint16_t	surname = FindSurname(s->letters, from, to);

	if (surname)
		Arrange(s, surname, rest, end, cost);
}

/* A single word: surname and given name joined, or a given name alone */
static void
ArrangeJoined(Search *s)
{
	const Letters *l = s->letters;
	int			node = 0;

	for (int i = 0; i < l->length; i++)
	{
		if ((node = Child(node, l->code[i])) == 0)
			break;
		if (sm_trie[node].surname)
			Arrange(s, sm_trie[node].surname, i + 1, l->length, COST_JOINED);
	}
	Arrange(s, 0, 0, l->length, COST_NO_SURNAME);
}

/* Arrangements of several words */
static void
ArrangeWords(Search *s)
{
	const Letters *l = s->letters;
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
		int			comma = l->start[told];

		ArrangeSurname(s, 0, comma, comma, l->length, COST_TOLD);
		ArrangeSurname(s, comma, l->length, 0, comma, COST_TOLD_REVERSED);
		return;
	}
	ArrangeSurname(s, l->start[n - 1], l->length, 0, l->start[n - 1],
				   told_last ? COST_TOLD : COST_LAST);
	ArrangeSurname(s, 0, l->start[1], l->start[1], l->length,
				   told_last ? COST_TOLD_REVERSED : COST_FIRST);
	if (n > 2)
		ArrangeSurname(s, 0, l->start[2], l->start[2], l->length, COST_TWO_WORDS);
}

/* Cost in bits of the letters as a name of any other language */
static SmWeight
BackgroundCost(const Letters *l)
{
	SmWeight	cost = 0;

	for (int w = 0; w < l->words; w++)
	{
		int			last = 26;

		for (int i = l->start[w]; i < l->start[w + 1]; i++)
		{
			int			c = l->code[i];

			if (c == APOSTROPHE)
				continue;
			c = c == O_BREVE || c == O_UMLAUT ? 'o' - 'a' : c == U_BREVE ? 'u' - 'a' : c;
			cost += sm_background[last][c];
			last = c;
		}
		cost += sm_background[last][26];
	}
	return cost;
}

/* Keep the likeliest hypotheses with their shares; returns log2 of the likelihood of the name */
static SmWeight
KeepBest(SmKorean *korean, Search *s)
{
	SmWeight	weight[FOUND_MAX];
	SmWeight	total;

	for (int i = 0; i < s->count; i++)
		weight[i] = s->found[i].weight;
	total = sm_log_sum(weight, s->count);
	korean->count = 0;
	while (korean->count < SM_HYPOTHESES)
	{
		int			best = -1;

		for (int i = 0; i < s->count; i++)
			if (weight[i] != INT32_MIN && (best < 0 || weight[i] > weight[best]))
				best = i;
		if (best < 0 || weight[best] < total - SM_WEIGHT(10))
			break;
		korean->hypothesis[korean->count] = s->found[best];
		korean->hypothesis[korean->count++].weight = weight[best] - total;
		weight[best] = INT32_MIN;
	}
	return total;
}

/* Read a Latin name */
static bool
ReadLatin(SmKorean *korean, const SmText *text)
{
	Letters		letters;
	Search		search;
	SmWeight	total;

	if (!ReadLetters(&letters, text))
		return false;
	search.letters = &letters;
	search.count = 0;
	if (letters.words == 1)
		ArrangeJoined(&search);
	else
		ArrangeWords(&search);
	if (search.count == 0)
		return false;
	total = KeepBest(korean, &search);
	korean->odds = total + KOREAN_PRIOR + BackgroundCost(&letters);
	return true;
}

/* The row of a Hangul syllable as written, NULL if no name has it */
static const SmWritten *
FindWritten(uint32_t c)
{
	int			lo = 0;
	int			hi = sm_written_count;

	while (lo < hi)
	{
		int			mid = (lo + hi) / 2;

		if (sm_written[mid].hangul == c)
			return &sm_written[mid];
		if (sm_written[mid].hangul < c)
			lo = mid + 1;
		else
			hi = mid;
	}
	return NULL;
}

/* Add the hypothesis that the syllables after the first taken ones are the given name */
static void
AddHangul(Search *s, const uint32_t *syllable, int n, int taken, uint32_t slot, SmWeight cost)
{
	SmHypothesis h = {0};

	if (n - taken < 1 || n - taken > SM_GIVEN_MAX)
		return;
	h.system = SM_SYSTEM_HANGUL;
	h.has_surname = taken > 0;
	h.slot[0] = slot;
	h.given = (uint8_t) (n - taken);
	for (int i = taken; i < n; i++)
	{
		const SmWritten *w = FindWritten(syllable[i]);

		if (w == NULL || w->given_cost == SM_NEVER)
			return;
		h.slot[1 + i - taken] = w->given_slot;
		cost += w->given_cost;
	}
	h.weight = -(cost + given_cost[h.given]);
	AddFound(s, &h);
}

/* Read a name in Hangul */
static bool
ReadHangul(SmKorean *korean, const SmText *text)
{
	uint32_t	syllable[2 + SM_GIVEN_MAX];
	int			n = 0;
	Search		search;
	const SmWritten *first;

	for (int i = 0; i < text->length; i++)
	{
		uint32_t	c = text->cp[i];

		if (c == ' ' || c == ',' || c == '-' || c == 0xB7)
			continue;
		if (c < 0xAC00 || c > 0xD7A3 || n == 2 + SM_GIVEN_MAX)
			return false;
		syllable[n++] = c;
	}
	if (n < 2)
		return false;
	search.count = 0;
	first = FindWritten(syllable[0]);
	if (first != NULL && first->surname_cost != SM_NEVER)
		AddHangul(&search, syllable, n, 1, first->surname_slot, first->surname_cost);
	for (int i = 0; i < sm_long_surname_count; i++)
		if (sm_long_surnames[i].hangul[0] == syllable[0] && sm_long_surnames[i].hangul[1] == syllable[1])
			AddHangul(&search, syllable, n, 2, sm_long_surnames[i].slot, sm_long_surnames[i].cost);
	if (search.count == 0 && n <= 3)
		AddHangul(&search, syllable, n, 0, 0, COST_NO_SURNAME);
	if (search.count == 0)
		return false;
	KeepBest(korean, &search);
	korean->odds = SM_WEIGHT(100);
	return true;
}

/* Read a name as a Korean person's; false if it cannot be one */
bool
sm_korean_read(SmKorean *korean, const SmText *text)
{
	korean->count = 0;
	for (int i = 0; i < text->length; i++)
		if (text->cp[i] >= 0xAC00 && text->cp[i] <= 0xD7A3)
			return ReadHangul(korean, text);
	return ReadLatin(korean, text);
}
