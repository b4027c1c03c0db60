/* Names in Latin letters */
#include "name/korean/latin.h"

#include "data/phrase_table.h"
#include "data/spelling_table.h"
#include "name/korean/background.h"
#include "name/korean/foreign.h"
#include "name/korean/letters.h"
#include "name/korean/spelling.h"
#include "name/weight.h"

#define APOSTROPHE 26
#define O_BREVE 27
#define U_BREVE 28

/* Apostrophes that mean nothing; marks that are tones */
#define COST_PLAIN SM_WEIGHT(3)
#define COST_TONES SM_WEIGHT(1)
/* A name in Mandarin may be a Korean's, but is a Chinese one's more often than its letters tell: most odds of it */
#define ODDS_MANDARIN SM_WEIGHT(6)

/* What the marks of a name are taken for */
typedef enum Marks
{
	MARKS_MEANT,
	MARKS_NO_APOSTROPHES,		/* apostrophes part syllables or mean nothing */
	MARKS_TONES					/* and other marks are the tones of Mandarin */
} Marks;

/* Letter code of a digit that stands for a letter; -1 for what no spelling has */
static int
DigitCode(uint32_t c)
{
	switch (c)
	{
		case '0':
			return 'o' - 'a';
		case '1':
			return 'i' - 'a';
		case '5':
			return 's' - 'a';
		case '6':
			return 'g' - 'a';
		case '8':
			return 'b' - 'a';
		default:
			return -1;
	}
}

/* Is it a letter of a spelling? */
static bool
IsLetter(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || DigitCode(c) >= 0 || (c < 0x400 && sm_letter_codes(c) != NULL);
}

static bool
IsCapital(const SmText *text, int i)
{
	return i >= 0 && i < text->length && text->upper[i];
}

static bool
IsVowel(uint32_t c)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

/*
 * The letter at a place as it is meant, where it looks like another one: KlM, ChoI, K1M, I1, K|M.
 * Between capitals l is I, behind small letters I is l; 1 is l behind a vowel.
 */
static uint32_t
MeantLetter(const SmText *text, int i)
{
	uint32_t	c = text->cp[i];
	uint32_t	before = i > 0 ? text->cp[i - 1] : ' ';
	uint32_t	after = i + 1 < text->length ? text->cp[i + 1] : ' ';

	switch (c)
	{
		case '|':
			return 'i';
		case '1':
			return IsVowel(before) ? 'l' : 'i';
		case 'l':
			return !text->upper[i] && IsCapital(text, i - 1) && IsCapital(text, i + 1) ? 'i' : c;
		case 'i':
			return text->upper[i] && before >= 'a' && before <= 'z' && !IsCapital(text, i - 1) && !IsLetter(after) ?
				'l' : c;
		default:
			return c;
	}
}

/* Is the character at a place a capital, or a digit or l among capitals that is meant as one? */
static bool
MeantCapital(const SmText *text, int i, uint32_t meant)
{
	return text->upper[i] ||
		((meant != text->cp[i] || DigitCode(meant) >= 0) && (IsCapital(text, i - 1) || IsCapital(text, i + 1)));
}

/* Add what a code point is read as; false if it is no letter or one too many */
static bool
AddLatinLetter(SmLetters *l, uint32_t c, bool upper, Marks marks)
{
	const uint8_t *codes;
	int			code = c >= 'a' && c <= 'z' ? (int) c - 'a' : DigitCode(c);

	if (code >= 0)
		return sm_letters_add(l, code, upper);
	codes = sm_letter_codes(c);
	if (codes != NULL && marks == MARKS_TONES)
		return sm_letters_add(l, sm_plain[SM_ROOT_LATIN][codes[0]][0] - 'a', upper);
	return codes != NULL && sm_letters_add(l, codes[0], upper) &&
		(codes[1] == 255 || sm_letters_add(l, codes[1], upper));
}

/* May the apostrophe after these letters mark an aspirate? */
static bool
IsAspirate(const SmLetters *l)
{
	int			last = l->length > 0 ? l->code[l->length - 1] : 0;

	if (last == 'h' - 'a')
		return l->length > 1 && l->code[l->length - 2] == 'c' - 'a';
	return last == 'k' - 'a' || last == 't' - 'a' || last == 'p' - 'a';
}

