/*
 * Create and drop the triggers that guard a table, with the rights of whoever asks
 *
 * Table and function are known by their OIDs from the first look to the last, so no other one of the same name
 * comes in between; and whoever does not own the table gets no lock on it.
 */
#include "postgres.h"

#include "access/relation.h"
#include "access/xact.h"
#include "catalog/dependency.h"
#include "catalog/pg_class.h"
#include "catalog/pg_inherits.h"
#include "catalog/pg_trigger.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "fmgr.h"
#include "funcapi.h"
#include "lib/stringinfo.h"
#include "nodes/pg_list.h"
#include "storage/lmgr.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "miscadmin.h"

#include "pg/base/actor.h"
#include "pg/base/callable.h"
#include "pg/base/compat.h"
#include "pg/base/extension.h"
#include "pg/base/lines.h"
#include "pg/base/own_objects.h"
#include "pg/base/shown.h"
#include "pg/guard/check.h"
#include "pg/guard/columns.h"
#include "pg/guard/keep_out.h"
#include "pg/guard/named_options.h"
#include "pg/guard/options.h"
#include "pg/guard/run_call.h"

PG_FUNCTION_INFO_V1(sanct_guard_attach);
PG_FUNCTION_INFO_V1(sanct_guard_detach);

/* A trigger of a guard; the one that fires before the row is written comes after all others by its name */
typedef struct GuardTrigger
{
	const char *name;
	int16		timing;
	int16		events;
	bool		row;
} GuardTrigger;

enum
{
	GUARD_BEFORE, GUARD_AFTER, GUARD_INSERT, GUARD_UPDATE, GUARD_TRIGGERS
};

static const GuardTrigger guard_triggers[GUARD_TRIGGERS] = {
	[GUARD_BEFORE] = {"zzz_sanct_guard", TRIGGER_TYPE_BEFORE, TRIGGER_TYPE_INSERT | TRIGGER_TYPE_UPDATE, true},
	[GUARD_AFTER] = {"sanct_guard", TRIGGER_TYPE_AFTER, TRIGGER_TYPE_INSERT | TRIGGER_TYPE_UPDATE, true},
	[GUARD_INSERT] = {"sanct_guard_insert", TRIGGER_TYPE_AFTER, TRIGGER_TYPE_INSERT, false},
	[GUARD_UPDATE] = {"sanct_guard_update", TRIGGER_TYPE_AFTER, TRIGGER_TYPE_UPDATE, false},
};

/* Arguments before those that are options by name */
#define ATTACH_OPTIONS 5

/* What is being attached */
typedef struct Attachment
{
	const Extension *extension;
	Oid			relation;
	Oid			function;		/* sanct_guard */
	const char *table;			/* as SQL writes it, to be told */
	const char *columns;
	const char *action;
	List	   *options;		/* of String, further arguments */
	ReturnSetInfo *result;
} Attachment;

/* Columns of the answer on a screen, so that with what psql puts around it it fits into 120 */
#define TOLD_WIDTH 116

/* Add a row to the answer */
static void
Tell(Attachment *attachment, const char *told)
{
	Datum		value = CStringGetTextDatum(SanctInLines(told, TOLD_WIDTH));
	bool		isnull = false;

	tuplestore_putvalues(attachment->result->setResult, attachment->result->setDesc, &value, &isnull);
}

/* The rows of a statement, as a trigger for it sees them */
static TriggerTransition *
WrittenRows(void)
{
	TriggerTransition *written = makeNode(TriggerTransition);

	written->name = "sanct_written";
	written->isNew = true;
	written->isTable = true;
	return written;
}

/* Create a trigger that fires always, also when changes of another server are applied */
static void
CreateGuard(const Attachment *attachment, Oid table, int which, const char *action)
{
	const GuardTrigger *trigger = &guard_triggers[which];
	CreateTrigStmt *statement = makeNode(CreateTrigStmt);
	/* a quarantine must know what moves between partitions */
	bool		sees_moves = strcmp(action, "quarantine") == 0 && get_rel_relkind(table) == RELKIND_PARTITIONED_TABLE;

	statement->trigname = pstrdup(trigger->name);
	/* for messages: the function is known by its OID */
	statement->funcname = list_make1(makeString("sanct_guard"));
	statement->isconstraint = which == GUARD_AFTER;
	statement->timing = trigger->timing;
	statement->events = trigger->events | (sees_moves ? TRIGGER_TYPE_DELETE : 0);
	statement->row = trigger->row;
	statement->args = list_concat(list_make2(makeString(psprintf("columns=%s", attachment->columns)),
											 makeString(psprintf("action=%s", action))),
								  attachment->options);
	if (!trigger->row)
		statement->transitionRels = list_make1(WrittenRows());
	/* the rights that CREATE TRIGGER wants are asked for: on the table, and to execute the function */
	(void) CreateTriggerFiringOn(statement, NULL, table, InvalidOid, InvalidOid, InvalidOid, attachment->function,
								 InvalidOid, NULL, false, false, TRIGGER_FIRES_ALWAYS);
	CommandCounterIncrement();
}

