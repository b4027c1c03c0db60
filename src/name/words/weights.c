/* What words are worth when they are compared, and what they cost that do not meet: word_weights.tsv */
#include "name/words/weights.h"

/* Weight of two words at a distance in tenths; length is that of the longer */
SmWeight
sm_words_near(SmWeight bits, int length, int tenths)
{
	return bits - bits * tenths * 10 / (sm_word_weights.near_letter * length + sm_word_weights.near_word) -
		tenths * SM_BIT / sm_word_weights.near_tenth_part;
}

/* Most that a word of so many letters earns with one that is one edit from it */
SmWeight
sm_words_most_near(SmWeight bits, int length)
{
	SmWeight	near = sm_words_near(bits, length + 1, SM_NEAR_TENTHS);

	return near > bits - SM_PLURAL_COST ? near : bits - SM_PLURAL_COST;
}

/* What a word costs that only one side has */
SmWeight
sm_words_missing(SmWeight bits, bool person)
{
	int			share = person ? sm_word_weights.missing_person :
		bits <= SM_GENERIC_BITS ? sm_word_weights.missing_generic :
		bits <= sm_word_weights.common ? sm_word_weights.missing_common : sm_word_weights.missing_rare;

	return bits * share / SM_BIT;
}
