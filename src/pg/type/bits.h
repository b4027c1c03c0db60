#ifndef SANCT_TYPE_BITS_H
#define SANCT_TYPE_BITS_H

/* Weights as SQL has them */

#include "name/weight.h"

/* A weight in bits, rounded to hundredths */
static inline float4
SanctBits(SmWeight weight)
{
	return (float4) (sm_hundredths(weight) / 100.0);
}

#endif
