#ifndef SANCT_LIST_SHRINKAGE_H
#define SANCT_LIST_SHRINKAGE_H

/* How much of a list a release may lose */

#include "pg/list/release.h"

/* What is counted of a release, -1: it was not counted then */
typedef struct ReleaseCounts
{
	int64		names;
	int64		aliases;
	int64		birth_dates;
	int64		documents;
} ReleaseCounts;

/* Count what the entries of a release have */
extern ReleaseCounts SanctCountRelease(ListRelease *release);

/*
 * Complain if too much of a list is missing: of its entries that were active so many are gone, and of names and facts
 * the newest release had so many
 */
extern void SanctCheckShrinkage(ListRelease *release, int64 active, int64 gone, const ReleaseCounts *newest);

#endif
