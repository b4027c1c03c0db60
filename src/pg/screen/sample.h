#ifndef SANCT_SCREEN_SAMPLE_H
#define SANCT_SCREEN_SAMPLE_H

/* Rows of a table drawn at random */

#include "executor/tuptable.h"
#include "utils/palloc.h"
#include "utils/relcache.h"

/* Rows drawn from all that a query has read */
typedef struct RowSample
{
	MemoryContext context;		/* of the rows */
	TupleDesc	desc;
	MinimalTuple *row;
	int64		size;			/* how many are drawn at most */
	int64		count;			/* how many are there */
	int64		seen;			/* of so many */
	uint64		state;			/* of what they are drawn by, never 0 */
} RowSample;

/* Draw so many of the rows that a query of a table reads; which depends on the seed and the order they are read in */
extern void SanctDrawRows(RowSample *sample, Relation subjects, const char *query, int64 size, uint64 seed);

/* Between which shares of all rows that share lies which some rows of a sample have, in 99 of 100 samples */
extern void SanctSampleInterval(const RowSample *sample, int64 rows, double *from, double *to);

#endif
