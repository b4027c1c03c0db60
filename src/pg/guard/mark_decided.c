/* The row whose mark is just being changed by a decision, which guards let pass */
#include "postgres.h"

#include "pg/guard/mark_decided.h"

#include "catalog/partition.h"
#include "fmgr.h"
#include "utils/builtins.h"
#include "utils/rel.h"

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
SanctIsMarkDecided(Relation relation, HeapTuple row, const List *key)
{
	Jsonb	   *own;

	if (!IsInDecided(relation))
		return false;
	/* a trigger of the table may change others on the way */
	own = DatumGetJsonbP(DirectFunctionCall1(jsonb_in,
											 CStringGetDatum(SanctRowJson(row, RelationGetDescr(relation), key))));
	return compareJsonbContainers(&own->root, unconstify(JsonbContainer *, &decided.key->root)) == 0;
}

/* See mark_decided.h */
DecidedMark
SanctNoteMarkDecided(DecidedMark mark)
{
	DecidedMark before = decided;

	decided = mark;
	return before;
}