/* An apostrophe: breve after o and u, aspiration after k t p ch, a new syllable between ng and a vowel, else nothing */
static void
AddApostrophe(SmLetters *l, uint32_t next, Marks marks)
{
	int			last = l->length > 0 ? l->code[l->length - 1] : 0;

	if (marks == MARKS_MEANT && last == 'o' - 'a')
		l->code[l->length - 1] = O_BREVE;
	else if (marks == MARKS_MEANT && last == 'u' - 'a')
		l->code[l->length - 1] = U_BREVE;
	else if (marks == MARKS_MEANT && IsAspirate(l) && IsLetter(next) && l->length < SM_LETTERS_MAX)
		l->code[l->length++] = APOSTROPHE;
	else if ((last == 'n' - 'a' || last == 'g' - 'a') && IsLetter(next))
		l->border[l->length] = true;
}

/* Is this a blank that came with an apostrophe: Cho 'l, Myo' ng, Ky 'o ng? */
static bool
IsStrayBlank(const SmText *text, int i)
{
	if (text->cp[i] != ' ' || i == 0 || i + 1 >= text->length)
		return false;
	if (text->cp[i + 1] == '\'')
		return true;
	if (i > 1 && text->cp[i - 2] == '\'' && IsVowel(text->cp[i - 1]) && text->upper[i + 1] == text->upper[i - 1])
		return i + 2 < text->length && text->cp[i + 1] == 'n' && text->cp[i + 2] == 'g';
	return text->cp[i - 1] == '\'' && IsLetter(text->cp[i + 1]) && !text->upper[i + 1];
}

/* Is the word of the text at this place a title?  Returns where it ends, 0 = it is none */
static int
TitleEnd(const SmText *text, int at)
{
	int			end = at;

	while (end < text->length && sm_is_latin(text->cp[end]))
		end++;
	if (end == text->length || (text->cp[end] != ' ' && text->cp[end] != '.') || end == at || end - at > 31 ||
		!(sm_title_lengths[text->cp[at] - 'a'] >> (end - at) & 1))
		return 0;
	for (int i = 0; i < sm_title_count; i++)
	{
		int			k = at;

		while (k < end && text->cp[k] == (uint8_t) sm_titles[i][k - at])
			k++;
		if (k == end && sm_titles[i][k - at] == '\0')
			return end;
	}
	return 0;
}

/* Where the name starts behind the titles */
static int
SkipTitles(const SmText *text)
{
	int			at = 0;

	for (;;)
	{
		int			end;

		while (at < text->length && (text->cp[at] == ' ' || text->cp[at] == '.'))
			at++;
		end = TitleEnd(text, at);
		if (end == 0)
			return at;
		at = end;
	}
}

/* Does a name have a character in this range? */
static bool
HasCharacter(const SmText *text, uint32_t from, uint32_t to)
{
	for (int i = 0; i < text->length; i++)
		if (text->cp[i] >= from && text->cp[i] <= to)
			return true;
	return false;
}

/* Is the character at a place in no word? */
static bool
IsOutside(const SmText *text, int i)
{
	return i < 0 || i >= text->length || !(sm_is_part(text->cp[i]) || text->cp[i] == '\'');
}

/* Is there a number at a place behind a word, which is no word of a name: KIM Jong Un 1, not 0 Jong-Ae? */
static bool
IsNumberBehind(const SmText *text, int i)
{
	int			before = i - 1;
	int			to = i;

	if (text->cp[i] < '0' || text->cp[i] > '9' || !IsOutside(text, before))
		return false;
	while (before >= 0 && !sm_is_part(text->cp[before]))
		before--;
	while (to < text->length && text->cp[to] >= '0' && text->cp[to] <= '9')
		to++;
	return before >= 0 && IsOutside(text, to);
}

/* Is the letter at a place alone, and a full stop behind it with more of the name: Jong U. Kim? */
static bool
IsDotted(const SmText *text, int i)
{
	if (i + 1 >= text->length || text->cp[i + 1] != '.' || !IsOutside(text, i - 1))
		return false;
	for (int k = i + 2; k < text->length; k++)
		if (sm_is_part(text->cp[k]))
			return true;
	return false;
}

/* Is it a letter a-z that is meant as it is written, whatever stands beside it, and no half of a w? */
static bool
IsPlainLetter(uint32_t c)
{
	return sm_is_latin(c) && c != 'i' && c != 'l' && c != 'v';
}

