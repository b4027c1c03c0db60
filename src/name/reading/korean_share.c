/* The similarity that a weight of Korean readings is: its share of the mean of both self weights */
#include "name/reading/korean_share.h"

#include <stdint.h>

/* Korean similarity n = 2 weight / (self + self) in thousandths, piecewise linear between these */
static const int share_at[] = {0, 300, 500, 600, 800, 900, 1000};
static const int similarity_at[] = {0, 500, 670, 750, 870, 950, SM_SIMILARITY_ONE};

/* Similarity of Korean names in thousandths */
int
sm_korean_similarity(SmWeight weight, SmWeight self_a, SmWeight self_b)
{
	int			n;
	int			i = 1;

	if (weight <= 0 || self_a + self_b <= 0)
		return 0;
	n = (int) ((int64_t) 2000 * weight / (self_a + self_b));
	if (n >= 1000)
		return SM_SIMILARITY_ONE;
	while (n > share_at[i])
		i++;
	return similarity_at[i - 1] +
		(similarity_at[i] - similarity_at[i - 1]) * (n - share_at[i - 1]) / (share_at[i] - share_at[i - 1]);
}

/* Least share of the mean self weight, in thousandths, at which Korean names have a similarity > 0 */
int
sm_korean_share(int threshold)
{
	int			i = 1;
	int			rise;
	int			run;

	while (i < 6 && similarity_at[i] < threshold)
		i++;
	rise = similarity_at[i] - similarity_at[i - 1];
	run = share_at[i] - share_at[i - 1];
	return share_at[i - 1] + ((threshold - similarity_at[i - 1]) * run + rise - 1) / rise;
}

/* The straight piece on which the similarity of a share in thousandths, below 1000, lies */
SmShareRule
sm_korean_share_rule(int share)
{
	int			i = 1;

	while (share > share_at[i])
		i++;
	return (SmShareRule) {{share_at[i - 1], share_at[i]}, {similarity_at[i - 1], similarity_at[i]}};
}
