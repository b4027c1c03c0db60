/* The similarity that a weight of words is: its share of the mean of both self weights */
#include "name/words/share.h"

/* The share of a weight, in 1/65536, that is the built-in threshold: .60 */
#define THRESHOLD_SHARE 39322

/* Share of a weight in the mean of two self weights, mapped so that .60 is the threshold */
int
sm_words_share(int64_t weight, int64_t self_sum)
{
	int64_t		share;

	if (weight <= 0 || self_sum <= 0)
		return 0;
	share = 2 * weight * 65536 / self_sum;
	if (share >= 65536)
		return SM_SIMILARITY_ONE;
	if (share <= THRESHOLD_SHARE)
		return (int) (share * SM_THRESHOLD / THRESHOLD_SHARE);
	return SM_THRESHOLD +
		(int) ((share - THRESHOLD_SHARE) * (SM_SIMILARITY_ONE - SM_THRESHOLD) /
			   (65536 - THRESHOLD_SHARE));
}

/* The least share, in 1/65536, that may reach a similarity of 1 to 1000 thousandths */
int64_t
sm_words_least_share(int threshold)
{
	int			range = SM_SIMILARITY_ONE - SM_THRESHOLD;

	if (threshold <= SM_THRESHOLD)
		return (THRESHOLD_SHARE * threshold + SM_THRESHOLD - 1) / SM_THRESHOLD;
	return THRESHOLD_SHARE +
		((65536 - THRESHOLD_SHARE) * (threshold - SM_THRESHOLD) + range - 1) / range;
}

/* The least weight that may reach a similarity of 1 to 1000 thousandths; no greater one fails */
SmWeight
sm_words_least(int threshold, int64_t self_sum)
{
	return (SmWeight) ((sm_words_least_share(threshold) * self_sum + 131071) / 131072);
}

/* The straight piece on which the similarity of a share in thousandths lies */
SmShareRule
sm_words_share_rule(int share)
{
	if (share <= 600)
		return (SmShareRule) {{0, 600}, {0, SM_THRESHOLD}};
	return (SmShareRule) {{600, 1000}, {SM_THRESHOLD, SM_SIMILARITY_ONE}};
}

/* Similarity in thousandths; 1000 only if all words and numbers are equal, else at most 980 */
int
sm_words_similarity(SmWeight weight, SmWeight self_a, SmWeight self_b)
{
	int			similarity;

	if (self_a <= 0 || self_b <= 0)
		return 0;
	if (weight == self_a && weight == self_b)
		return SM_SIMILARITY_ONE;
	similarity = sm_words_share(weight, (int64_t) self_a + self_b);
	return similarity > SM_WORDS_UNEQUAL_MOST ? SM_WORDS_UNEQUAL_MOST : similarity;
}
