/* Which keys of units occur in a list: a bit each, by their first bits, so that some seem to that do not */
#ifndef SM_LOOKUP_PRESENT_H
#define SM_LOOKUP_PRESENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "name/lookup/key_sink.h"

/* Bits a name, of which half are set or fewer */
#define SM_PRESENT_BITS 16

typedef struct SmPresent
{
	uint64_t   *bit;
	int			shift;			/* of a key, to its bit */
	bool		by_word;		/* some members have keys of single words, see sm_key_by_word */
} SmPresent;

/* The shift for so many names, and how many words of 64 bits that takes */
static inline int
sm_present_shift(uint32_t names)
{
	int			shift = 58;

	while (shift > 24 && (UINT64_C(1) << (64 - shift)) < (uint64_t) SM_PRESENT_BITS * names)
		shift--;
	return shift;
}

#define SM_PRESENT_WORDS(shift) ((size_t) (UINT64_C(1) << (58 - (shift))))

static inline bool
sm_is_present(const SmPresent *present, uint64_t key)
{
	uint64_t	bit = key >> present->shift;

	return present->bit[bit >> 6] >> (bit & 63) & 1;
}

static inline void
sm_set_present(SmPresent *present, uint64_t key)
{
	uint64_t	bit = key >> present->shift;

	present->bit[bit >> 6] |= UINT64_C(1) << (bit & 63);
}

/* The key that a unit has by itself, in a member that has no keys of pairs */
static inline uint64_t
sm_key_by_word(uint64_t key)
{
	return sm_key_mix(key + UINT64_C(0xC4CEB9FE1A85EC53));
}

#endif
