/* The similarity that a weight of words is: its share of the mean of both self weights */
#include "name/words/share.h"

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
	if (share <= SM_THRESHOLD_SHARE)
		return (int) (share * SM_THRESHOLD / SM_THRESHOLD_SHARE);
	return SM_THRESHOLD +
		(int) ((share - SM_THRESHOLD_SHARE) * (SM_SIMILARITY_ONE - SM_THRESHOLD) /
			   (65536 - SM_THRESHOLD_SHARE));
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
