#ifndef SM_LITERAL_H
#define SM_LITERAL_H

#include "name/fixed.h"
#include "name/text.h"

/* Words kept of a name (the heaviest), bytes kept of a word, bytes of the whole reading */
#define SM_LITERAL_WORDS 16
#define SM_WORD_MAX 24
#define SM_LITERAL_MAX (4 + SM_LITERAL_WORDS * (SM_WORD_MAX + 3))

/*
 * The literal reading of a name: its words with their bits, packed, no padding, byte order fixed.
 * It is part of stored keys: changing it needs a new SM_VERSION.
 */
extern int	sm_literal_read(uint8_t *out, const SmText *text);

/* Match weight of two literal readings, never more than the smaller of their self weights */
extern SmWeight sm_literal_weight(const uint8_t *a, const uint8_t *b);
extern SmWeight sm_literal_self(const uint8_t *a);

/* Similarity in thousandths: the weight over the mean of the self weights, mapped to 0..1000 */
extern int	sm_literal_similarity(SmWeight weight, SmWeight self_a, SmWeight self_b);

/*
 * What a node of an index knows of the literal readings below it.  No false negatives:
 * sm_literal_bound(query, summary) >= similarity of query and any member.
 */
#define SM_LITERAL_SUMMARY_BYTES 132

extern void sm_literal_summarise(uint8_t *summary, const uint8_t *reading);
extern void sm_literal_union(uint8_t *summary, const uint8_t *other);
extern int	sm_literal_bound(const uint8_t *query, const uint8_t *summary);

/* 31-bit position on the line along which an index keeps similar literal readings together */
extern uint32_t sm_literal_sort_key(const uint8_t *reading);

#endif
