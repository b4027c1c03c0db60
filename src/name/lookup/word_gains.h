/* What the words of a name add to a match by what they are aligned with */
#ifndef SM_LOOKUP_WORD_GAINS_H
#define SM_LOOKUP_WORD_GAINS_H

#include <stdint.h>

#include "name/lookup/word_units.h"
#include "name/reading/names.h"
#include "name/words/pack.h"

/* All in 1/131072 of a weight; of a word, by the type of a unit.  See word_gains.c */
#define SM_GAIN_ONE INT64_C(131072)

/* Types of units, a bit each */
#define SM_UNITS_NEAR (1 << SM_UNIT_NEAR)
#define SM_UNITS_CONTEXT (1 << SM_UNIT_CONTEXT)
#define SM_UNITS_INITIAL (1 << SM_UNIT_INITIAL)
#define SM_UNITS_WEAK (SM_UNITS_NEAR | SM_UNITS_CONTEXT | SM_UNITS_INITIAL)

typedef struct SmWordGains
{
	int			count;
	int64_t		half;			/* half of the least share, c/2 */
	int64_t		need;			/* least sum of the gains of a match */
	int64_t		gain[SM_UNIT_TYPES][SM_WORDS_KEPT];
	int64_t		half_near[SM_WORDS_KEPT];	/* of a near pair that is not the first */
	int64_t		rest[SM_WORDS_KEPT];	/* what a word costs that is left, and half of what it weighs */
	int64_t		price;			/* half of what stands beside the name */
	int64_t		alone[SM_UNIT_TYPES][SM_WORDS_KEPT];	/* what it earns beyond half of both sides' bits */
	int64_t		form_alone;		/* the same of the form */
} SmWordGains;

extern void sm_word_gains(SmWordGains *gains, const SmView *view, const SmName *name, int threshold);
extern int64_t sm_gains_sum(const int64_t gains[SM_WORDS_KEPT], uint32_t words);
extern int64_t sm_gains_weak(const SmWordGains *gains, uint32_t words, unsigned types);
extern int64_t sm_gains_rest(const SmWordGains *gains, uint32_t words);
extern uint32_t sm_gains_heaviest(const SmWordGains *gains);
extern uint32_t sm_gains_two_of(const SmWordGains *gains);

#endif
