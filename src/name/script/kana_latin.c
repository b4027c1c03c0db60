/* Names in kana as Latin letters, in the Hepburn spelling without long vowels, as passports have it */
#include "name/script/kana_latin.h"

#include <stddef.h>

#include "data/kana_table.h"
#include "name/script/letters.h"
#include "name/text/kana_sound.h"
#include "name/text/script.h"

#define KANA_E 0x30A8

/* Does a vowel make the one before it long: o and u, but where e follows (Inoue), and twice the same? */
static bool
IsLong(const SmText *out, const char *letters, uint32_t next)
{
	uint32_t	before = out->length > 0 ? out->cp[out->length - 1] : 0;

	return letters[1] == '\0' && ((letters[0] == 'u' && ((before == 'o' && next != KANA_E) || before == 'u')) ||
								  (letters[0] == 'o' && before == 'o'));
}

/* Append a sound, its consonant twice if told, and before this kana */
static void
AppendSoundOf(SmText *out, const SmKana *row, bool twice, uint32_t next)
{
	if (IsLong(out, row->letters, next))
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

	sm_transcript_start(out, text);
	for (int i = 0; i < text->length;)
	{
		uint32_t	c = sm_katakana_at(text, i);
		int			taken = 1;
		const SmKana *row;

		if (c == SM_SMALL_TSU)
			twice = true;
		else if (sm_is_kana(c) && c != SM_LONG_VOWEL)
		{
			row = sm_kana_sound_at(text, i, &taken);
			if (row == NULL)
				return false;
			AppendSoundOf(out, row, twice, sm_katakana_at(text, i + taken));
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
