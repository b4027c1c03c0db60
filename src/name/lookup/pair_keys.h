/* Keys of pairs of words: what a name of a list and one that matches it have in common, of two words at once */
#ifndef SM_LOOKUP_PAIR_KEYS_H
#define SM_LOOKUP_PAIR_KEYS_H

#include <stdbool.h>
#include <stdint.h>

#include "name/lookup/key_sink.h"
#include "name/reading/names.h"

/* Which keys of units occur in a list, a bit each by their first bits, so that some seem to that do not */
typedef struct SmPresent
{
	uint64_t   *bit;
	int			shift;			/* of a key, to its bit */
	bool		by_word;		/* some members have keys of single words */
} SmPresent;

/* For so many names; how many words of 64 bits that takes */
extern int	sm_present_shift(uint32_t names);
#define SM_PRESENT_WORDS(shift) ((size_t) (UINT64_C(1) << (58 - (shift))))

extern void sm_pair_keys_of_member(const SmName *name, int threshold, const SmKeySink *sink, SmPresent *present);
extern void sm_pair_keys_of_probe(const SmName *name, int threshold, const SmKeySink *sink, const SmPresent *present);

#endif
