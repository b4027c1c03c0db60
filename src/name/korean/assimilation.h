/* Spellings of what is heard where two syllables meet */
#ifndef SM_KOREAN_ASSIMILATION_H
#define SM_KOREAN_ASSIMILATION_H

#include <stdbool.h>
#include <stdint.h>

#include "data/spelling_table.h"
#include "name/korean/letters.h"
#include "name/korean/syllables.h"

/* May any rule of assimilation fit the letters at k? */
static inline bool
sm_assimilation_may_fit(const SmLetters *l, const uint8_t *code, int k)
{
	return sm_sandhi_ends[l->sandhi] >> code[k] & 1;
}

extern bool sm_assimilation_fits(const SmSandhi *rule, const SmLetters *l, const uint8_t *code, const bool *border,
								 int k, int end);
extern int	sm_letters_assimilate(SmLetters *letters, int k, const SmSandhi *rule);
extern void sm_search_cut_assimilated(SmSearch *s, int from, uint32_t systems);

#endif
