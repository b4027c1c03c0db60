#include "pg/sanctmatch.h"

#include "access/relation.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "common/hashfn.h"
#include "executor/spi.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/timestamp.h"

#include "pg/estimate.h"
#include "pg/screening.h"

PG_FUNCTION_INFO_V1(sanct_screen_table);

/* Arguments */
typedef enum Argument
{
	ARG_SUBJECTS, ARG_ID_COLUMN, ARG_NAME_COLUMN, ARG_THRESHOLD, ARG_MAX_HITS, ARG_PART, ARG_PARTS
} Argument;

/* Columns of the answer */
#define HIT_COLUMNS 12
/* Rows fetched at a time, and how often progress is told */
#define BATCH_ROWS 1000
#define PROGRESS_MS 10000

/* Refuse a NULL among the arguments that need a value */
static void
CheckArguments(FunctionCallInfo fcinfo)
{
	static const char *const names[] = {
		"subjects", "id_column", "name_column", "threshold", "max_hits", "part", "parts"
	};

	CheckScreening(PG_ARGISNULL(ARG_THRESHOLD), PG_ARGISNULL(ARG_MAX_HITS),
				   PG_ARGISNULL(ARG_MAX_HITS) ? 0 : PG_GETARG_INT32(ARG_MAX_HITS));
	for (int i = 0; i < lengthof(names); i++)
		if (PG_ARGISNULL(i))
			ereport(ERROR,
					(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("%s must not be NULL", names[i])));
	if (PG_GETARG_INT32(ARG_PARTS) < 1 || PG_GETARG_INT32(ARG_PART) < 1 ||
		PG_GETARG_INT32(ARG_PART) > PG_GETARG_INT32(ARG_PARTS))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("part must be between 1 and parts"),
				 errdetail("The values given are %d of %d.", PG_GETARG_INT32(ARG_PART), PG_GETARG_INT32(ARG_PARTS)),
				 errhint("To share a table among 4 sessions give part 1, 2, 3 and 4 of parts => 4.")));
}

/* Open what names are read from, which must have rows */
Relation
OpenTableOrView(Oid oid)
{
	Relation	relation = relation_open(oid, AccessShareLock);

	switch (relation->rd_rel->relkind)
	{
		case RELKIND_RELATION:
		case RELKIND_PARTITIONED_TABLE:
		case RELKIND_MATVIEW:
		case RELKIND_VIEW:
		case RELKIND_FOREIGN_TABLE:
			return relation;
		default:
			ereport(ERROR,
					(errcode(ERRCODE_WRONG_OBJECT_TYPE),
					 errmsg("\"%s\" has no rows to read", RelationGetRelationName(relation)),
					 errdetail("It is neither a table nor a view.")));
	}
	return NULL;
}

/* A column of the table, which must exist */
static AttrNumber
FindColumn(Relation subjects, const char *name)
{
	AttrNumber	column = get_attnum(RelationGetRelid(subjects), name);

	if (column == InvalidAttrNumber)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_COLUMN),
				 errmsg("column \"%s\" of relation \"%s\" does not exist", name, RelationGetRelationName(subjects))));
	return column;
}

/* Are the names of a column readings?  Anything but these and strings is refused */
static bool
HoldsReadings(Oid function, Relation subjects, const char *name)
{
	AttrNumber	column = FindColumn(subjects, name);
	Oid			type = getBaseType(get_atttype(RelationGetRelid(subjects), column));
	char		category;
	bool		preferred;

	if (type == SanctTypeOid(get_func_namespace(function), "sanct_reading"))
		return true;
	get_type_category_preferred(type, &category, &preferred);
	if (category != TYPCATEGORY_STRING)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("column \"%s\" of relation \"%s\" has no names", name, RelationGetRelationName(subjects)),
				 errdetail("It is of type %s.", format_type_be(type)),
				 errhint("Names are text, or a sanct_reading made of text.")));
	return false;
}

/* Take the table and its columns, which are the first three arguments, and the columns of the answer */
void
StartScreening(Screening *screening, FunctionCallInfo fcinfo, Relation subjects)
{
	screening->function = fcinfo->flinfo->fn_oid;
	screening->id_column = NameStr(*PG_GETARG_NAME(ARG_ID_COLUMN));
	screening->name_column = NameStr(*PG_GETARG_NAME(ARG_NAME_COLUMN));
	(void) FindColumn(subjects, screening->id_column);
	screening->name_attribute = FindColumn(subjects, screening->name_column);
	screening->readings = HoldsReadings(screening->function, subjects, screening->name_column);
	screening->table = quote_qualified_identifier(get_namespace_name(RelationGetNamespace(subjects)),
												  RelationGetRelationName(subjects));
	screening->max_hits = INT32_MAX;
	screening->part = screening->parts = 1;
	screening->result = (ReturnSetInfo *) fcinfo->resultinfo;
	screening->told = GetCurrentTimestamp();
}

/* Start to read the table with the caller's rights, as he sees it */
static Portal
OpenSubjects(Screening *screening)
{
	StringInfoData sql;
	SPIPlanPtr	plan;

	initStringInfo(&sql);
	appendStringInfo(&sql, "SELECT %s", quote_identifier(screening->id_column));
	appendStringInfo(&sql, ", %s FROM %s", quote_identifier(screening->name_column), screening->table);
	plan = SPI_prepare(sql.data, 0, NULL);
	if (plan == NULL)
		elog(ERROR, "SPI_prepare failed: %s", SPI_result_code_string(SPI_result));
	return SPI_cursor_open(NULL, plan, NULL, NULL, true);
}

