/*
 * Holds a table against what releases have changed in the lists
 *
 * Where the names of the table have an index, each changed name looks up the names that match it;
 * else, or where documents are looked up as well, the table is read as sanct_screen_table does.
 */
#include "postgres.h"

#include "access/genam.h"
#include "access/relation.h"
#include "access/xact.h"
#include "catalog/pg_type.h"
#include "executor/tuptable.h"
#include "fmgr.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "nodes/makefuncs.h"
#include "nodes/params.h"
#include "storage/itemptr.h"
#include "storage/lmgr.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"
#include "utils/builtins.h"

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

/* A row of the table that matches a changed name */
typedef struct Subject
{
	ListHit		hit;
	Oid			table;			/* which row it is */
	ItemPointerData row;
	char	   *id;				/* NULL: it has none */
	char	   *name;
	int			length;
	KnownFacts *known;
} Subject;

typedef struct Subjects
{
	Screening  *screening;
	const ListedName *listed;	/* that is being looked up */
	MemoryContext context;		/* of the items and what they point to */
	Subject    *item;
	int			count;
	int			allocated;
} Subjects;

static void
CheckRescreening(FunctionCallInfo fcinfo)
{
	static const char *const names[] = {"subjects", "id_column", "name_column", "since", "threshold"};

	for (int i = 0; i < lengthof(names); i++)
		if (PG_ARGISNULL(i))
			ereport(ERROR,
					(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("%s must not be NULL", names[i])));
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

/* The index that answers %~ for all rows, or InvalidOid */
static Oid
SubjectIndex(const Screening *screening, Relation subjects)
{
	char		kind = subjects->rd_rel->relkind;

	if (kind != RELKIND_RELATION && kind != RELKIND_MATVIEW && kind != RELKIND_PARTITIONED_TABLE)
		return InvalidOid;
	return SanctFindNameIndex(screening->extension, subjects, screening->name_attribute,
							  screening->readings ? screening->extension->reading_type : TEXTOID);
}

/* What the condition of a look-up is made of */
typedef struct Lookup
{
	const Screening *screening;
	Oid			operator;		/* %~ of the column and a sanct_query */
} Lookup;

/* The condition "name %~ $1" */
static Node *
MatchesParameter(Relation relation, int rtindex, void *argument)
{
	const Lookup *lookup = argument;
	const Screening *screening = lookup->screening;
	Form_pg_attribute attribute = TupleDescAttr(RelationGetDescr(relation), screening->name_attribute - 1);
	Oid			type = screening->readings ? screening->extension->reading_type : TEXTOID;
	Expr	   *name = (Expr *) makeVar(rtindex, screening->name_attribute, attribute->atttypid, attribute->atttypmod,
										attribute->attcollation, 0);
	Param	   *query = makeNode(Param);

	if (attribute->atttypid != type)
		name = (Expr *) makeRelabelType(name, type, -1, attribute->attcollation, COERCE_IMPLICIT_CAST);
	query->paramkind = PARAM_EXTERN;
	query->paramid = 1;
	query->paramtype = screening->extension->query_type;
	query->paramtypmod = -1;
	query->location = -1;
	return (Node *) make_opclause(lookup->operator, BOOLOID, false, name, (Expr *) query, InvalidOid,
								  attribute->attcollation);
}

/* The query that finds the rows whose names match a sanct_query */
static TableQuery *
PlanLookup(const Screening *screening, Relation subjects, Oid index)
{
	Relation	opened = index_open(index, AccessShareLock);
	Oid			type = screening->readings ? screening->extension->reading_type : TEXTOID;
	Lookup		lookup = {.screening = screening, .operator = InvalidOid};

	lookup.operator = get_opfamily_member(opened->rd_opfamily[0], type, screening->extension->query_type,
										  QUERY_STRATEGY);
	index_close(opened, NoLock);
	return SanctPlanTableQuery(subjects, psprintf("SELECT %s, s.tableoid, s.ctid", screening->columns),
							   MatchesParameter,
							   &lookup);
}

/* Room for one more row */
static Subject *
NextSubject(Subjects *subjects)
{
	if (subjects->count == subjects->allocated)
	{
		subjects->allocated = subjects->allocated ? 2 * subjects->allocated : 64;
		subjects->item = subjects->item ?
			repalloc_huge(subjects->item, subjects->allocated * sizeof(Subject)) :
			palloc(subjects->allocated * sizeof(Subject));
	}
	return &subjects->item[subjects->count++];
}

/* Remember a row that has been found; names are looked at one after the other, so what is unread is told elsewhere */
static void
AddSubject(TupleTableSlot *slot, void *argument)
{
	Subjects   *subjects = argument;
	FactColumns *facts = &subjects->screening->facts;
	MemoryContext old = MemoryContextSwitchTo(subjects->context);
	ScreenedName name;
	Subject    *subject;
	bool		isnull;

	if (SanctReadSubject(subjects->screening, slot, &name))
	{
		subject = NextSubject(subjects);
		subject->hit = (ListHit) {.name = subjects->listed};
		subject->hit.similarity = sm_similarity(name.reading, subjects->listed->reading->data);
		subject->hit.weight = sm_weight(subjects->listed->reading->data, name.reading);
		subject->table = DatumGetObjectId(slot_getattr(slot, facts->count + 3, &isnull));
		ItemPointerCopy((ItemPointer) DatumGetPointer(slot_getattr(slot, facts->count + 4, &isnull)), &subject->row);
		subject->known = palloc0(sizeof(KnownFacts));
		SanctReadDocuments(facts, slot, subject->known);
		SanctReadOtherFacts(facts, slot, subject->known);
		subject->id = SanctSubjectId(subjects->screening, slot);
		subject->name = pnstrdup(name.text, name.length);
		subject->length = name.length;
	}
	MemoryContextSwitchTo(old);
}

/* Order of rows and, of one row, of its hits */
static int
CompareSubjects(const void *a, const void *b)
{
	const Subject *x = a;
	const Subject *y = b;
	int			order;

	if (x->table != y->table)
		return x->table < y->table ? -1 : 1;
	order = ItemPointerCompare((ItemPointer) &x->row, (ItemPointer) &y->row);
	return order != 0 ? order : SanctCompareHits(&x->hit, &y->hit);
}

static bool
IsSameHit(const Subject *a, const Subject *b)
{
	return a->table == b->table && ItemPointerEquals((ItemPointer) &a->row, (ItemPointer) &b->row) &&
		a->hit.name->entry == b->hit.name->entry;
}

/* Give each row and entry once, by the entry's best name */
static void
AddSubjects(Screening *screening, Subjects *subjects)
{
	qsort(subjects->item, subjects->count, sizeof(Subject), CompareSubjects);
	for (int i = 0; i < subjects->count; i++)
	{
		Subject    *subject = &subjects->item[i];

		if (i > 0 && IsSameHit(&subjects->item[i - 1], subject))
			continue;
		screening->weighing.subject = subject->known;
		SanctWeighHits(&screening->weighing, &subject->hit, 1);
		SanctAddHit(screening, subject->id, subject->name, subject->length, &subject->hit);
	}
}

/* Look up the names that releases after screening->since have changed */
static void
LookUpChanges(Screening *screening, TableQuery *query)
{
	const ListedName *names;
	uint32		count = SanctListedNames(screening->lists, &names);
	Subjects	subjects = {.screening = screening, .context = CurrentMemoryContext};
	ParamListInfo params = makeParamList(1);
	MemoryContext lookup = AllocSetContextCreate(CurrentMemoryContext, "look-up of a name", ALLOCSET_DEFAULT_SIZES);

	params->params[0] = (ParamExternData) {0, false, PARAM_FLAG_CONST, screening->extension->query_type};
	for (uint32 i = 0; i < count; i++)
	{
		SanctReading *reading = names[i].reading;
		ListHit		hit = {.name = &names[i]};
		MemoryContext old;

		CHECK_FOR_INTERRUPTS();
		if (names[i].entry->changed_in <= screening->since || !SanctTakesHit(&screening->filter, &hit))
			continue;
		old = MemoryContextSwitchTo(lookup);
		params->params[0].value = PointerGetDatum(SanctReadQuery(SANCT_READING_NAME(reading),
																 SANCT_READING_NAME_LENGTH(reading),
																 screening->threshold));
		subjects.listed = &names[i];
		SanctRunTableQuery(query, params, AddSubject, &subjects);
		MemoryContextSwitchTo(old);
		MemoryContextReset(lookup);
	}
	AddSubjects(screening, &subjects);
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
 * Wait for imports and for writers of guarded rows that may have looked at older lists, see guard.c;
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

/* Screen the table one way or the other; the lists are held meanwhile */
static void
Rescreen(Screening *screening, Relation subjects)
{
	Oid			index = SubjectIndex(screening, subjects);

	PushActiveSnapshot(GetLatestSnapshot());
	CheckSince(screening->extension, screening->since);
	SanctLoadScreened(screening);
	SanctHoldLists(screening->lists);
	PG_TRY();
	{
		if (OidIsValid(index) && screening->documents == NULL)
			LookUpChanges(screening, PlanLookup(screening, subjects, index));
		else
			SanctScreenAll(screening, subjects);
	}
	PG_FINALLY();
	{
		SanctLetGoLists(screening->lists);
	}
	PG_END_TRY();
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
