/*
 * The guards of the table that an alert names
 *
 * Whoever restores a database may write alerts: what they say of a row, of its table and of four eyes is held
 * against what the table's guards say.
 */
#include "postgres.h"

#include "pg/desk/guarded.h"

#include "access/relation.h"
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "catalog/pg_inherits.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "lib/stringinfo.h"
#include "nodes/pg_list.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/regproc.h"
#include "utils/rel.h"

#include "pg/base/compat.h"
#include "pg/base/json_columns.h"
#include "pg/base/own_objects.h"
#include "pg/base/table_change.h"
#include "pg/guard/options.h"
#include "pg/guard/subject.h"

/* The table of that name as a guard has noted it, with the rights of nobody */
static Oid
FindSubject(const List *names)
{
	Oid			schema = get_namespace_oid(strVal(linitial(names)), true);

	return OidIsValid(schema) ? get_relname_relid(strVal(lsecond(names)), schema) : InvalidOid;
}

/* See guarded.h */
bool
SanctIsSubjectThere(const char *subject)
{
	List	   *names = SanctNameList(subject);
	char		kind = list_length(names) == 2 ? get_rel_relkind(FindSubject(names)) : '\0';

	return kind == RELKIND_RELATION || kind == RELKIND_PARTITIONED_TABLE;
}

/* See guarded.h */
Relation
SanctOpenSubject(const char *subject)
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

/* See guarded.h */
const char *
SanctRootOfSubject(const char *subject)
{
	Relation	relation = SanctOpenSubject(subject);
	const char *root = subject;

	if (relation != NULL)
	{
		root = SanctSubjectName(relation);
		relation_close(relation, AccessShareLock);
	}
	return root;
}

/* See guarded.h */
List *
SanctReadGuards(const Extension *extension, Relation relation)
{
	Oid			function = SanctGuardFunction(extension);
	List	   *guards = NIL;
	/* what is read below may have the relation's own taken away */
	TriggerDesc *triggers = CopyTriggerDesc(relation->trigdesc);

	for (int i = 0; triggers && i < triggers->numtriggers; i++)
	{
		const Trigger *trigger = &triggers->triggers[i];

		if (trigger->tgfoid == function)
			guards = lappend(guards, SanctReadGuardOptions(extension, relation, trigger->tgnargs, trigger->tgargs));
	}
	return guards;
}

/* See guarded.h */
AttrNumber
SanctFindMark(const Extension *extension, Relation relation, Jsonb *key, bool *marks)
{
	List	   *unknown;
	List	   *columns = SanctReadJsonColumns(relation, key, &unknown);
	AttrNumber	mark = 0;
	ListCell   *cell;

	*marks = false;
	foreach(cell, SanctReadGuards(extension, relation))
	{
		const GuardOptions *options = lfirst(cell);

		*marks = *marks || options->mark != 0;
		if (options->mark != 0 && unknown == NIL && SanctAreColumns(columns, options->key))
			mark = options->mark;
	}
	if (mark == 0)
		return 0;
	/* another spelling is another row's, or nobody's */
	return compareJsonbContainers(&DatumGetJsonbP(SanctWrittenColumns(relation, columns))->root, &key->root) == 0 ?
		mark : 0;
}

/* Do guards of this very table want four eyes? */
static bool
WantsFourEyes(const Extension *extension, Relation relation)
{
	ListCell   *cell;

	foreach(cell, SanctReadGuards(extension, relation))
		if (((const GuardOptions *) lfirst(cell))->four_eyes)
			return true;
	return false;
}

/* See guarded.h */
bool
SanctWantsFourEyes(const Extension *extension, const char *subject)
{
	Relation	relation = SanctOpenSubject(subject);
	bool		wants;
	ListCell   *cell;

	if (relation == NULL)
		return false;
	wants = WantsFourEyes(extension, relation);
	if (!wants && relation->rd_rel->relkind == RELKIND_PARTITIONED_TABLE)
		foreach(cell, find_all_inheritors(RelationGetRelid(relation), AccessShareLock, NULL))
		{
			Relation	partition;

			/* the table itself comes first, which has not been locked once more */
			if (lfirst_oid(cell) == RelationGetRelid(relation))
				continue;
			partition = relation_open(lfirst_oid(cell), NoLock);
			wants = wants || WantsFourEyes(extension, partition);
			relation_close(partition, AccessShareLock);
		}
	relation_close(relation, AccessShareLock);
	return wants;
}

/* The names of the columns of a key, with commas between; its values are nobody's business */
static const char *
KeyNames(Relation relation, Jsonb *key)
{
	StringInfoData names;
	List	   *unknown;
	ListCell   *cell;

	initStringInfo(&names);
	foreach(cell, SanctReadJsonColumns(relation, key, &unknown))
	{
		AttrNumber	column = ((ColumnText *) lfirst(cell))->column;

		appendStringInfo(&names, "%s%s", names.len > 0 ? ", " : "",
						 NameStr(TupleDescAttr(RelationGetDescr(relation), column - 1)->attname));
	}
	foreach(cell, unknown)
		appendStringInfo(&names, "%s%s", names.len > 0 ? ", " : "", (char *) lfirst(cell));
	return names.data;
}

/* See guarded.h */
const char *
SanctFindUnknownKey(const Extension *extension, Relation relation)
{
	static const OwnFunction function = {"sanct_held_keys", 1, {TEXTOID}};
	Datum		subject = CStringGetTextDatum(SanctSubjectName(relation));
	bool		isnull;
	Datum		found = SanctCallOwn(extension, &function, &subject, NULL, &isnull);
	Datum	   *keys;
	int			n = 0;

	if (!isnull)
		deconstruct_array(DatumGetArrayTypeP(found), JSONBOID, -1, false, TYPALIGN_INT, &keys, NULL, &n);
	for (int i = 0; i < n; i++)
	{
		bool		marks;
		Jsonb	   *key = DatumGetJsonbP(keys[i]);

		if (SanctFindMark(extension, relation, key, &marks) == 0 && marks)
			return KeyNames(relation, key);
	}
	return NULL;
}
