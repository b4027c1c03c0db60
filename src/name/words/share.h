/* The similarity that a weight of words is: its share of the mean of both self weights */
#ifndef SM_WORDS_SHARE_H
#define SM_WORDS_SHARE_H

#include <stdint.h>

#include "name/weight.h"

/* Similarity of words that are not all equal, at most */
#define SM_WORDS_UNEQUAL_MOST 980

/* The share of a weight, in 1/65536, that is the built-in threshold: .60 */
#define SM_THRESHOLD_SHARE 39322

/* The least share, in 1/65536, that may reach a similarity of 1 to 1000 thousandths */
static inline int64_t
sm_words_least_share(int threshold)
{
	int			range = SM_SIMILARITY_ONE - SM_THRESHOLD;

	if (threshold <= SM_THRESHOLD)
		return (SM_THRESHOLD_SHARE * threshold + SM_THRESHOLD - 1) / SM_THRESHOLD;
	return SM_THRESHOLD_SHARE +
		((65536 - SM_THRESHOLD_SHARE) * (threshold - SM_THRESHOLD) + range - 1) / range;
}

/* The least weight that may reach a similarity of 1 to 1000 thousandths; no greater one fails */
static inline SmWeight
sm_words_least(int threshold, int64_t self_sum)
{
	return (SmWeight) ((sm_words_least_share(threshold) * self_sum + 131071) / 131072);
}

extern int	sm_words_share(int64_t weight, int64_t self_sum);
extern SmShareRule sm_words_share_rule(int share);
extern int	sm_words_similarity(SmWeight weight, SmWeight self_a, SmWeight self_b);

#endif
