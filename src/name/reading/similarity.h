/* Similarities of readings, of two or of one and many others */
#ifndef SM_READING_SIMILARITY_H
#define SM_READING_SIMILARITY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "name/field/candidate.h"
#include "name/reading/names.h"
#include "name/reading/unpack.h"
#include "name/weight.h"
#include "name/words/filter.h"
#include "name/words/shared_heads.h"

/* A name prepared to be compared with others; what it was read into must outlive this */
typedef struct SmQueryName
{
	SmName		name;
	SmParts		parts;			/* of a Korean reading */
	SmWordsQuery words;			/* of one that has words */
} SmQueryName;

/* A reading prepared so, name by name */
typedef struct SmQuery
{
	const uint8_t *reading;
	int			count;
	SmQueryName name[SM_NAMES_MAX];
	SmSharedHeads shared;		/* of their words, where there are several names */
} SmQuery;

/* The names of two readings that are most similar, by their numbers */
typedef struct SmNamePair
{
	int			a;
	int			b;
} SmNamePair;

/* These, by which kind of reading they are so similar, 0 = they have none in common, and what they weigh */
typedef struct SmComparison
{
	SmNamePair	names;
	int			kind;
	int			similarity;		/* thousandths */
	SmWeight	weight;
} SmComparison;

/* How the similarity of two readings comes about, by the names and kinds of reading that make them most similar */
typedef struct SmSum
{
	SmNamePair	names;
	const uint8_t *reading[2];	/* of these names */
	int			kind;			/* 0 = they have none in common, and what follows is not set */
	SmWeight	weight;
	SmWeight	self[2];
	SmWeight	price[2];		/* of what stands beside the names, added to the self weights */
} SmSum;

/* The functions for stored readings say so in place of an answer */
#define SM_DAMAGED (-1)

extern void sm_query_name_prepare(SmQueryName *query, const SmName *name);
extern void sm_query_prepare(SmQuery *query, const uint8_t *reading);
extern bool sm_comparable(const uint8_t *name, const uint8_t *reading);
extern int	sm_similarity(const uint8_t *a, const uint8_t *b);
extern int	sm_stored_similarity(const uint8_t *a, size_t length_a, const uint8_t *b, size_t length_b);
extern SmComparison sm_compare(const uint8_t *a, const uint8_t *b);
extern void sm_sum(SmSum *sum, const uint8_t *a, const uint8_t *b);
extern int	sm_sum_share(const SmSum *sum);
extern SmWeight sm_weight(const uint8_t *a, const uint8_t *b);
extern int	sm_query_similarity(const SmQuery *query, const uint8_t *reading);
extern int	sm_query_stored_similarity(const SmQuery *query, const uint8_t *reading, size_t length);
extern bool sm_query_name_matches(const SmQueryName *query, const uint8_t *reading, int threshold);
extern bool sm_query_matches(const SmQuery *query, const uint8_t *reading, int threshold);
extern int	sm_query_bounded_matches(const SmQuery *query, const uint8_t *reading, size_t length, int threshold);

#endif
