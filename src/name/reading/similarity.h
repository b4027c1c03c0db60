/* Similarities of readings, of two or of one and many others */
#ifndef SM_READING_SIMILARITY_H
#define SM_READING_SIMILARITY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "name/reading/unpack.h"
#include "name/weight.h"
#include "name/words/filter.h"

/* A reading prepared to be compared with others; it must outlive this */
typedef struct SmQuery
{
	const uint8_t *reading;
	SmParts		parts;			/* of a Korean reading */
	SmWordsQuery words;			/* of one that has words */
} SmQuery;

/* The functions for stored readings say so in place of an answer */
#define SM_DAMAGED (-1)

extern void sm_query_prepare(SmQuery *query, const uint8_t *reading);
extern int	sm_similarity(const uint8_t *a, const uint8_t *b);
extern int	sm_stored_similarity(const uint8_t *a, size_t length_a, const uint8_t *b, size_t length_b);
extern int	sm_carrier(const uint8_t *a, const uint8_t *b);
extern SmWeight sm_weight(const uint8_t *a, const uint8_t *b);
extern int	sm_query_similarity(const SmQuery *query, const uint8_t *reading);
extern int	sm_query_stored_similarity(const SmQuery *query, const uint8_t *reading, size_t length);
extern bool sm_query_matches(const SmQuery *query, const uint8_t *reading, int threshold);
extern int	sm_query_stored_matches(const SmQuery *query, const uint8_t *reading, size_t length, int threshold);

#endif
