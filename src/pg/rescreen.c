/*
 * rescreen.c: holds a table against what releases have changed in the lists
 *
 * Where the names of the table have an index, each changed name looks up the names that match it;
 * else the table is read as sanct_screen_table does.
 */
#include "pg/screening.h"

#include "access/genam.h"
#include "access/relation.h"
#include "access/xact.h"
#include "catalog/pg_type.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "storage/itemptr.h"
#include "storage/lmgr.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"

#include "pg/estimate.h"

PG_FUNCTION_INFO_V1(sanct_rescreen);

typedef enum Argument
{
	ARG_SUBJECTS, ARG_ID_COLUMN, ARG_NAME_COLUMN, ARG_SINCE, ARG_THRESHOLD, ARGUMENTS
} Argument;

/* Strategy of %~ sanct_query in our operator families */
#define QUERY_STRATEGY 3

/* A row of the table that matches a changed name */
typedef struct Subject
{
	ListHit		hit;
	Oid			table;			/* which row it is */
	ItemPointerData row;
	Datum		id;				/* text */
	bool		id_isnull;
	Datum		name;			/* text */
} Subject;

typedef struct Subjects
{
	Subject    *item;
	int			count;
	int			allocated;
} Subjects;

static void
CheckArguments(FunctionCallInfo fcinfo)
{
	static const char *const names[] = {"subjects", "id_column", "name_column", "since", "threshold"};

	for (int i = 0; i < ARGUMENTS; i++)
		if (PG_ARGISNULL(i))
			ereport(ERROR,
					(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("%s must not be NULL", names[i])));
}

/* Has the column an index that answers %~ for all rows? */
static bool
HasNameIndex(const Screening *screening, Relation subjects)
{
	Oid			query = SanctTypeOid(get_func_namespace(screening->function), "sanct_query");
	Oid			type = screening->readings ?
		SanctTypeOid(get_func_namespace(screening->function), "sanct_reading") : TEXTOID;
	bool		found = false;
	ListCell   *cell;

	if (subjects->rd_rel->relkind != RELKIND_RELATION && subjects->rd_rel->relkind != RELKIND_MATVIEW &&
		subjects->rd_rel->relkind != RELKIND_PARTITIONED_TABLE)
		return false;
	foreach(cell, RelationGetIndexList(subjects))
	{
		Relation	index = index_open(lfirst_oid(cell), AccessShareLock);

		found = found || (index->rd_index->indisvalid && index->rd_index->indkey.values[0] == screening->name_attribute &&
						  RelationGetIndexPredicate(index) == NIL &&
						  OidIsValid(get_opfamily_member(index->rd_opfamily[0], type, query, QUERY_STRATEGY)));
		index_close(index, AccessShareLock);
	}
	return found;
}

/* The query that finds the rows whose names match name $1 at threshold $2 */
static SPIPlanPtr
PrepareLookup(const Screening *screening)
{
	const char *schema = quote_identifier(get_namespace_name(get_func_namespace(screening->function)));
	Oid			types[2] = {TEXTOID, FLOAT4OID};
	StringInfoData sql;
	SPIPlanPtr	plan;

	initStringInfo(&sql);
	appendStringInfo(&sql, "SELECT s.%s", quote_identifier(screening->id_column));
	appendStringInfo(&sql, ", s.%s, s.tableoid, s.ctid FROM %s s", quote_identifier(screening->name_column),
					 screening->table);
	appendStringInfo(&sql, " WHERE s.%s", quote_identifier(screening->name_column));
	appendStringInfo(&sql, " OPERATOR(%s.%%~) %s.sanct_query($1, $2)", schema, schema);
	plan = SPI_prepare(sql.data, 2, types);
	if (plan == NULL)
		elog(ERROR, "SPI_prepare failed: %s", SPI_result_code_string(SPI_result));
	return plan;
}

/* The similarity of a row's name and a listed one */
static int
SimilarityOf(const Screening *screening, const ListedName *listed, HeapTuple row, TupleDesc desc, const char *name)
{
	uint8		parsed[SM_READING_MAX];
	const uint8 *reading = parsed;
	bool		isnull;

	if (screening->readings)
		reading = GetReading((SanctReading *) PG_DETOAST_DATUM(SPI_getbinval(row, desc, 2, &isnull)));
	else
		ReadName(parsed, name, strlen(name));
	return sm_similarity(reading, listed->reading->data);
}

