/* Names in Cyrillic letters */
#include "name/korean/cyrillic.h"

#include "data/spelling_table.h"
#include "name/korean/background.h"
#include "name/korean/foreign.h"
#include "name/korean/letters.h"
#include "name/text/unicode.h"

/* Letters that Russian has not: where they stand, и is the ы of Russian and і its и */
static bool
IsUkrainian(const SmText *text)
{
	for (int i = 0; i < text->length; i++)
		switch (text->cp[i])
		{
			case 0x454:			/* є */
			case 0x456:			/* і */
			case 0x457:			/* ї */
			case 0x491:			/* ґ */
				return true;
			default:
				break;
		}
	return false;
}

/* Add what a letter is read as, without marks that no spelling has; false if it is none or one too many */
static bool
AddCyrillicLetter(SmLetters *l, uint32_t c, bool upper)
{
	const uint8_t *codes = c >= 0x400 ? sm_letter_codes(c) : NULL;

	if (codes == NULL && c >= 0x400)
		codes = sm_letter_codes(sm_base_letter(c));

	return codes != NULL && sm_letters_add(l, codes[0], upper) &&
		(codes[1] == 255 || sm_letters_add(l, codes[1], upper));
}

/* The letters of a Cyrillic name; false when it cannot be Korean */
static bool
ReadCyrillic(SmLetters *l, const SmText *text)
{
	bool		ukrainian = IsUkrainian(text);

	sm_letters_start(l, SM_ROOT_CYRILLIC, SM_SANDHI_CYRILLIC, sm_systems_of_cyrillic);
	for (int i = 0; i < text->length; i++)
	{
		uint32_t	c = text->cp[i];

		if (ukrainian && c == 0x438)
			c = 0x44B;
		if (c != '\'' && !sm_letters_separate(l, c) && !AddCyrillicLetter(l, c, text->upper[i]))
			return false;
	}
	sm_letters_end(l);
	return l->words > 0;
}

/* Read a Cyrillic name; false if it cannot be Korean */
bool
sm_cyrillic_read(SmKorean *korean, const SmText *text)
{
	SmLetters	letters;
	SmFound		found;

	if (!ReadCyrillic(&letters, text) || !sm_letters_read(korean, &found, &letters))
		return false;
	korean->odds = sm_korean_odds(&letters, sm_found_keep(korean, &found));
	return true;
}
