/* Names in katakana or hiragana */
#include "name/korean/kana.h"

#include "data/kana_table.h"
#include "data/spelling_table.h"
#include "name/korean/background.h"
#include "name/korean/foreign.h"
#include "name/korean/letters.h"
#include "name/text/kana_sound.h"
#include "name/text/script.h"

/* Add the letters of the sound at i, the first one twice if told; returns its kana, 0 = it cannot be read */
static int
AddSound(SmLetters *l, const SmText *text, int i, bool twice)
{
	int			taken;
	const SmKana *row = sm_kana_sound_at(text, i, &taken);

	if (row == NULL || (twice && !sm_letters_add(l, (row->letters[0] == 'c' ? 't' : row->letters[0]) - 'a', false)))
		return 0;
	for (int k = 0; k < (int) sizeof(row->letters) && row->letters[k] != '\0'; k++)
		if (!sm_letters_add(l, row->letters[k] - 'a', false))
			return 0;
	return taken;
}

/* The letters of a name in kana; false when it cannot be Korean */
static bool
ReadKana(SmLetters *l, const SmText *text)
{
	bool		twice = false;

	sm_letters_start(l, SM_ROOT_LATIN, SM_SANDHI_KANA, sm_systems_of_kana);
	/* among names in kana there is no other system */
	l->cost = -sm_system_cost[__builtin_ctz(sm_systems_of_kana)][SM_STYLE_NONE];
	for (int i = 0; i < text->length;)
	{
		uint32_t	c = sm_katakana_at(text, i);
		int			taken = 1;

		if (c == SM_SMALL_TSU)
			twice = true;
		else if (c != SM_LONG_VOWEL && !sm_letters_separate(l, c))
		{
			taken = AddSound(l, text, i, twice);
			if (taken == 0)
				return false;
			twice = false;
			/* it ends a syllable */
			if (c == SM_SYLLABIC_N)
				l->border[l->length] = true;
		}
		i += taken;
	}
	sm_letters_end(l);
	return l->words > 0;
}

/* Read a name in katakana or hiragana through its Hepburn spelling; false if it cannot be Korean */
bool
sm_kana_read(SmKorean *korean, const SmText *text)
{
	SmLetters	letters;
	SmFound		found;

	if (!ReadKana(&letters, text) || !sm_letters_read(korean, &found, &letters))
		return false;
	for (int i = 0; i < found.count; i++)
		found.hypothesis[i].system = SM_SYSTEM_KANA;
	korean->odds = sm_korean_odds(&letters, sm_found_keep(korean, &found));
	return true;
}
