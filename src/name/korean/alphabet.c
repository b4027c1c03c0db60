/*
 * Names in letters of further alphabets: Arabic, Hebrew, Greek, Georgian, Armenian, Devanagari, Thai.  Only a whole
 * text is read so, with a surname, and each letter of it must be one of its alphabet: most names in these letters are
 * no Korean's.
 */
#include "name/korean/alphabet.h"

#include <stddef.h>
#include <string.h>

#include "data/spelling_table.h"
#include "name/korean/background.h"
#include "name/korean/letters.h"
#include "name/korean/spelling.h"
#include "name/korean/syllables.h"
#include "name/table.h"
#include "name/text/script.h"
#include "name/text/unicode.h"

/* No letter */
#define NONE 255

/* The row of a letter, with its accents or without; NULL = it is of none of the alphabets */
static const SmAlphabetLetter *
FindLetter(uint32_t c)
{
	const SmAlphabetLetter *row = sm_table_find(sm_alphabet_letters, sm_alphabet_letter_count, sizeof(SmAlphabetLetter),
												sm_key_16, c);

	return row == NULL && c >= 0x370 && c < 0x2000 && sm_base_letter(c) != c ? FindLetter(sm_base_letter(c)) : row;
}

/* The root of the spellings in the alphabet of a letter, -1 = it is of none */
int
sm_alphabet_root(uint32_t c)
{
	const SmAlphabetLetter *row = c < 0x370 ? NULL : FindLetter(c);

	return row != NULL ? row->root : -1;
}

/* That of the first letter of a text */
static int
RootOf(const SmText *text)
{
	for (int i = 0; i < text->length; i++)
		if (sm_is_part(text->cp[i]))
			return sm_alphabet_root(text->cp[i]);
	return -1;
}

/* Add what a letter is read as, and behind it a vowel that stood before it, NONE = none */
static bool
AddCodes(SmLetters *l, const SmAlphabetLetter *row, uint8_t *front)
{
	for (int k = 0; k < 2 && row->code[k] != NONE; k++)
		if (!sm_letters_add(l, row->code[k], false))
			return false;
	if (*front != NONE && !sm_letters_add(l, *front, false))
		return false;
	*front = NONE;
	return true;
}

/* Take back the last letter of a word that has more */
static void
DropLetter(SmLetters *l)
{
	if (l->in_word && l->length > l->start[l->words - 1] + 1)
		l->border[l->length--] = false;
}

/* Is the last letter of a name one that may be an ending: behind a consonant? */
static bool
HasEnding(const SmLetters *l, const SmAlphabetLetter *last)
{
	const char *before;

	if (last == NULL || last->how != SM_ALPHABET_ENDING || l->length < 2)
		return false;
	before = sm_plain[l->root][l->code[l->length - 2]];
	return strchr("aeiou", before[0]) == NULL;
}

/*
 * The letters of a text from..to, which is in the alphabet of a root; false when they cannot be Korean.  May the last
 * one be an ending?
 */
static bool
ReadAlphabet(SmLetters *l, bool *ending, const SmText *text, int from, int to, int root)
{
	const SmAlphabetLetter *last = NULL;
	uint8_t		front = NONE;

	sm_letters_start(l, root, SM_SANDHI_OF(root), sm_root_systems[root]);
	for (int i = from; i < to; i++)
	{
		uint32_t	c = text->cp[i];
		const SmAlphabetLetter *row = FindLetter(c);

		if (row == NULL || row->root != root)
		{
			if (front != NONE || (c != '\'' && !sm_letters_separate(l, c)))
				return false;
		}
		else if (row->how == SM_ALPHABET_MUTE)
			DropLetter(l);
		else if (row->how == SM_ALPHABET_FRONT && front == NONE)
			front = row->code[0];
		else if (row->code[0] != NONE)
		{
			if (!AddCodes(l, row, &front))
				return false;
			last = row;
		}
	}
	sm_letters_end(l);
	*ending = HasEnding(l, last);
	return l->words > 0 && front == NONE;
}

/* Letters without the last one, which is an ending */
static SmLetters
WithoutEnding(const SmLetters *letters)
{
	SmLetters	shorter = *letters;

	shorter.length--;
	sm_letters_end(&shorter);
	return shorter;
}

/* The spelling + 1 that the letters of a text from..to are of a surname, or of a given syllable; 0 = they are none */
uint16_t
sm_alphabet_spelling(const SmText *text, int from, int to, bool surname)
{
	uint16_t	(*spelling) (const SmLetters *, int, int) = surname ? sm_surname_spelling : sm_given_spelling;
	SmLetters	letters;
	uint16_t	found;
	bool		ending;

	if (!ReadAlphabet(&letters, &ending, text, from, to, sm_alphabet_root(text->cp[from])))
		return 0;
	found = spelling(&letters, 0, letters.length);
	return found == 0 && ending ? spelling(&letters, 0, letters.length - 1) : found;
}

/* Does a text begin with a letter of one of these alphabets, and has it none of a script with a reader of its own? */
bool
sm_alphabet_only(const SmText *text)
{
	if (RootOf(text) < 0)
		return false;
	for (int i = 0; i < text->length; i++)
		if (sm_script_of(text->cp[i]) != SM_SCRIPT_NONE)
			return false;
	return true;
}

/* Leave out what is found without a surname */
static void
KeepSurnames(SmFound *found)
{
	int			n = 0;

	for (int i = 0; i < found->count; i++)
		if (found->hypothesis[i].has_surname)
			found->hypothesis[n++] = found->hypothesis[i];
	found->count = n;
}

/* Read a name that is all in letters of one of these alphabets; false if it cannot be Korean */
bool
sm_alphabet_read(SmKorean *korean, const SmText *text)
{
	SmLetters	letters;
	SmFound		found;
	int			root = RootOf(text);
	bool		ending;

	if (root < 0 || !ReadAlphabet(&letters, &ending, text, 0, text->length, root))
		return false;
	found.count = 0;
	sm_spelling_read(&found, &letters);
	if (ending)
	{
		SmLetters	shorter = WithoutEnding(&letters);

		sm_spelling_read(&found, &shorter);
	}
	KeepSurnames(&found);
	if (found.count == 0)
		return false;
	korean->odds = sm_korean_odds(&letters, sm_found_keep(korean, &found));
	return true;
}
