/*
 * The rows of a table whose names an index holds: is each found by its own name, and is it what the index holds of
 * it?
 */
#include "postgres.h"

#include "pg/index/check_rows.h"

#include "access/genam.h"
#include "access/gist_private.h"
#include "access/relscan.h"
#include "access/tableam.h"
#include "catalog/index.h"
#include "catalog/pg_type.h"
#include "fmgr.h"
#include "lib/bloomfilter.h"
#include "miscadmin.h"
#include "nodes/execnodes.h"
#include "port/pg_bswap.h"
#include "utils/acl.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"
#include "utils/tuplesort.h"
#include "utils/typcache.h"

#include "name/reading/reading.h"
#include "name/weight.h"
#include "pg/base/compat.h"
#include "pg/base/extension.h"
#include "pg/index/gin.h"
#include "pg/index/gin_search.h"
#include "pg/type/checked.h"
#include "pg/type/query_type.h"

/* Similarity of a name and itself, in thousandths */
#define SAME_NAME SM_SIMILARITY_ONE

/*
 * What is sorted of a row: the length of its name, the name, the row, all so that their order is that of
 * bytes
 */
#define NAME_AT sizeof(uint32)

#define ROW_BYTES (sizeof(uint32) + sizeof(uint16))

static Datum
MakeEntry(Datum name, bool of_reading, ItemPointer row)
{
	struct varlena *whole = of_reading ? PG_DETOAST_DATUM(name) : PG_DETOAST_DATUM_PACKED(name);
	uint32		length = (uint32) VARSIZE_ANY_EXHDR(whole);
	bytea	   *entry = palloc(VARHDRSZ + NAME_AT + length + ROW_BYTES);
	char	   *out = VARDATA(entry);
	uint32		number = pg_hton32(length);
	uint32		block = pg_hton32(ItemPointerGetBlockNumber(row));
	uint16		offset = pg_hton16(ItemPointerGetOffsetNumber(row));

	SET_VARSIZE(entry, VARHDRSZ + NAME_AT + length + ROW_BYTES);
	memcpy(out, &number, NAME_AT);
	memcpy(out + NAME_AT, VARDATA_ANY(whole), length);
	memcpy(out + NAME_AT + length, &block, sizeof(block));
	memcpy(out + NAME_AT + length + sizeof(block), &offset, sizeof(offset));
	return PointerGetDatum(entry);
}

/* Take the names of a row that the index should hold */
static void
TakeIndexed(Relation index, ItemPointer row, Datum *values, bool *isnull, bool alive, void *state)
{
	IndexCheck *check = state;
	MemoryContext old = MemoryContextSwitchTo(check->scratch);

	for (int n = 0; n < check->columns; n++)
		if (!isnull[check->column[n]])
			tuplesort_putdatum(check->sort[n], MakeEntry(values[check->column[n]], check->of_readings[n], row), false);
	check->rows++;
	MemoryContextSwitchTo(old);
	MemoryContextReset(check->scratch);
}

/* The next entry in their order, NULL after the last; freed by the caller */
static bytea *
NextEntry(Tuplesortstate *sort)
{
	Datum		entry;
	bool		isnull;

#if PG_VERSION_NUM >= 160000
	return tuplesort_getdatum(sort, true, true, &entry, &isnull, NULL) ? DatumGetByteaP(entry) : NULL;
#else
	return tuplesort_getdatum(sort, true, &entry, &isnull, NULL) ? DatumGetByteaP(entry) : NULL;
#endif
}

/* Rows of one name, in their order, and which of them have been found */
typedef struct NameGroup
{
	bytea	   *name;			/* the first entry */
	int			count;
	int			found;
	int			allocated;
	ItemPointerData *row;
	bool	   *is_found;
} NameGroup;

#define NAME_LENGTH(entry) (VARSIZE(entry) - VARHDRSZ - NAME_AT - ROW_BYTES)

static void
AddToGroup(NameGroup *group, bytea *entry)
{
	const char *row = VARDATA(entry) + NAME_AT + NAME_LENGTH(entry);
	uint32		block;
	uint16		offset;

	if (group->count == group->allocated)
	{
		group->allocated *= 2;
		group->row = repalloc_huge(group->row, group->allocated * sizeof(ItemPointerData));
		group->is_found = repalloc_huge(group->is_found, group->allocated);
	}
	memcpy(&block, row, sizeof(block));
	memcpy(&offset, row + sizeof(block), sizeof(offset));
	ItemPointerSet(&group->row[group->count], pg_ntoh32(block), pg_ntoh16(offset));
	group->is_found[group->count++] = false;
}

static int
CompareRows(const void *a, const void *b)
{
	return ItemPointerCompare((ItemPointer) a, (ItemPointer) b);
}

/* Note that a search has come upon a row */
static void
Found(void *state, ItemPointer row)
{
	NameGroup  *group = state;
	ItemPointer found = bsearch(row, group->row, group->count, sizeof(ItemPointerData), CompareRows);

	if (found == NULL || group->is_found[found - group->row])
		return;
	group->is_found[found - group->row] = true;
	group->found++;
}

/* What finds a name itself */
static SanctQuery *
QueryOf(bytea *entry, bool of_reading)
{
	const char *name = VARDATA(entry) + NAME_AT;
	Size		length = NAME_LENGTH(entry);
	SanctReading *r;

	if (!of_reading)
		return SanctReadQuery(name, (int) length, SAME_NAME);
	r = palloc(VARHDRSZ + length);
	SET_VARSIZE(r, VARHDRSZ + length);
	memcpy(VARDATA(r), name, length);
	return SanctMakeQuery(SanctGetReading(r), r->reading_length, SANCT_READING_NAME(r), SANCT_READING_NAME_LENGTH(r),
						  SAME_NAME);
}

