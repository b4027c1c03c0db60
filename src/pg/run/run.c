/*
 * sanct_run() and sanct_run_new(): a table that is screened with alerts, and the row that tells of it
 *
 * Both wait for writers of guarded rows as a re-screening does, so that a run which goes on from another one misses
 * no row that was written between them: see guard/trigger.c.  Runs of one table come one after another.
 */
#include "postgres.h"

#include "access/relation.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "fmgr.h"
#include "storage/lmgr.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/hsearch.h"
#include "utils/rel.h"
#include "utils/rls.h"
#include "utils/snapmgr.h"
#include "utils/timestamp.h"

#include "name/person/evidence.h"
#include "pg/base/actor.h"
#include "pg/base/extension.h"
#include "pg/base/shown.h"
#include "pg/base/table_query.h"
#include "pg/desk/guarded.h"
#include "pg/guard/subject.h"
#include "pg/run/raise.h"
#include "pg/run/run_columns.h"
#include "pg/run/run_row.h"
#include "pg/screen/asked.h"
#include "pg/screen/screening.h"
#include "pg/screen/subject_facts.h"
#include "pg/screen/wait.h"
#include "pg/trail/person.h"
#include "pg/type/threshold.h"

PG_FUNCTION_INFO_V1(sanct_run);
PG_FUNCTION_INFO_V1(sanct_run_new);

/* Arguments of both */
typedef enum Argument
{
	ARG_SUBJECTS, ARG_ID_COLUMN, ARG_NAME_COLUMN, ARG_THRESHOLD, ARG_VERDICT, ARG_LISTS, ARG_TYPES, ARG_PROGRAMS,
	ARG_ON_EMPTY, ARG_WEAK, ARG_FACTS, ARG_KEY_COLUMNS = ARG_FACTS + SUBJECT_FACTS, ARG_UNREAD, ARG_ACTOR,
	ARG_NOTIFY, ARGUMENTS
} Argument;

/* Refuse a NULL among the arguments that need a value */
static void
CheckRun(FunctionCallInfo fcinfo)
{
	static const char *const names[] = {"subjects", "id_column", "name_column", "threshold", "verdict"};

	SanctCheckArgumentCount(fcinfo, ARGUMENTS);
	SanctCheckGiven(fcinfo, names, lengthof(names));
	SanctRefuseRestricted();
	if (!PG_ARGISNULL(ARG_ACTOR))
		(void) SanctActor(PG_GETARG_TEXT_PP(ARG_ACTOR));
}

/* The verdict from which a hit counts */
static SmVerdict
ReadVerdict(const text *argument)
{
	char	   *verdict = text_to_cstring(argument);

	for (int i = SM_VERDICT_CONTRADICTED; i <= SM_VERDICT_STRONG; i++)
		if (strcmp(sm_verdict_name(i), verdict) == 0)
			return (SmVerdict) i;
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("verdict \"%s\" is not known", SanctShown(verdict)),
			 errhint("%sThe verdicts are strong, possible, weak and contradicted; what is less than it counts as ruled "
					 "out.", SanctPerhapsVerdict(verdict))));
}

/* Do names that cannot be read raise alerts? */
static bool
ReadUnread(FunctionCallInfo fcinfo)
{
	char	   *unread = PG_ARGISNULL(ARG_UNREAD) ? "NULL" : text_to_cstring(PG_GETARG_TEXT_PP(ARG_UNREAD));

	if (strcmp(unread, "alert") != 0 && strcmp(unread, "pass") != 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("unread \"%s\" is not known", SanctShown(unread)),
				 errhint("Pass 'alert' for alerts of names that cannot be read, or 'pass' to have them counted and "
						 "told by a WARNING.")));
	return strcmp(unread, "alert") == 0;
}

/* Open the table, which is to be there when its alerts are decided, and let no other run of it begin */
static Relation
OpenSubjects(const Extension *extension, Oid table)
{
	Relation	relation = SanctOpenReadable(table);

	if (relation->rd_rel->relpersistence == RELPERSISTENCE_TEMP)
		ereport(ERROR,
				(errcode(ERRCODE_WRONG_OBJECT_TYPE),
				 errmsg("temporary relation \"%s\" cannot be screened by a run", RelationGetRelationName(relation)),
				 errdetail("Nobody could decide alerts of it when it is gone."),
				 errhint("Use sanct_screen_table, which raises none.")));
	if (check_enable_rls(table, InvalidOid, true) == RLS_ENABLED)
		ereport(WARNING,
				(errmsg("row security may hide rows of relation \"%s\" from this run",
						RelationGetRelationName(relation)),
				 errhint("Run it as a role that sees all rows.")));
	LockDatabaseObject(extension->table[OWN_ALERT], table, 0, ExclusiveLock);
	return relation;
}

