/* What guards a table: its triggers and their arguments, and who may ask or change that */
#include "postgres.h"

#include "pg/guard/check.h"

#include "access/relation.h"
#include "catalog/dependency.h"
#include "catalog/pg_trigger.h"
#include "commands/trigger.h"
#include "fmgr.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "nodes/pg_list.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"

#include "pg/base/callable.h"
#include "pg/base/compat.h"
#include "pg/base/own_objects.h"
#include "pg/guard/keep_out.h"
#include "pg/guard/lists.h"
#include "pg/guard/options.h"
#include "pg/list/loaded.h"

PG_FUNCTION_INFO_V1(sanct_guard_check);

/* The name of a table, which must exist */
static const char *
TableName(Oid table)
{
	const char *name = get_rel_name(table);

	if (name == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE), errmsg("relation with OID %u does not exist", table)));
	return name;
}

/* See check.h */
void
SanctCheckTableOwner(Oid table)
{
	const char *name = TableName(table);

	if (!SanctOwnsTable(table, GetUserId()))
		aclcheck_error(ACLCHECK_NOT_OWNER, get_relkind_objtype(get_rel_relkind(table)), name);
}

/* Refuse to tell of a table to who has no right to it at all, and so could not lock it either */
static void
CheckTableRight(Oid table)
{
	const AclMode any = ACL_SELECT | ACL_INSERT | ACL_UPDATE | ACL_DELETE | ACL_TRUNCATE | ACL_REFERENCES | ACL_TRIGGER;
	const char *name = TableName(table);

	if (pg_class_aclcheck(table, GetUserId(), any) != ACLCHECK_OK &&
		pg_attribute_aclcheck_all(table, GetUserId(), any, ACLMASK_ANY) != ACLCHECK_OK)
		aclcheck_error(ACLCHECK_NO_PRIV, get_relkind_objtype(get_rel_relkind(table)), name);
}

/* When a trigger fires, in words */
static const char *
Fires(const Trigger *trigger)
{
	return psprintf("%s %s%s%s%s%s for each %s%s", TRIGGER_FOR_BEFORE(trigger->tgtype) ? "before" : "after",
					TRIGGER_FOR_INSERT(trigger->tgtype) ? "insert" : "",
					TRIGGER_FOR_INSERT(trigger->tgtype) && TRIGGER_FOR_UPDATE(trigger->tgtype) ? " or " : "",
					TRIGGER_FOR_UPDATE(trigger->tgtype) ? "update" : "",
					TRIGGER_FOR_DELETE(trigger->tgtype) ? " or delete" : "",
					trigger->tgnattr > 0 ? " of some columns" : "",
					TRIGGER_FOR_ROW(trigger->tgtype) ? "row" : "statement",
					trigger->tgqual ? " under a condition" : "");
}

/* Whose changes a trigger fires for, in words */
static const char *
Enabled(char enabled)
{
	switch (enabled)
	{
		case TRIGGER_FIRES_ALWAYS:
			return "always";
		case TRIGGER_FIRES_ON_ORIGIN:
			return "not for changes that replication applies";
		case TRIGGER_FIRES_ON_REPLICA:
			return "only for changes that replication applies";
		default:
			return "no";
	}
}

/* Warn of what keeps a guard from doing what it is told */
static void
WarnOfGuard(const Extension *extension, Relation relation, const Trigger *trigger, const GuardOptions *options)
{
	const char *why = SanctWhyNotQuarantined(relation, trigger, options);

	if (trigger->tgenabled != TRIGGER_FIRES_ALWAYS)
		ereport(WARNING,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("trigger \"%s\" does not fire always", trigger->tgname),
				 errdetail("A restore with --disable-triggers leaves it so."),
				 errhint("%s", SanctEnableTriggersCall(extension))));
	if (why != NULL)
		ereport(WARNING,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("rows of relation \"%s\" are not quarantined, but blocked", RelationGetRelationName(relation)),
				 errdetail("No row is kept out of it: %s.", why),
				 errhint("Attach the guard anew, to the whole table, or with action block or hold.")));
}

