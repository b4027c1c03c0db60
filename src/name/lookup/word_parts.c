/*
 * Parts of a word of which a word one edit apart has one as well
 *
 * (1) A member's word of the letters 0 to n - 1 has three parts: its first k letters, its last k, and its first e with
 * its last e, k and e by n alone, so that e <= n - k but for n = 4.  One edit leaves a part to the other word, of n - 1
 * to n + 1 letters.  Another letter or one less at place p, of n >= 5: if p >= k the first k, if p < n - k the last k;
 * what remains is e <= p < n - e, for p < e is p < n - k, and p >= n - e is p >= k: the first and the last e.  One
 * letter more before that at place p: in the same way, and if p = n - k the last k as well.  Of n = 4, k = 3, e = 2
 * only this is one edit, for one of two words has five letters: p >= 3, p <= 1, or p = 2, which leaves both halves.  So
 * one looked up, of m letters, asks for its parts at each k and e that words of m - 1 to m + 1 letters have.
 *
 * (2) Two neighbours turned round, p and p + 1, leave the first k if p >= k, the last k if p + 1 < n - k, and the first
 * and the last e if e <= p and p + 1 < n - e.  For each other p one looked up turns them back, which makes the
 * member's word of it, and asks for its first k.  As e <= n - k that is p = k - 1, if n - e <= k, and p = e - 1, if
 * n - k <= e: two at most.
 */
#include "name/lookup/word_parts.h"

#include <string.h>

#include "name/lookup/letters_key.h"
#include "name/words/word.h"

/* The hashes of the parts of a word that a member's has, see (1) */
void
sm_word_parts(uint64_t hash[SM_PARTS], const uint8_t *letters, int length, SmPartLetters parts)
{
	uint8_t		both[SM_WORD_MAX];

	memcpy(both, letters, (size_t) parts.both);
	memcpy(both + parts.both, letters + length - parts.both, (size_t) parts.both);
	hash[SM_PART_FIRST] = sm_letters_polynomial(letters, parts.end);
	hash[SM_PART_LAST] = sm_letters_polynomial(letters + length - parts.end, parts.end);
	hash[SM_PART_BOTH] = sm_letters_polynomial(both, 2 * parts.both);
}

/*
 * The hashes of the first parts of the words that two letters turned back make of one looked up, where the member's
 * word has no other part in common with it, see (2); returns how many
 */
int
sm_word_turned(uint64_t hash[SM_TURNED_MAX], const uint8_t *letters, int length, SmPartLetters parts)
{
	uint8_t		turned[SM_WORD_MAX];
	int			n = 0;

	for (int p = 0; p < parts.end && p + 1 < length && n < SM_TURNED_MAX; p++)
	{
		if (p + 1 < length - parts.end || (p >= parts.both && p + 1 < length - parts.both))
			continue;
		memcpy(turned, letters, (size_t) parts.end);
		turned[p] = letters[p + 1];
		if (p + 1 < parts.end)
			turned[p + 1] = letters[p];
		hash[n++] = sm_letters_polynomial(turned, parts.end);
	}
	return n;
}
