/* Fixed-point logarithms: the scoring path has no floating point */
#ifndef SM_LOG2_H
#define SM_LOG2_H

#include <stdint.h>

#include "name/weight.h"

extern SmWeight sm_log2(uint64_t x);
extern uint64_t sm_exp2(SmWeight w);
extern SmWeight sm_log_sum(const SmWeight *w, int n);

#endif