/* Add a row of the answer */
void
AddHit(Screening *screening, Datum id, bool id_isnull, Datum name, const ListHit *hit)
{
	const ListedEntry *entry = hit->name->entry;
	SanctReading *reading = hit->name->reading;
	Datum		values[HIT_COLUMNS];
	bool		nulls[HIT_COLUMNS] = {false};

	values[0] = id;
	nulls[0] = id_isnull;
	values[1] = name;
	values[2] = Int64GetDatum(entry->id);
	values[3] = PointerGetDatum(entry->list);
	values[4] = PointerGetDatum(entry->uid);
	values[5] = PointerGetDatum(entry->type);
	values[6] = entry->programs;
	values[7] = PointerGetDatum(entry->primary_name);
	values[8] = PointerGetDatum(cstring_to_text_with_len(SANCT_READING_NAME(reading),
														 SANCT_READING_NAME_LENGTH(reading)));
	values[9] = BoolGetDatum(hit->name->weak);
	values[10] = Float4GetDatum((float4) hit->similarity / 1000);
	values[11] = Float4GetDatum((float4) hit->weight / SM_BIT);
	tuplestore_putvalues(screening->result->setResult, screening->result->setDesc, values, nulls);
	screening->hits++;
}

/* Is a row of the part that is asked for?  It depends on its id alone */
static bool
IsOfPart(const Screening *screening, const char *id)
{
	return screening->parts == 1 ||
		hash_bytes((const unsigned char *) id, strlen(id)) % screening->parts == screening->part - 1;
}

/* Screen one row */
static void
ScreenRow(Screening *screening, HeapTuple row, TupleDesc desc)
{
	char	   *id = SPI_getvalue(row, desc, 1);
	char	   *name = SPI_getvalue(row, desc, 2);
	uint8		parsed[SM_READING_MAX];
	const uint8 *reading = parsed;
	ListHit    *hits;
	bool		isnull;
	int			n;

	if (name == NULL || !IsOfPart(screening, id ? id : ""))
		return;
	if (screening->readings)
		reading = GetReading((SanctReading *) PG_DETOAST_DATUM(SPI_getbinval(row, desc, 2, &isnull)));
	else
		ReadName(parsed, name, strlen(name));
	n = FindListed(screening->lists, reading, screening->threshold, &hits);
	for (int i = 0; i < n && i < screening->max_hits; i++)
		if (hits[i].name->entry->changed_in > screening->since)
			AddHit(screening, id ? CStringGetTextDatum(id) : (Datum) 0, id == NULL, CStringGetTextDatum(name), &hits[i]);
}

/* Tell how far it is, now and then */
static void
TellProgress(Screening *screening)
{
	TimestampTz now = GetCurrentTimestamp();

	if (!TimestampDifferenceExceeds(screening->told, now, PROGRESS_MS))
		return;
	screening->told = now;
	ereport(NOTICE,
			(errmsg("screened %llu rows of %s: %llu hits", (unsigned long long) screening->rows, screening->table,
					(unsigned long long) screening->hits)));
}

/* Screen all rows of the table */
static void
ScreenRows(Screening *screening, Portal portal)
{
	MemoryContext row_context = AllocSetContextCreate(CurrentMemoryContext, "screened row", ALLOCSET_DEFAULT_SIZES);

	for (;;)
	{
		SPI_cursor_fetch(portal, true, BATCH_ROWS);
		if (SPI_processed == 0)
			break;
		for (uint64 i = 0; i < SPI_processed; i++)
		{
			MemoryContext old = MemoryContextSwitchTo(row_context);

			CHECK_FOR_INTERRUPTS();
			ScreenRow(screening, SPI_tuptable->vals[i], SPI_tuptable->tupdesc);
			MemoryContextSwitchTo(old);
			MemoryContextReset(row_context);
		}
		screening->rows += SPI_processed;
		SPI_freetuptable(SPI_tuptable);
		TellProgress(screening);
	}
}

/* Read the table and screen it, within an SPI connection; the lists are held meanwhile */
void
ScreenAll(Screening *screening)
{
	Portal		portal = OpenSubjects(screening);

	HoldListMatcher(screening->lists);
	PG_TRY();
	{
		ScreenRows(screening, portal);
	}
	PG_FINALLY();
	{
		ReleaseListMatcher(screening->lists);
	}
	PG_END_TRY();
	SPI_cursor_close(portal);
}

/*
 * Holds each name of a table against all lists.  The table is read with the rights of the caller;
 * the lists are read whoever calls.
 */
Datum
sanct_screen_table(PG_FUNCTION_ARGS)
{
	Screening	screening = {0};
	Relation	subjects;

	CheckArguments(fcinfo);
	InitMaterializedSRF(fcinfo, 0);
	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "SPI_connect failed");
	subjects = OpenTableOrView(PG_GETARG_OID(ARG_SUBJECTS));
	StartScreening(&screening, fcinfo, subjects);
	relation_close(subjects, NoLock);
	screening.threshold = ThousandthsOf(PG_GETARG_FLOAT4(ARG_THRESHOLD));
	screening.max_hits = PG_GETARG_INT32(ARG_MAX_HITS);
	screening.part = (uint32) PG_GETARG_INT32(ARG_PART);
	screening.parts = (uint32) PG_GETARG_INT32(ARG_PARTS);
	screening.lists = GetListMatcher(screening.function, screening.threshold);
	ScreenAll(&screening);
	SPI_finish();
	return (Datum) 0;
}
