/* What two words of two names weigh together */
#ifndef SM_WORDS_PAIR_H
#define SM_WORDS_PAIR_H

#include <stdbool.h>
#include <stdint.h>

#include "name/weight.h"
#include "name/words/pack.h"

/* What is known of the names that two words are of */
typedef struct SmPairNames
{
	bool		person;			/* neither is an organisation's */
	bool		alone;			/* one of them has one word that counts */
	bool		korean;			/* all words of both may be Korean but for generic ones */
} SmPairNames;

extern SmWeight sm_pair_weight(const SmView *a, int i, const SmView *b, int j, SmPairNames names, uint8_t *relation);
extern SmWeight sm_pair_sound(const uint8_t *a, int la, const uint8_t *b, int lb, SmWeight bits);
extern SmWeight sm_pair_in_context(const SmView *a, int i, const SmView *b, int j);
extern bool sm_pair_by_custom(const SmView *a, int i, const SmView *b, int j);
extern bool sm_pair_framed(const SmView *a, int i, const SmView *b, int j);
extern bool sm_pair_may_resemble(const SmView *a, int i, const SmView *b, int j);
extern bool sm_pair_resembles(const SmView *a, int i, const SmView *b, int j);

#endif
