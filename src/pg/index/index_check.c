/*
 * sanct_index_check: is an index of names sound?
 *
 * Three things are asked that do not rest on each other.  Does the key of every inner page cover every
 * leaf below it, so that no search passes the leaf by?  Is every row found by its own name, at a
 * similarity of 1, in the way that every search goes?  And does the index hold of every row just what its
 * name is read as?  Others may write meanwhile.
 */
#include "postgres.h"

#include "access/genam.h"
#include "access/gist_private.h"
#include "access/relscan.h"
#include "access/table.h"
#include "access/tableam.h"
#include "access/xact.h"
#include "catalog/index.h"
#include "catalog/objectaddress.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "fmgr.h"
#include "lib/bloomfilter.h"
#include "miscadmin.h"
#include "nodes/execnodes.h"
#include "port/pg_bswap.h"
#include "storage/bufmgr.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/rls.h"
#include "utils/snapmgr.h"
#include "utils/tuplesort.h"
#include "utils/typcache.h"

#include "name/node/summary.h"
#include "name/reading/reading.h"
#include "name/reading/unpack.h"
#include "name/weight.h"
#include "pg/base/compat.h"
#include "pg/base/extension.h"
#include "pg/index/index_versions.h"
#include "pg/type/checked.h"
#include "pg/type/query_type.h"

PG_FUNCTION_INFO_V1(sanct_index_check);

/* Levels of a tree, of which any page has two children at least */
#define LEVELS_MAX 32

/* Similarity of a name and itself, in thousandths, and the strategy that asks for it */
#define SAME_NAME SM_SIMILARITY_ONE
#define QUERY_STRATEGY 3

/* The way to a page: copies of those above it, from the root, and where each points to the next */
typedef struct Step
{
	BlockNumber block;
	Page		page;
	OffsetNumber offset;
} Step;

typedef struct Way
{
	int			length;
	Step		step[LEVELS_MAX];
} Way;

typedef struct Check
{
	Relation	heap;
	Relation	index;
	int			columns;		/* of names */
	int			column[INDEX_MAX_KEYS]; /* from 0 */
	bool		of_readings[INDEX_MAX_KEYS];
	Way			way;
	Tuplesortstate *sort[INDEX_MAX_KEYS];	/* names and rows */
	bloom_filter *leaves;		/* what leaves hold of which row */
	int64		rows;
	MemoryContext scratch;
} Check;

SANCT_NORETURN static void
Damaged(const Check *check, const char *detail)
{
	const char *name = RelationGetRelationName(check->index);

	ereport(ERROR,
			(errcode(ERRCODE_INDEX_CORRUPTED), errmsg("index \"%s\" is damaged", name),
			 errdetail_internal("%s", detail), errhint("Run REINDEX INDEX %s.", quote_identifier(name))));
}

SANCT_NORETURN static void
DamagedAt(const Check *check, BlockNumber block, OffsetNumber offset, const char *what)
{
	Damaged(check, psprintf("What stands at block %u, offset %d %s.", block, offset, what));
}

static IndexTuple
TupleAt(Page page, OffsetNumber offset)
{
	return (IndexTuple) PageGetItem(page, PageGetItemId(page, offset));
}

/* The bytes of a key, of a tuple that has been looked at; NULL if there is none */
static const uint8 *
KeyAt(const Check *check, Page page, OffsetNumber offset, int n, Size *size)
{
	bool		isnull;
	Datum		key = index_getattr(TupleAt(page, offset), check->column[n] + 1, RelationGetDescr(check->index),
									&isnull);

	if (isnull)
		return NULL;
	*size = VARSIZE_ANY_EXHDR(DatumGetPointer(key));
	return (const uint8 *) VARDATA_ANY(DatumGetPointer(key));
}

