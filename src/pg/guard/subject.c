/* The table of a guarded row, as alerts and clearances name it */
#include "postgres.h"

#include "pg/guard/subject.h"

#include "access/htup_details.h"
#include "catalog/partition.h"
#include "catalog/pg_class.h"
#include "nodes/pg_list.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/syscache.h"

/* See subject.h */
const char *
SanctSubjectName(Relation relation)
{
	Oid			table = RelationGetRelid(relation);
	bool		quote_all = quote_all_identifiers;
	int			level = quote_all ? NewGUCNestLevel() : 0;
	const char *name;

	if (relation->rd_rel->relispartition)
		table = llast_oid(get_partition_ancestors(table));
	/* of all that plain output sets this alone matters; it is asked for by every statement, and a change takes time */
	if (quote_all)
		(void) set_config_option("quote_all_identifiers", "off", PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE, true, 0,
								 false);
	name = quote_qualified_identifier(get_namespace_name(get_rel_namespace(table)), get_rel_name(table));
	if (quote_all)
		AtEOXact_GUC(true, level);
	return name;
}

/* See subject.h */
bool
SanctHasRowSecurity(Relation relation)
{
	bool		enabled = relation->rd_rel->relrowsecurity;
	ListCell   *cell;

	if (enabled || !relation->rd_rel->relispartition)
		return enabled;
	foreach(cell, get_partition_ancestors(RelationGetRelid(relation)))
	{
		HeapTuple	tuple = SearchSysCache1(RELOID, ObjectIdGetDatum(lfirst_oid(cell)));

		if (!HeapTupleIsValid(tuple))
			continue;
		enabled = enabled || ((Form_pg_class) GETSTRUCT(tuple))->relrowsecurity;
		ReleaseSysCache(tuple);
	}
	return enabled;
}