/* Warn of facts that a guard of 0.1.0 stores and does not weigh */
static void
WarnOfStored(const Trigger *trigger, const GuardOptions *options)
{
	for (int i = 0; i < trigger->tgnargs && options->weighed.count == 0 && !options->texts; i++)
		if (strncmp(trigger->tgargs[i], "birth_date=", 11) == 0 || strncmp(trigger->tgargs[i], "document=", 9) == 0)
		{
			ereport(WARNING,
					(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
					 errmsg("trigger \"%s\" stores birth dates or documents, and does not weigh hits by them",
							trigger->tgname),
					 errhint("Detach the guard and attach it anew, or give the trigger the argument "
							 "verdict=contradicted.")));
			return;
		}
}

/* Add a trigger to the answer */
static void
TellGuard(const Trigger *trigger, const GuardOptions *options, ReturnSetInfo *result)
{
	Datum		values[4];
	bool		nulls[4] = {false};

	values[0] = DirectFunctionCall1(namein, CStringGetDatum(trigger->tgname));
	values[1] = CStringGetTextDatum(Fires(trigger));
	values[2] = CStringGetTextDatum(SanctGuardActions[options->action]);
	values[3] = CStringGetTextDatum(Enabled(trigger->tgenabled));
	tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
}

/* Do two guards look at the same lists? */
static bool
LookAtSame(const GuardOptions *a, const GuardOptions *b)
{
	if (list_length(a->lists) != list_length(b->lists))
		return false;
	for (int i = 0; i < list_length(a->lists); i++)
		if (strcmp(list_nth(a->lists, i), list_nth(b->lists, i)) != 0)
			return false;
	return true;
}

/* See check.h */
int
SanctCheckGuards(const Extension *extension, Oid table, ReturnSetInfo *result)
{
	Oid			function = SanctGuardFunction(extension);
	Relation	relation = relation_open(table, AccessShareLock);
	/* what is read below may have the relation's own taken away */
	TriggerDesc *triggers = CopyTriggerDesc(relation->trigdesc);
	const LoadedLists *lists = SanctReadLoadedLists(extension, NULL);
	const GuardOptions *last = NULL;
	int			n = 0;

	for (int i = 0; triggers && i < triggers->numtriggers; i++)
	{
		const Trigger *trigger = &triggers->triggers[i];
		const GuardOptions *options;

		if (trigger->tgfoid != function)
			continue;
		n++;
		options = SanctReadGuardOptions(extension, relation, trigger->tgnargs, trigger->tgargs);
		if (last == NULL || !LookAtSame(options, last))
			SanctCheckGuardLists(extension, WARNING, relation, options, lists);
		last = options;
		if (result == NULL)
			continue;
		WarnOfGuard(extension, relation, trigger, options);
		WarnOfStored(trigger, options);
		TellGuard(trigger, options, result);
	}
	relation_close(relation, NoLock);
	return n;
}

/* sanct_guard_check(subjects): the guards of a table, their arguments checked */
Datum
sanct_guard_check(PG_FUNCTION_ARGS)
{
	Oid			table = PG_GETARG_OID(0);
	const Extension *extension = SanctExtensionOf(fcinfo->flinfo->fn_oid);

	CheckTableRight(table);
	InitMaterializedSRF(fcinfo, 0);
	if (SanctCheckGuards(extension, table, (ReturnSetInfo *) fcinfo->resultinfo) == 0)
		ereport(WARNING,
				(errmsg("relation \"%s\" has no guard", get_rel_name(table)),
				 errhint("SELECT * FROM %s(%s, <column of the name>);", SanctCallable(extension, "sanct_guard_attach"),
						 quote_literal_cstr(SanctRelationInSql(table)))));
	return (Datum) 0;
}
