/* Names with one slip of the pen */
#ifndef SM_KOREAN_SLIPS_H
#define SM_KOREAN_SLIPS_H

#include <stdint.h>

#include "name/korean/syllables.h"
#include "name/weight.h"

extern void sm_slips_in_given(SmSearch *s, int from, uint32_t systems);
extern void sm_slips_in_surname(SmSearch *s, int from, int to, int rest, int end, SmWeight cost);

#endif
