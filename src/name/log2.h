#ifndef SM_LOG2_H
#define SM_LOG2_H

#include <stdint.h>

/*
 * Fixed-point logarithms: the scoring path has no floating point, so that scores are the same
 * to the bit on every platform.  Unit of every weight: 1/256 bit.
 */
typedef int32_t SmWeight;

#define SM_BIT 256
#define SM_WEIGHT(bits) ((SmWeight) ((bits) * SM_BIT + ((bits) < 0 ? -0.5 : 0.5)))

/* Similarity in thousandths */
#define SM_SIMILARITY_ONE 1000
/* The built-in threshold */
#define SM_THRESHOLD 670

extern SmWeight sm_log2(uint64_t x);
extern uint64_t sm_exp2(SmWeight w);
extern SmWeight sm_log_sum(const SmWeight *w, int n);

#endif
