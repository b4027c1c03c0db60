/* Look-ups of names among those of an index, by their blocking keys */
#ifndef SM_LOOKUP_NAMES_SEARCH_H
#define SM_LOOKUP_NAMES_SEARCH_H

#include <stdbool.h>
#include <stdint.h>

#include "name/lookup/names_index.h"

/* Keys that are looked up together, so that memory answers side by side */
#define SM_SEARCH_KEYS 256

/* A key of a name under way, and the words it is of, a bit each, or SM_KEY_ENOUGH */
typedef struct SmListedKey
{
	uint64_t	key;
	uint32_t	words;
} SmListedKey;

/* A member that a name met, and which name of all, and the words by which */
typedef struct SmMet
{
	uint32_t	lookup;
	uint32_t	member;
	uint32_t	words;
} SmMet;

/* Look-ups in an index, one name at a time.  What they need grows with what they find, not with the index */
typedef struct SmNamesSearch
{
	const SmNamesIndex *index;
	const SmMemory *memory;
	uint32_t	lookup;			/* number of the name under way */
	SmMet	   *met;			/* a hash table of the members it met */
	int			met_bits;		/* its size */
	bool		unsure;			/* some were met by keys that are not enough */
	uint32_t	keys;
	SmListedKey key[SM_SEARCH_KEYS];
	uint32_t   *found;			/* members that match, then those met by the name under way */
	uint32_t	found_allocated;
	uint32_t	count_found;
	uint32_t	count_matching; /* at the beginning of found */
} SmNamesSearch;

extern void sm_names_search_start(SmNamesSearch *search, const SmNamesIndex *index, const SmMemory *memory);
extern void sm_names_search_end(SmNamesSearch *search);
extern uint32_t sm_names_search_find(SmNamesSearch *search, const uint8_t *reading, int threshold);

#endif
