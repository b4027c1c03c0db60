#ifndef SANCT_INDEX_CHECK_TREE_H
#define SANCT_INDEX_CHECK_TREE_H

/* The tree of an index of names, page by page: does the key of every inner page cover every leaf below it? */

#include "lib/bloomfilter.h"
#include "storage/block.h"
#include "storage/bufpage.h"
#include "storage/itemptr.h"
#include "utils/relcache.h"
#include "utils/tuplesort.h"

#include "name/reading/reading.h"
#include "pg/base/compat.h"

/* Levels of a tree, of which any page has two children at least */
#define LEVELS_MAX 32

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

/* The check of an index */
typedef struct IndexCheck
{
	Relation	heap;
	Relation	index;
	int			columns;		/* of names */
	int			column[INDEX_MAX_KEYS]; /* from 0 */
	bool		of_readings[INDEX_MAX_KEYS];
	bool		of_gin;
	Way			way;
	Tuplesortstate *sort[INDEX_MAX_KEYS];	/* names and rows */
	bloom_filter *leaves;		/* of GiST: what leaves hold of which row */
	int64		rows;
	MemoryContext scratch;
} IndexCheck;

/* Bytes of a mark of SanctMakeRowMark() */
#define ROW_MARK_MAX (sizeof(ItemPointerData) + 1 + SM_READING_MAX)

/* Check all pages and note what leaves hold; damage is an error */
extern void SanctCheckTree(IndexCheck *check);

/* Refuse an index that is damaged: the detail says where */
extern SANCT_NORETURN void SanctRefuseIndex(const IndexCheck *check, const char *detail);

/* Make the mark of a row's reading in a column; the version of Unicode is not part of it */
extern Size SanctMakeRowMark(uint8 *mark, int n, const ItemPointerData *row, const uint8 *reading, Size size);

#endif