/* Triggers of one table for each row */
static void
AttachRows(const Attachment *attachment, bool marks)
{
	bool		quarantine = strcmp(attachment->action, "quarantine") == 0;

	if (quarantine || marks)
		CreateGuard(attachment, attachment->relation, GUARD_BEFORE, marks ? "mark" : attachment->action);
	/* behind a quarantine, what another trigger has changed is blocked */
	CreateGuard(attachment, attachment->relation, GUARD_AFTER, quarantine ? "block" : attachment->action);
}

/* Triggers of one table for each statement */
static void
AttachStatements(const Attachment *attachment, Oid table)
{
	CreateGuard(attachment, table, GUARD_INSERT, attachment->action);
	CreateGuard(attachment, table, GUARD_UPDATE, attachment->action);
}

/* Statement triggers of the partitions, which fire when one is written to by its own name */
static void
AttachPartitions(const Attachment *attachment)
{
	ListCell   *cell;

	foreach(cell, find_all_inheritors(attachment->relation, AccessShareLock, NULL))
	{
		if (lfirst_oid(cell) == attachment->relation)
			continue;
		SanctCheckTableOwner(lfirst_oid(cell));
		AttachStatements(attachment, lfirst_oid(cell));
	}
}

/* Does an option take several values with commas between? */
static bool
TakesSeveral(const char *option)
{
	static const char *const keys[] = {
		"lists=", "types=", "key=", "birth_date=", "document=", "country=", "nationality=", "gender=", "birth_place=",
		"type="
	};

	for (int i = 0; i < lengthof(keys); i++)
		if (strncmp(option, keys[i], strlen(keys[i])) == 0)
			return true;
	return false;
}

/*
 * Complains of an option that is none: a column has an argument of its own, and what stands behind a comma in
 * '{types=person,vessel}' is another element of the array
 */
static void
RefuseBare(char **options, int which, int count)
{
	StringInfoData meant;

	initStringInfo(&meant);
	if (which > 0 && TakesSeveral(options[which - 1]))
	{
		appendStringInfoString(&meant, options[which - 1]);
		for (int i = which; i < count && strchr(options[i], '=') == NULL; i++)
			appendStringInfo(&meant, ",%s", options[i]);
	}
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("option \"%s\" of sanct_guard_attach is not valid", SanctShown(options[which])),
			 errdetail("It is not written key=value."),
			 meant.len > 0 ?
			 errhint("A comma parts the elements of an array; if it belongs to the value, write ARRAY['%s'].",
					 SanctShown(meant.data)) :
			 errhint("Write options as in ARRAY['threshold=0.8', 'lists=ofac-sdn,un-sc']; "
					 "columns are an argument of their own.")));
}

/* Refuse to quarantine rows of a table, or of a partition of one */
static void
RefuseQuarantine(Relation relation, const char *why)
{
	if (why != NULL)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("relation \"%s\" cannot be quarantined", RelationGetRelationName(relation)),
				 errdetail("No row is kept out of it: %s.", why),
				 errhint("Use action block or hold.")));
}

/* A row that is kept out must break nothing and not be lost: refuse what does not go together with that */
static void
CheckKeptOut(Relation relation)
{
	ListCell   *cell;

	RefuseQuarantine(relation, SanctWhyNotKeptOut(relation));
	RefuseQuarantine(relation, SanctWhyNotKeptOutOfPart(relation, NULL));
	if (relation->rd_rel->relkind != RELKIND_PARTITIONED_TABLE)
		return;
	foreach(cell, find_all_inheritors(RelationGetRelid(relation), AccessShareLock, NULL))
	{
		Relation	part = relation_open(lfirst_oid(cell), NoLock);

		RefuseQuarantine(part, SanctWhyNotKeptOut(part));
		relation_close(part, NoLock);
	}
}

