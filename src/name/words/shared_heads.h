/* Which names of a query have a byte in the heads of their words: one look for all of them */
#ifndef SM_WORDS_SHARED_HEADS_H
#define SM_WORDS_SHARED_HEADS_H

#include <stdint.h>

#include "name/words/filter.h"

/* Names that are held against others together, a bit each: at most eight */
typedef struct SmSharedHeads
{
	uint8_t		always;			/* names that may be aligned without such a byte: with initials, skeletons */
	uint8_t		hash[256];
	uint8_t		meaning[256];
	uint8_t		first[256];
	uint8_t		last[256];
	uint8_t		begin[256];
} SmSharedHeads;

extern void sm_shared_start(SmSharedHeads *shared);
extern void sm_shared_add(SmSharedHeads *shared, const SmWordsQuery *query, int name);
extern unsigned sm_shared_meets(const SmSharedHeads *shared, const uint8_t *words);

#endif
