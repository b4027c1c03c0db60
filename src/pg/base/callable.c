/* Names as a statement in a hint must write them */
#include "postgres.h"

#include "pg/base/callable.h"

#include "catalog/namespace.h"
#include "nodes/pg_list.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/regproc.h"

/* See callable.h */
const char *
SanctCallable(const Extension *extension, const char *name)
{
	List	   *path = fetch_search_path(true);

	if (list_member_oid(path, extension->schema))
		return name;
	return quote_qualified_identifier(get_namespace_name(extension->schema), name);
}

/* See callable.h */
const char *
SanctRelationInSql(Oid relation)
{
	return DatumGetCString(DirectFunctionCall1(regclassout, ObjectIdGetDatum(relation)));
}

/* See callable.h */
const char *
SanctRelationInFull(Oid relation)
{
	return quote_qualified_identifier(get_namespace_name(get_rel_namespace(relation)), get_rel_name(relation));
}

/* See callable.h */
const char *
SanctEnableTriggersCall(const Extension *extension)
{
	return psprintf("SELECT * FROM %s();", SanctCallable(extension, "sanct_enable_triggers"));
}
