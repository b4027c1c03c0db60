/* The row whose mark is just being changed by a decision, which guards let pass */
#include "postgres.h"

#include "pg/guard/mark_decided.h"

#include "catalog/partition.h"
#include "fmgr.h"
#include "utils/builtins.h"
#include "utils/rel.h"

#include "pg/base/json_columns.h"
#include "pg/base/table_change.h"
#include "pg/guard/columns.h"

/* The row whose mark is being changed */
static DecidedMark decided = {InvalidOid, NULL};

/* Is it in this table, or in one that this is a partition of? */
static bool
IsInDecided(Relation relation)
{
	Oid			table = RelationGetRelid(relation);

	return OidIsValid(decided.table) &&
		(table == decided.table ||
		 (relation->rd_rel->relispartition && list_member_oid(get_partition_ancestors(table), decided.table)));
}

/* See mark_decided.h */
bool
SanctIsRowDecided(Relation relation, HeapTuple row)
{
	List	   *columns = NIL;
	List	   *unknown;
	ListCell   *cell;
	const char *own;

	if (!IsInDecided(relation))
		return false;
	foreach(cell, SanctReadJsonColumns(relation, decided.key, &unknown))
		columns = lappend_int(columns, ((ColumnText *) lfirst(cell))->column);
	if (columns == NIL || unknown != NIL)
		return false;
	/* a trigger of the table may change others on the way, and what is equal is not the same yet */
	own = SanctRowJson(row, RelationGetDescr(relation), columns);
	return compareJsonbContainers(&DatumGetJsonbP(DirectFunctionCall1(jsonb_in, CStringGetDatum(own)))->root,
								  &decided.key->root) == 0;
}

/* See mark_decided.h */
bool
SanctIsDecidedKey(Relation relation, const List *key)
{
	List	   *unknown;

	return SanctAreColumns(SanctReadJsonColumns(relation, decided.key, &unknown), key) && unknown == NIL;
}

/* See mark_decided.h */
DecidedMark
SanctNoteMarkDecided(DecidedMark mark)
{
	DecidedMark before = decided;

	decided = mark;
	return before;
}
