#ifndef SM_NODE_SOUND_PAIRS_H
#define SM_NODE_SOUND_PAIRS_H

#include "name/reading/reading.h"

/*
 * Which sounds stand together in the names of an index node, 4 bytes each: for each sound of a given
 * syllable those of the syllables after it, for each of a surname those of the first given syllables and
 * those of the later ones.
 */
#define SM_SOUND_PAIRS_BYTES (4 * SM_SOUNDS + 8 * SM_SURNAME_SOUNDS)

/* Most that a given name of two brings, and most that it brings together with its surname, against one with a surname */
typedef struct SmSoundPairsBound
{
	SmWeight	given;
	SmWeight	name;
} SmSoundPairsBound;

extern void sm_sound_pairs_mark(uint8_t *pairs, const SmParts *parts);
extern bool sm_is_pair(const SmQuery *query, const SmHypothesisParts *h);
extern void sm_sound_pairs_bound(SmSoundPairsBound *bound, const SmQuery *query, const SmHypothesisParts *h, bool longer,
						   const uint8_t *korean);

#endif
