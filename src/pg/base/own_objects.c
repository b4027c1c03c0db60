/* What belongs to the extension beside the tables that C reads: its guard function, its triggers, any table of its */
#include "postgres.h"

#include "pg/base/own_objects.h"

#include "access/genam.h"
#include "access/htup_details.h"
#include "access/table.h"
#include "catalog/dependency.h"
#include "catalog/pg_class.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_trigger.h"
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

/* In the order of their tables and names, whatever that of the catalog is */
static int
CompareTriggers(const ListCell *a, const ListCell *b)
{
	const ExtensionTrigger *x = lfirst(a);
	const ExtensionTrigger *y = lfirst(b);

	if (x->table != y->table)
		return x->table < y->table ? -1 : 1;
	return strcmp(NameStr(x->name), NameStr(y->name));
}

/* See own_objects.h */
List *
SanctExtensionTriggers(const Extension *extension)
{
	Oid			guard = SanctGuardFunction(extension);
	Relation	catalog = table_open(TriggerRelationId, AccessShareLock);
	SysScanDesc scan = systable_beginscan(catalog, InvalidOid, false, NULL, 0, NULL);
	List	   *found = NIL;
	HeapTuple	tuple;

	while (HeapTupleIsValid(tuple = systable_getnext(scan)))
	{
		Form_pg_trigger trigger = (Form_pg_trigger) GETSTRUCT(tuple);
		ExtensionTrigger *entry;
		bool		own;

		/* triggers of foreign keys are PostgreSQL's */
		if (trigger->tgisinternal)
			continue;
		own = trigger->tgfoid != guard && getExtensionOfObject(ProcedureRelationId, trigger->tgfoid) == extension->oid;
		if (trigger->tgfoid != guard && !(own && SanctIsOwnTable(extension, trigger->tgrelid)))
			continue;
		entry = palloc(sizeof(ExtensionTrigger));
		entry->table = trigger->tgrelid;
		entry->name = trigger->tgname;
		entry->enabled = trigger->tgenabled;
		entry->own = own;
		found = lappend(found, entry);
	}
	systable_endscan(scan);
	table_close(catalog, AccessShareLock);
	list_sort(found, CompareTriggers);
	return found;
}
