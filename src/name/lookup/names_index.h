/* The names of a list in memory, found by their blocking keys */
#ifndef SM_LOOKUP_NAMES_INDEX_H
#define SM_LOOKUP_NAMES_INDEX_H

#include <stddef.h>
#include <stdint.h>

/* A key of a member, among others that share a bucket */
typedef struct SmPosting
{
	uint32_t	check;			/* low half of the key */
	uint32_t	member;			/* and SM_MEMBER_INITIAL */
} SmPosting;

/* The member may have an initial in common with words */
#define SM_MEMBER_INITIAL (1u << 31)
#define SM_MEMBERS_MAX (1u << 31)

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

/* Where memory comes from */
typedef struct SmMemory
{
	void	   *(*allocate) (size_t size);	/* never fails */
	void		(*release) (void *memory);
	void		(*pause) (void);	/* called now and then in long work */
} SmMemory;

/*
 * The names of a list in memory, found by their blocking keys.  Members are numbered in the order
 * of their readings, which the caller keeps.  One name is looked up at a time.
 */
typedef struct SmNamesIndex
{
	const SmMemory *memory;
	const uint8_t *const *reading;
	uint32_t	count;
	int			threshold;		/* the least that can be asked for */
	int			lengths;		/* of Korean members, as in the header of a reading */
	int			shift;			/* of a key, to its bucket */
	uint32_t   *start;			/* of each bucket in posting, and the end */
	SmPosting  *posting;
	uint32_t	lookup;
	SmMet	   *met;			/* by member */
	SmListedKey *key;
	uint32_t	keys;
	uint32_t	keys_allocated;
	uint32_t   *found;			/* members that match, then those met by the name under way */
	uint32_t	count_found;
	uint32_t	count_matching; /* at the beginning of found */
} SmNamesIndex;

extern void sm_names_index_build(SmNamesIndex *index, const SmMemory *memory, const uint8_t *const *reading,
								 uint32_t count, int threshold);
extern uint32_t sm_names_index_find(SmNamesIndex *index, const uint8_t *reading, int threshold);

#endif
