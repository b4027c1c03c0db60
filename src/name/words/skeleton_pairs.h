/* Which words of a name in Latin letters are the skeletons of another */
#ifndef SM_WORDS_SKELETON_PAIRS_H
#define SM_WORDS_SKELETON_PAIRS_H

#include <stdbool.h>
#include <stdint.h>

#include "name/weight.h"
#include "name/words/pack.h"

/* Neighbouring skeletons, one or more, and the Latin word that they are */
typedef struct SmSkeletonPair
{
	SmWeight	weight;
	uint8_t		from;
	uint8_t		count;
	uint8_t		word;
	bool		unsure;			/* the vowels are others, or words are short */
} SmSkeletonPair;

extern int	sm_skeleton_pairs(SmSkeletonPair pairs[SM_WORDS_KEPT], const SmView *a, uint32_t left_a, const SmView *b,
							  uint32_t left_b);

#endif
