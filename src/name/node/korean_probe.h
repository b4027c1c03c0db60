/* A Korean reading prepared to be held against nodes */
#ifndef SM_NODE_KOREAN_PROBE_H
#define SM_NODE_KOREAN_PROBE_H

#include <stdint.h>

#include "data/syllable_table.h"
#include "name/korean/hypothesis.h"
#include "name/reading/names.h"
#include "name/reading/reading.h"
#include "name/reading/unpack.h"
#include "name/weight.h"

/* No weight: there is nothing of the kind */
#define SM_NO_WEIGHT (INT32_MIN / 4)

/* A Korean reading and, by the number of a slot, what it brings; the parts must live as long */
typedef struct SmKoreanProbe
{
	SmWeight	self_weight;
	SmWeight	price;			/* of what stands beside the name */
	const SmParts *parts;
	SmWeight	self[SM_SLOTS_MAX];	/* weight of each slot and itself */
	SmWeight	initial[SM_SLOTS_MAX];	/* most it can bring against an initial */
	SmWeight	most[SM_SLOTS_MAX]; /* most that each slot can bring */
	SmWeight	heaviest[SM_HYPOTHESES][1 + SM_GIVEN_MAX];	/* sum of so many of them in a given name, the greatest */
	uint8_t		near[SM_SLOTS_MAX][SM_GIVEN_BYTES]; /* syllables near those it likely is */
	SmSounds	sounds[SM_SLOTS_MAX];	/* how those sound, and any that are like a candidate */
} SmKoreanProbe;

extern void sm_korean_probe(SmKoreanProbe *query, const SmName *name, const SmParts *parts);

#endif
