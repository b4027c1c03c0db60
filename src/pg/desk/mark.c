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
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "catalog/pg_inherits.h"
#include "miscadmin.h"
#include "nodes/pg_list.h"
#include "storage/lmgr.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/regproc.h"
#include "utils/rel.h"

#include "pg/base/compat.h"
#include "pg/base/json_columns.h"
#include "pg/base/own_objects.h"
#include "pg/base/table_change.h"
#include "pg/guard/mark_decided.h"
#include "pg/guard/options.h"

/* The table of that name as a guard has noted it, with the rights of nobody */
static Oid
FindSubject(const List *names)
{
	Oid			schema = get_namespace_oid(strVal(linitial(names)), true);

	return OidIsValid(schema) ? get_relname_relid(strVal(lsecond(names)), schema) : InvalidOid;
}

/* See mark.h */
bool
SanctIsSubjectThere(const char *subject)
{
	List	   *names = SanctNameList(subject);
	char		kind = list_length(names) == 2 ? get_rel_relkind(FindSubject(names)) : '\0';

	return kind == RELKIND_RELATION || kind == RELKIND_PARTITIONED_TABLE;
}

/* Open the table of a subject, which has that name when it is locked; NULL if there is none any more */
static Relation
OpenSubject(const char *subject)
{
	List	   *names = SanctNameList(subject);

	for (;;)
	{
		Oid			table = list_length(names) == 2 ? FindSubject(names) : InvalidOid;
		Relation	relation;

		if (!OidIsValid(table))
			return NULL;
		relation = try_relation_open(table, AccessShareLock);
		if (relation != NULL && FindSubject(names) == table)
			return relation;
		if (relation != NULL)
			relation_close(relation, AccessShareLock);
	}
}

/* The column that a guard of this very table marks, 0 if there is none */
static AttrNumber
MarkColumn(const Extension *extension, Relation relation)
{
	Oid			function = SanctGuardFunction(extension);

	for (int i = 0; relation->trigdesc && i < relation->trigdesc->numtriggers; i++)
	{
		const Trigger *trigger = &relation->trigdesc->triggers[i];

		if (trigger->tgfoid == function)
		{
			AttrNumber	mark = SanctReadGuardOptions(extension, relation, trigger->tgnargs, trigger->tgargs)->mark;

			if (mark != 0)
				return mark;
		}
	}
	return 0;
}

/* The key of a row but for its mark, of ColumnText *; it cannot be found where columns of its key are gone */
static List *
FindKey(Relation relation, Jsonb *key, AttrNumber mark)
{
	List	   *unknown;
	List	   *columns = SanctReadJsonColumns(relation, key, &unknown);
	ListCell   *cell;

	if (unknown != NIL)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_COLUMN),
				 errmsg("the mark of a row of relation \"%s\" cannot be changed", RelationGetRelationName(relation)),
				 errdetail("Its key has the column \"%s\", which does not exist any more.",
						   (char *) linitial(unknown))));
	foreach(cell, columns)
		if (((ColumnText *) lfirst(cell))->column == mark)
			columns = foreach_delete_current(columns, cell);
	return columns;
}

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

/* Change the mark of a row of a table that is locked for it, as its owner */
static void
ChangeMark(Relation relation, AttrNumber mark, Jsonb *key, bool held)
{
	ErrorContextCallback callback = {error_context_stack, TellMark, relation};
	volatile DecidedMark before;
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
		(void) SanctUpdateSwitch(relation, mark, held, FindKey(relation, key, mark));
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

/* Change the mark in a table if its guard marks rows; false if it does not */
static bool
MarkIn(const Extension *extension, Relation relation, Jsonb *key, bool held)
{
	AttrNumber	mark = MarkColumn(extension, relation);

	if (mark == 0)
		return false;
	LockRelationOid(RelationGetRelid(relation), RowExclusiveLock);
	ChangeMark(relation, mark, key, held);
	return true;
}

/* See mark.h */
void
SanctSetMark(const Extension *extension, const char *subject, Jsonb *key, bool held)
{
	Relation	relation = OpenSubject(subject);
	ListCell   *cell;

	if (relation == NULL)
		return;
	if (!MarkIn(extension, relation, key, held) && relation->rd_rel->relkind == RELKIND_PARTITIONED_TABLE)
		foreach(cell, find_all_inheritors(RelationGetRelid(relation), AccessShareLock, NULL))
		{
			Relation	partition = relation_open(lfirst_oid(cell), NoLock);

			(void) MarkIn(extension, partition, key, held);
			relation_close(partition, NoLock);
		}
	/* what has been changed stays locked; whoever may decide is not to lock what he has no right to */
	relation_close(relation, AccessShareLock);
}
