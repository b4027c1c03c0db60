/* What it costs that words are left on one side or on both */
#ifndef SM_WORDS_LEFT_H
#define SM_WORDS_LEFT_H

#include <stdbool.h>
#include <stdint.h>

#include "name/weight.h"
#include "name/words/pack.h"

extern SmWeight sm_words_left(const SmView *view, uint32_t left, bool person);
extern int	sm_words_kinds(const SmView *view, uint32_t left);
extern SmWeight sm_words_numbers(bool person, int kinds_a, int kinds_b, SmWeight mean);
extern SmWeight sm_words_contradiction(bool person, int kinds_a, int kinds_b, SmWeight mean);

#endif