/*
 * A guard of 0.1.0 stores birth dates and documents, and acts as if they were not there.  One that is attached now
 * weighs hits by them, which its argument verdict says; it acts on all verdicts unless told otherwise.
 */
static List *
AddVerdict(List *options)
{
	bool		facts = false;
	ListCell   *cell;

	foreach(cell, options)
	{
		const char *option = strVal(lfirst(cell));

		if (strncmp(option, "verdict=", 8) == 0 || strncmp(option, "scan=", 5) == 0)
			return options;
		facts = facts || strncmp(option, "birth_date=", 11) == 0 || strncmp(option, "document=", 9) == 0;
	}
	return facts ? lappend(options, makeString("verdict=contradicted")) : options;
}

/* Further arguments of the triggers, and what among them needs a look here */
static List *
OptionList(FunctionCallInfo fcinfo, bool *marks, bool *reserved)
{
	List	   *list = SanctNamedOptions(fcinfo, ATTACH_OPTIONS);
	Datum	   *values;
	bool	   *nulls;
	char	  **options;
	ListCell   *cell;
	int			n;

	*marks = *reserved = false;
	foreach(cell, list)
		*marks = *marks || strncmp(strVal(lfirst(cell)), "mark=", 5) == 0;
	deconstruct_array(PG_GETARG_ARRAYTYPE_P(3), TEXTOID, -1, false, TYPALIGN_INT, &values, &nulls, &n);
	options = palloc((n + 1) * sizeof(char *));
	for (int i = 0; i < n; i++)
	{
		if (nulls[i])
			ereport(ERROR,
					(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
					 errmsg("options of sanct_guard_attach must not be NULL")));
		options[i] = TextDatumGetCString(values[i]);
	}
	for (int i = 0; i < n; i++)
	{
		if (strchr(options[i], '=') == NULL)
			RefuseBare(options, i, n);
		*marks = *marks || strncmp(options[i], "mark=", 5) == 0;
		*reserved = *reserved || strncmp(options[i], "action=", 7) == 0 || strncmp(options[i], "columns=", 8) == 0;
		list = lappend(list, makeString(options[i]));
	}
	return AddVerdict(list);
}

/* The arguments of a run that looks at what this guard does, and the options of the guard */
static const char *
RunCall(const Attachment *attachment, Relation relation, const GuardOptions **options)
{
	char	  **args = palloc((list_length(attachment->options) + 1) * sizeof(char *));
	int			n = 0;
	ListCell   *cell;

	args[n++] = psprintf("columns=%s", attachment->columns);
	foreach(cell, attachment->options)
		args[n++] = strVal(lfirst(cell));
	*options = SanctReadGuardOptions(attachment->extension, relation, n, args);
	return SanctRunCall(attachment->table, relation, *options, attachment->options);
}

/* Tell what of the options may be another thing than was meant */
static void
TellOptions(Attachment *attachment, Relation relation, const GuardOptions *options)
{
	ListCell   *cell;

	if (strcmp(attachment->action, "hold") == 0 && options->mark == 0)
		Tell(attachment, psprintf("Rows that are held look like any other: mark => 'column' would set a boolean column "
								  "in them, which decisions lift.\n%s",
								  SanctAddColumnHint(relation, "held", GUARD_MARK_TYPE)));
	foreach(cell, strcmp(attachment->action, "block") == 0 ? options->key : NIL)
	{
		Form_pg_attribute attribute = TupleDescAttr(RelationGetDescr(relation), lfirst_int(cell) - 1);

		if (attribute->attidentity || (attribute->atthasdef && !attribute->attgenerated))
			Tell(attachment, psprintf("A blocked row whose \"%s\" is left to its default is another one when it is "
									  "written again: key => '{column}' would tell it by one whose values are given.",
									  NameStr(attribute->attname)));
	}
}

