/* What belongs to the extension beside the tables that C reads: its guard function, any table of its */
#include "postgres.h"

#include "pg/base/own_objects.h"

#include "access/htup_details.h"
#include "catalog/dependency.h"
#include "catalog/pg_class.h"
#include "utils/syscache.h"

/* See own_objects.h */
Oid
SanctGuardFunction(const Extension *extension)
{
	return SanctFindOwnC(extension, "sanct_guard", NULL, 0);
}

/* See own_objects.h */
bool
SanctIsOwnTable(const Extension *extension, Oid table)
{
	HeapTuple	tuple = SearchSysCache1(RELOID, ObjectIdGetDatum(table));
	bool		own = HeapTupleIsValid(tuple) && ((Form_pg_class) GETSTRUCT(tuple))->relowner == extension->owner;

	if (HeapTupleIsValid(tuple))
		ReleaseSysCache(tuple);
	return own && getExtensionOfObject(RelationRelationId, table) == extension->oid;
}
