/* Searches of a GIN index that are no operator's, see gin.h */
#include "postgres.h"

#include "pg/index/gin_search.h"

#include "access/amapi.h"
#include "access/genam.h"
#include "access/gin.h"
#include "access/relscan.h"
#include "access/skey.h"
#include "miscadmin.h"
#include "nodes/tidbitmap.h"
#include "utils/guc.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"

#include "pg/base/compat.h"

/* Memory of the rows found, so much that each of them is known, not only its page */
#define FOUND_BYTES (UINT64CONST(1) << 30)

/* Tell of the rows of a page */
static void
TellPage(BlockNumber block, const OffsetNumber *offsets, int count, GinFound found, void *state)
{
	for (int i = 0; i < count; i++)
	{
		ItemPointerData row;

		ItemPointerSet(&row, block, offsets[i]);
		found(state, &row);
	}
}

/* Tell of all rows found */
static void
TellRows(TIDBitmap *rows, GinFound found, void *state)
{
	SanctBitmapIterator *iterator = SanctBeginIterate(rows);

#if PG_VERSION_NUM >= 180000
	TBMIterateResult page;
	OffsetNumber offsets[MaxOffsetNumber];

	while (tbm_private_iterate(iterator, &page))
		if (!page.lossy)
			TellPage(page.blockno, offsets, tbm_extract_page_tuple(&page, offsets, MaxOffsetNumber), found, state);
#else
	TBMIterateResult *page;

	while ((page = tbm_iterate(iterator)) != NULL)
		TellPage(page->blockno, page->offsets, page->ntuples, found, state);
#endif
	SanctEndIterate(iterator);
}

/* Search a column, from 0, by one of the strategies of gin.h, and tell of the rows found */
void
SanctSearchGin(Relation index, int column, StrategyNumber strategy, Datum argument, GinFound found, void *state)
{
	IndexScanDesc scan = index->rd_indam->ambeginscan(index, 1, 0);
	TIDBitmap  *rows = tbm_create(FOUND_BYTES, NULL);
	int			limit = GinFuzzySearchLimit;
	ScanKeyData key;

	ScanKeyEntryInitialize(&key, 0, (AttrNumber) (column + 1), strategy, InvalidOid, index->rd_indcollation[column],
						   InvalidOid, argument);
	scan->xs_snapshot = GetActiveSnapshot();
	index->rd_indam->amrescan(scan, &key, 1, NULL, 0);
	/* all rows, whatever gin_fuzzy_search_limit is */
	GinFuzzySearchLimit = 0;
	PG_TRY();
	{
		index->rd_indam->amgetbitmap(scan, rows);
	}
	PG_FINALLY();
	{
		GinFuzzySearchLimit = limit;
	}
	PG_END_TRY();
	if (found != NULL)
		TellRows(rows, found, state);
	tbm_free(rows);
	index->rd_indam->amendscan(scan);
	IndexScanEnd(scan);
}
