/* What words are worth when they are compared, and what they cost that do not meet; all set by hand */
#include "name/words/weights.h"

/* Weight of two words at a distance in tenths; length is that of the longer */
SmWeight
sm_words_near(SmWeight bits, int length, int tenths)
{
	return bits - bits * tenths * 10 / (42 * length + 80) - tenths * SM_BIT / 20;
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
	if (person)
		return bits * 31 / 256;
	if (bits <= SM_WEIGHT(6.5))
		return bits * 77 / 256;
	return bits <= SM_WEIGHT(8) ? bits * 102 / 256 : bits * 141 / 256;
}
