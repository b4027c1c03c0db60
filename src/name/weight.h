/* Weights and similarities */
#ifndef SM_WEIGHT_H
#define SM_WEIGHT_H

#include <stdint.h>

/* Weights are fixed-point logarithms, their unit 1/256 bit: scores are the same to the bit on every platform */
typedef int32_t SmWeight;

#define SM_BIT 256
#define SM_WEIGHT(bits) ((SmWeight) ((bits) * SM_BIT + ((bits) < 0 ? -0.5 : 0.5)))

/* Similarity in thousandths */
#define SM_SIMILARITY_ONE 1000
/* The built-in threshold */
#define SM_THRESHOLD 670

#endif
