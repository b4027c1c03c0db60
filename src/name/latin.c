#include "name/hypothesis.h"

#include <string.h>

/* Letters and words of a Latin name that can still be Korean */
#define LETTERS_MAX 40
#define WORDS_MAX 6
#define APOSTROPHE 26
#define O_BREVE 27
#define U_BREVE 28
#define O_UMLAUT 29
/* Read as ch */
#define C_CARON 0x10D

/* Prior costs in bits of the arrangements */
#define COST_FIRST SM_WEIGHT(.14)
#define COST_LAST SM_WEIGHT(3.3)
#define COST_TOLD SM_WEIGHT(.07)
#define COST_TOLD_REVERSED SM_WEIGHT(7.2)
#define COST_TWO_WORDS SM_WEIGHT(1.44)
#define COST_JOINED SM_WEIGHT(.43)
/* Apostrophes that mean nothing */
#define COST_PLAIN SM_WEIGHT(3)
/* A letter that stands for a syllable; each further one is expected */
#define COST_INITIAL SM_WEIGHT(5)
#define COST_NEXT_INITIAL SM_WEIGHT(.5)
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
	bool		plain;			/* apostrophes are left out */
	bool		apostrophes;	/* there were some */
} Letters;

/* What is found while the given name is cut into syllables */
typedef struct Search
{
	const Letters *letters;
	SmWeight	base;			/* cost of these letters */
	SmFound		found;
	uint16_t	surname;		/* spelling + 1, 0 = none */
	SmWeight	cost;			/* of the arrangement and the letters */
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
		case C_CARON:
			return 'c' - 'a';
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

	l->apostrophes = true;
	if (l->plain)
		return;
	if (last == 'o' - 'a')
		l->code[l->length - 1] = O_BREVE;
	else if (last == 'u' - 'a')
		l->code[l->length - 1] = U_BREVE;
	else if (IsAspirate(l) && LetterCode(next) >= 0 && l->length < LETTERS_MAX)
		l->code[l->length++] = APOSTROPHE;
}

/* Is this a blank that came with an apostrophe: Cho 'l, Myo' ng? */
static bool
IsStrayBlank(const SmText *text, int i)
{
	if (text->cp[i] != ' ' || i == 0 || i + 1 >= text->length)
		return false;
	return text->cp[i + 1] == '\'' ||
		(text->cp[i - 1] == '\'' && LetterCode(text->cp[i + 1]) >= 0 && !text->upper[i + 1]);
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

/* Add a letter, in a new word if the last one has ended; false when there are too many */
static bool
AddLetter(Letters *l, int code, bool upper, bool in_word)
{
	if (l->length == LETTERS_MAX || (!in_word && !StartWord(l, true)))
		return false;
	if (!in_word)
		l->border[l->length] = true;
	l->capitals[l->words - 1] &= upper;
	l->code[l->length++] = (uint8_t) code;
	return true;
}

/* The letters and words of a Latin name; false when it cannot be Korean */
static bool
ReadLetters(Letters *l, const SmText *text, bool plain)
{
	bool		in_word = false;

	memset(l, 0, sizeof(*l));
	l->plain = plain;
	for (int i = 0; i < text->length; i++)
	{
		uint32_t	c = text->cp[i];
		int			code = LetterCode(c);

		if (c == '\'')
			AddApostrophe(l, i + 1 < text->length ? text->cp[i + 1] : ' ');
		else if (IsStrayBlank(text, i))
			continue;
		else if (c == ' ' || c == ',' || c == '.')
		{
			in_word = false;
			if (c == ',' && l->comma == 0)
				l->comma = l->words;
		}
		else if (c == '-' || c == 0xB7)
			l->border[l->length] = true;
		else if (code < 0 || !AddLetter(l, code, text->upper[i], in_word))
			return false;
		else
		{
			in_word = true;
			if (c == C_CARON && !AddLetter(l, 'h' - 'a', text->upper[i], true))
				return false;
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

/* Weigh the path that was found in each system */
static void
AddPath(Search *s)
{
	for (int y = 0; y < SM_SYSTEMS; y++)
	{
		SmHypothesis h = {0};
		int64_t		cost = (int64_t) s->cost + sm_system_cost[y] + sm_given_cost[s->depth];
		bool		never = false;
		SmWeight	initial = COST_INITIAL;

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
				cost += sm_initials[s->path[i] & 31].cost + initial;
				initial = COST_NEXT_INITIAL;
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
			sm_found_add(&s->found, &h);
	}
}

/* Is this a letter alone that may stand for a syllable?  One that is a syllable only after another */
static bool
IsInitial(const Search *s, int at)
{
	if (!s->surname || !s->border[at] || !s->border[at + 1] || s->code[at] >= 26 ||
		sm_initials[s->code[at]].cost == SM_NEVER)
		return false;
	return sm_trie[Child(0, s->code[at])].given == 0 || (s->depth > 0 && (s->path[s->depth - 1] & 0x8000));
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
	if (s->depth == SM_GIVEN_MAX || s->found.count >= SM_FOUND_MAX - SM_SYSTEMS)
		return;
	if (IsInitial(s, from))
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
	s->cost = s->base + cost;
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
	Arrange(s, 0, 0, l->length, SM_COST_NO_SURNAME);
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

/* Find the readings of letters that cost something on top */
static void
FindReadings(Search *s, const Letters *letters, SmWeight cost)
{
	s->letters = letters;
	s->base = cost;
	if (letters->words == 1)
		ArrangeJoined(s);
	else
		ArrangeWords(s);
}

/* Read a Latin name; false if it cannot be Korean */
bool
sm_latin_read(SmKorean *korean, const SmText *text)
{
	Letters		letters;
	Letters		plain;
	Search		search;
	SmWeight	total;

	if (!ReadLetters(&letters, text, false))
		return false;
	search.found.count = 0;
	FindReadings(&search, &letters, 0);
	if (letters.apostrophes && ReadLetters(&plain, text, true))
		FindReadings(&search, &plain, COST_PLAIN);
	if (search.found.count == 0)
		return false;
	total = sm_found_keep(korean, &search.found);
	korean->odds = total + KOREAN_PRIOR + BackgroundCost(&letters);
	return true;
}
