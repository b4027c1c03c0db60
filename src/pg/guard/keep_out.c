/*
 * Whether a quarantine may keep a row out of its table: not where that breaks or loses what is there already
 *
 * An UPDATE that moves a row to another partition deletes it in one and inserts it in the other, whose triggers are
 * called as for any INSERT: one that keeps it out there takes it away. Triggers BEFORE DELETE are called in the first
 * partition in the same statement, so a guard of the whole table knows such a row.
 */
#include "postgres.h"

#include "pg/guard/keep_out.h"

#include "access/genam.h"
#include "access/htup_details.h"
#include "access/table.h"
#include "catalog/partition.h"
#include "catalog/pg_class.h"
#include "catalog/pg_constraint.h"
#include "catalog/pg_trigger.h"
#include "commands/trigger.h"
#include "nodes/parsenodes.h"
#include "nodes/pg_list.h"
#include "utils/fmgroids.h"
#include "utils/rel.h"

#include "pg/guard/subject.h"

/* A statement that takes rows out of partitions; it lives in the memory context by which it is known */
typedef struct Statement
{
	MemoryContextCallback ended;
	MemoryContext context;
	bool		taken_out;		/* and has not inserted one since */
	struct Statement *next;
} Statement;

/* Those that run, one called by a trigger or function of another */
static Statement *statements = NULL;

/* Does a constraint change rows of its table when those change that it refers to? */
static bool
IsCascading(Form_pg_constraint constraint)
{
	return constraint->contype == CONSTRAINT_FOREIGN &&
		(constraint->confupdtype == FKCONSTR_ACTION_CASCADE || constraint->confupdtype == FKCONSTR_ACTION_SETNULL ||
		 constraint->confupdtype == FKCONSTR_ACTION_SETDEFAULT || constraint->confdeltype == FKCONSTR_ACTION_SETNULL ||
		 constraint->confdeltype == FKCONSTR_ACTION_SETDEFAULT);
}

/* The name of a foreign key that changes rows of a table in cascades, NULL if there is none */
static const char *
FindCascade(Relation relation)
{
	Relation	constraints = table_open(ConstraintRelationId, AccessShareLock);
	const char *found = NULL;
	ScanKeyData key;
	SysScanDesc scan;
	HeapTuple	tuple;

	ScanKeyInit(&key, Anum_pg_constraint_conrelid, BTEqualStrategyNumber, F_OIDEQ,
				ObjectIdGetDatum(RelationGetRelid(relation)));
	scan = systable_beginscan(constraints, ConstraintRelidTypidNameIndexId, true, NULL, 1, &key);
	while (found == NULL && HeapTupleIsValid(tuple = systable_getnext(scan)))
		if (IsCascading((Form_pg_constraint) GETSTRUCT(tuple)))
			found = pstrdup(NameStr(((Form_pg_constraint) GETSTRUCT(tuple))->conname));
	systable_endscan(scan);
	table_close(constraints, AccessShareLock);
	return found;
}

/* See keep_out.h */
const char *
SanctWhyNotKeptOut(Relation relation)
{
	const char *cascade;

	if (SanctHasRowSecurity(relation))
		return "row security is enabled on it, and its policies would not have seen a row that is kept out";
	cascade = FindCascade(relation);
	if (cascade != NULL)
		return psprintf("foreign key \"%s\" changes its rows in cascades, and a row kept out would break it", cascade);
	return NULL;
}

/* See keep_out.h */
const char *
SanctWhyNotKeptOutOfPart(Relation relation, const Trigger *trigger)
{
	bool		part = relation->rd_rel->relispartition;
	bool		whole = !part;

	if (!part && (trigger == NULL || relation->rd_rel->relkind != RELKIND_PARTITIONED_TABLE))
		return NULL;
	/* what has been made of a trigger of the root has its name */
	if (part && trigger != NULL && trigger->tgisclone)
		whole = OidIsValid(get_trigger_oid(llast_oid(get_partition_ancestors(RelationGetRelid(relation))),
										   trigger->tgname, true));
	if (!whole)
		return "it is a partition that has a guard of its own, "
			"and a row that moves here from another one would be lost";
	if (!TRIGGER_FOR_DELETE(trigger->tgtype))
		return "its trigger does not fire before DELETE, and a row that moves between partitions would be lost";
	return NULL;
}

/* See keep_out.h */
const char *
SanctWhyNotQuarantined(Relation relation, const Trigger *trigger, const GuardOptions *options)
{
	const char *why = NULL;

	if (options->action == GUARD_QUARANTINE)
		why = SanctWhyNotKeptOut(relation);
	if (options->action == GUARD_QUARANTINE && why == NULL)
		why = SanctWhyNotKeptOutOfPart(relation, trigger);
	return why;
}

/* A statement has ended, or been given up */
static void
ForgetStatement(void *argument)
{
	Statement **link = &statements;

	while (*link != NULL && *link != argument)
		link = &(*link)->next;
	if (*link != NULL)
		*link = (*link)->next;
}

static Statement *
FindStatement(MemoryContext context)
{
	Statement  *statement = statements;

	while (statement != NULL && statement->context != context)
		statement = statement->next;
	return statement;
}

/* See keep_out.h */
void
SanctNoteTakenOut(MemoryContext context)
{
	Statement  *statement = FindStatement(context);

	if (statement == NULL)
	{
		statement = MemoryContextAllocZero(context, sizeof(Statement));
		statement->context = context;
		statement->ended.func = ForgetStatement;
		statement->ended.arg = statement;
		MemoryContextRegisterResetCallback(context, &statement->ended);
		statement->next = statements;
		statements = statement;
	}
	statement->taken_out = true;
}

/* See keep_out.h */
bool
SanctIsMoved(MemoryContext context)
{
	Statement  *statement = FindStatement(context);
	bool		moved = statement != NULL && statement->taken_out;

	if (moved)
		statement->taken_out = false;
	return moved;
}