/* Is a tuple with all values of its columns inside the page? */
static bool
TupleFits(const Check *check, Page page, OffsetNumber offset)
{
	ItemId		id = PageGetItemId(page, offset);
	TupleDesc	desc = RelationGetDescr(check->index);
	int			columns = IndexRelationGetNumberOfKeyAttributes(check->index);
	IndexTuple	tuple;

	if (!ItemIdHasStorage(id) || ItemIdGetLength(id) < sizeof(IndexTupleData) ||
		ItemIdGetOffset(id) + ItemIdGetLength(id) > BLCKSZ - sizeof(GISTPageOpaqueData))
		return false;
	tuple = TupleAt(page, offset);
	if (IndexTupleSize(tuple) > ItemIdGetLength(id) ||
		IndexTupleSize(tuple) < IndexInfoFindDataOffset(tuple->t_info))
		return false;
	for (int i = 0; i < columns; i++)
	{
		bool		isnull;
		Datum		value = index_getattr(tuple, i + 1, desc, &isnull);
		const char *end = (const char *) tuple + IndexTupleSize(tuple);
		const char *at = DatumGetPointer(value);

		if (isnull || TupleDescAttr(desc, i)->attlen != -1)
			continue;
		if (at >= end || VARATT_IS_EXTERNAL(at) || (!VARATT_IS_SHORT(at) && at + VARHDRSZ > end) ||
			at + VARSIZE_ANY(at) > end)
			return false;
	}
	return true;
}

/* Is every tuple of a page whole, and every key in it one? */
static void
CheckTuples(const Check *check, BlockNumber block, Page page)
{
	bool		leaf = GistPageIsLeaf(page);

	for (OffsetNumber i = FirstOffsetNumber; i <= PageGetMaxOffsetNumber(page); i++)
	{
		if (!TupleFits(check, page, i))
			DamagedAt(check, block, i, "is no tuple");
		for (int n = 0; n < check->columns; n++)
		{
			Size		size;
			const uint8 *key = KeyAt(check, page, i, n, &size);

			if (key != NULL && !(leaf ? sm_reading_valid(key, size) : sm_summary_valid(key, size)))
				DamagedAt(check, block, i, leaf ? "is no key of a name" : "is no key of an inner page");
		}
	}
}

/* What a node must know of some tuples of a leaf page */
static void
Summarise(const Check *check, SmSummary *below, Page page, OffsetNumber from, OffsetNumber to, int n)
{
	Size		size;

	sm_summary_start(below);
	for (OffsetNumber i = from; i <= to; i++)
	{
		const uint8 *key = KeyAt(check, page, i, n, &size);

		if (key != NULL)
			sm_summary_add(below, key);
	}
}

static bool
StepCovers(const Check *check, const Step *step, int n, const SmSummary *below)
{
	Size		size;
	const uint8 *key = KeyAt(check, step->page, step->offset, n, &size);

	return key != NULL ? sm_summary_covers(key, below) : below->low > below->high;
}

/* The first step of a way whose key does not cover a leaf page, told the column; NULL if all do */
static const Step *
FirstUncovering(const Check *check, const Way *way, Page page, int *n)
{
	SmSummary	below;

	for (*n = 0; *n < check->columns; ++*n)
	{
		Summarise(check, &below, page, FirstOffsetNumber, PageGetMaxOffsetNumber(page), *n);
		for (int i = 0; i < way->length; i++)
			if (!StepCovers(check, &way->step[i], *n, &below))
				return &way->step[i];
	}
	return NULL;
}

static BlockNumber
ChildAt(Page page, OffsetNumber offset)
{
	return ItemPointerGetBlockNumber(&TupleAt(page, offset)->t_tid);
}

/* Read the pages of a way again; false if it does not lead there any more */
static bool
ReadAgain(const Check *check, Way *fresh, const Way *way, BlockNumber block)
{
	fresh->length = way->length;
	for (int i = 0; i < way->length; i++)
	{
		Step	   *step = &fresh->step[i];
		BlockNumber next = i + 1 < way->length ? way->step[i + 1].block : block;

		step->block = way->step[i].block;
		step->page = SanctCopyIndexPage(check->index, step->block);
		if (GistPageIsLeaf(step->page))
			return false;
		CheckTuples(check, step->block, step->page);
		step->offset = FirstOffsetNumber;
		while (step->offset <= PageGetMaxOffsetNumber(step->page) && ChildAt(step->page, step->offset) != next)
			step->offset++;
		if (step->offset > PageGetMaxOffsetNumber(step->page))
			return false;
	}
	return true;
}

