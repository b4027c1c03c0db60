/* What a node of an index knows of the Korean readings of its members: the syllables, and what stands together */
#include "name/node/korean_summary.h"

#include <string.h>

#include "name/reading/unpack.h"
#include "name/slot.h"

/* Mark the candidates of a slot in the bitmaps of its part */
static void
MarkSlot(uint8_t *korean, int part, const uint8_t *slot)
{
	uint8_t    *map = korean + sm_map_at[part];
	const SmSyllable *syllables = part == SM_PART_SURNAME ? sm_surname : sm_given;

	if (!SM_IS_SYLLABLE(slot))
		return;
	for (int i = 0; i < *slot; i++)
	{
		int			c = sm_slot_candidate(slot, i);
		int			id = sm_candidate_id(c);

		map[id >> 3] |= (uint8_t) (1 << (id & 7));
		if (sm_candidate_is_likely(c, syllables))
			map[sm_map_bytes[part] + (id >> 3)] |= (uint8_t) (1 << (id & 7));
	}
}

/* The Korean part of one reading */
void
sm_korean_summary_make(uint8_t *korean, const uint8_t *reading)
{
	SmParts		parts;

	memset(korean, 0, SM_KOREAN_SUMMARY_BYTES);
	korean[0] = SM_KOREAN_LENGTHS(reading);
	memcpy(korean + 1, reading + SM_READING_HEADER + 2, SM_PARTS);
	sm_unpack(&parts, reading);
	for (int h = 0; h < parts.count; h++)
		for (int s = !parts.part[h].has_surname; s <= parts.part[h].given; s++)
			MarkSlot(korean, SM_PART_OF(s), parts.slot[parts.part[h].slot[s]]);
	sm_sound_pairs_mark(korean + SM_SOUND_PAIRS_AT, &parts);
}

_Static_assert((SM_KOREAN_SUMMARY_BYTES - 1 - SM_PARTS) % 8 == 0, "bitmaps are whole words");

/* Widen a Korean part by another */
void
sm_korean_summary_unite(uint8_t *korean, const uint8_t *other)
{
	korean[0] |= other[0];
	for (int i = 1; i <= SM_PARTS; i++)
		if ((int8_t) other[i] < (int8_t) korean[i])
			korean[i] = other[i];
	/* bitmaps only from here on, whole words */
	for (int i = 1 + SM_PARTS; i < SM_KOREAN_SUMMARY_BYTES; i += 8)
	{
		uint64_t	x;
		uint64_t	y;

		memcpy(&x, korean + i, 8);
		memcpy(&y, other + i, 8);
		x |= y;
		memcpy(korean + i, &x, 8);
	}
}

/* Does a Korean part hold all that another does? */
bool
sm_korean_summary_covers(const uint8_t *korean, const uint8_t *other)
{
	if (other[0] & ~korean[0])
		return false;
	for (int i = 1; i <= SM_PARTS; i++)
		if ((int8_t) other[i] < (int8_t) korean[i])
			return false;
	for (int i = 1 + SM_PARTS; i < SM_KOREAN_SUMMARY_BYTES; i++)
		if (other[i] & ~korean[i])
			return false;
	return true;
}
