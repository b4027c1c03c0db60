/* How likely the letters of a name are in names of any other language */
#include "name/korean/background.h"

#include "data/spelling_table.h"

/* How likely the letters of a name are in names of any other language */

/* log2 of the odds of a name to be Korean before its letters are looked at */
#define KOREAN_PRIOR SM_WEIGHT(2.89)

/* The letters a-z of a word without marks, Cyrillic ones romanised; at most SM_PLAIN_MAX.  Returns how many */
int
sm_plain_letters(uint8_t *out, const SmLetters *letters, int word)
{
	int			n = 0;

	for (int i = letters->start[word]; i < letters->start[word + 1]; i++)
		for (const char *plain = sm_plain[letters->root][letters->code[i]]; *plain != '\0'; plain++)
			out[n++] = (uint8_t) *plain;
	return n;
}

/* Cost in bits of the letters of a word in a name of any other language */
SmWeight
sm_background_cost(const SmLetters *letters, int word)
{
	uint8_t		plain[SM_PLAIN_MAX];
	SmWeight	cost = 0;
	int			n = sm_plain_letters(plain, letters, word);
	int			last = 26;

	for (int i = 0; i < n; i++)
	{
		cost += sm_background[last][plain[i] - 'a'];
		last = plain[i] - 'a';
	}
	return cost + sm_background[last][26];
}

/* log2 of how much likelier a name of this likelihood is Korean than any other */
SmWeight
sm_korean_odds(const SmLetters *letters, SmWeight likelihood)
{
	SmWeight	odds = likelihood + KOREAN_PRIOR;

	for (int i = 0; i < letters->words; i++)
		odds += sm_background_cost(letters, i);
	return odds;
}
