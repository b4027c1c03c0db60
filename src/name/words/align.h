/* How the words of two names are aligned, and what that weighs */
#ifndef SM_WORDS_ALIGN_H
#define SM_WORDS_ALIGN_H

#include <stdbool.h>
#include <stdint.h>

#include "name/weight.h"
#include "name/words/pack.h"
#include "name/words/relation.h"

/* Most parts: pairs and words left on either side, then form, contradiction, numbers, order, three doubts */
#define SM_WORDS_PARTS (2 * SM_WORDS_KEPT + 7)

extern SmWeight sm_words_weight_from(const uint8_t *a, const uint8_t *b, SmWeight least);
extern SmWeight sm_words_weight(const uint8_t *a, const uint8_t *b);
extern int	sm_words_explain(SmWordsPart *parts, const uint8_t *a, const uint8_t *b);

#endif