/* Are the pages of a way what they were when it was read? */
static bool
IsUnchanged(const Check *check, const Way *way)
{
	for (int i = 0; i < way->length; i++)
		if (PageGetLSN(SanctCopyIndexPage(check->index, way->step[i].block)) != PageGetLSN(way->step[i].page))
			return false;
	return true;
}

SANCT_NORETURN static void
Uncovered(const Check *check, const Step *step, BlockNumber block, Page page, int n)
{
	OffsetNumber i = FirstOffsetNumber;
	SmSummary	below;

	for (; i < PageGetMaxOffsetNumber(page); i++)
	{
		Summarise(check, &below, page, i, i, n);
		if (!StepCovers(check, step, n, &below))
			break;
	}
	Damaged(check, psprintf("The key at block %u, offset %d does not cover that at block %u, offset %d below it.",
							step->block, step->offset, block, i));
}

/*
 * A leaf page seems not to be covered.  Who inserts widens the keys above first, so perhaps that was done
 * after we had read them; but not if they have not changed from before the leaf was read to after it.
 * Where the way to the page has changed, by a split, nothing is said.
 */
static void
Suspect(Check *check, BlockNumber block)
{
	MemoryContext old = MemoryContextSwitchTo(check->scratch);

	for (bool settled = false; !settled;)
	{
		Way			fresh;
		Page		page;
		const Step *step = NULL;
		int			n;

		CHECK_FOR_INTERRUPTS();
		if (ReadAgain(check, &fresh, &check->way, block))
		{
			page = SanctCopyIndexPage(check->index, block);
			CheckTuples(check, block, page);
			if (GistPageIsLeaf(page) && !GistPageIsDeleted(page))
				step = FirstUncovering(check, &fresh, page, &n);
		}
		settled = step == NULL || IsUnchanged(check, &fresh);
		if (step != NULL && settled)
			Uncovered(check, step, block, page, n);
		MemoryContextReset(check->scratch);
	}
	MemoryContextSwitchTo(old);
}

/* Mark of a row's reading in a column; the version of Unicode is not part of it */
static Size
MakeMark(uint8 *mark, int n, const ItemPointerData *row, const uint8 *reading, Size size)
{
	Size		at = sizeof(ItemPointerData);

	memcpy(mark, row, at);
	mark[at++] = (uint8) n;
	memcpy(mark + at, reading, size);
	SM_READING_UNICODE(mark + at) = 0;
	return at + size;
}

#define MARK_MAX (sizeof(ItemPointerData) + 1 + SM_READING_MAX)

/* Note what a leaf page holds, to be compared with the rows */
static void
NoteLeaf(Check *check, Page page)
{
	uint8		mark[MARK_MAX];
	Size		size;

	for (OffsetNumber i = FirstOffsetNumber; i <= PageGetMaxOffsetNumber(page); i++)
		for (int n = 0; n < check->columns; n++)
		{
			const uint8 *key = KeyAt(check, page, i, n, &size);

			if (key != NULL)
				bloom_add_element(check->leaves, mark, MakeMark(mark, n, &TupleAt(page, i)->t_tid, key, size));
		}
}

static void CheckPages(Check *check, BlockNumber block);

/* Follow all tuples of an inner page, which must not lead back */
static void
CheckInner(Check *check, BlockNumber block, Page page)
{
	Step	   *step = &check->way.step[check->way.length];

	if (check->way.length == LEVELS_MAX)
		Damaged(check, psprintf("Block %u has more than %d pages above it.", block, LEVELS_MAX));
	check->way.length++;
	step->block = block;
	step->page = page;
	for (OffsetNumber i = FirstOffsetNumber; i <= PageGetMaxOffsetNumber(page); i++)
	{
		BlockNumber child = ChildAt(page, i);

		for (int n = 0; n < check->way.length; n++)
			if (child == check->way.step[n].block)
				DamagedAt(check, block, i, "leads back to a page above it");
		if (child >= RelationGetNumberOfBlocks(check->index))
			DamagedAt(check, block, i, "leads to a page that is not there");
		step->offset = i;
		CheckPages(check, child);
	}
	check->way.length--;
}