/* Tell what the triggers do not see */
static void
TellGaps(Attachment *attachment, bool statement)
{
	Relation	relation = relation_open(attachment->relation, NoLock);
	bool		rules = relation->rd_rules != NULL;
	bool		partitioned = relation->rd_rel->relkind == RELKIND_PARTITIONED_TABLE;
	const GuardOptions *options;
	const char *call;
	ListCell   *cell;

	call = RunCall(attachment, relation, &options);
	TellOptions(attachment, relation, options);
	relation_close(relation, NoLock);
	Tell(attachment, psprintf("Rows that are in %s already are not looked at. This does:\nSELECT * FROM %s(%s);",
							  attachment->table, SanctCallable(attachment->extension, "sanct_run"), call));
	Tell(attachment, psprintf("What lists add later is not looked at. After each import this does:\n"
							  "SELECT * FROM %s(%s);",
							  SanctCallable(attachment->extension, "sanct_run_new"), call));
	if (statement)
		Tell(attachment, "Rows that logical replication applies are not seen: its statements fire no such triggers. "
			 "Use statement => false for them.");
	if (rules)
		Tell(attachment, "The table has rules: what they write elsewhere instead is not seen.");
	if (partitioned)
	{
		Tell(attachment, "Rows of a table that becomes a partition are not looked at: sanct_run of it does.");
		return;
	}
	foreach(cell, find_inheritance_children(attachment->relation, AccessShareLock))
	{
		char	   *child = quote_qualified_identifier(get_namespace_name(get_rel_namespace(lfirst_oid(cell))),
													   get_rel_name(lfirst_oid(cell)));

		Tell(attachment, psprintf("Rows of %s, which inherits, are not seen: attach a guard to it as well.", child));
	}
}

/* Refuse what cannot be guarded */
static void
CheckTableKind(Relation relation)
{
	char		kind = relation->rd_rel->relkind;

	if (kind != RELKIND_RELATION && kind != RELKIND_PARTITIONED_TABLE)
		ereport(ERROR,
				(errcode(ERRCODE_WRONG_OBJECT_TYPE),
				 errmsg("relation \"%s\" cannot be guarded", RelationGetRelationName(relation)),
				 errhint("Attach the guard to the tables that its rows are written to.")));
}

/* Look at the table before anything is created: what it is, which columns it has, whether its rows may be kept out */
static void
InspectTable(Attachment *attachment)
{
	Relation	relation;
	char	   *columns = psprintf("columns=%s", attachment->columns);

	/* before the lock, for who has no right to it, and behind it, for the owner may have changed meanwhile */
	SanctCheckTableOwner(attachment->relation);
	relation = relation_open(attachment->relation, ShareRowExclusiveLock);
	SanctCheckTableOwner(attachment->relation);
	CheckTableKind(relation);
	attachment->table = quote_qualified_identifier(get_namespace_name(RelationGetNamespace(relation)),
												   RelationGetRelationName(relation));
	(void) SanctReadGuardOptions(attachment->extension, relation, 1, &columns);
	if (strcmp(attachment->action, "quarantine") == 0)
		CheckKeptOut(relation);
	/* to be altered, it must not be open; the lock stays */
	relation_close(relation, NoLock);
}

/* Refuse a table that has a guard already */
static void
CheckUnguarded(const Attachment *attachment)
{
	for (int i = 0; i < GUARD_TRIGGERS; i++)
		if (OidIsValid(get_trigger_oid(attachment->relation, guard_triggers[i].name, true)))
			ereport(ERROR,
					(errcode(ERRCODE_DUPLICATE_OBJECT),
					 errmsg("table %s has a guard already", attachment->table),
					 errdetail("Trigger \"%s\" is one.", guard_triggers[i].name),
					 errhint("To change it, call sanct_guard_detach and attach the new one in one transaction.")));
}

/* Refuse arguments that do not go together */
static void
CheckAttachment(const char *action, bool statement, bool marks, bool reserved)
{
	if (reserved || (statement && (marks || strcmp(action, "quarantine") == 0)) || strcmp(action, "mark") == 0 ||
		(marks && strcmp(action, "hold") != 0))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("these arguments of sanct_guard_attach do not go together"),
				 errhint("Columns and action have arguments of their own; rows are marked by action hold, row by row; "
						 "statements are not quarantined.")));
}

/*
 * Note in the server's log who changed what guards a table.  Neither log_statement nor an event trigger sees what
 * these functions do; the line stays where the transaction is rolled back.
 */
static void
LogChange(const char *change, Oid table, const char *arguments)
{
	const char *actor = SanctActor(NULL);
	const char *name = quote_qualified_identifier(get_namespace_name(get_rel_namespace(table)), get_rel_name(table));

	ereport(LOG_SERVER_ONLY,
			(errmsg("sanctions guard %s: subject=%s role=%s session_user=%s%s%s%s", change, name,
					GetUserNameFromId(GetUserId(), false), SanctSessionUser(), actor ? " actor=" : "",
					actor ? quote_literal_cstr(actor) : "", arguments),
			 errhidestmt(true), errhidecontext(true)));
}

