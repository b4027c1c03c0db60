/* Creates, checks and drops the triggers that guard a table, with the rights of whoever asks */
#include "pg/guard.h"

#include "access/relation.h"
#include "access/table.h"
#include "catalog/pg_class.h"
#include "catalog/pg_constraint.h"
#include "catalog/pg_inherits.h"
#include "catalog/pg_trigger.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "executor/spi.h"
#include "funcapi.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"

PG_FUNCTION_INFO_V1(sanct_guard_attach);
PG_FUNCTION_INFO_V1(sanct_guard_detach);
PG_FUNCTION_INFO_V1(sanct_guard_check);

/* Names of the triggers; the one that fires before the row is written comes after all others */
#define GUARD_NAME "sanct_guard"
#define GUARD_BEFORE "zzz_sanct_guard"
#define GUARD_INSERT "sanct_guard_insert"
#define GUARD_UPDATE "sanct_guard_update"

/* What is being attached */
typedef struct Attachment
{
	Oid			relation;
	const char *table;			/* as SQL writes it */
	const char *function;		/* the call of sanct_guard without its arguments */
	const char *columns;
	const char *options;		/* further arguments, each with a comma before it */
	ReturnSetInfo *result;
} Attachment;

static void
Utility(const char *sql)
{
	int			result = SPI_execute(sql, false, 0);

	if (result != SPI_OK_UTILITY)
		elog(ERROR, "could not create trigger: %s", SPI_result_code_string(result));
}

/* Add a line to the answer */
static void
Tell(Attachment *attachment, const char *line)
{
	Datum		value = CStringGetTextDatum(line);
	bool		isnull = false;

	tuplestore_putvalues(attachment->result->setResult, attachment->result->setDesc, &value, &isnull);
}

/* Create a trigger that fires always, also when changes of another server are applied */
static void
CreateGuard(Attachment *attachment, const char *name, const char *head, const char *each, const char *action)
{
	Utility(psprintf("CREATE %s ON %s %s EXECUTE FUNCTION %s(%s, %s%s)", head, attachment->table, each, attachment->function,
					 quote_literal_cstr(psprintf("columns=%s", attachment->columns)),
					 quote_literal_cstr(psprintf("action=%s", action)), attachment->options));
	Utility(psprintf("ALTER TABLE %s ENABLE ALWAYS TRIGGER %s", attachment->table, name));
}

/* Triggers of one table for each row */
static void
AttachRows(Attachment *attachment, const char *action, bool marks)
{
	bool		quarantine = strcmp(action, "quarantine") == 0;

	if (quarantine || marks)
		CreateGuard(attachment, GUARD_BEFORE, "TRIGGER " GUARD_BEFORE " BEFORE INSERT OR UPDATE", "FOR EACH ROW",
					marks ? "mark" : action);
	/* behind a quarantine, what another trigger has changed is blocked */
	CreateGuard(attachment, GUARD_NAME, "CONSTRAINT TRIGGER " GUARD_NAME " AFTER INSERT OR UPDATE", "FOR EACH ROW",
				quarantine ? "block" : action);
}

/* Triggers of one table for each statement */
static void
AttachStatements(Attachment *attachment, const char *action)
{
	CreateGuard(attachment, GUARD_INSERT, "TRIGGER " GUARD_INSERT " AFTER INSERT",
				"REFERENCING NEW TABLE AS sanct_written FOR EACH STATEMENT", action);
	CreateGuard(attachment, GUARD_UPDATE, "TRIGGER " GUARD_UPDATE " AFTER UPDATE",
				"REFERENCING NEW TABLE AS sanct_written FOR EACH STATEMENT", action);
}