/* Look at a page and what is below it, and at what a split has moved to its right since the page above was read */
static void
CheckPages(Check *check, BlockNumber block)
{
	BlockNumber left = RelationGetNumberOfBlocks(check->index);
	BlockNumber next;
	int			n;

	for (; BlockNumberIsValid(block); block = next)
	{
		Page		page = SanctCopyIndexPage(check->index, block);
		const Step *above = check->way.length > 0 ? &check->way.step[check->way.length - 1] : NULL;

		CHECK_FOR_INTERRUPTS();
		next = InvalidBlockNumber;
		if (above != NULL && (GistFollowRight(page) || PageGetLSN(above->page) < GistPageGetNSN(page)) && left-- > 0)
			next = GistPageGetOpaque(page)->rightlink;
		if (!GistPageIsDeleted(page))
		{
			CheckTuples(check, block, page);
			if (!GistPageIsLeaf(page))
				CheckInner(check, block, page);
			else
			{
				NoteLeaf(check, page);
				if (FirstUncovering(check, &check->way, page, &n) != NULL)
					Suspect(check, block);
			}
		}
		pfree(page);
	}
}

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
	Check	   *check = state;
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
Found(NameGroup *group, ItemPointer row)
{
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
DamagedRow(const Check *check, const ItemPointerData *row, const char *what)
{
	Damaged(check, psprintf("Row (%u,%d) of table \"%s\" %s.", ItemPointerGetBlockNumber(row),
							ItemPointerGetOffsetNumber(row), RelationGetRelationName(check->heap), what));
}

/* Search the index for a name: are all rows found that have it?  One without letters matches nothing */
static void
SearchGroup(const Check *check, IndexScanDesc scan, NameGroup *group, const SanctQuery *query, int n)
{
	int			column = check->column[n];
	ScanKeyData key;

	if (SM_READING_KINDS(query->data) == 0)
		return;
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
CompareGroup(const Check *check, const NameGroup *group, const SanctQuery *query, int n)
{
	uint8		mark[MARK_MAX];

	for (int i = 0; i < group->count; i++)
	{
		Size		size = MakeMark(mark, n, &group->row[i], query->data, query->reading_length);

		if (bloom_lacks_element(check->leaves, mark, size))
			DamagedRow(check, &group->row[i], "has another name than the index holds of it");
	}
}

static void
CheckGroup(const Check *check, IndexScanDesc scan, NameGroup *group, int n)
{
	MemoryContext old = MemoryContextSwitchTo(check->scratch);
	SanctQuery *query = QueryOf(group->name, check->of_readings[n]);

	SearchGroup(check, scan, group, query, n);
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
CheckNames(const Check *check, IndexScanDesc scan, int n)
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
static void
TakeRows(Check *check)
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

static void
CheckRows(const Check *check)
{
	IndexScanDesc scan = check->index->rd_indam->ambeginscan(check->index, 1, 0);

	scan->xs_snapshot = GetActiveSnapshot();
	for (int n = 0; n < check->columns; n++)
		CheckNames(check, scan, n);
	check->index->rd_indam->amendscan(scan);
	IndexScanEnd(scan);
}

/* The table of an index, if there is one that the caller may read; nothing has been locked so far */
static Oid
TableOf(Oid index)
{
	char		kind = get_rel_relkind(index);
	Oid			table = kind == RELKIND_INDEX ? IndexGetRelation(index, true) : InvalidOid;
	AclResult	right;

	if (kind == RELKIND_PARTITIONED_INDEX)
		ereport(ERROR,
				(errcode(ERRCODE_WRONG_OBJECT_TYPE), errmsg("index \"%s\" is partitioned", get_rel_name(index)),
				 errhint("Check the indexes of its partitions, one by one.")));
	if (!OidIsValid(table))
		ereport(ERROR,
				(errcode(ERRCODE_WRONG_OBJECT_TYPE),
				 kind != '\0' ? errmsg("\"%s\" is not an index", get_rel_name(index)) :
				 errmsg("there is no index with OID %u", index)));
	right = pg_class_aclcheck(table, GetUserId(), ACL_SELECT);
	if (right != ACLCHECK_OK)
		aclcheck_error(right, get_relkind_objtype(get_rel_relkind(table)), get_rel_name(table));
	if (check_enable_rls(table, InvalidOid, true) == RLS_ENABLED)
		ereport(ERROR,
				(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
				 errmsg("not all rows of table \"%s\" may be seen by role \"%s\"", get_rel_name(table),
						GetUserNameFromId(GetUserId(), false)),
				 errdetail("The table has row-level security."),
				 errhint("Let its owner check the index, or a role with BYPASSRLS.")));
	return table;
}

/* Refuse what cannot be checked, and find the columns of names */
static void
CheckNameIndex(Check *check)
{
	Relation	index = check->index;
	const char *name = RelationGetRelationName(index);

	for (int i = 0; i < IndexRelationGetNumberOfKeyAttributes(index); i++)
		if (SanctIsNameColumn(index, i, &check->of_readings[check->columns]))
			check->column[check->columns++] = i;
	if (check->columns == 0)
		ereport(ERROR,
				(errcode(ERRCODE_WRONG_OBJECT_TYPE), errmsg("index \"%s\" is not one of names", name),
				 errdetail("It has no column with operator class sanct_gist_ops or sanct_reading_gist_ops, "
						   "using gist.")));
	if (!index->rd_index->indisvalid)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE), errmsg("index \"%s\" is not valid", name),
				 errdetail("It was left by CREATE INDEX CONCURRENTLY or REINDEX CONCURRENTLY, and nothing uses it."),
				 errhint("Run REINDEX INDEX %s, or drop it.", quote_identifier(name))));
	if (RELATION_IS_OTHER_TEMP(index) ||
		(RecoveryInProgress() && index->rd_rel->relpersistence != RELPERSISTENCE_PERMANENT))
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED), errmsg("index \"%s\" cannot be read here", name),
				 errdetail("It is of a temporary table of another session, or of an unlogged one on a standby.")));
	if (IsolationUsesXactSnapshot() && index->rd_index->indcheckxmin &&
		!TransactionIdPrecedes(HeapTupleHeaderGetXmin(index->rd_indextuple->t_data), TransactionXmin))
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("index \"%s\" is newer than the snapshot of the transaction", name),
				 errhint("Check it in another transaction.")));
}

