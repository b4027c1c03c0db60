/*
 * The triggers of the extension, which fire always: also in sessions of replication, and after a restore
 *
 * pg_restore --disable-triggers leaves all triggers of the tables that it has filled enabled in the usual way, no
 * longer always; one call mends that.
 */
#include "postgres.h"

#include "access/table.h"
#include "access/xact.h"
#include "commands/trigger.h"
#include "fmgr.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "nodes/pg_list.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"

#include "pg/base/compat.h"
#include "pg/base/extension.h"
#include "pg/base/own_objects.h"
#include "pg/list/row_security.h"

PG_FUNCTION_INFO_V1(sanct_enable_triggers);

/* Does the trigger that was found still belong to the table, which is locked now, and not fire always? */
static bool
IsToEnable(Relation relation, const ExtensionTrigger *found)
{
	for (int i = 0; relation->trigdesc != NULL && i < relation->trigdesc->numtriggers; i++)
	{
		const Trigger *trigger = &relation->trigdesc->triggers[i];

		if (strcmp(trigger->tgname, NameStr(found->name)) == 0)
			return trigger->tgenabled != TRIGGER_FIRES_ALWAYS;
	}
	return false;
}

/* Let a trigger fire always; false if it did already or is not the caller's to change */
static bool
EnableTrigger(const Extension *extension, const ExtensionTrigger *found)
{
	Relation	relation;
	bool		enabled;

	if (found->enabled == TRIGGER_FIRES_ALWAYS)
		return false;
	if (!found->own && !SanctOwnsTable(found->table, GetUserId()))
	{
		ereport(WARNING,
				(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
				 errmsg("trigger \"%s\" of relation \"%s\" is left as it is", NameStr(found->name),
						get_rel_name(found->table)),
				 errdetail("It does not fire always, and the relation is somebody else's."),
				 errhint("Let its owner call sanct_enable_triggers.")));
		return false;
	}
	relation = table_open(found->table, ShareRowExclusiveLock);
	enabled = (found->own ? SanctIsOwnTable(extension, found->table) : SanctOwnsTable(found->table, GetUserId())) &&
		IsToEnable(relation, found);
	if (enabled)
		SanctEnableTrigger(relation, NameStr(found->name), TRIGGER_FIRES_ALWAYS, ShareRowExclusiveLock);
	table_close(relation, NoLock);
	CommandCounterIncrement();
	return enabled;
}

/* Add what has been mended of a table */
static void
TellMended(ReturnSetInfo *result, const char *what, Oid table)
{
	const char *schema = get_namespace_name(get_rel_namespace(table));
	const char *name = quote_qualified_identifier(schema, get_rel_name(table));
	Datum		value = CStringGetTextDatum(psprintf("%s ON %s", what, name));
	bool		isnull = false;

	tuplestore_putvalues(result->setResult, result->setDesc, &value, &isnull);
}

/*
 * sanct_enable_triggers(): lets all triggers of the extension fire always, and row security be in force where a list
 * is restricted; tells what was not so
 */
Datum
sanct_enable_triggers(PG_FUNCTION_ARGS)
{
	const Extension *extension = SanctExtensionOf(fcinfo->flinfo->fn_oid);
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
	ListCell   *cell;

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	foreach(cell, SanctExtensionTriggers(extension))
	{
		const ExtensionTrigger *trigger = lfirst(cell);

		if (EnableTrigger(extension, trigger))
			TellMended(result, quote_identifier(NameStr(trigger->name)), trigger->table);
	}
	foreach(cell, SanctMendRowSecurity(extension))
		TellMended(result, "row security", lfirst_oid(cell));
	return (Datum) 0;
}
