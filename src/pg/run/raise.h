#ifndef SANCT_RUN_RAISE_H
#define SANCT_RUN_RAISE_H

/* Alerts of what a run finds */

#include "executor/tuptable.h"
#include "nodes/pg_list.h"

#include "name/person/evidence.h"
#include "pg/screen/hit.h"
#include "pg/screen/screening.h"

/* What a run has counted, in the order in which it is stored */
typedef enum RunCount
{
	RUN_ROWS, RUN_HITS, RUN_RULED_OUT, RUN_RAISED, RUN_REOPENED, RUN_STANDING, RUN_SUPPRESSED, RUN_UNREAD, RUN_COUNTS
} RunCount;

/* How a run raises alerts */
typedef struct Raising
{
	int64		run;			/* its number */
	const char *subject;		/* qualified name of the table */
	List	   *key;			/* places of the key and of the facts that are noted, in the rows that are read */
	List	   *facts;
	SmVerdict	least;			/* that counts */
	bool		unread;			/* names that cannot be read raise alerts */
	const text *actor;
	bool		notify;			/* tell of new alerts on channel sanct_alert */
	int64		count[RUN_COUNTS];
	MemoryContext context;		/* of the run */
	MemoryContext noted;		/* alerts that have been noted, NULL: none have yet */
	List	   *alerts;			/* and which (of MadeAlert *) */
} Raising;

/* Note alerts of a row, unless it has been cleared: a FoundRow whose finder is a Raising */
extern void SanctRaiseFound(Screening *screening, TupleTableSlot *slot, const ScreenedName *name, const ListHit *hits,
							int count);

/* Write the alerts that have been noted, and count them */
extern void SanctWriteNoted(Raising *raising);

#endif
