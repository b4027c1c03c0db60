/* Names in Hangul */
#ifndef SM_KOREAN_HANGUL_H
#define SM_KOREAN_HANGUL_H

#include <stdbool.h>
#include <stdint.h>

#include "data/syllable_table.h"
#include "name/korean/hypothesis.h"
#include "name/text/text.h"
#include "name/weight.h"

extern SmSlot sm_hangul_surname(uint32_t c);
extern SmWeight sm_hangul_surname_cost(uint32_t c);
extern SmSlot sm_hangul_given(uint32_t c, bool first);
extern bool sm_hangul_read(SmKorean *korean, const SmText *text);

#endif
