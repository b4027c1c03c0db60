/*
 * Marks of rows that are held: lifted by the decision that clears the last alert of a row, set again by one that
 * reopens an alert
 *
 * Who decides needs no right on the table.  The row is changed with the rights of the table's owner, as foreign keys
 * change rows, in a security-restricted operation, so that triggers of the table run with no other rights and
 * leave nothing behind that would run with those of who decides; never with the rights of the extension's owner.
 */
#include "postgres.h"

#include "pg/desk/mark.h"

#include "access/relation.h"
#include "catalog/pg_class.h"
#include "catalog/pg_inherits.h"
#include "executor/executor.h"
#include "miscadmin.h"
#include "nodes/pg_list.h"
#include "storage/lmgr.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"

#include "pg/base/json_columns.h"
#include "pg/base/row_field.h"
#include "pg/base/shown.h"
#include "pg/base/table_change.h"
#include "pg/desk/guarded.h"
#include "pg/guard/mark_decided.h"
#include "pg/guard/options.h"

/*
 * Names in functions of the table's triggers are looked up in its own schema: not in the path of who decides, nor
 * first among his temporary tables
 */
static void
SetOwnersPath(Relation relation)
{
	const char *schema = get_namespace_name(RelationGetNamespace(relation));
	const char *path = psprintf("%s, pg_temp", quote_identifier(schema));

	(void) set_config_option("search_path", path, PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
}

/* Tell whose errors are told: triggers of the table may raise some */
static void
TellMark(void *argument)
{
	Relation	relation = argument;

	errcontext("change of the mark of a row of relation \"%s\", as its owner", RelationGetRelationName(relation));
}

/* What is done with a row that has a mark */
typedef enum MarkChange
{
	MARK_LIFT, MARK_SET, MARK_LOCK
} MarkChange;

/* Change the mark of a row of a table that is locked for it, or lock the row, as the table's owner */
static void
ChangeMark(Relation relation, AttrNumber mark, Jsonb *key, MarkChange change)
{
	ErrorContextCallback callback = {error_context_stack, TellMark, relation};
	volatile DecidedMark before;
	List	   *unknown;
	int			level = NewGUCNestLevel();
	Oid			user;
	int			context;

	GetUserIdAndSecContext(&user, &context);
	SetUserIdAndSecContext(relation->rd_rel->relowner, context | SECURITY_LOCAL_USERID_CHANGE |
						   SECURITY_RESTRICTED_OPERATION | SECURITY_NOFORCE_RLS);
	SetOwnersPath(relation);
	error_context_stack = &callback;
	before = SanctNoteMarkDecided((DecidedMark) {RelationGetRelid(relation), key});
	PG_TRY();
	{
		List	   *columns = SanctReadJsonColumns(relation, key, &unknown);

		if (change == MARK_LOCK)
			SanctLockRows(relation, columns);
		else
			(void) SanctUpdateSwitch(relation, mark, change == MARK_SET, columns);
	}
	PG_FINALLY();
	{
		(void) SanctNoteMarkDecided(before);
	}
	PG_END_TRY();
	error_context_stack = callback.previous;
	AtEOXact_GUC(false, level);
	SetUserIdAndSecContext(user, context);
}

/* Complains of an alert of a row that is held, which the guards of its table do not know by such a key */
static void
BadKey(Relation relation, Jsonb *key)
{
	List	   *unknown;

	(void) SanctReadJsonColumns(relation, key, &unknown);
	ereport(ERROR,
			(errcode(unknown ? ERRCODE_UNDEFINED_COLUMN : ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
			 errmsg("the mark of a row of relation \"%s\" cannot be changed", RelationGetRelationName(relation)),
			 unknown ? errdetail("Its key has the column \"%s\", which does not exist any more.",
								 SanctShown(linitial(unknown))) :
			 errdetail("Its key is not as the table's guards write it."),
			 errhint("Give the table and the columns of its key their names again, or attach the guard with the same "
					 "key; while no guard is attached, decisions change no marks.")));
}

/* Change the mark in a table if a guard of it knows rows by such a key; marks: does any guard of it mark rows? */
static bool
MarkIn(const Extension *extension, Relation relation, Jsonb *key, MarkChange change, bool *marks)
{
	AttrNumber	mark = SanctFindMark(extension, relation, key, marks);

	if (mark == 0)
		return false;
	LockRelationOid(RelationGetRelid(relation), RowExclusiveLock);
	ChangeMark(relation, mark, key, change);
	return true;
}

/* The same in the partitions of a table that is not guarded as a whole */
static bool
MarkInPartitions(const Extension *extension, Relation relation, Jsonb *key, MarkChange change, bool *marks)
{
	bool		done = false;
	ListCell   *cell;

	foreach(cell, find_all_inheritors(RelationGetRelid(relation), AccessShareLock, NULL))
	{
		Relation	partition;
		bool		its = false;

		/* the table itself comes first, which has not been locked once more */
		if (lfirst_oid(cell) == RelationGetRelid(relation))
			continue;
		partition = relation_open(lfirst_oid(cell), NoLock);
		done = MarkIn(extension, partition, key, change, &its) || done;
		*marks = *marks || its;
		relation_close(partition, AccessShareLock);
	}
	return done;
}

/* Do what is to be done with a row that has a mark */
static void
Mark(const Extension *extension, const HeldRow *row, MarkChange change)
{
	Relation	relation = SanctOpenSubject(row->subject);
	bool		marks = false;
	bool		done;

	if (relation == NULL)
		return;
	done = MarkIn(extension, relation, row->key, change, &marks);
	if (!done && !marks && relation->rd_rel->relkind == RELKIND_PARTITIONED_TABLE)
		done = MarkInPartitions(extension, relation, row->key, change, &marks);
	if (change != MARK_LOCK && marks && !done && row->holds)
		BadKey(relation, row->key);
	/* what has been changed stays locked; whoever may decide is not to lock what he has no right to */
	relation_close(relation, AccessShareLock);
}

/* See mark.h */
HeldRow
SanctRowOfAlert(HeapTupleHeader alert)
{
	bool		isnull;

	return (HeldRow) {.subject = SanctRowField(alert, "subject"),
		.key = DatumGetJsonbP(GetAttributeByName(alert, "subject_key", &isnull)),
		.holds = strcmp(SanctRowField(alert, "action"), SanctGuardActions[GUARD_HOLD]) == 0};
}

/* See mark.h */
void
SanctLockMarked(const Extension *extension, const HeldRow *row)
{
	Mark(extension, row, MARK_LOCK);
}

/* See mark.h */
void
SanctSetMark(const Extension *extension, const HeldRow *row, bool held)
{
	Mark(extension, row, held ? MARK_SET : MARK_LIFT);
}
