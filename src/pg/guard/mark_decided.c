/* Whether a mark is just being changed by a decision, which guards let pass */
#include "postgres.h"

#include "pg/guard/mark_decided.h"

#include "catalog/partition.h"
#include "nodes/pg_list.h"
#include "utils/rel.h"

/* The table whose mark is being changed */
static Oid	decided = InvalidOid;

/* See mark_decided.h */
bool
SanctIsMarkDecided(Relation relation)
{
	Oid			table = RelationGetRelid(relation);

	return OidIsValid(decided) &&
		(table == decided ||
		 (relation->rd_rel->relispartition && list_member_oid(get_partition_ancestors(table), decided)));
}

/* See mark_decided.h */
Oid
SanctNoteMarkDecided(Oid table)
{
	Oid			before = decided;

	decided = table;
	return before;
}
