/* How the words of two names are aligned, and what that weighs */
#ifndef SM_WORDS_ALIGN_H
#define SM_WORDS_ALIGN_H

#include <stdbool.h>
#include <stdint.h>

#include "name/weight.h"
#include "name/words/pack.h"

/* A part of an explanation: words from..from + count of each side, count 0 = none */
typedef struct SmWordsPart
{
	SmWeight	weight;
	uint8_t		relation;
	uint8_t		from[2];
	uint8_t		count[2];
} SmWordsPart;

/* Most parts: pairs and words left on either side, then form, contradiction, order, evidence */
#define SM_WORDS_PARTS (2 * SM_WORDS_KEPT + 4)

extern SmWeight sm_words_weight(const uint8_t *a, const uint8_t *b);
extern int	sm_words_explain(SmWordsPart *parts, const uint8_t *a, const uint8_t *b);

#endif