/* A row that a foreign key changes cannot be kept out: refuse to quarantine such a table */
static void
CheckCascades(Relation relation)
{
	Oid			types[1] = {OIDOID};
	Datum		values[1] = {ObjectIdGetDatum(RelationGetRelid(relation))};

	if (SPI_execute_with_args("SELECT conname FROM pg_catalog.pg_constraint WHERE conrelid OPERATOR(pg_catalog.=) $1 AND contype OPERATOR(pg_catalog.=) 'f' "
							  "AND (confupdtype OPERATOR(pg_catalog.=) ANY (ARRAY['c', 'n', 'd']::pg_catalog.\"char\"[]) "
							  "OR confdeltype OPERATOR(pg_catalog.=) ANY (ARRAY['n', 'd']::pg_catalog.\"char\"[])) ORDER BY conname",
							  1, types, values, NULL, true, 1) != SPI_OK_SELECT)
		elog(ERROR, "could not read constraints");
	if (SPI_processed > 0)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("relation \"%s\" cannot be quarantined", RelationGetRelationName(relation)),
				 errdetail("Foreign key \"%s\" changes its rows in cascades; a row kept out would break it.",
						   SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1)),
				 errhint("Use action block or hold.")));
}

/* Further arguments as SQL, each with a comma before it */
static char *
OptionList(ArrayType *options, bool *marks, bool *action)
{
	StringInfoData list;
	Datum	   *values;
	bool	   *nulls;
	int			n;

	initStringInfo(&list);
	*marks = *action = false;
	deconstruct_array(options, TEXTOID, -1, false, TYPALIGN_INT, &values, &nulls, &n);
	for (int i = 0; i < n; i++)
	{
		char	   *option;

		if (nulls[i])
			continue;
		option = TextDatumGetCString(values[i]);
		*marks = *marks || strncmp(option, "mark=", 5) == 0;
		*action = *action || strncmp(option, "action=", 7) == 0 || strncmp(option, "columns=", 8) == 0;
		appendStringInfo(&list, ", %s", quote_literal_cstr(option));
	}
	return list.data;
}

/* Tell what the triggers do not see */
static void
TellGaps(Attachment *attachment, bool statement)
{
	Relation	relation = relation_open(attachment->relation, NoLock);
	bool		rules = relation->rd_rules != NULL;
	bool		partitioned = relation->rd_rel->relkind == RELKIND_PARTITIONED_TABLE;
	ListCell   *cell;

	relation_close(relation, NoLock);
	Tell(attachment, psprintf("Rows that are in %s already are not looked at: SELECT * FROM sanct_screen_table(%s, id, name) does.",
							  attachment->table, quote_literal_cstr(attachment->table)));
	Tell(attachment, "What lists add later is not looked at: SELECT * FROM sanct_rescreen(...) after each import does.");
	if (statement)
		Tell(attachment, "Rows that logical replication applies are not seen: its statements fire no such triggers. Use statement => false for them.");
	if (rules)
		Tell(attachment, "The table has rules: what they write elsewhere instead is not seen.");
	if (partitioned)
		return;
	foreach(cell, find_inheritance_children(attachment->relation, AccessShareLock))
	{
		char	   *child = quote_qualified_identifier(get_namespace_name(get_rel_namespace(lfirst_oid(cell))),
													   get_rel_name(lfirst_oid(cell)));

		Tell(attachment, psprintf("Rows of %s, which inherits, are not seen: attach a guard to it as well.", child));
	}
}

/* Statement triggers of the partitions, which fire when one is written to by its own name */
static void
AttachPartitions(Attachment *attachment, const char *action)
{
	ListCell   *cell;
	const char *table = attachment->table;

	foreach(cell, find_all_inheritors(attachment->relation, AccessShareLock, NULL))
	{
		Oid			part = lfirst_oid(cell);

		if (part == attachment->relation)
			continue;
		attachment->table = quote_qualified_identifier(get_namespace_name(get_rel_namespace(part)), get_rel_name(part));
		AttachStatements(attachment, action);
	}
	attachment->table = table;
}

/* Refuse what cannot be guarded */
static void
CheckKind(Relation relation)
{
	char		kind = relation->rd_rel->relkind;

	if (kind != RELKIND_RELATION && kind != RELKIND_PARTITIONED_TABLE)
		ereport(ERROR,
				(errcode(ERRCODE_WRONG_OBJECT_TYPE),
				 errmsg("relation \"%s\" cannot be guarded", RelationGetRelationName(relation)),
				 errhint("Attach the guard to the tables that its rows are written to.")));
}

