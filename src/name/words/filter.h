/* The quick look at the words of two names: may they match at all? */
#ifndef SM_WORDS_FILTER_H
#define SM_WORDS_FILTER_H

#include <stdbool.h>
#include <stdint.h>

#include "name/weight.h"
#include "name/words/pack.h"
#include "name/words/rows.h"
#include "name/words/sieve.h"

/* Which words of a query have a byte in their heads, a bit a word, see pack.h */
typedef struct SmWordHeads
{
	uint16_t	hash[256];
	uint16_t	meaning[256];
	uint16_t	first[256];
	uint16_t	last[256];
	uint16_t	begin[256];
	SmWeight	bits[SM_WORDS_KEPT];
	SmWeight	near[SM_WORDS_KEPT];	/* most that one edit leaves */
	int			initials;
} SmWordHeads;

/* The words of a name prepared to be held against those of others, and as long as these exist */
typedef struct SmWordsQuery
{
	SmView		view;
	SmWordHeads heads;
	SmSieve		sieve;
	SmRows		rows;			/* of a name with skeletons */
	SmWeight	self;
	SmWeight	price;			/* of what stands beside the name */
} SmWordsQuery;

extern void sm_words_query_prepare(SmWordsQuery *query, const uint8_t *words, SmWeight price);
extern bool sm_words_may_match(const SmWordsQuery *query, const uint8_t *words, const uint8_t *end, SmWeight price,
							   int threshold, bool meet);

/* A byte of the meaning of a word, by its head: words of one meaning have the same */
static inline uint8_t
sm_head_meant(const uint8_t *head)
{
	return head[3] ^ head[7];
}

#endif
