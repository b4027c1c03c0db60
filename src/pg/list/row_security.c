/*
 * Row security of the extension's own tables: policies are there always, and in force once a list is restricted
 *
 * Neither pg_dump nor an extension's script carries over that row security is on: after a restore it is off.
 */
#include "postgres.h"

#include "pg/list/row_security.h"

#include "access/genam.h"
#include "access/htup_details.h"
#include "access/table.h"
#include "access/xact.h"
#include "catalog/pg_policy.h"
#include "commands/tablecmds.h"
#include "miscadmin.h"
#include "nodes/parsenodes.h"
#include "nodes/pg_list.h"
#include "utils/rel.h"

#include "pg/base/own_objects.h"
#include "pg/list/loaded.h"

/* Is any list restricted? */
static bool
AnyRestricted(const Extension *extension)
{
	LoadedLists *lists = SanctReadLoadedLists(extension, NULL);
	bool		restricted = false;

	for (int i = 0; i < lists->count; i++)
		restricted = restricted || lists->list[i].readers != NULL;
	return restricted;
}

/* See row_security.h */
List *
SanctFindWrongRowSecurity(const Extension *extension, bool *restricted)
{
	Relation	catalog = table_open(PolicyRelationId, AccessShareLock);
	SysScanDesc scan = systable_beginscan(catalog, InvalidOid, false, NULL, 0, NULL);
	List	   *wrong = NIL;
	HeapTuple	tuple;

	*restricted = AnyRestricted(extension);
	while (HeapTupleIsValid(tuple = systable_getnext(scan)))
	{
		Oid			table = ((Form_pg_policy) GETSTRUCT(tuple))->polrelid;
		Relation	relation;

		if (!SanctIsOwnTable(extension, table))
			continue;
		relation = table_open(table, AccessShareLock);
		if (relation->rd_rel->relrowsecurity != *restricted)
			wrong = list_append_unique_oid(wrong, table);
		table_close(relation, NoLock);
	}
	systable_endscan(scan);
	table_close(catalog, AccessShareLock);
	return wrong;
}

/* See row_security.h */
List *
SanctMendRowSecurity(const Extension *extension)
{
	bool		restricted;
	List	   *wrong = SanctFindWrongRowSecurity(extension, &restricted);
	AlterTableCmd *command = makeNode(AlterTableCmd);
	ListCell   *cell;
	Oid			user;
	int			context;

	command->subtype = restricted ? AT_EnableRowSecurity : AT_DisableRowSecurity;
	GetUserIdAndSecContext(&user, &context);
	SetUserIdAndSecContext(extension->owner, context | SECURITY_LOCAL_USERID_CHANGE);
	foreach(cell, wrong)
		AlterTableInternal(lfirst_oid(cell), list_make1(copyObject(command)), false);
	SetUserIdAndSecContext(user, context);
	CommandCounterIncrement();
	return wrong;
}
