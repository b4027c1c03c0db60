#ifndef SANCT_BASE_COMPAT_H
#define SANCT_BASE_COMPAT_H

/* What differs from one version of PostgreSQL to the next */

#if PG_VERSION_NUM < 150000
#error "sanctmatch needs PostgreSQL 15 or later"
#endif

/* funcapi.h brought it up to 18 */
#include "utils/tuplestore.h"

/* Soft errors of input functions came with PostgreSQL 16 */
#if PG_VERSION_NUM >= 160000
#include "nodes/miscnodes.h"
#include "varatt.h"
#else
#define ereturn(context, dummy, ...) ereport(ERROR, __VA_ARGS__)
#endif

/* Number of the backend's transaction; it moved in 17 */
#if PG_VERSION_NUM >= 170000
#define SanctLocalTransactionId() (MyProc->vxid.lxid)
#else
#define SanctLocalTransactionId() (MyProc->lxid)
#endif

/* Whether a stronger lock counts as well is said since 17 */
#if PG_VERSION_NUM >= 170000
#define SanctLockHeld(tag, mode) LockHeldByMe(tag, mode, false)
#else
#define SanctLockHeld(tag, mode) LockHeldByMe(tag, mode)
#endif

/* Flags of scans of whole tables came with 19 */
#if PG_VERSION_NUM >= 190000
#define SanctBeginTableScan(table, snapshot, keys, key) table_beginscan(table, snapshot, keys, key, SO_NONE)
#else
#define SanctBeginTableScan(table, snapshot, keys, key) table_beginscan(table, snapshot, keys, key)
#endif

/* What a reader of JSON calls says how it went since 16; its state may be given since 17 */
#if PG_VERSION_NUM >= 160000
#define SanctJsonResult JsonParseErrorType
#define SANCT_JSON_SUCCESS return JSON_SUCCESS
#else
#define SanctJsonResult void
#define SANCT_JSON_SUCCESS return
#endif
#if PG_VERSION_NUM >= 170000
#define SanctJsonLexer(json, length, encoding) makeJsonLexContextCstringLen(NULL, json, length, encoding, true)
#else
#define SanctJsonLexer(json, length, encoding) makeJsonLexContextCstringLen(json, length, encoding, true)
#endif

/* Whether a sorted value is copied is said since 16; before, it is */
#if PG_VERSION_NUM >= 160000
#define SanctNextSorted(sort, value, isnull) tuplesort_getdatum(sort, true, true, value, isnull, NULL)
#else
#define SanctNextSorted(sort, value, isnull) tuplesort_getdatum(sort, true, value, isnull, NULL)
#endif

/* Statistics of index scans came with 18, their flags with 19 */
#if PG_VERSION_NUM >= 190000
#define SanctBeginIndexScan(table, index, snapshot, keys) \
	index_beginscan(table, index, snapshot, NULL, keys, 0, SO_NONE)
#elif PG_VERSION_NUM >= 180000
#define SanctBeginIndexScan(table, index, snapshot, keys) index_beginscan(table, index, snapshot, NULL, keys, 0)
#else
#define SanctBeginIndexScan(table, index, snapshot, keys) index_beginscan(table, index, snapshot, keys, 0)
#endif

/* The executor's argument execute_once went with 18 */
#if PG_VERSION_NUM >= 180000
#define SanctExecutorRun(query) ExecutorRun(query, ForwardScanDirection, 0)
#else
#define SanctExecutorRun(query) ExecutorRun(query, ForwardScanDirection, 0, true)
#endif

/* Who owns what is asked in one way for all kinds of objects since 16 */
#if PG_VERSION_NUM >= 160000
#define SanctOwnsTable(table, role) object_ownercheck(RelationRelationId, table, role)
#else
#define SanctOwnsTable(table, role) pg_class_ownercheck(table, role)
#endif

/* Whether it goes down to partitions is said since 16; before, it does */
#if PG_VERSION_NUM >= 160000
#define SanctEnableTrigger(relation, name, when, lock) \
	EnableDisableTrigger(relation, name, InvalidOid, when, true, true, lock)
#else
#define SanctEnableTrigger(relation, name, when, lock) EnableDisableTrigger(relation, name, when, true, lock)
#endif

/* The argument run_once of portals went with 18, too */
#if PG_VERSION_NUM >= 180000
#define SanctPortalRun(portal, dest, done) PortalRun(portal, FETCH_ALL, false, dest, dest, done)
#else
#define SanctPortalRun(portal, dest, done) PortalRun(portal, FETCH_ALL, false, true, dest, dest, done)
#endif

/* The iterators of bitmaps of rows were renamed in 18 */
#if PG_VERSION_NUM >= 180000
#define SanctBitmapIterator TBMPrivateIterator
#define SanctBeginIterate(rows) tbm_begin_private_iterate(rows)
#define SanctEndIterate(iterator) tbm_end_private_iterate(iterator)
#else
#define SanctBitmapIterator TBMIterator
#define SanctBeginIterate(rows) tbm_begin_iterate(rows)
#define SanctEndIterate(iterator) tbm_end_iterate(iterator)
#endif

/* What rights a relation of a query is used with stands beside it since 16 */
#if PG_VERSION_NUM >= 160000
#define SanctPermissions RTEPermissionInfo
#define SanctItemPermissions(item) ((item)->p_perminfo)
#define SanctNameList(name) stringToQualifiedNameList(name, NULL)
#else
#define SanctPermissions RangeTblEntry
#define SanctItemPermissions(item) ((item)->p_rte)
#define SanctNameList(name) stringToQualifiedNameList(name)
#endif

/* The number of a table's file was renamed in 16 */
#if PG_VERSION_NUM >= 160000
#define SanctFileNumber(relation) ((relation)->rd_locator.relNumber)
#else
#define SanctFileNumber(relation) ((relation)->rd_node.relNode)
#endif

/* pg_attribute_noreturn() went with PostgreSQL 18 */
#define SANCT_NORETURN __attribute__((noreturn))

/* Columns that are computed when they are read, and are not there when a trigger fires, came with 18 */
#if PG_VERSION_NUM >= 180000
#define SanctIsVirtual(attribute) ((attribute)->attgenerated == ATTRIBUTE_GENERATED_VIRTUAL)
#else
#define SanctIsVirtual(attribute) false
#endif

#endif
