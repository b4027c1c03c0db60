#include "name/spelled.h"

#include <string.h>

#include "data/phrase_table.h"
#include "data/spelling_table.h"

#define APOSTROPHE 26
#define O_BREVE 27
#define U_BREVE 28
#define O_UMLAUT 29
/* Read as ch */
#define C_CARON 0x10D

/* Apostrophes that mean nothing */
#define COST_PLAIN SM_WEIGHT(3)
/* log2 of the odds of a name to be Korean before its letters are looked at */
#define KOREAN_PRIOR SM_WEIGHT(2.89)

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
IsAspirate(const SmLetters *l)
{
	int			last = l->length > 0 ? l->code[l->length - 1] : 0;

	if (last == 'h' - 'a')
		return l->length > 1 && l->code[l->length - 2] == 'c' - 'a';
	return last == 'k' - 'a' || last == 't' - 'a' || last == 'p' - 'a';
}

/* An apostrophe: breve after o and u, aspiration after k t p ch, else nothing */
static void
AddApostrophe(SmLetters *l, uint32_t next)
{
	int			last = l->length > 0 ? l->code[l->length - 1] : 0;

	if (last == 'o' - 'a')
		l->code[l->length - 1] = O_BREVE;
	else if (last == 'u' - 'a')
		l->code[l->length - 1] = U_BREVE;
	else if (IsAspirate(l) && LetterCode(next) >= 0 && l->length < SM_LETTERS_MAX)
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

/* Is the word of the text at this place a title?  Returns where it ends, 0 = it is none */
static int
TitleEnd(const SmText *text, int at)
{
	for (int i = 0; i < sm_title_count; i++)
	{
		int			end = at;

		for (const char *c = sm_titles[i]; *c && end < text->length && text->cp[end] == (uint32_t) *c; c++)
			end++;
		if (end - at == (int) strlen(sm_titles[i]) && end < text->length &&
			(text->cp[end] == ' ' || text->cp[end] == '.'))
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

static bool
HasApostrophe(const SmText *text)
{
	for (int i = 0; i < text->length; i++)
		if (text->cp[i] == '\'')
			return true;
	return false;
}

/* The letters of a Latin name, apostrophes or not; false when it cannot be Korean */
static bool
ReadLetters(SmLetters *l, const SmText *text, bool apostrophes)
{
	bool		in_word = false;

	sm_letters_start(l, SM_ROOT_LATIN, sm_systems_of_latin);
	l->assimilates = true;
	for (int i = SkipTitles(text); i < text->length; i++)
	{
		uint32_t	c = text->cp[i];
		int			code = LetterCode(c);

		if (c == '\'')
		{
			if (apostrophes)
				AddApostrophe(l, i + 1 < text->length ? text->cp[i + 1] : ' ');
		}
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
		else if (code < 0 || !sm_letters_add(l, code, text->upper[i], !in_word))
			return false;
		else
		{
			in_word = true;
			if (c == C_CARON && !sm_letters_add(l, 'h' - 'a', text->upper[i], false))
				return false;
		}
	}
	sm_letters_end(l);
	return l->words > 0 && l->comma < l->words;
}

/* A letter code without its mark: place in a-z, -1 = the mark of an aspirate */
int
sm_plain_letter(int code)
{
	switch (code)
	{
		case APOSTROPHE:
			return -1;
		case O_BREVE:
		case O_UMLAUT:
			return 'o' - 'a';
		case U_BREVE:
			return 'u' - 'a';
		default:
			return code;
	}
}

/* Cost in bits of the letters of a word in a name of any other language */
SmWeight
sm_background_cost(const SmLetters *letters, int word)
{
	SmWeight	cost = 0;
	int			last = 26;

	for (int i = letters->start[word]; i < letters->start[word + 1]; i++)
	{
		int			c = sm_plain_letter(letters->code[i]);

		if (c < 0)
			continue;
		cost += sm_background[last][c];
		last = c;
	}
	return cost + sm_background[last][26];
}

/* Read a Latin name; false if it cannot be Korean */
bool
sm_latin_read(SmKorean *korean, const SmText *text)
{
	SmLetters	letters;
	SmLetters	plain;
	SmFound		found;
	SmWeight	total;

	if (!ReadLetters(&letters, text, true))
		return false;
	found.count = 0;
	sm_spelled_read(&found, &letters);
	if (HasApostrophe(text) && ReadLetters(&plain, text, false))
	{
		plain.cost = COST_PLAIN;
		sm_spelled_read(&found, &plain);
	}
	if (found.count == 0)
		sm_foreign_read(korean, &found, &letters);
	if (found.count == 0)
		return false;
	total = sm_found_keep(korean, &found);
	korean->odds = total + KOREAN_PRIOR;
	for (int i = 0; i < letters.words; i++)
		korean->odds += sm_background_cost(&letters, i);
	return true;
}