SANCT_NORETURN static void
DamagedRow(const IndexCheck *check, const ItemPointerData *row, const char *what)
{
	SanctRefuseIndex(check, psprintf("Row (%u,%d) of table \"%s\" %s.", ItemPointerGetBlockNumber(row),
							ItemPointerGetOffsetNumber(row), RelationGetRelationName(check->heap), what));
}

/* Search a GIN index for the rows that have all keys of a name: are all found that have it? */
static void
SearchGinGroup(const IndexCheck *check, NameGroup *group, const SanctQuery *query, int n)
{
	SanctSearchGin(check->index, check->column[n], WHOLE_STRATEGY, PointerGetDatum(query), Found, group);
	for (int i = 0; i < group->count; i++)
		if (!group->is_found[i])
			DamagedRow(check, &group->row[i], "is not found by all keys of its name");
}

/* Search a GiST index for a name: are all rows found that have it? */
static void
SearchGroup(const IndexCheck *check, IndexScanDesc scan, NameGroup *group, const SanctQuery *query, int n)
{
	int			column = check->column[n];
	ScanKeyData key;

	ScanKeyEntryInitializeWithInfo(&key, 0, column + 1, QUERY_STRATEGY, InvalidOid,
								   check->index->rd_indcollation[column],
								   index_getprocinfo(check->index, column + 1, GIST_CONSISTENT_PROC),
								   PointerGetDatum(query));
	check->index->rd_indam->amrescan(scan, &key, 1, NULL, 0);
	while (group->found < group->count && check->index->rd_indam->amgettuple(scan, ForwardScanDirection))
	{
		CHECK_FOR_INTERRUPTS();
		Found(group, &scan->xs_heaptid);
	}
	for (int i = 0; i < group->count; i++)
		if (!group->is_found[i])
			DamagedRow(check, &group->row[i], "is not found by its own name");
}

/* Is the name's reading what the leaves hold of each of the rows?  What is not will hardly ever pass for it */
static void
CompareGroup(const IndexCheck *check, const NameGroup *group, const SanctQuery *query, int n)
{
	uint8		mark[ROW_MARK_MAX];

	for (int i = 0; i < group->count; i++)
	{
		Size		size = SanctMakeRowMark(mark, n, &group->row[i], query->data, query->reading_length);

		if (bloom_lacks_element(check->leaves, mark, size))
			DamagedRow(check, &group->row[i], "has another name than the index holds of it");
	}
}

static void
CheckGroup(const IndexCheck *check, IndexScanDesc scan, NameGroup *group, int n)
{
	MemoryContext old = MemoryContextSwitchTo(check->scratch);
	SanctQuery *query = QueryOf(group->name, check->of_readings[n]);

	/* one without letters matches nothing */
	if (check->of_gin && SM_READING_KINDS(query->data) != 0)
		SearchGinGroup(check, group, query, n);
	else if (!check->of_gin && SM_READING_KINDS(query->data) != 0)
		SearchGroup(check, scan, group, query, n);
	if (!check->of_gin)
		CompareGroup(check, group, query, n);
	MemoryContextSwitchTo(old);
	MemoryContextReset(check->scratch);
}

static void
StartGroup(NameGroup *group, bytea *entry)
{
	group->name = entry;
	group->count = group->found = 0;
}

/* Look up every name of a column once */
static void
CheckNames(const IndexCheck *check, IndexScanDesc scan, int n)
{
	NameGroup		group = {NULL, 0, 0, 64, palloc(64 * sizeof(ItemPointerData)), palloc(64)};
	bytea	   *entry;

	tuplesort_performsort(check->sort[n]);
	do
	{
		CHECK_FOR_INTERRUPTS();
		entry = NextEntry(check->sort[n]);
		if (group.name != NULL &&
			(entry == NULL || VARSIZE(entry) != VARSIZE(group.name) ||
			 memcmp(VARDATA(entry), VARDATA(group.name), NAME_AT + NAME_LENGTH(entry)) != 0))
		{
			CheckGroup(check, scan, &group, n);
			pfree(group.name);
			group.name = NULL;
		}
		if (entry == NULL)
			break;
		if (group.name == NULL)
			StartGroup(&group, entry);
		AddToGroup(&group, entry);
		if (entry != group.name)
			pfree(entry);
	} while (true);
	tuplesort_end(check->sort[n]);
}

/*
 * Take the names of every row that a new snapshot sees.  The statement's own snapshot, which is older, sees
 * to it that none is taken out of the index before it has been looked for.
 */
void
SanctTakeIndexedRows(IndexCheck *check)
{
	IndexInfo  *info = BuildIndexInfo(check->index);
	Oid			less = lookup_type_cache(BYTEAOID, TYPECACHE_LT_OPR)->lt_opr;

	/* with a snapshot, and whatever the index is for */
	info->ii_Concurrent = true;
	info->ii_Unique = false;
	info->ii_ExclusionOps = NULL;
	for (int n = 0; n < check->columns; n++)
		check->sort[n] = tuplesort_begin_datum(BYTEAOID, less, InvalidOid, false, maintenance_work_mem / check->columns,
											   NULL, 0);
	table_index_build_scan(check->heap, check->index, info, true, false, TakeIndexed, check, NULL);
}

void
SanctCheckRows(const IndexCheck *check)
{
	IndexScanDesc scan = NULL;

	if (!check->of_gin)
	{
		scan = check->index->rd_indam->ambeginscan(check->index, 1, 0);
		scan->xs_snapshot = GetActiveSnapshot();
	}
	for (int n = 0; n < check->columns; n++)
		CheckNames(check, scan, n);
	if (scan == NULL)
		return;
	check->index->rd_indam->amendscan(scan);
	IndexScanEnd(scan);
}