/* The arguments of the triggers, as the log tells them */
static const char *
LoggedArguments(const Attachment *attachment)
{
	StringInfoData arguments;
	ListCell   *cell;

	initStringInfo(&arguments);
	appendStringInfo(&arguments, " columns=%s action=%s", attachment->columns, attachment->action);
	foreach(cell, attachment->options)
		appendStringInfo(&arguments, " %s", strVal(lfirst(cell)));
	return arguments.data;
}

/* sanct_guard_attach(subjects, columns, action, options, statement, and options by name), see docs/guard.md */
Datum
sanct_guard_attach(PG_FUNCTION_ARGS)
{
	Attachment	attachment = {0};
	bool		statement;
	bool		marks;
	bool		reserved;

	SanctCheckArgumentCount(fcinfo, ATTACH_OPTIONS + SanctCountNamedOptions());
	for (int i = 0; i < ATTACH_OPTIONS; i++)
		if (PG_ARGISNULL(i))
			ereport(ERROR,
					(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
					 errmsg("arguments of sanct_guard_attach must not be NULL")));
	statement = PG_GETARG_BOOL(4);
	attachment.relation = PG_GETARG_OID(0);
	attachment.columns = text_to_cstring(PG_GETARG_TEXT_PP(1));
	attachment.action = text_to_cstring(PG_GETARG_TEXT_PP(2));
	attachment.options = OptionList(fcinfo, &marks, &reserved);
	attachment.extension = SanctExtensionOf(fcinfo->flinfo->fn_oid);
	attachment.function = SanctGuardFunction(attachment.extension);
	CheckAttachment(attachment.action, statement, marks, reserved);
	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	attachment.result = (ReturnSetInfo *) fcinfo->resultinfo;
	InspectTable(&attachment);
	CheckUnguarded(&attachment);
	if (statement)
	{
		AttachStatements(&attachment, attachment.relation);
		AttachPartitions(&attachment);
	}
	else
		AttachRows(&attachment, marks);
	(void) SanctCheckGuards(attachment.extension, attachment.relation, NULL);
	LogChange("attached", attachment.relation, LoggedArguments(&attachment));
	TellGaps(&attachment, statement);
	return (Datum) 0;
}

/* The guards of a table that is locked, but those of a partition that go with its parent's; of Oid */
static List *
ListGuards(Oid table, Oid function)
{
	Relation	relation = relation_open(table, NoLock);
	List	   *guards = NIL;

	for (int i = 0; relation->trigdesc && i < relation->trigdesc->numtriggers; i++)
	{
		const Trigger *trigger = &relation->trigdesc->triggers[i];

		if (trigger->tgfoid == function && !trigger->tgisclone)
			guards = lappend_oid(guards, trigger->tgoid);
	}
	relation_close(relation, NoLock);
	return guards;
}

/* Drop the guards of one table, with the right that DROP TRIGGER wants; returns how many there were */
static int
Detach(Oid table, Oid function)
{
	List	   *guards;
	ListCell   *cell;

	SanctCheckTableOwner(table);
	LockRelationOid(table, AccessExclusiveLock);
	SanctCheckTableOwner(table);
	guards = ListGuards(table, function);
	foreach(cell, guards)
	{
		ObjectAddress trigger;

		ObjectAddressSet(trigger, TriggerRelationId, lfirst_oid(cell));
		performDeletion(&trigger, DROP_RESTRICT, 0);
		CommandCounterIncrement();
	}
	return list_length(guards);
}

/* sanct_guard_detach(subjects): drops its guards and those of its partitions */
Datum
sanct_guard_detach(PG_FUNCTION_ARGS)
{
	Oid			table = PG_GETARG_OID(0);
	Oid			function = SanctGuardFunction(SanctExtensionOf(fcinfo->flinfo->fn_oid));
	int			n = Detach(table, function);
	ListCell   *cell;

	if (get_rel_relkind(table) == RELKIND_PARTITIONED_TABLE)
		foreach(cell, find_all_inheritors(table, AccessShareLock, NULL))
			/* a partition that has none of its own need not be one's own */
			if (lfirst_oid(cell) != table && ListGuards(lfirst_oid(cell), function) != NIL)
				n += Detach(lfirst_oid(cell), function);
	if (n > 0)
		LogChange("detached", table, "");
	PG_RETURN_INT32(n);
}
