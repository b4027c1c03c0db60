/* The similarity that a weight of Korean readings is: its share of the mean of both self weights */
#ifndef SM_READING_KOREAN_SHARE_H
#define SM_READING_KOREAN_SHARE_H

#include "name/weight.h"

extern int	sm_korean_similarity(SmWeight weight, SmWeight self_a, SmWeight self_b);
extern int	sm_korean_share(int threshold);
extern SmShareRule sm_korean_share_rule(int share);

#endif
