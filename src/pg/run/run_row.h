#ifndef SANCT_RUN_RUN_ROW_H
#define SANCT_RUN_RUN_ROW_H

/* The rows that runs leave */

#include "datatype/timestamp.h"

#include "pg/base/extension.h"
#include "pg/run/raise.h"
#include "pg/screen/screening.h"

/* What a run asks, and the run that asked the same before it */
typedef struct RunRow
{
	Screening  *screening;
	const Raising *raising;
	Datum		columns;		/* jsonb, see SanctDescribeRunColumns */
	int64		previous;		/* 0: none */
	int64	   *since;			/* of each list in memory, the release that was looked at; 0: none was */
	TimestampTz started;
	Datum		releases[3];	/* see SanctTakeReleases */
} RunRow;

/* The number of a run that begins */
extern int64 SanctNextRun(const Extension *extension);

/* Find the run that this one goes on from, and what it had looked at */
extern void SanctFindLastRun(RunRow *row);

/* Has any list that is asked for another release than that which was looked at? */
extern bool SanctIsReleaseNew(const RunRow *row);

/* Take the lists that are looked at and their releases, while they are held for certain */
extern void SanctTakeReleases(RunRow *row);

/* Note what has been done; returns the row of sanct_run */
extern Datum SanctNoteRun(const RunRow *row);

#endif