/* Check an index that has been opened, with the rights of the table's owner: its expressions are that one's code */
static void
CheckIndex(Check *check)
{
	Oid			user;
	int			context;
	int			nesting;
	int			algorithm;
	int			unicode;

	GetUserIdAndSecContext(&user, &context);
	SetUserIdAndSecContext(check->heap->rd_rel->relowner, context | SECURITY_RESTRICTED_OPERATION);
	nesting = NewGUCNestLevel();
#if PG_VERSION_NUM >= 170000
	RestrictSearchPath();
#endif
	if (SanctReadIndexVersions(check->index, &algorithm, &unicode))
		SanctCheckReadingVersion((uint8) algorithm, "the index", "Run REINDEX INDEX on it.");
	TakeRows(check);
	check->leaves = bloom_create(Max(check->rows * check->columns, 1), maintenance_work_mem, 0);
	CheckPages(check, GIST_ROOT_BLKNO);
	CheckRows(check);
	bloom_free(check->leaves);
	AtEOXact_GUC(false, nesting);
	SetUserIdAndSecContext(user, context);
}

Datum
sanct_index_check(PG_FUNCTION_ARGS)
{
	Oid			index = PG_GETARG_OID(0);
	Oid			table = TableOf(index);
	Check	   *check = palloc0(sizeof(Check));
	int64		rows;

	check->heap = table_open(table, AccessShareLock);
	check->index = index_open(index, AccessShareLock);
	if (IndexGetRelation(index, true) != table)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE), errmsg("the index with OID %u has been replaced", index)));
	CheckNameIndex(check);
	check->scratch = AllocSetContextCreate(CurrentMemoryContext, "sanctmatch index check", ALLOCSET_DEFAULT_SIZES);
	CheckIndex(check);
	rows = check->rows;
	MemoryContextDelete(check->scratch);
	index_close(check->index, AccessShareLock);
	table_close(check->heap, AccessShareLock);
	PG_RETURN_INT64(rows);
}
