/*
 * The tree of an index of names, page by page: does the key of every inner page cover every leaf below it?
 *
 * Others may write meanwhile: what seems not to be covered is read again until nothing has changed on the way to it.
 */
#include "postgres.h"

#include "pg/index/check_tree.h"

#include "access/gist_private.h"
#include "access/tableam.h"
#include "catalog/index.h"
#include "lib/bloomfilter.h"
#include "miscadmin.h"
#include "storage/bufmgr.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/tuplesort.h"

#include "name/node/summary.h"
#include "name/reading/unpack.h"
#include "pg/base/callable.h"
#include "pg/index/index_versions.h"

/* See check_tree.h */
void
SanctRefuseIndex(const IndexCheck *check, const char *detail)
{
	const char *name = RelationGetRelationName(check->index);

	ereport(ERROR,
			(errcode(ERRCODE_INDEX_CORRUPTED), errmsg("index \"%s\" is damaged", name),
			 errdetail_internal("%s", detail),
			 errhint("Run REINDEX INDEX %s.", SanctRelationInFull(RelationGetRelid(check->index)))));
}

SANCT_NORETURN static void
DamagedAt(const IndexCheck *check, BlockNumber block, OffsetNumber offset, const char *what)
{
	SanctRefuseIndex(check, psprintf("What stands at block %u, offset %d %s.", block, offset, what));
}

static IndexTuple
TupleAt(Page page, OffsetNumber offset)
{
	return (IndexTuple) PageGetItem(page, PageGetItemId(page, offset));
}

/* The bytes of a key, of a tuple that has been looked at; NULL if there is none */
static const uint8 *
KeyAt(const IndexCheck *check, Page page, OffsetNumber offset, int n, Size *size)
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
TupleFits(const IndexCheck *check, Page page, OffsetNumber offset)
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
CheckTuples(const IndexCheck *check, BlockNumber block, Page page)
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
Summarise(const IndexCheck *check, SmSummary *below, Page page, OffsetNumber from, OffsetNumber to, int n)
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
StepCovers(const IndexCheck *check, const Step *step, int n, const SmSummary *below)
{
	Size		size;
	const uint8 *key = KeyAt(check, step->page, step->offset, n, &size);

	return key != NULL ? sm_summary_covers(key, below) : below->low > below->high;
}

/* The first step of a way whose key does not cover a leaf page, told the column; NULL if all do */
static const Step *
FirstUncovering(const IndexCheck *check, const Way *way, Page page, int *n)
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
ReadAgain(const IndexCheck *check, Way *fresh, const Way *way, BlockNumber block)
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
IsUnchanged(const IndexCheck *check, const Way *way)
{
	for (int i = 0; i < way->length; i++)
		if (PageGetLSN(SanctCopyIndexPage(check->index, way->step[i].block)) != PageGetLSN(way->step[i].page))
			return false;
	return true;
}

SANCT_NORETURN static void
Uncovered(const IndexCheck *check, const Step *step, BlockNumber block, Page page, int n)
{
	OffsetNumber i = FirstOffsetNumber;
	SmSummary	below;

	for (; i < PageGetMaxOffsetNumber(page); i++)
	{
		Summarise(check, &below, page, i, i, n);
		if (!StepCovers(check, step, n, &below))
			break;
	}
	SanctRefuseIndex(check,
					 psprintf("The key at block %u, offset %d does not cover that at block %u, offset %d below it.",
							step->block, step->offset, block, i));
}

/*
 * A leaf page seems not to be covered.  Who inserts widens the keys above first, so perhaps that was done
 * after we had read them; but not if they have not changed from before the leaf was read to after it.
 * Where the way to the page has changed, by a split, nothing is said.
 */
static void
Suspect(IndexCheck *check, BlockNumber block)
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

/* See check_tree.h */
Size
SanctMakeRowMark(uint8 *mark, int n, const ItemPointerData *row, const uint8 *reading, Size size)
{
	Size		at = sizeof(ItemPointerData);

	memcpy(mark, row, at);
	mark[at++] = (uint8) n;
	memcpy(mark + at, reading, size);
	SM_READING_UNICODE(mark + at) = 0;
	return at + size;
}

/* Note what a leaf page holds, to be compared with the rows */
static void
NoteLeaf(IndexCheck *check, Page page)
{
	uint8		mark[ROW_MARK_MAX];
	Size		size;

	for (OffsetNumber i = FirstOffsetNumber; i <= PageGetMaxOffsetNumber(page); i++)
		for (int n = 0; n < check->columns; n++)
		{
			const uint8 *key = KeyAt(check, page, i, n, &size);

			if (key != NULL)
				bloom_add_element(check->leaves, mark, SanctMakeRowMark(mark, n, &TupleAt(page, i)->t_tid, key, size));
		}
}

static void CheckPages(IndexCheck *check, BlockNumber block);

/* Follow all tuples of an inner page, which must not lead back */
static void
CheckInner(IndexCheck *check, BlockNumber block, Page page)
{
	Step	   *step = &check->way.step[check->way.length];

	if (check->way.length == LEVELS_MAX)
		SanctRefuseIndex(check, psprintf("Block %u has more than %d pages above it.", block, LEVELS_MAX));
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
CheckPages(IndexCheck *check, BlockNumber block)
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

/* See check_tree.h */
void
SanctCheckTree(IndexCheck *check)
{
	CheckPages(check, GIST_ROOT_BLKNO);
}
