/* The sounds of kana: hiragana counts as the katakana of its sound, and two kana as one sound where they are */
#include "name/text/kana_sound.h"

#include <stddef.h>

#include "name/table.h"

/* The katakana of a code point, itself if it is none, 0 behind the end */
uint32_t
sm_katakana_at(const SmText *text, int i)
{
	uint32_t	c = i < text->length ? text->cp[i] : 0;

	return c >= 0x3041 && c <= 0x3096 ? c + 0x60 : c;
}

/* The row of one kana (second = 0) or two, NULL if there is none */
static const SmKana *
FindKana(uint32_t first, uint32_t second)
{
	return sm_table_find(sm_kana, sm_kana_count, sizeof(SmKana), sm_key_two_16, (uint64_t) first << 16 | second);
}

/* The row of the longest sound at a place, and how many kana it is; NULL: there is none */
const SmKana *
sm_kana_sound_at(const SmText *text, int i, int *taken)
{
	const SmKana *row = FindKana(sm_katakana_at(text, i), sm_katakana_at(text, i + 1));

	*taken = row != NULL && row->kana[1] != 0 ? 2 : 1;
	return row != NULL ? row : FindKana(sm_katakana_at(text, i), 0);
}
