/* Names in Chinese characters */
#ifndef SM_KOREAN_HANJA_H
#define SM_KOREAN_HANJA_H

#include <stdbool.h>
#include <stdint.h>

#include "data/syllable_table.h"
#include "name/korean/hypothesis.h"
#include "name/text/text.h"

extern SmSlot sm_hanja_surname(uint32_t c);
extern SmSlot sm_hanja_given(uint32_t c);
extern uint32_t sm_hanja_syllable(uint32_t c, bool surname);
extern bool sm_hanja_read(SmKorean *korean, const SmText *text);

#endif
