#ifndef SM_READING_H
#define SM_READING_H

#include "name/fixed.h"
#include "name/korean.h"
#include "name/literal.h"

/* Version of everything a stored reading depends on: layout, tables, weights */
#define SM_VERSION 1

/*
 * The quantised reading of a name: the one thing that is stored, compared and indexed.
 * Bytes, no padding, low byte first: version 1, kind 1, hypotheses 1, self weight 2, sort key 4;
 * then a Korean name's hypotheses (system and length 1, cost 1, slots) or the literal reading.
 * A slot: number of candidates 1, candidates 2 each; or 0x80 + letter of an initial.
 */
#define SM_READING_HEADER 9
#define SM_READING_MAX (SM_READING_HEADER + SM_LITERAL_MAX)

#define SM_KIND_EMPTY 0
#define SM_KIND_KOREAN 1
#define SM_KIND_LITERAL 2

#define SM_READING_KIND(r) ((r)[1])
#define SM_READING_SELF(r) ((SmWeight) ((r)[3] | (r)[4] << 8))
#define SM_READING_SORT(r) \
	((uint32_t) (r)[5] | (uint32_t) (r)[6] << 8 | (uint32_t) (r)[7] << 16 | (uint32_t) (r)[8] << 24)

extern int	sm_read(uint8_t *reading, const char *utf8, size_t length);
extern SmWeight sm_weight(const uint8_t *a, const uint8_t *b);
extern int	sm_similarity(const uint8_t *a, const uint8_t *b);
extern int	sm_similarity_of(SmWeight weight, SmWeight self_a, SmWeight self_b);

/* A Korean reading taken apart for scoring; points into the reading */
typedef struct SmParts
{
	int			count;
	struct
	{
		SmWeight	weight;
		uint8_t		system;
		uint8_t		given;
		bool		has_surname;
		const uint8_t *slot[1 + SM_GIVEN_MAX];
	}			part[SM_HYPOTHESES];
} SmParts;

extern void sm_take_apart(SmParts *parts, const uint8_t *reading);
extern SmWeight sm_slot_weight(const uint8_t *a, const uint8_t *b, const SmSyllable *syllables);
extern SmWeight sm_korean_weight(const SmParts *a, const SmParts *b);

/* Weights of a slot, see score.c */
#define SM_EPSILON SM_WEIGHT(-7.644)
#define SM_SAME SM_WEIGHT(4.328)
#define SM_NEAR SM_WEIGHT(2.164)
#define SM_MISS SM_WEIGHT(-8.656)
#define SM_NO_SURNAME SM_WEIGHT(-1.44)

/* What an index node knows of the readings below it */
#define SM_SUMMARY_BYTES (16 + 24 + 2 * 64 + SM_LITERAL_SUMMARY_BYTES)

extern void sm_summarise(uint8_t *summary, const uint8_t *reading);
extern void sm_union(uint8_t *summary, const uint8_t *other);

/* A reading prepared for many comparisons; the reading must outlive it */
typedef struct SmQuery
{
	const uint8_t *reading;
	SmParts		parts;			/* of a Korean reading */
	SmLiteralProbe probe;		/* of a literal one */
} SmQuery;

extern void sm_prepare(SmQuery *query, const uint8_t *reading);
extern int	sm_query_similarity(const SmQuery *query, const uint8_t *reading);
extern bool sm_query_matches(const SmQuery *query, const uint8_t *reading, int threshold);
extern int	sm_bound(const SmQuery *query, const uint8_t *summary);
extern uint32_t sm_summary_low(const uint8_t *summary);
extern uint32_t sm_summary_high(const uint8_t *summary);

#endif
