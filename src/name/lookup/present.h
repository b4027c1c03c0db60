/* Which keys occur in a list: a bit each, by their first bits, so that some seem to that do not */
#ifndef SM_LOOKUP_PRESENT_H
#define SM_LOOKUP_PRESENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "name/lookup/key_sink.h"

/* Bits for the units of a name, of which half are set or fewer; for a key of all, of which a quarter are or fewer */
#define SM_PRESENT_OF_NAME 16
#define SM_PRESENT_OF_KEY 4

typedef struct SmPresent
{
	uint64_t   *bit;
	int			shift;			/* of a key, to its bit */
	bool		by_word;		/* of units: some members have keys of single words, see sm_key_by_word */
} SmPresent;

/* The shift for so many bits, and how many words of 64 bits that takes */
static inline int
sm_present_shift(uint64_t bits)
{
	int			shift = 58;

	while (shift > 24 && (UINT64_C(1) << (64 - shift)) < bits)
		shift--;
	return shift;
}

#define SM_PRESENT_WORDS(shift) ((size_t) (UINT64_C(1) << (58 - (shift))))

/* Where the bit of a key stands */
static inline uint64_t *
sm_present_word(const SmPresent *present, uint64_t key)
{
	return &present->bit[key >> present->shift >> 6];
}

static inline bool
sm_is_present(const SmPresent *present, uint64_t key)
{
	return *sm_present_word(present, key) >> (key >> present->shift & 63) & 1;
}

static inline void
sm_set_present(SmPresent *present, uint64_t key)
{
	*sm_present_word(present, key) |= UINT64_C(1) << (key >> present->shift & 63);
}

/* The key that a unit has by itself, in a member that has no keys of pairs */
static inline uint64_t
sm_key_by_word(uint64_t key)
{
	return sm_key_mix(key + UINT64_C(0xC4CEB9FE1A85EC53));
}

#endif
