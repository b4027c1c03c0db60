/* Names in kana as Latin letters, in the Hepburn spelling without long vowels, as passports have it */
#include "name/script/kana_latin.h"

#include <stddef.h>
#include <string.h>

#include "data/kana_table.h"
#include "name/script/letters.h"
#include "name/table.h"
#include "name/text/script.h"

/* Doubles the consonant that follows */
#define DOUBLER 0x30C3

/* The katakana of a code point, itself if it is none */
static uint32_t
KatakanaAt(const SmText *text, int i)
{
	uint32_t	c = i < text->length ? text->cp[i] : 0;

	return c >= 0x3041 && c <= 0x3096 ? c + 0x60 : c;
}

static uint64_t
KeyOfKanaRow(const void *row)
{
	const SmKana *kana = row;

	return (uint64_t) kana->kana[0] << 16 | kana->kana[1];
}

/* The row of the longest sound at a place, NULL = there is none */
static const SmKana *
SoundAt(const SmText *text, int i, int *taken)
{
	for (*taken = 2; *taken > 0; --*taken)
	{
		uint64_t	key = (uint64_t) KatakanaAt(text, i) << 16 | (*taken == 2 ? KatakanaAt(text, i + 1) : 0);
		const SmKana *row = sm_table_find(sm_kana, sm_kana_count, sizeof(SmKana), KeyOfKanaRow, key);

		if (row != NULL && (*taken == 1 || row->kana[1] != 0))
			return row;
	}
	return NULL;
}

/* Does a vowel make the one before it long: o and u, and twice the same? */
static bool
IsLong(const SmText *out, const char *letters)
{
	uint32_t	before = out->length > 0 ? out->cp[out->length - 1] : 0;

	return letters[1] == '\0' && ((letters[0] == 'u' && (before == 'o' || before == 'u')) ||
								  (letters[0] == 'o' && before == 'o'));
}

/* Append a sound, its consonant twice if told */
static void
AppendSoundOf(SmText *out, const SmKana *row, bool twice)
{
	if (IsLong(out, row->letters))
		return;
	if (twice)
		sm_transcript_add(out, row->letters[0] == 'c' ? 't' : (uint8_t) row->letters[0], false);
	for (size_t k = 0; k < sizeof(row->letters) && row->letters[k] != '\0'; k++)
		sm_transcript_add(out, (uint8_t) row->letters[k], false);
}

/* Transcribe a text; false if it holds letters of another script, or no kana */
bool
sm_kana_transcribe(SmText *out, const SmText *text)
{
	bool		twice = false;
	bool		any = false;

	memcpy(out, text, offsetof(SmText, cp));
	out->length = 0;
	for (int i = 0; i < text->length;)
	{
		uint32_t	c = KatakanaAt(text, i);
		int			taken = 1;
		const SmKana *row;

		if (c == DOUBLER)
			twice = true;
		else if (sm_is_kana(c) && c != SM_LONG_VOWEL)
		{
			row = SoundAt(text, i, &taken);
			if (row == NULL)
				return false;
			AppendSoundOf(out, row, twice);
			twice = false;
			any = true;
		}
		else if (sm_script_of(c) != SM_SCRIPT_NONE && c != SM_LONG_VOWEL)
			return false;
		else if (c != SM_LONG_VOWEL)
			sm_transcript_add(out, c, false);
		i += taken;
	}
	return any;
}
