/* What the words of a name add to a match by what they are aligned with */
#ifndef SM_LOOKUP_WORD_GAINS_H
#define SM_LOOKUP_WORD_GAINS_H

#include <stdbool.h>
#include <stdint.h>

#include "name/lookup/word_units.h"
#include "name/reading/names.h"
#include "name/weight.h"
#include "name/words/pack.h"

/* All in 1/131072 of a weight; of a word, by the type of a unit.  See word_gains.c */
#define SM_GAIN_ONE INT64_C(131072)

/* What is left beside a word is told in steps of two bits, so many of them at most */
#define SM_GAIN_STEP (SM_GAIN_ONE * SM_BIT * 2)
#define SM_GAIN_STEPS_MAX 4

/* Groups of two words and more */
#define SM_GROUPS_MAX (SM_WORDS_KEPT / 2)

typedef struct SmWordGains
{
	int			count;
	uint32_t	all;			/* words, a bit each */
	bool		light;			/* the form may be enough by itself */
	int64_t		half;			/* half of the least share, c/2 */
	int64_t		need;			/* least sum of the gains of a match */
	int64_t		gain[SM_UNIT_TYPES][SM_WORDS_KEPT];
	int64_t		weak[SM_WORDS_KEPT];	/* most that a word adds that is not strong, nor the one whole near pair */
	int64_t		rest[SM_WORDS_KEPT];	/* what a word costs that is left, and half of what it weighs */
	int64_t		price;			/* half of what stands beside the name */
	int64_t		alone[SM_UNIT_TYPES][SM_WORDS_KEPT];	/* what it earns beyond half of both sides' bits */
	int64_t		form_alone;		/* the same of the form */
} SmWordGains;

extern void sm_word_gains(SmWordGains *gains, const SmView *view, const SmName *name, int threshold);
extern int64_t sm_gains_sum(const int64_t gains[SM_WORDS_KEPT], uint32_t words);
extern int64_t sm_gains_weak(const SmWordGains *gains, uint32_t words);
extern int64_t sm_gains_rest(const SmWordGains *gains, uint32_t words);
extern int	sm_gains_steps(int64_t rest);
extern int	sm_gains_groups(const SmWordGains *gains, uint32_t group[SM_GROUPS_MAX]);

#endif
