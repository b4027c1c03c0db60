/* The bound of a name that follows from what stands together in the names of a node */
#ifndef SM_NODE_SOUND_PAIRS_BOUND_H
#define SM_NODE_SOUND_PAIRS_BOUND_H

#include <stdbool.h>
#include <stdint.h>

#include "name/node/korean_probe.h"
#include "name/reading/unpack.h"
#include "name/weight.h"

/* Most that a given name of two brings, and most that it brings with its surname against one with a surname */
typedef struct SmSoundPairsBound
{
	SmWeight	given;
	SmWeight	name;
} SmSoundPairsBound;

extern bool sm_is_pair(const SmKoreanProbe *query, const SmHypothesisParts *h);
extern void sm_sound_pairs_bound(SmSoundPairsBound *bound, const SmKoreanProbe *query, const SmHypothesisParts *h,
								 bool longer, const uint8_t *korean);

#endif
