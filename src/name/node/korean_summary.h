/* What a node of an index knows of the Korean readings of its members */
#ifndef SM_NODE_KOREAN_SUMMARY_H
#define SM_NODE_KOREAN_SUMMARY_H

#include <stdbool.h>
#include <stdint.h>

#include "data/syllable_table.h"
#include "name/node/sound_pairs.h"
#include "name/reading/reading.h"

/*
 * Lengths 1; least self weight of a slot in 1/8 bit of surname, first and later given slots, 1 each; a bitmap of the
 * syllables present and one of those with more than 1/8, for each of the three; the pairs, see sound_pairs.h.
 */
#define SM_KOREAN_MAPS_BYTES (2 * SM_SURNAME_BYTES + 4 * SM_GIVEN_BYTES)
#define SM_SOUND_PAIRS_AT (4 + SM_KOREAN_MAPS_BYTES)
#define SM_KOREAN_SUMMARY_BYTES (SM_SOUND_PAIRS_AT + SM_SOUND_PAIRS_BYTES)

/* The bitmaps of each part: the syllables present, then those with more than 1/8 */
static const uint16_t sm_map_at[SM_PARTS] = {
	4, 4 + 2 * SM_SURNAME_BYTES, 4 + 2 * SM_SURNAME_BYTES + 2 * SM_GIVEN_BYTES
};
static const uint8_t sm_map_bytes[SM_PARTS] = {SM_SURNAME_BYTES, SM_GIVEN_BYTES, SM_GIVEN_BYTES};

extern void sm_korean_summary_make(uint8_t *korean, const uint8_t *reading);
extern void sm_korean_summary_unite(uint8_t *korean, const uint8_t *other);
extern bool sm_korean_summary_covers(const uint8_t *korean, const uint8_t *other);

#endif
