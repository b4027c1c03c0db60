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

/* A straight piece of the rule that makes a similarity of a share of the mean self weight; all in thousandths */
typedef struct SmShareRule
{
	int			share[2];
	int			similarity[2];
} SmShareRule;

/* A weight in hundredths of a bit, to the nearest: as weights are told */
static inline int
sm_hundredths(SmWeight weight)
{
	return weight < 0 ? -sm_hundredths(-weight) : (weight * 100 + SM_BIT / 2) / SM_BIT;
}

#endif
