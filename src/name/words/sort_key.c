/* Where names with alike words lie on the line along which an index keeps them together */
#include "name/words/sort_key.h"

#include <string.h>

#include "name/words/pack.h"
#include "name/words/word.h"

/* The heaviest word but one; of equal ones the first in the alphabet; -1 = there is none */
static int
HeaviestWord(const SmView *view, int but)
{
	int			best = -1;

	for (int i = 0; i < view->count; i++)
	{
		if (i == but)
			continue;
		if (best < 0 || SM_VIEW_BITS(view, i) > SM_VIEW_BITS(view, best))
			best = i;
		else if (SM_VIEW_BITS(view, i) == SM_VIEW_BITS(view, best))
		{
			int			length = SM_VIEW_LENGTH(view, i);
			int			other = SM_VIEW_LENGTH(view, best);
			int			order = memcmp(view->word[i], view->word[best],
									   length < other ? length : other);

			if (order < 0 || (order == 0 && length < other))
				best = i;
		}
	}
	return best;
}

/* Five bits per letter of the start of a word; other scripts come last, by what their bytes say */
static uint32_t
Letters(const SmView *view, int i, int n)
{
	uint32_t	key = 0;

	for (int k = 0; k < n; k++)
	{
		uint32_t	code = 0;

		if (i >= 0 && k < SM_VIEW_LENGTH(view, i))
		{
			uint8_t		c = view->word[i][k];

			code = c >= 'a' && c <= 'z' ? (uint32_t) (c - 'a' + 1) :
				c < 0x80 ? 27 : 28 + (c & 3u);
		}
		key = key << 5 | code;
	}
	return key;
}

/*
 * Position: organisations after others, then by self weight, both of which bound best; then four
 * letters of the heaviest word, one of the next.
 */
uint32_t
sm_words_sort_key(const uint8_t *reading)
{
	static const uint8_t limit[] = {9, 12, 15, 18, 20, 22, 24, 26, 28, 31, 34, 38, 43, 50, 60};
	SmView		view;
	uint32_t	class = 0;
	int			first;
	int			second;

	while (class < sizeof(limit) && SM_PACK_SELF(reading) >= limit[class] * SM_WORD_BIT)
		class++;
	sm_words_open(&view, reading);
	first = HeaviestWord(&view, -1);
	second = first < 0 ? -1 : HeaviestWord(&view, first);
	return (reading[1] & SM_FLAG_ORGANISATION ? UINT32_C(1) << 30 : 0) | class << 26 |
		Letters(&view, first, 4) << 6 | Letters(&view, second, 1) << 1;
}
