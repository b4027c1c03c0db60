/* What belongs to the extension beside the tables that C reads: its guard function, any table of its */
#include "postgres.h"

#include "pg/base/own_objects.h"

#include "access/htup_details.h"
#include "catalog/dependency.h"
#include "catalog/pg_class.h"
#include "catalog/pg_language.h"
#include "catalog/pg_proc.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/rel.h"
#include "utils/syscache.h"

/* See own_objects.h */
Oid
SanctGuardFunction(const Extension *extension)
{
	HeapTuple	tuple = SearchSysCache3(PROCNAMEARGSNSP, CStringGetDatum("sanct_guard"),
										PointerGetDatum(buildoidvector(NULL, 0)), ObjectIdGetDatum(extension->schema));
	Oid			oid = InvalidOid;

	if (HeapTupleIsValid(tuple))
	{
		Form_pg_proc proc = (Form_pg_proc) GETSTRUCT(tuple);

		if (proc->proowner == extension->owner && proc->prolang == ClanguageId)
			oid = proc->oid;
		ReleaseSysCache(tuple);
	}
	if (!OidIsValid(oid) || getExtensionOfObject(ProcedureRelationId, oid) != extension->oid)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("function \"%s\" of extension sanctmatch is not as this version of the module expects it",
						"sanct_guard"),
				 errhint("After an update of the package run ALTER EXTENSION sanctmatch UPDATE.")));
	return oid;
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
