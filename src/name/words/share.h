/* The similarity that a weight of words is: its share of the mean of both self weights */
#ifndef SM_WORDS_SHARE_H
#define SM_WORDS_SHARE_H

#include <stdint.h>

#include "name/weight.h"

/* Similarity of words that are not all equal, at most */
#define SM_WORDS_UNEQUAL_MOST 980

extern int	sm_words_share(int64_t weight, int64_t self_sum);
extern int64_t sm_words_least_share(int threshold);
extern SmWeight sm_words_least(int threshold, int64_t self_sum);
extern SmShareRule sm_words_share_rule(int share);
extern int	sm_words_similarity(SmWeight weight, SmWeight self_a, SmWeight self_b);

#endif
