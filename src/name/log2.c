/* Fixed-point logarithms: the scoring path has no floating point */
#include "name/log2.h"

#include "data/log_table.h"

/* 256 log2(x) of x > 0 */
SmWeight
sm_log2(uint64_t x)
{
	int			e = 63 - __builtin_clzll(x);
	uint32_t	fraction = e >= 8 ? (uint32_t) (x >> (e - 8)) & 255 : (uint32_t) (x << (8 - e)) & 255;

	return e * SM_BIT + sm_log2_table[fraction];
}

/* 65536 * 2^(w / 256), 0 below 2^-16; w at most 46 bits */
uint64_t
sm_exp2(SmWeight w)
{
	int			whole = w >> 8;
	uint64_t	fraction = sm_exp2_table[w & 255];

	if (whole < -20)
		return 0;
	return whole >= 0 ? fraction << whole : fraction >> -whole;
}

/* log2 of the sum of 2^w over n > 0 weights; the order of the weights does not matter */
SmWeight
sm_log_sum(const SmWeight *w, int n)
{
	SmWeight	most = w[0];
	uint64_t	sum = 0;

	for (int i = 1; i < n; i++)
		most = w[i] > most ? w[i] : most;
	for (int i = 0; i < n; i++)
		sum += sm_exp2(w[i] - most);
	return most + sm_log2(sum) - 16 * SM_BIT;
}
