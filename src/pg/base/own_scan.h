#ifndef SANCT_BASE_OWN_SCAN_H
#define SANCT_BASE_OWN_SCAN_H

/* Rows of the extension's own tables, read without a statement */

#include "access/attnum.h"
#include "access/genam.h"
#include "access/htup_details.h"
#include "access/skey.h"
#include "access/tableam.h"
#include "executor/tuptable.h"
#include "utils/relcache.h"

#include "pg/base/extension.h"

/* Rows of one of the extension's tables as the active snapshot sees them, without a statement */
typedef struct OwnScan
{
	Relation	relation;
	Relation	index;			/* NULL: the table is read from end to end */
	IndexScanDesc by_index;
	TableScanDesc by_table;
	TupleTableSlot *slot;		/* the current row */
	const AttrNumber *column;
	ScanKeyData key;			/* of the table, where no index serves */
} OwnScan;

/* Start to read all rows of a table */
extern void SanctReadOwnTable(OwnScan *scan, const Extension *extension, OwnTable table);

/* Start to read the rows whose number in a column is this one, through the index on that column, if there is one */
extern void SanctFindOwnRows(OwnScan *scan, const Extension *extension, OwnTable table, int column, int64 number);

/*
 * Start to read the rows of sanct_name or sanct_past_name whose names match a sanct_query, or as they are read
 * otherwise (see sanct_read_otherwise).  False if there is no index for that: then all rows are read.
 */
extern bool SanctFindOwnNames(OwnScan *scan, const Extension *extension, OwnTable table, Datum query, bool otherwise);

/* Move to the next row; false at the end, when all is closed */
extern bool SanctNextOwnRow(OwnScan *scan);

/* Close a scan before its end */
extern void SanctEndOwnScan(OwnScan *scan);

/* A column of the current row, by its place in the enumeration of the table's columns; good until the next row */
static inline Datum
OwnValue(const OwnScan *scan, int column, bool *isnull)
{
	return slot_getattr(scan->slot, scan->column[column], isnull);
}

/* The same of a column that is never NULL */
static inline Datum
OwnDatum(const OwnScan *scan, int column)
{
	bool		isnull;

	return slot_getattr(scan->slot, scan->column[column], &isnull);
}

/* The same of a bigint, 0 if it is NULL */
static inline int64
OwnNumber(const OwnScan *scan, int column)
{
	bool		isnull;
	Datum		value = slot_getattr(scan->slot, scan->column[column], &isnull);

	return isnull ? 0 : DatumGetInt64(value);
}

/* Is a column of the current row NULL?  The columns before it need not be read for that */
static inline bool
OwnIsNull(const OwnScan *scan, int column)
{
	return heap_attisnull(ExecFetchSlotHeapTuple(scan->slot, false, NULL), scan->column[column],
						  scan->slot->tts_tupleDescriptor);
}

#endif
