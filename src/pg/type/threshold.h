#ifndef SANCT_TYPE_THRESHOLD_H
#define SANCT_TYPE_THRESHOLD_H

/* Thresholds as they are asked for and as they are held */

extern int	SanctThousandthsOf(float8 threshold);

/* Is this a similarity that can be asked for? */
extern bool SanctIsThreshold(float8 threshold);

#endif