/* The letters of a Latin name; false when it cannot be Korean */
static bool
ReadLatin(SmLetters *l, const SmText *text, Marks marks)
{
	sm_letters_start(l, SM_ROOT_LATIN, SM_SANDHI_LATIN,
					 marks == MARKS_TONES ? sm_systems_of_mandarin : sm_systems_of_latin);
	for (int i = SkipTitles(text); i < text->length; i++)
	{
		uint32_t	c = text->cp[i];

		if (IsPlainLetter(c) && !(i + 1 < text->length && text->cp[i + 1] == '.'))
		{
			if (!sm_letters_add(l, (int) c - 'a', text->upper[i]))
				return false;
			continue;
		}
		c = MeantLetter(text, i);
		if (IsNumberBehind(text, i))
			return false;
		if (c == 'v' && i + 1 < text->length && text->cp[i + 1] == 'v')
		{
			c = 'w';
			i++;
		}
		if (c == '\'')
			AddApostrophe(l, i + 1 < text->length ? text->cp[i + 1] : ' ', marks);
		else if (!IsStrayBlank(text, i) && !sm_letters_separate(l, c) &&
				 !AddLatinLetter(l, c, MeantCapital(text, i, c), marks))
			return false;
		else if (sm_is_latin(c) && IsDotted(text, i))
			l->dotted |= UINT64_C(1) << (l->length - 1);
	}
	sm_letters_end(l);
	return l->words > 0;
}

/* Is there an rn that may be an m which a machine misread? */
static bool
HasSplitM(const SmLetters *l)
{
	for (int i = 0; i + 1 < l->length; i++)
		if (l->code[i] == 'r' - 'a' && l->code[i + 1] == 'n' - 'a' && !l->border[i + 1])
			return true;
	return false;
}

/* Odds in bits below which a name of three syllables looks misspelt */
#define SLIP_BELOW SM_WEIGHT(12)

/* Misspelt readings each less likely than a Korean name by so many bits are none together */
#define HOPELESS SM_WEIGHT(4)

/* Read a Latin name; false if it cannot be Korean, where it must be spelled right also if it is so only by a slip */
static bool
ReadSpelling(SmKorean *korean, const SmText *text, bool spelled)
{
	SmLetters	letters;
	SmLetters	plain;
	SmFound		found;
	SmWeight	odds;			/* of its letters before what they are read as */
	bool		looks_misspelt;

	if (!ReadLatin(&letters, text, MARKS_MEANT))
		return false;
	odds = sm_korean_odds(&letters, 0);
	found.count = 0;
	sm_spelling_read(&found, &letters);
	if (HasCharacter(text, '\'', '\'') && ReadLatin(&plain, text, MARKS_NO_APOSTROPHES))
	{
		plain.cost = COST_PLAIN;
		sm_spelling_read(&found, &plain);
	}
	if (!text->ascii && HasCharacter(text, 0x80, UINT32_MAX) && ReadLatin(&plain, text, MARKS_TONES))
	{
		plain.cost = COST_TONES;
		sm_spelling_read(&found, &plain);
	}
	if (found.count == 0 && spelled)
		return false;
	looks_misspelt = found.count == 0 || HasSplitM(&letters) ||
		(found.best_given > 1 && odds + found.best < SLIP_BELOW);
	if (found.count == 0)
		sm_foreign_read(korean, &found, &letters);
	if (looks_misspelt)
	{
		letters.slips = true;
		letters.hopeless = SM_KOREAN_FROM - HOPELESS - odds;
		letters.systems = sm_systems_mixed;
		sm_spelling_read(&found, &letters);
	}
	if (found.count == 0)
		return false;
	korean->odds = odds + sm_found_keep(korean, &found);
	if ((sm_systems_of_mandarin >> korean->hypothesis[0].system & 1) && korean->odds > ODDS_MANDARIN)
		korean->odds = ODDS_MANDARIN;
	return true;
}

/* Read a Latin name; false if it cannot be Korean */
bool
sm_latin_read(SmKorean *korean, const SmText *text)
{
	return ReadSpelling(korean, text, false);
}

/* The same of a name that has to be read without a slip of the pen and without a given name of another language */
bool
sm_latin_read_spelled(SmKorean *korean, const SmText *text)
{
	return ReadSpelling(korean, text, true);
}
