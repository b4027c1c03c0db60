/*
 * sanct_index_check: is an index of names sound?
 *
 * Three things are asked that do not rest on each other.  Does the key of every inner page cover every leaf below
 * it, so that no search passes the leaf by?  Is every row found by its own name, at a similarity of 1, in the way
 * that every search goes?  And does the index hold of every row just what its name is read as?  Others may write
 * meanwhile.  Of a GIN index one thing: is every row found by all keys of its name, in that way?  By one of them
 * at least it is found by every name that it matches; keys that it holds beside these cost time only, as the
 * operator decides.
 */
#include "postgres.h"

#include "access/genam.h"
#include "access/table.h"
#include "access/tableam.h"
#include "access/xact.h"
#include "catalog/index.h"
#include "catalog/objectaddress.h"
#include "catalog/pg_class.h"
#include "fmgr.h"
#include "lib/bloomfilter.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/rls.h"
#include "utils/snapmgr.h"
#include "utils/tuplesort.h"

#include "pg/base/callable.h"
#include "pg/index/check_rows.h"
#include "pg/index/check_tree.h"
#include "pg/index/index_versions.h"
#include "pg/type/checked.h"

PG_FUNCTION_INFO_V1(sanct_index_check);

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
CheckNameIndex(IndexCheck *check)
{
	Relation	index = check->index;
	const char *name = RelationGetRelationName(index);

	for (int i = 0; i < IndexRelationGetNumberOfKeyAttributes(index); i++)
		if (SanctIsNameColumn(index, i, &check->of_readings[check->columns]))
			check->column[check->columns++] = i;
	if (check->columns == 0)
		ereport(ERROR,
				(errcode(ERRCODE_WRONG_OBJECT_TYPE), errmsg("index \"%s\" is not one of names", name),
				 errdetail("It has no column with an operator class of names: sanct_gist_ops or "
						   "sanct_reading_gist_ops using gist, sanct_gin_ops or sanct_reading_gin_ops using gin.")));
	if (!index->rd_index->indisvalid)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE), errmsg("index \"%s\" is not valid", name),
				 errdetail("It was left by CREATE INDEX CONCURRENTLY or REINDEX CONCURRENTLY, and nothing uses it."),
				 errhint("Run REINDEX INDEX %s, or drop it.", SanctRelationInFull(RelationGetRelid(index)))));
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
CheckIndex(IndexCheck *check)
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
	SanctTakeIndexedRows(check);
	if (!check->of_gin)
	{
		check->leaves = bloom_create(Max(check->rows * check->columns, 1), maintenance_work_mem, 0);
		SanctCheckTree(check);
	}
	SanctCheckRows(check);
	if (check->leaves != NULL)
		bloom_free(check->leaves);
	AtEOXact_GUC(false, nesting);
	SetUserIdAndSecContext(user, context);
}

Datum
sanct_index_check(PG_FUNCTION_ARGS)
{
	Oid			index = PG_GETARG_OID(0);
	Oid			table = TableOf(index);
	IndexCheck *check = palloc0(sizeof(IndexCheck));

	check->heap = table_open(table, AccessShareLock);
	check->index = index_open(index, AccessShareLock);
	check->of_gin = SanctIsGin(check->index);
	if (IndexGetRelation(index, true) != table)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE), errmsg("the index with OID %u has been replaced", index)));
	CheckNameIndex(check);
	check->scratch = AllocSetContextCreate(CurrentMemoryContext, "sanctmatch index check", ALLOCSET_DEFAULT_SIZES);
	CheckIndex(check);
	MemoryContextDelete(check->scratch);
	index_close(check->index, AccessShareLock);
	table_close(check->heap, AccessShareLock);
	PG_RETURN_INT64(check->rows);
}
