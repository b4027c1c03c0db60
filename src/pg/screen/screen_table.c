/* sanct_screen_table(): holds each name of a table against the lists in memory */
#include "postgres.h"

#include "access/relation.h"
#include "fmgr.h"
#include "funcapi.h"
#include "miscadmin.h"

#include "pg/base/compat.h"
#include "pg/base/extension.h"
#include "pg/base/table_query.h"
#include "pg/screen/asked.h"
#include "pg/screen/screening.h"
#include "pg/type/threshold.h"

PG_FUNCTION_INFO_V1(sanct_screen_table);

/* Arguments */
typedef enum Argument
{
	ARG_SUBJECTS, ARG_ID_COLUMN, ARG_NAME_COLUMN, ARG_THRESHOLD, ARG_MAX_HITS, ARG_PART, ARG_PARTS, ARG_AS_OF,
	ARG_LISTS, ARG_TYPES, ARG_PROGRAMS, ARG_ON_EMPTY, ARG_WEAK, ARG_FACTS, ARGUMENTS = ARG_FACTS + SUBJECT_FACTS
} Argument;

/* Refuse a NULL among the arguments that need a value */
static void
CheckScreenTable(FunctionCallInfo fcinfo)
{
	static const char *const names[] = {
		"subjects", "id_column", "name_column", "threshold", "max_hits", "part", "parts"
	};

	SanctCheckScreening(PG_ARGISNULL(ARG_THRESHOLD), PG_ARGISNULL(ARG_MAX_HITS),
						PG_ARGISNULL(ARG_MAX_HITS) ? 0 : PG_GETARG_INT32(ARG_MAX_HITS));
	SanctCheckGiven(fcinfo, names, lengthof(names));
	SanctCheckPart(PG_GETARG_INT32(ARG_PART), PG_GETARG_INT32(ARG_PARTS));
}

/*
 * Hold each name of a table against all lists.  The table is read with the rights of the caller;
 * the lists are read whoever calls.
 */
Datum
sanct_screen_table(PG_FUNCTION_ARGS)
{
	Screening	screening = {0};
	Relation	subjects;

	SanctCheckArgumentCount(fcinfo, ARGUMENTS);
	CheckScreenTable(fcinfo);
	InitMaterializedSRF(fcinfo, 0);
	subjects = SanctOpenReadable(PG_GETARG_OID(ARG_SUBJECTS));
	SanctReadPastFilter(&screening.filter, fcinfo, ARG_AS_OF);
	SanctReadWeak(&screening.filter, fcinfo, ARG_WEAK);
	SanctStartScreening(&screening, fcinfo, subjects);
	SanctTakeScreenedFacts(&screening, fcinfo, subjects, ARG_FACTS);
	screening.threshold = SanctThousandthsOf(PG_GETARG_FLOAT8(ARG_THRESHOLD));
	screening.max_hits = PG_GETARG_INT32(ARG_MAX_HITS);
	screening.part = (uint32) PG_GETARG_INT32(ARG_PART);
	screening.parts = (uint32) PG_GETARG_INT32(ARG_PARTS);
	SanctLoadScreened(&screening);
	SanctScreenAll(&screening, subjects);
	relation_close(subjects, NoLock);
	SanctWarnOfUnread(&screening);
	return (Datum) 0;
}
