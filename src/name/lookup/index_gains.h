/* What the words of a name add to a match by how they are aligned, and what a match needs */
#ifndef SM_LOOKUP_INDEX_GAINS_H
#define SM_LOOKUP_INDEX_GAINS_H

#include <stdbool.h>
#include <stdint.h>

#include "name/lookup/index_units.h"
#include "name/reading/names.h"
#include "name/words/pack.h"

/* All in 1/131072 of a weight; see index_gains.c */
typedef struct SmIndexGains
{
	int			count;			/* of words */
	uint32_t	all;			/* words, a bit each */
	int64_t		half;			/* h */
	int64_t		need;			/* least sum of a match */
	int64_t		form;			/* most that the legal form adds to the two sides together */
	int64_t		price;			/* what is beside the name costs */
	bool		light;			/* the legal form may be enough by itself */
	int64_t		gain[SM_INDEX_KINDS][SM_WORDS_KEPT];
	int64_t		second[SM_WORDS_KEPT];	/* of one edit from another, but not the first such */
	int64_t		weak[SM_WORDS_KEPT];	/* most of a word that is not strong, nor the first one edit from another */
	int64_t		both[SM_INDEX_KINDS][SM_WORDS_KEPT]; /* most that an alignment adds to the two sides together */
	int64_t		left[SM_WORDS_KEPT];	/* what a word costs that is not aligned */
} SmIndexGains;

extern void sm_index_gains(SmIndexGains *gains, const SmView *view, const SmName *name, int threshold);
extern int64_t sm_index_sum(const int64_t *of_words, uint32_t words);
extern int64_t sm_index_weak(const SmIndexGains *gains, uint32_t words);
extern int64_t sm_index_two_weak(const SmIndexGains *gains, const SmIndexUnit *a, const SmIndexUnit *b);
extern uint32_t sm_index_heavy(const SmIndexGains *gains);

#endif
