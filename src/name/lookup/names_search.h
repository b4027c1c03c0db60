/* Look-ups of names among those of an index, by their blocking keys */
#ifndef SM_LOOKUP_NAMES_SEARCH_H
#define SM_LOOKUP_NAMES_SEARCH_H

#include <stdint.h>

#include "name/lookup/names_index.h"

/* A key of a name under way and the words it is of */
typedef struct SmListedKey
{
	uint64_t	key;
	uint32_t	words;
} SmListedKey;

/* A member that the last look-up met, and by which words */
typedef struct SmMet
{
	uint32_t	lookup;
	uint32_t	words;
} SmMet;

/* Look-ups in an index, one name at a time */
typedef struct SmNamesSearch
{
	const SmNamesIndex *index;
	const SmMemory *memory;
	uint32_t	lookup;
	SmMet	   *met;			/* by member */
	SmListedKey *key;
	uint32_t	keys;
	uint32_t	keys_allocated;
	uint32_t   *found;			/* members that match, then those met by the name under way */
	uint32_t	count_found;
	uint32_t	count_matching; /* at the beginning of found */
} SmNamesSearch;

extern void sm_names_search_start(SmNamesSearch *search, const SmNamesIndex *index, const SmMemory *memory);
extern void sm_names_search_end(SmNamesSearch *search);
extern uint32_t sm_names_search_find(SmNamesSearch *search, const uint8_t *reading, int threshold);

#endif
