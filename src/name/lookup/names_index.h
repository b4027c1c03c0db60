/* The names of a list in memory, found by their blocking keys */
#ifndef SM_LOOKUP_NAMES_INDEX_H
#define SM_LOOKUP_NAMES_INDEX_H

#include <stddef.h>
#include <stdint.h>

#include "name/lookup/present.h"

/* A key of a member, among a few that share a bucket: in halves, so that it is no larger than it need be */
typedef struct SmPosting
{
	uint16_t	check;			/* last bits of the key */
	uint16_t	low;			/* of the member's number */
	uint16_t	high;
} SmPosting;

#define SM_MEMBERS_MAX (1u << 31)

/* Where memory comes from */
typedef struct SmMemory
{
	void	   *(*allocate) (size_t size);	/* never fails */
	void		(*release) (void *memory);
	void		(*pause) (void);	/* called now and then in long work */
} SmMemory;

/*
 * The readings of the members, in the order of their numbers: each starts at base + SM_READING_UNIT * offset.  The
 * caller keeps them.
 */
typedef struct SmReadings
{
	const uint8_t *base;
	const uint32_t *offset;
	uint32_t	count;
} SmReadings;

#define SM_READING_UNIT 4

/*
 * The names of a list in memory, found by their blocking keys.  Nothing in start, posting and the bits points anywhere,
 * so that they can be written to a file and used by many at once.
 */
typedef struct SmNamesIndex
{
	SmReadings	members;
	int			threshold;		/* the least that can be asked for */
	int			lengths;		/* of Korean members, as in the header of a reading */
	int			shift;			/* of a key, to its bucket */
	const uint32_t *start;		/* of each bucket in posting, and the end */
	const SmPosting *posting;
	SmPresent	present;		/* units of words that the keys are made of, see pair_keys.h */
	SmPresent	keys;			/* all keys */
} SmNamesIndex;

/* How many numbers start has, and how many of the last is how many postings there are */
#define SM_NAMES_INDEX_STARTS(index) ((size_t) (UINT64_C(1) << (64 - (index)->shift)) + 1)
#define SM_NAMES_INDEX_POSTINGS(index) ((index)->start[SM_NAMES_INDEX_STARTS(index) - 1])

static inline SmPosting
sm_posting(uint64_t key, uint32_t member)
{
	return (SmPosting) {(uint16_t) key, (uint16_t) member, (uint16_t) (member >> 16)};
}

static inline uint32_t
sm_posting_member(SmPosting posting)
{
	return (uint32_t) posting.high << 16 | posting.low;
}

/* The reading of a member */
static inline const uint8_t *
sm_member_reading(const SmReadings *members, uint32_t member)
{
	return members->base + (size_t) SM_READING_UNIT * members->offset[member];
}

extern void sm_names_index_build(SmNamesIndex *index, const SmMemory *memory, const SmReadings *members,
								 int threshold);
extern void sm_names_index_free(SmNamesIndex *index, const SmMemory *memory);

#endif
