/* A spelled name taken down letter by letter */
#include "name/korean/letters.h"

#include <string.h>

#include "data/spelling_table.h"
#include "name/table.h"
#include "name/text/text.h"

/* A spelled name taken down letter by letter */

/* The one or two letter codes that a letter beyond a-z is read as, the second 255 if it is one; NULL = none */
const uint8_t *
sm_letter_codes(uint32_t c)
{
	const SmSpellingLetter *row;

	if (c < SM_SPELLING_LETTERS_AT)
		return sm_spelling_letters_at[c] == 0 ? NULL : sm_spelling_letters[sm_spelling_letters_at[c] - 1].code;
	row = sm_table_find(sm_spelling_letters, sm_spelling_letter_count, sizeof(SmSpellingLetter), sm_key_16, c);
	return row != NULL ? row->code : NULL;
}

/* Begin the letters of a name */
void
sm_letters_start(SmLetters *letters, int root, int sandhi, uint32_t systems)
{
	memset(letters, 0, sizeof(*letters));
	letters->root = root;
	letters->sandhi = sandhi;
	letters->systems = systems;
}

/* Add a letter; false when there are too many letters or words */
bool
sm_letters_add(SmLetters *letters, int code, bool upper)
{
	if (letters->length == SM_LETTERS_MAX || (!letters->in_word && letters->words == SM_LETTERS_WORDS))
		return false;
	if (!letters->in_word)
	{
		letters->in_word = true;
		letters->border[letters->length] = true;
		letters->start[letters->words] = letters->length;
		letters->capitals[letters->words++] = true;
	}
	letters->capitals[letters->words - 1] &= upper;
	letters->code[letters->length++] = (uint8_t) code;
	return true;
}

/* Take a character that parts words or syllables; false if it is none */
bool
sm_letters_separate(SmLetters *letters, uint32_t c)
{
	if (c == ',' && letters->comma == 0)
		letters->comma = letters->words;
	switch (c)
	{
		case ',':
		case ' ':
		case '.':
		case '_':
		case '/':
		case ':':
		case ';':
		case '"':
		case SM_MASK:
		case SM_KANA_DOT:
			letters->in_word = false;
			return true;
		case '-':
		case SM_MIDDLE_DOT:
			letters->border[letters->length] = true;
			return true;
		default:
			return false;
	}
}

/* All letters are there; a comma behind them tells nothing */
void
sm_letters_end(SmLetters *letters)
{
	if (letters->comma == letters->words)
		letters->comma = 0;
	letters->start[letters->words] = letters->length;
	letters->border[letters->length] = true;
}
