/*
 * Read the extension's tables by their OIDs, through their indexes where these serve
 *
 * Rights are not asked for: whoever may call the function that reads may see what it shows.
 */
#include "postgres.h"

#include "pg/base/own_scan.h"

#include "access/stratnum.h"
#include "access/table.h"
#include "catalog/pg_am.h"
#include "catalog/pg_collation.h"
#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "nodes/pg_list.h"
#include "utils/fmgroids.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"

#include "pg/base/compat.h"

/* Open a table and start to read it, through an index if one is given; one key may say which rows */
static void
StartOwnScan(OwnScan *scan, const Extension *extension, OwnTable table, Oid index, const ScanKeyData *key)
{
	ScanKeyData index_key;

	scan->column = extension->column[table];
	scan->slot = table_slot_create(scan->relation, NULL);
	if (key != NULL)
		scan->key = *key;
	if (!OidIsValid(index))
	{
		scan->by_table = SanctBeginTableScan(scan->relation, GetActiveSnapshot(), key != NULL ? 1 : 0,
											 key != NULL ? &scan->key : NULL);
		return;
	}
	index_key = *key;
	index_key.sk_attno = 1;
	scan->index = index_open(index, AccessShareLock);
	scan->by_index = SanctBeginIndexScan(scan->relation, scan->index, GetActiveSnapshot(), 1);
	index_rescan(scan->by_index, &index_key, 1, NULL, 0);
}

/* See own_scan.h */
void
SanctReadOwnTable(OwnScan *scan, const Extension *extension, OwnTable table)
{
	memset(scan, 0, sizeof(OwnScan));
	scan->relation = SanctOpenOwnTable(extension, table, AccessShareLock);
	StartOwnScan(scan, extension, table, InvalidOid, NULL);
}

/* A btree index of all rows whose first column is this one, or InvalidOid */
static Oid
NumberIndex(Relation relation, AttrNumber column)
{
	Oid			found = InvalidOid;
	ListCell   *cell;

	foreach(cell, RelationGetIndexList(relation))
	{
		Relation	index = index_open(lfirst_oid(cell), AccessShareLock);

		if (!OidIsValid(found) && index->rd_index->indisvalid && index->rd_rel->relam == BTREE_AM_OID &&
			index->rd_index->indkey.values[0] == column && RelationGetIndexPredicate(index) == NIL)
			found = RelationGetRelid(index);
		index_close(index, NoLock);
	}
	return found;
}

/* See own_scan.h */
void
SanctFindOwnRows(OwnScan *scan, const Extension *extension, OwnTable table, int column, int64 number)
{
	AttrNumber	attribute = extension->column[table][column];
	ScanKeyData key;

	memset(scan, 0, sizeof(OwnScan));
	scan->relation = SanctOpenOwnTable(extension, table, AccessShareLock);
	if (TupleDescAttr(RelationGetDescr(scan->relation), attribute - 1)->atttypid == INT4OID)
		ScanKeyInit(&key, attribute, BTEqualStrategyNumber, F_INT4EQ, Int32GetDatum((int32) number));
	else
		ScanKeyInit(&key, attribute, BTEqualStrategyNumber, F_INT8EQ, Int64GetDatum(number));
	StartOwnScan(scan, extension, table, NumberIndex(scan->relation, attribute), &key);
}

/* See own_scan.h */
bool
SanctFindOwnNames(OwnScan *scan, const Extension *extension, OwnTable table, Datum query, bool otherwise)
{
	AttrNumber	attribute = extension->column[table][NAME_ROW_NAME];
	ScanKeyData key;
	Oid			index;

	memset(scan, 0, sizeof(OwnScan));
	scan->relation = SanctOpenOwnTable(extension, table, AccessShareLock);
	index = otherwise ? SanctFindOtherwiseIndex(extension, scan->relation) :
		SanctFindNameIndex(extension, scan->relation, attribute, TEXTOID);
	ScanKeyEntryInitialize(&key, 0, attribute, QUERY_STRATEGY, extension->query_type, DEFAULT_COLLATION_OID,
						   extension->match_query, query);
	StartOwnScan(scan, extension, table, index, OidIsValid(index) ? &key : NULL);
	return OidIsValid(index);
}

/* See own_scan.h; locks stay until the end of the transaction */
void
SanctEndOwnScan(OwnScan *scan)
{
	if (scan->index != NULL)
	{
		index_endscan(scan->by_index);
		index_close(scan->index, NoLock);
	}
	else
		table_endscan(scan->by_table);
	ExecDropSingleTupleTableSlot(scan->slot);
	table_close(scan->relation, NoLock);
}

/* See own_scan.h */
bool
SanctNextOwnRow(OwnScan *scan)
{
	CHECK_FOR_INTERRUPTS();
	if (scan->index == NULL && table_scan_getnextslot(scan->by_table, ForwardScanDirection, scan->slot))
		return true;
	if (scan->index != NULL && index_getnext_slot(scan->by_index, ForwardScanDirection, scan->slot))
		return true;
	SanctEndOwnScan(scan);
	return false;
}
