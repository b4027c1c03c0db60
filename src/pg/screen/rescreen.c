/*
 * Holds a table against what releases have changed in the lists
 *
 * The table is read as sanct_screen_table does, even where its names have an index: that holds each as one of two
 * sides, in which not all is looked for that is in a field that is screened.
 */
#include "postgres.h"

#include "access/relation.h"
#include "access/xact.h"
#include "fmgr.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "storage/lmgr.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"

#include "name/reading/similarity.h"
#include "pg/base/compat.h"
#include "pg/base/extension.h"
#include "pg/base/own_scan.h"
#include "pg/base/table_query.h"
#include "pg/screen/facts.h"
#include "pg/screen/hit.h"
#include "pg/screen/listed.h"
#include "pg/screen/screening.h"
#include "pg/screen/subject_columns.h"
#include "pg/screen/subject_facts.h"
#include "pg/screen/weigh.h"
#include "pg/type/checked.h"
#include "pg/type/query_type.h"
#include "pg/type/threshold.h"

PG_FUNCTION_INFO_V1(sanct_rescreen);

typedef enum Argument
{
	ARG_SUBJECTS, ARG_ID_COLUMN, ARG_NAME_COLUMN, ARG_SINCE, ARG_THRESHOLD, ARG_LISTS, ARG_TYPES, ARG_ON_EMPTY,
	ARG_FACTS, ARGUMENTS = ARG_FACTS + SUBJECT_FACTS
} Argument;

static void
CheckRescreening(FunctionCallInfo fcinfo)
{
	static const char *const names[] = {"subjects", "id_column", "name_column", "since", "threshold"};

	SanctCheckGiven(fcinfo, names, lengthof(names));
}

/* Complains of a release that has not been yet: after it nothing can have changed */
static void
CheckSince(const Extension *extension, int64 since)
{
	int64		newest = 0;
	OwnScan		scan;

	SanctReadOwnTable(&scan, extension, OWN_RELEASE);
	while (SanctNextOwnRow(&scan))
		newest = Max(newest, OwnNumber(&scan, RELEASE_ID));
	if (since > newest)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("release %lld does not exist", (long long) since),
				 errdetail("The newest release is %lld.", (long long) newest),
				 errhint("Pass the number of the release that the table was last held against.")));
}

/* Wait for all transactions that write to a table of the extension */
static void
WaitForWriters(const Extension *extension, OwnTable table)
{
	LOCKTAG		tag;

	SET_LOCKTAG_RELATION(tag, MyDatabaseId, extension->table[table]);
	WaitForLockers(tag, ShareLock, false);
}

/* Complains of a transaction that has written guarded rows itself: two of them would wait for one another */
static void
CheckHasNotWritten(const Extension *extension)
{
	LOCKTAG		tag;

	SET_LOCKTAG_RELATION(tag, MyDatabaseId, extension->table[OWN_ALERT]);
	if (SanctLockHeld(&tag, RowExclusiveLock))
		ereport(ERROR,
				(errcode(ERRCODE_ACTIVE_SQL_TRANSACTION),
				 errmsg("sanct_rescreen cannot run in a transaction that has written guarded rows"),
				 errdetail("It waits for all others that have, and they might wait for this one."),
				 errhint("Commit them first.")));
}

/*
 * Wait for imports and for writers of guarded rows that may have looked at older lists, see guard/trigger.c;
 * what they have written is seen by snapshots taken after that.
 */
static void
WaitForGuards(const Extension *extension)
{
	if (IsolationUsesXactSnapshot())
		ereport(ERROR,
				(errcode(ERRCODE_ACTIVE_SQL_TRANSACTION),
				 errmsg("sanct_rescreen cannot see what is written meanwhile"),
				 errdetail("The transaction keeps one snapshot."),
				 errhint("Call it in a transaction of isolation level READ COMMITTED.")));
	CheckHasNotWritten(extension);
	WaitForWriters(extension, OWN_RELEASE);
	WaitForWriters(extension, OWN_ALERT);
}

/* Screen the table against what has changed */
static void
Rescreen(Screening *screening, Relation subjects)
{
	PushActiveSnapshot(GetLatestSnapshot());
	CheckSince(screening->extension, screening->since);
	SanctLoadScreened(screening);
	SanctScreenAll(screening, subjects);
	PopActiveSnapshot();
}

/*
 * Hold the names of a table against the entries that releases after a given one have added or
 * changed.  The table is read with the rights of the caller; the lists are read whoever calls.
 */
Datum
sanct_rescreen(PG_FUNCTION_ARGS)
{
	Screening	screening = {0};
	Relation	subjects;

	SanctCheckArgumentCount(fcinfo, ARGUMENTS);
	CheckRescreening(fcinfo);
	InitMaterializedSRF(fcinfo, 0);
	WaitForGuards(SanctExtensionOf(fcinfo->flinfo->fn_oid));
	subjects = SanctOpenReadable(PG_GETARG_OID(ARG_SUBJECTS));
	SanctStartScreening(&screening, fcinfo, subjects, ARG_LISTS);
	SanctTakeScreenedFacts(&screening, fcinfo, subjects, ARG_FACTS);
	screening.threshold = SanctThousandthsOf(PG_GETARG_FLOAT4(ARG_THRESHOLD));
	screening.since = PG_GETARG_INT64(ARG_SINCE);
	Rescreen(&screening, subjects);
	relation_close(subjects, NoLock);
	SanctWarnOfUnread(&screening);
	return (Datum) 0;
}