/* Look at the table before anything is created: what it is, whether the columns exist, whether its rows may be kept out */
static void
InspectTable(Attachment *attachment, const char *action)
{
	Relation	relation = relation_open(attachment->relation, ShareRowExclusiveLock);
	char	   *columns = psprintf("columns=%s", attachment->columns);

	CheckKind(relation);
	attachment->table = quote_qualified_identifier(get_namespace_name(RelationGetNamespace(relation)),
												   RelationGetRelationName(relation));
	(void) ReadGuardOptions(relation, 1, &columns);
	if (strcmp(action, "quarantine") == 0)
		CheckCascades(relation);
	/* to be altered, it must not be open; the lock stays */
	relation_close(relation, NoLock);
}

/* Refuse a table that has a guard already */
static void
CheckUnguarded(const Attachment *attachment)
{
	static const char *const names[] = {GUARD_NAME, GUARD_BEFORE, GUARD_INSERT, GUARD_UPDATE};

	for (int i = 0; i < lengthof(names); i++)
		if (OidIsValid(get_trigger_oid(attachment->relation, names[i], true)))
			ereport(ERROR,
					(errcode(ERRCODE_DUPLICATE_OBJECT),
					 errmsg("table %s has a guard already", attachment->table),
					 errdetail("Trigger \"%s\" is one.", names[i]),
					 errhint("To change it, call sanct_guard_detach and attach the new one in one transaction.")));
}

/* Refuse arguments that do not go together */
static void
CheckArguments(const char *action, bool statement, bool marks, bool reserved)
{
	if (reserved || (statement && (marks || strcmp(action, "quarantine") == 0)) || strcmp(action, "mark") == 0 ||
		(marks && strcmp(action, "hold") != 0))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("these arguments of sanct_guard_attach do not go together"),
				 errhint("Columns and action have arguments of their own; rows are marked by action hold, row by row; "
						 "statements are not quarantined.")));
}

/* sanct_guard_attach(subjects, columns, action, options, statement), see docs/guard.md */
Datum
sanct_guard_attach(PG_FUNCTION_ARGS)
{
	Attachment	attachment = {0};
	char	   *action;
	bool		statement;
	bool		marks;
	bool		reserved;

	for (int i = 0; i < 5; i++)
		if (PG_ARGISNULL(i))
			ereport(ERROR,
					(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("arguments of sanct_guard_attach must not be NULL")));
	action = text_to_cstring(PG_GETARG_TEXT_PP(2));
	statement = PG_GETARG_BOOL(4);
	attachment.relation = PG_GETARG_OID(0);
	attachment.columns = text_to_cstring(PG_GETARG_TEXT_PP(1));
	attachment.options = OptionList(PG_GETARG_ARRAYTYPE_P(3), &marks, &reserved);
	CheckArguments(action, statement, marks, reserved);
	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	attachment.result = (ReturnSetInfo *) fcinfo->resultinfo;
	attachment.function = SchemaTable(get_func_namespace(fcinfo->flinfo->fn_oid), "sanct_guard");
	SPI_connect();
	InspectTable(&attachment, action);
	CheckUnguarded(&attachment);
	if (statement)
	{
		AttachStatements(&attachment, action);
		AttachPartitions(&attachment, action);
	}
	else
		AttachRows(&attachment, action, marks);
	CommandCounterIncrement();
	(void) CheckGuards(attachment.relation, fcinfo->flinfo->fn_oid, NULL);
	TellGaps(&attachment, statement);
	SPI_finish();
	return (Datum) 0;
}

/* Is a trigger one of ours? */
static bool
IsGuard(const Trigger *trigger, Oid any_function)
{
	char	   *name = get_func_name(trigger->tgfoid);

	return name && strcmp(name, "sanct_guard") == 0 && get_func_namespace(trigger->tgfoid) == get_func_namespace(any_function);
}

