/* Letters of one script that stand for those of another, because they look like them */
#include "name/text/lookalike.h"

#include <string.h>
#include <unicode/uchar.h>

#include "data/homoglyph_table.h"
#include "name/table.h"

/* What programs and evaders do to a text: bytes taken for another encoding, letters of another script */

static bool
IsCyrillicOrGreek(uint32_t c)
{
	return c >= 0x370 && c <= 0x52F;
}

/* Phonetic letters and small capitals: Latin ones that no orthography needs */
static bool
IsPhonetic(uint32_t c)
{
	return (c >= 0x250 && c <= 0x2AF) || (c >= 0x1D00 && c <= 0x1DBF) || (c >= 0xA720 && c < 0xA960) ||
		(c >= 0xAB30 && c <= 0xAB6F);
}

/* The Latin letter that a letter looks like, 0 = none */
uint32_t
sm_latin_twin(uint32_t c, bool upper)
{
	const SmHomoglyph *row = sm_table_find(sm_homoglyphs, sm_homoglyph_count, sizeof(SmHomoglyph), sm_key_32, c);

	return row == NULL ? 0 : (uint32_t) (upper ? row->capital : row->small);
}

/* The Cyrillic letter that a Latin one looks like, 0 = none */
static uint32_t
CyrillicTwin(uint32_t c, bool upper)
{
	for (int i = 0; i < sm_homoglyph_count; i++)
		if ((uint32_t) (upper ? sm_homoglyphs[i].capital : sm_homoglyphs[i].small) == c &&
			sm_homoglyphs[i].letter >= 0x400 && sm_homoglyphs[i].letter <= 0x52F)
			return sm_homoglyphs[i].letter;
	return 0;
}

/* May a letter only look like another one?  None of Latin, of kana, of Chinese characters and of Hangul */
static bool
IsForeign(uint32_t c)
{
	return c >= 0x250 && c < 0x20000 && !(c >= 0x1E00 && c < 0x1F00) && !(c >= 0x3000 && c < 0xA000) &&
		!sm_is_hangul(c);
}

/* Bring the letters from..to into one script, if the others all have a twin in it; false if not */
static bool
RepairLetters(SmText *text, int from, int to, bool to_latin)
{
	uint32_t	repaired[SM_TEXT_MAX];

	for (int i = from; i < to; i++)
	{
		uint32_t	c = text->cp[i];

		repaired[i - from] = c;
		if (to_latin ? IsCyrillicOrGreek(c) : sm_is_latin(c))
		{
			repaired[i - from] = to_latin ? sm_latin_twin(c, text->upper[i]) : CyrillicTwin(c, text->upper[i]);
			if (repaired[i - from] == 0)
				return false;
		}
	}
	memcpy(text->cp + from, repaired, (size_t) (to - from) * sizeof(uint32_t));
	return true;
}

/* Count the letters from..to of Latin, and those of Cyrillic and Greek */
static void
CountScripts(const SmText *text, int from, int to, int *latin, int *others)
{
	*latin = *others = 0;
	for (int i = from; i < to; i++)
	{
		*latin += sm_is_latin(text->cp[i]);
		*others += IsCyrillicOrGreek(text->cp[i]);
	}
}

/* Letters of a word that has Latin ones: bring those of Cyrillic and Greek into the script that most are of */
static void
RepairWord(SmText *text, int from, int to)
{
	int			latin;
	int			others;

	CountScripts(text, from, to, &latin, &others);
	if (latin > 0 && others > 0)
		RepairLetters(text, from, to, latin >= others);
}

/* Circles: an o behind a letter a-z where no other letter follows, else a letter that is hidden */
void
sm_repair_circles(SmText *text)
{
	for (int i = 0; i < text->length; i++)
		if (text->cp[i] == SM_CIRCLE)
		{
			bool		is_o = i > 0 && sm_is_latin(text->cp[i - 1]) &&
				(i + 1 == text->length || sm_is_latin(text->cp[i + 1]) || !sm_is_part(text->cp[i + 1]));

			text->cp[i] = is_o ? 'o' : SM_MASK;
			text->letters += is_o;
			text->lost |= is_o;
		}
}

/* Letters and digits of any other script in a word with Latin letters: the Latin ones that they look like */
static void
RepairLookalikes(SmText *text, int from, int to)
{
	int			latin;
	int			others;

	CountScripts(text, from, to, &latin, &others);
	if (latin == 0)
		return;
	for (int i = from; i < to; i++)
	{
		uint32_t	c = text->cp[i];
		uint32_t	twin = IsForeign(c) && !IsCyrillicOrGreek(c) ? sm_latin_twin(c, text->upper[i]) : 0;

		if (twin == 0 && c >= 0x80 && u_charDigitValue((UChar32) c) == 0)
			twin = 'o';
		if (twin == 0)
			continue;
		text->letters += !u_isalpha((UChar32) c);
		text->cp[i] = twin;
	}
}

/* Do something to each word of a text */
static void
RepairWords(SmText *text, void (*repair) (SmText *text, int from, int to))
{
	int			from = 0;

	for (int i = 0; i <= text->length; i++)
	{
		if (i < text->length && sm_is_part(text->cp[i]))
			continue;
		repair(text, from, i);
		from = i + 1;
	}
}

/*
 * Letters of one script in place of another's.  Where Latin is mixed with Cyrillic or Greek, the
 * whole name is brought into one script if every letter of the others has a twin there, else word
 * by word; letters of other scripts only where they stand in one word with Latin ones.
 */
void
sm_repair_scripts(SmText *text)
{
	int			foreign = 0;
	int			latin;
	int			others;

	for (int i = 0; i < text->length; i++)
	{
		if (IsPhonetic(text->cp[i]) && sm_latin_twin(text->cp[i], text->upper[i]) != 0)
			text->cp[i] = sm_latin_twin(text->cp[i], text->upper[i]);
		foreign += IsForeign(text->cp[i]);
	}
	if (foreign == 0)
		return;
	CountScripts(text, 0, text->length, &latin, &others);
	if (latin == 0)
		return;
	if (foreign > others)
		RepairWords(text, RepairLookalikes);
	if (others > 0 && !RepairLetters(text, 0, text->length, true) && !RepairLetters(text, 0, text->length, false))
		RepairWords(text, RepairWord);
}
