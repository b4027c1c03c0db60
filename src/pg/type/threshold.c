/* Thresholds as they are asked for, between 0 and 1, and in thousandths, as they are held */
#include "postgres.h"

#include "pg/type/threshold.h"

#include <math.h>

#include "name/weight.h"

/* Is this a similarity that can be asked for? */
bool
SanctIsThreshold(float8 threshold)
{
	return !isnan(threshold) && threshold >= 0 && threshold <= 1;
}

/*
 * A threshold in thousandths, so that 0.7 means 0.7.  A threshold of 0 still asks for some
 * similarity: a name without a letter matches nothing.
 */
int
SanctThousandthsOf(float8 threshold)
{
	if (!SanctIsThreshold(threshold))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("threshold must be between 0 and 1"),
				 errdetail("The threshold given is %g.", threshold),
				 errhint("Operator %%~ with a plain name uses %g; 1 asks for the same name.",
						 SM_THRESHOLD / 1000.0)));
	return Max((int) rint(threshold * 1000), 1);
}