/* When a trigger fires, in words */
static const char *
Fires(const Trigger *trigger)
{
	return psprintf("%s %s%s%s%s for each %s%s", TRIGGER_FOR_BEFORE(trigger->tgtype) ? "before" : "after",
					TRIGGER_FOR_INSERT(trigger->tgtype) ? "insert" : "",
					TRIGGER_FOR_INSERT(trigger->tgtype) && TRIGGER_FOR_UPDATE(trigger->tgtype) ? " or " : "",
					TRIGGER_FOR_UPDATE(trigger->tgtype) ? "update" : "",
					trigger->tgnattr > 0 ? " of some columns" : "",
					TRIGGER_FOR_ROW(trigger->tgtype) ? "row" : "statement",
					trigger->tgqual ? " under a condition" : "");
}

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

/* Check the arguments of all guards of a table, and tell of them if there is somewhere to; returns how many there are */
int
CheckGuards(Oid table, Oid any_function, ReturnSetInfo *result)
{
	Relation	relation = relation_open(table, AccessShareLock);
	TriggerDesc *triggers = relation->trigdesc;
	int			n = 0;

	for (int i = 0; triggers && i < triggers->numtriggers; i++)
	{
		Trigger    *trigger = &triggers->triggers[i];
		GuardOptions *options;
		Datum		values[4];
		bool		nulls[4] = {false};

		if (!IsGuard(trigger, any_function))
			continue;
		n++;
		options = ReadGuardOptions(relation, trigger->tgnargs, trigger->tgargs);
		if (result == NULL)
			continue;
		values[0] = DirectFunctionCall1(namein, CStringGetDatum(trigger->tgname));
		values[1] = CStringGetTextDatum(Fires(trigger));
		values[2] = CStringGetTextDatum(guard_actions[options->action]);
		values[3] = CStringGetTextDatum(Enabled(trigger->tgenabled));
		tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
	}
	relation_close(relation, NoLock);
	return n;
}

/* sanct_guard_check(subjects): the guards of a table, their arguments checked */
Datum
sanct_guard_check(PG_FUNCTION_ARGS)
{
	InitMaterializedSRF(fcinfo, 0);
	if (CheckGuards(PG_GETARG_OID(0), fcinfo->flinfo->fn_oid, (ReturnSetInfo *) fcinfo->resultinfo) == 0)
		ereport(WARNING,
				(errmsg("relation \"%s\" has no guard", get_rel_name(PG_GETARG_OID(0))),
				 errhint("SELECT * FROM sanct_guard_attach(%s, 'column of the name');",
						 quote_literal_cstr(get_rel_name(PG_GETARG_OID(0))))));
	return (Datum) 0;
}

/* Drop the guards of one table; returns how many there were */
static int
Detach(Oid table, Oid any_function)
{
	Relation	relation = relation_open(table, ShareRowExclusiveLock);
	const char *name = quote_qualified_identifier(get_namespace_name(RelationGetNamespace(relation)), RelationGetRelationName(relation));
	List	   *drops = NIL;
	ListCell   *cell;

	for (int i = 0; relation->trigdesc && i < relation->trigdesc->numtriggers; i++)
	{
		Trigger    *trigger = &relation->trigdesc->triggers[i];

		/* triggers of a partition go with those of its parent */
		if (IsGuard(trigger, any_function) && !trigger->tgisclone)
			drops = lappend(drops, psprintf("DROP TRIGGER %s ON %s", quote_identifier(trigger->tgname), name));
	}
	relation_close(relation, NoLock);
	foreach(cell, drops)
		Utility(lfirst(cell));
	return list_length(drops);
}

/* sanct_guard_detach(subjects): drops its guards and those of its partitions */
Datum
sanct_guard_detach(PG_FUNCTION_ARGS)
{
	Oid			table = PG_GETARG_OID(0);
	int			n = 0;
	ListCell   *cell;

	SPI_connect();
	n = Detach(table, fcinfo->flinfo->fn_oid);
	if (get_rel_relkind(table) == RELKIND_PARTITIONED_TABLE)
		foreach(cell, find_all_inheritors(table, AccessShareLock, NULL))
			n += lfirst_oid(cell) == table ? 0 : Detach(lfirst_oid(cell), fcinfo->flinfo->fn_oid);
	SPI_finish();
	PG_RETURN_INT32(n);
}
