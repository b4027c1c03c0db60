/*
 * Holds a table against what releases have changed in the lists
 *
 * The table is read as sanct_screen_table does, even where its names have an index: that holds each as one of two
 * sides, in which not all is looked for that is in a field that is screened.
 */
#include "postgres.h"

#include "access/relation.h"
#include "fmgr.h"
#include "funcapi.h"
#include "utils/snapmgr.h"

#include "pg/base/compat.h"
#include "pg/base/extension.h"
#include "pg/base/own_scan.h"
#include "pg/base/table_query.h"
#include "pg/screen/asked.h"
#include "pg/screen/screening.h"
#include "pg/screen/subject_facts.h"
#include "pg/screen/wait.h"
#include "pg/type/threshold.h"

PG_FUNCTION_INFO_V1(sanct_rescreen);

typedef enum Argument
{
	ARG_SUBJECTS, ARG_ID_COLUMN, ARG_NAME_COLUMN, ARG_SINCE, ARG_THRESHOLD, ARG_AS_OF, ARG_LISTS,
	ARG_TYPES, ARG_PROGRAMS, ARG_ON_EMPTY, ARG_WEAK, ARG_FACTS, ARGUMENTS = ARG_FACTS + SUBJECT_FACTS
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
	SanctWaitForGuards(SanctExtensionOf(fcinfo->flinfo->fn_oid), "sanct_rescreen");
	subjects = SanctOpenReadable(PG_GETARG_OID(ARG_SUBJECTS));
	SanctReadPastFilter(&screening.filter, fcinfo, ARG_AS_OF);
	SanctReadWeak(&screening.filter, fcinfo, ARG_WEAK);
	SanctStartScreening(&screening, fcinfo, subjects);
	SanctTakeScreenedFacts(&screening, fcinfo, subjects, ARG_FACTS);
	screening.threshold = SanctThousandthsOf(PG_GETARG_FLOAT8(ARG_THRESHOLD));
	screening.since = PG_GETARG_INT64(ARG_SINCE);
	Rescreen(&screening, subjects);
	relation_close(subjects, NoLock);
	SanctWarnOfUnread(&screening);
	return (Datum) 0;
}