/* Remember a row that has been found */
static void
AddSubject(Subjects *subjects, const Screening *screening, const ListedName *listed, HeapTuple row, TupleDesc desc)
{
	char	   *id = SPI_getvalue(row, desc, 1);
	char	   *name = SPI_getvalue(row, desc, 2);
	Subject    *subject;
	bool		isnull;

	if (subjects->count == subjects->allocated)
	{
		subjects->allocated = subjects->allocated ? 2 * subjects->allocated : 64;
		subjects->item = subjects->item ?
			repalloc_huge(subjects->item, subjects->allocated * sizeof(Subject)) :
			palloc(subjects->allocated * sizeof(Subject));
	}
	subject = &subjects->item[subjects->count++];
	subject->hit.name = listed;
	subject->hit.similarity = SimilarityOf(screening, listed, row, desc, name);
	subject->hit.weight = 0;
	subject->table = DatumGetObjectId(SPI_getbinval(row, desc, 3, &isnull));
	ItemPointerCopy((ItemPointer) DatumGetPointer(SPI_getbinval(row, desc, 4, &isnull)), &subject->row);
	subject->id_isnull = id == NULL;
	subject->id = id ? CStringGetTextDatum(id) : (Datum) 0;
	subject->name = CStringGetTextDatum(name);
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
	return order != 0 ? order : CompareHits(&x->hit, &y->hit);
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
		uint8		reading[SM_READING_MAX];
		text	   *name = DatumGetTextPP(subject->name);

		if (i > 0 && IsSameHit(&subjects->item[i - 1], subject))
			continue;
		ReadName(reading, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));
		subject->hit.weight = sm_weight(subject->hit.name->reading->data, reading);
		AddHit(screening, subject->id, subject->id_isnull, subject->name, &subject->hit);
	}
}

/* Look up the names that releases after screening->since have changed */
static void
LookUpChanges(Screening *screening)
{
	SPIPlanPtr	plan = PrepareLookup(screening);
	const ListedName *names;
	uint32		count = ListedNames(screening->lists, &names);
	Subjects	subjects = {0};
	Datum		values[2];

	values[1] = Float4GetDatum((float4) screening->threshold / 1000);
	for (uint32 i = 0; i < count; i++)
	{
		SanctReading *reading = names[i].reading;

		CHECK_FOR_INTERRUPTS();
		if (names[i].entry->changed_in <= screening->since)
			continue;
		values[0] = PointerGetDatum(cstring_to_text_with_len(SANCT_READING_NAME(reading),
															 SANCT_READING_NAME_LENGTH(reading)));
		if (SPI_execute_plan(plan, values, NULL, true, 0) != SPI_OK_SELECT)
			elog(ERROR, "could not look up names");
		for (uint64 k = 0; k < SPI_processed; k++)
			AddSubject(&subjects, screening, &names[i], SPI_tuptable->vals[k], SPI_tuptable->tupdesc);
		SPI_freetuptable(SPI_tuptable);
	}
	AddSubjects(screening, &subjects);
}

/* Wait for all transactions that write to a table of the extension */
static void
WaitForWriters(Oid schema, const char *table)
{
	LOCKTAG		tag;

	SET_LOCKTAG_RELATION(tag, MyDatabaseId, get_relname_relid(table, schema));
	WaitForLockers(tag, ShareLock, false);
}

/*
 * Wait for imports and for writers of guarded rows that may have looked at older lists, see guard.c;
 * what they have written is seen by snapshots taken after that.
 */
static void
WaitForGuards(Oid schema)
{
	if (IsolationUsesXactSnapshot())
		ereport(ERROR,
				(errcode(ERRCODE_ACTIVE_SQL_TRANSACTION),
				 errmsg("sanct_rescreen cannot see what is written meanwhile"),
				 errdetail("The transaction keeps one snapshot."),
				 errhint("Call it in a transaction of isolation level READ COMMITTED.")));
	WaitForWriters(schema, "sanct_release");
	WaitForWriters(schema, "sanct_alert");
}

/* Screen the table one way or the other, within an SPI connection; the lists are held meanwhile */
static void
Rescreen(Screening *screening, bool indexed)
{
	HoldListMatcher(screening->lists);
	PushActiveSnapshot(GetLatestSnapshot());
	PG_TRY();
	{
		if (indexed)
			LookUpChanges(screening);
		else
			ScreenAll(screening);
	}
	PG_FINALLY();
	{
		ReleaseListMatcher(screening->lists);
	}
	PG_END_TRY();
	PopActiveSnapshot();
}

/*
 * Holds the names of a table against the entries that releases after a given one have added or
 * changed.  The table is read with the rights of the caller; the lists are read whoever calls.
 */
Datum
sanct_rescreen(PG_FUNCTION_ARGS)
{
	Screening	screening = {0};
	Relation	subjects;
	bool		indexed;

	CheckArguments(fcinfo);
	InitMaterializedSRF(fcinfo, 0);
	WaitForGuards(get_func_namespace(fcinfo->flinfo->fn_oid));
	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
	subjects = OpenTableOrView(PG_GETARG_OID(ARG_SUBJECTS));
	StartScreening(&screening, fcinfo, subjects);
	indexed = HasNameIndex(&screening, subjects);
	relation_close(subjects, NoLock);
	screening.threshold = ThousandthsOf(PG_GETARG_FLOAT4(ARG_THRESHOLD));
	screening.since = PG_GETARG_INT64(ARG_SINCE);
	screening.lists = GetListMatcher(screening.function, screening.threshold);
	Rescreen(&screening, indexed);
	SPI_finish();
	return (Datum) 0;
}
