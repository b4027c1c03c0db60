/* Most that a slot of a query can bring against the members of a node, see korean_bound.c */
#ifndef SM_NODE_SLOT_BOUND_H
#define SM_NODE_SLOT_BOUND_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "name/node/korean_probe.h"
#include "name/node/korean_summary.h"
#include "name/reading/korean_weight.h"
#include "name/reading/reading.h"
#include "name/slot.h"
#include "name/weight.h"

/* Have two bitmaps of this many bytes, a multiple of eight, a bit in common? */
static inline bool
sm_maps_meet(const uint8_t *a, const uint8_t *b, int bytes)
{
	uint64_t	common = 0;

	for (int i = 0; i < bytes; i += 8)
	{
		uint64_t	x;
		uint64_t	y;

		memcpy(&x, a + i, 8);
		memcpy(&y, b + i, 8);
		common |= x & y;
	}
	return common != 0;
}

/* Against members that share candidate i of the slot */
static inline SmWeight
sm_shared_bound(const uint8_t *slot, int i, const uint8_t *korean, int part)
{
	const uint8_t *map = korean + sm_map_at[part];
	int			c = sm_slot_candidate(slot, i);
	int			id = sm_candidate_id(c);
	bool		likely;
	SmWeight	w;

	if (!(map[id >> 3] >> (id & 7) & 1))
		return SM_NO_WEIGHT;
	likely = map[sm_map_bytes[part] + (id >> 3)] >> (id & 7) & 1;
	w = (sm_candidate_lift(c) - (likely ? 0 : SM_CAP_EIGHTHS)) * 32 + SM_AGREES;
	return w < SM_EPSILON + SM_SAME ? SM_EPSILON + SM_SAME : w;
}

/* Against members that share none of slot n */
static inline SmWeight
sm_slip_bound(const SmKoreanProbe *query, int n, const uint8_t *korean, int part)
{
	return sm_maps_meet(query->near[n], korean + sm_map_at[part] + sm_map_bytes[part], sm_map_bytes[part]) ?
		SM_EPSILON + SM_NEAR : SM_EPSILON + SM_FAR;
}

/* Against initials of given names */
static inline SmWeight
sm_initial_bound(const SmKoreanProbe *query, int n, const uint8_t *korean, int part)
{
	return (korean[0] & SM_LENGTHS_INITIAL) && part != SM_PART_SURNAME ? query->initial[n] : SM_NO_WEIGHT;
}

#endif