/* Take the columns of the table and what is asked of the lists */
static void
StartRun(RunRow *row, Screening *screening, Raising *raising, FunctionCallInfo fcinfo, Relation subjects)
{
	const char *id_column = NameStr(*PG_GETARG_NAME(ARG_ID_COLUMN));
	const char *name_column = NameStr(*PG_GETARG_NAME(ARG_NAME_COLUMN));
	ArrayType  *key = PG_ARGISNULL(ARG_KEY_COLUMNS) ? NULL : PG_GETARG_ARRAYTYPE_P(ARG_KEY_COLUMNS);
	RunColumns	columns;

	row->screening = screening;
	row->raising = raising;
	row->started = GetCurrentTimestamp();
	SanctReadListFilter(&screening->filter, fcinfo, ARG_LISTS);
	SanctReadWeak(&screening->filter, fcinfo, ARG_WEAK);
	SanctStartScreening(screening, fcinfo, subjects);
	SanctTakeScreenedFacts(screening, fcinfo, subjects, ARG_FACTS);
	screening->threshold = SanctThousandthsOf(PG_GETARG_FLOAT8(ARG_THRESHOLD));
	screening->found = SanctRaiseFound;
	screening->finder = raising;
	columns = SanctFindRunColumns(screening->extension, subjects, id_column, key, &screening->facts);
	row->columns = SanctDescribeRunColumns(&columns, subjects, name_column, &screening->facts);
	raising->context = CurrentMemoryContext;
	raising->subject = SanctSubjectName(subjects);
	raising->key = SanctAddScreenedColumns(screening, subjects, columns.key);
	raising->facts = SanctAddScreenedColumns(screening, subjects, columns.facts);
	raising->least = ReadVerdict(PG_GETARG_TEXT_PP(ARG_VERDICT));
	raising->unread = ReadUnread(fcinfo);
	raising->notify = !PG_ARGISNULL(ARG_NOTIFY) && PG_GETARG_BOOL(ARG_NOTIFY);
	raising->actor = PG_ARGISNULL(ARG_ACTOR) ? NULL : PG_GETARG_TEXT_PP(ARG_ACTOR);
}

/* Want the entries that subjects of the table were cleared of and are no longer; false if there are none */
static bool
WantLapsed(Screening *screening, const char *subject)
{
	static const OwnFunction function = {"sanct_lapsed_entries", 1, {TEXTOID}};
	HASHCTL		control = {.keysize = sizeof(int64), .entrysize = sizeof(int64), .hcxt = CurrentMemoryContext};
	Datum		value = CStringGetTextDatum(subject);
	bool		none;
	Datum		found = SanctCallOwn(screening->extension, &function, &value, NULL, &none);
	Datum	   *entries;
	int			n;

	if (none)
		return false;
	deconstruct_array(DatumGetArrayTypeP(found), INT8OID, sizeof(int64), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE, &entries,
					  NULL, &n);
	screening->again = hash_create("lapsed entries", n, &control, HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
	for (int i = 0; i < n; i++)
	{
		int64		entry = DatumGetInt64(entries[i]);

		(void) hash_search(screening->again, &entry, HASH_ENTER, NULL);
	}
	return true;
}

/* Say of a run that goes on what it does not look at */
static void
TellUnlooked(const Extension *extension, Relation subjects)
{
	if (SanctReadGuards(extension, subjects) == NIL)
		ereport(NOTICE,
				(errmsg("relation \"%s\" has no guard", RelationGetRelationName(subjects)),
				 errdetail("Rows that were written since the last run are held against what lists have added or "
						   "changed since alone."),
				 errhint("Attach a guard with sanct_guard_attach, or call sanct_run for all of them.")));
}

/* Take up where the last run ended; false if nothing has changed since */
static bool
TakeUp(RunRow *row, Screening *screening, Relation subjects)
{
	bool		lapsed;

	SanctFindLastRun(row);
	if (row->previous == 0)
		return true;
	TellUnlooked(screening->extension, subjects);
	screening->since_of = row->since;
	lapsed = WantLapsed(screening, row->raising->subject);
	return SanctIsReleaseNew(row) || lapsed;
}

/* Screen the table, raise alerts and note the run */
static Datum
Run(FunctionCallInfo fcinfo, const char *function, bool goes_on)
{
	const Extension *extension = SanctExtensionOf(fcinfo->flinfo->fn_oid);
	Screening	screening = {0};
	Raising		raising = {0};
	RunRow		row = {0};
	Relation	subjects;
	Datum		result;
	bool		look;

	CheckRun(fcinfo);
	SanctWaitForGuards(extension, function);
	subjects = OpenSubjects(extension, PG_GETARG_OID(ARG_SUBJECTS));
	StartRun(&row, &screening, &raising, fcinfo, subjects);
	PushActiveSnapshot(GetLatestSnapshot());
	SanctLoadScreened(&screening);
	raising.run = SanctNextRun(extension);
	look = !goes_on || TakeUp(&row, &screening, subjects);
	SanctTakeReleases(&row);
	PopActiveSnapshot();
	/* a release may have come while an earlier run was waited for, and rows that were held against the one before it */
	SanctWaitForGuardedRows(extension);
	PushActiveSnapshot(GetLatestSnapshot());
	if (look)
		SanctScreenAll(&screening, subjects);
	SanctWriteNoted(&raising);
	relation_close(subjects, NoLock);
	raising.count[RUN_ROWS] = (int64) screening.rows;
	raising.count[RUN_UNREAD] = (int64) screening.unread.count;
	result = SanctNoteRun(&row);
	PopActiveSnapshot();
	SanctWarnOfUnread(&screening);
	return result;
}

/* sanct_run(): holds a table against all that the lists have, see its comment in SQL */
Datum
sanct_run(PG_FUNCTION_ARGS)
{
	return Run(fcinfo, "sanct_run", false);
}

/* sanct_run_new(): holds it against what is new since the last run that asked the same */
Datum
sanct_run_new(PG_FUNCTION_ARGS)
{
	return Run(fcinfo, "sanct_run_new", true);
}
