/*
 * Slots: what a part of a name may be.  That is some syllables, each with how likely it is, the likeliest first; or an
 * initial; or a foreign given name.  The tables hold slots as numbers, readings as bytes, see reading.h; nobody else
 * shifts their bits.
 */
#ifndef SM_SLOT_H
#define SM_SLOT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "data/syllable_table.h"
#include "name/weight.h"

/* In place of a slot's number of candidates, as the tables hold it: it is an initial, this plus the letter's place */
#define SM_SLOT_INITIAL 0x8000
/* The same for a foreign given name: this plus its weight in 1/8 bit; hash and first letter follow */
#define SM_SLOT_FOREIGN 0x4000
#define SM_SLOT_FOREIGN_LENGTH 3

/* Of a packed slot: its letters are 0 to 25 */
#define SM_IS_INITIAL(slot) (*(slot) & 0x80)
#define SM_IS_FOREIGN(slot) (*(slot) & 0x40)
#define SM_IS_SYLLABLE(slot) (!(*(slot) & 0xC0))
#define SM_PACKED_INITIAL(letter) ((uint8_t) (0x80 | (letter)))
#define SM_INITIAL_LETTER(slot) (*(slot) & 31)
#define SM_FOREIGN_SLOT_BYTES 5
#define SM_FOREIGN_WEIGHT(slot) ((SmWeight) (slot)[1] * (SM_BIT / 8))
#define SM_FOREIGN_HASH(slot) ((slot)[2] | (slot)[3] << 8)
#define SM_FOREIGN_LETTER(slot) ((slot)[4])
#define SM_LETTERS_OF_SLOTS 26

/* Is a candidate likelier than 1/8?  The line that bounds draw, see korean_bound.c */
#define SM_CAP_EIGHTHS 24

/* Number of a candidate's syllable */
static inline int
sm_candidate_id(int candidate)
{
	return candidate >> 7;
}

/* How much likelier a candidate is than its syllable in any name, in 1/8 bit */
static inline int
sm_candidate_lift(int candidate)
{
	return (candidate & 127) - SM_Q_ZERO;
}

static inline bool
sm_candidate_is_likely(int candidate, const SmSyllable *syllables)
{
	return sm_candidate_lift(candidate) - syllables[sm_candidate_id(candidate)].prior > -SM_CAP_EIGHTHS;
}

/* Is a slot of the tables one of syllables? */
static inline bool
sm_slot_has_syllables(SmSlot slot)
{
	return !(*slot & (SM_SLOT_INITIAL | SM_SLOT_FOREIGN));
}

/* How many candidates a packed slot has; none if it is not one of syllables */
static inline int
sm_slot_count(const uint8_t *slot)
{
	return SM_IS_SYLLABLE(slot) ? *slot : 0;
}

/* Candidate i of a packed slot of syllables */
static inline int
sm_slot_candidate(const uint8_t *slot, int i)
{
	return slot[1 + 2 * i] | slot[2 + 2 * i] << 8;
}

/* Bytes of a packed slot */
static inline int
sm_slot_bytes(const uint8_t *slot)
{
	return SM_IS_INITIAL(slot) ? 1 : SM_IS_FOREIGN(slot) ? SM_FOREIGN_SLOT_BYTES : 1 + 2 * *slot;
}

/* End of a packed slot that may be damaged; NULL if it is none or goes beyond this end */
static inline const uint8_t *
sm_slot_end(const uint8_t *slot, const uint8_t *end)
{
	if (slot == end)
		return NULL;
	if (SM_IS_INITIAL(slot))
		return *slot < SM_PACKED_INITIAL(SM_LETTERS_OF_SLOTS) ? slot + 1 : NULL;
	if (end - slot < sm_slot_bytes(slot))
		return NULL;
	if (SM_IS_FOREIGN(slot))
		return *slot == 0x40 && SM_FOREIGN_LETTER(slot) < SM_LETTERS_OF_SLOTS ? slot + SM_FOREIGN_SLOT_BYTES : NULL;
	return *slot >= 1 && *slot <= SM_CANDIDATES ? slot + sm_slot_bytes(slot) : NULL;
}

/* Pack a slot of the tables; returns where it ends */
static inline uint8_t *
sm_slot_pack(uint8_t *out, SmSlot slot)
{
	int			n = *slot;

	if (n & SM_SLOT_INITIAL)
	{
		*out++ = SM_PACKED_INITIAL(n & 31);
		return out;
	}
	if (n & SM_SLOT_FOREIGN)
	{
		*out++ = 0x40;
		*out++ = n & 255;
		*out++ = slot[1] & 255;
		*out++ = slot[1] >> 8;
		*out++ = (uint8_t) slot[2];
		return out;
	}
	*out++ = (uint8_t) n;
	for (int i = 1; i <= n; i++)
	{
		*out++ = slot[i] & 255;
		*out++ = slot[i] >> 8;
	}
	return out;
}

#endif
