/*
 * Rows that were kept out, and are written now that they have been cleared
 *
 * They are written with the rights of whoever releases them, into a table that quarantines rows, and the guard looks
 * at them again.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "access/relation.h"
#include "catalog/namespace.h"
#include "catalog/pg_inherits.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "executor/executor.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "nodes/pg_list.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/regproc.h"
#include "utils/rel.h"

#include "pg/base/actor.h"
#include "pg/base/callable.h"
#include "pg/base/compat.h"
#include "pg/base/extension.h"
#include "pg/base/json_columns.h"
#include "pg/base/own_objects.h"
#include "pg/base/row_field.h"
#include "pg/base/shown.h"
#include "pg/base/table_change.h"
#include "pg/guard/options.h"
#include "pg/trail/person.h"

PG_FUNCTION_INFO_V1(sanct_release_quarantined);

/* The stored row, locked, which must still be held and cleared of all that it matches */
static HeapTupleHeader
LockHeld(const Extension *extension, int64 id)
{
	static const OwnFunction lock = {"sanct_lock_quarantined", 1, {INT8OID}};
	static const OwnFunction count = {"sanct_count_uncleared", 1, {INT8OID}};
	Datum		value = Int64GetDatum(id);
	bool		isnull;
	Datum		row = SanctCallOwn(extension, &lock, &value, NULL, &isnull);
	const char *status = isnull ? NULL : SanctRowField(DatumGetHeapTupleHeader(row), "status");

	if (status == NULL || strcmp(status, "held") != 0)
		ereport(ERROR,
				(errcode(ERRCODE_NO_DATA),
				 errmsg("no row %lld is held in quarantine", (long long) id),
				 status ? errdetail("It has been %s.", status) : 0));
	if (DatumGetInt64(SanctCallOwn(extension, &count, &value, NULL, &isnull)) > 0)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("row %lld of the quarantine has alerts that are not cleared", (long long) id),
				 errhint("Clear them first: SELECT %s(id, 'no match', <reason>) FROM %s WHERE quarantine_id = %lld "
						 "AND status = 'open';", SanctCallable(extension, "sanct_decide"),
						 SanctCallable(extension, "sanct_alert"), (long long) id)));
	return DatumGetHeapTupleHeader(row);
}

/* Whoever has no right to write to a table does not even lock it; argument is the right that is wanted */
static void
CheckWriter(const RangeVar *range, Oid table, Oid before, void *argument)
{
	AclMode		wanted = *(AclMode *) argument;

	if (OidIsValid(table) && pg_class_aclcheck(table, GetUserId(), wanted) != ACLCHECK_OK &&
		pg_attribute_aclcheck_all(table, GetUserId(), wanted, ACLMASK_ANY) != ACLCHECK_OK)
		aclcheck_error(ACLCHECK_NO_PRIV, get_relkind_objtype(get_rel_relkind(table)), range->relname);
}

/* Is a trigger one of a guard, and does it quarantine rows? */
static bool
IsQuarantine(const Extension *extension, Oid function, Relation relation, const Trigger *trigger)
{
	if (trigger->tgfoid != function || trigger->tgenabled == TRIGGER_DISABLED ||
		trigger->tgenabled == TRIGGER_FIRES_ON_REPLICA)
		return false;
	return SanctReadGuardOptions(extension, relation, trigger->tgnargs, trigger->tgargs)->action == GUARD_QUARANTINE;
}

/* Has a relation a guard that quarantines rows, of its own or of one of its partitions? */
static bool
HasQuarantine(const Extension *extension, Oid table)
{
	Oid			function = SanctGuardFunction(extension);
	bool		found = false;
	ListCell   *cell;

	foreach(cell, find_all_inheritors(table, AccessShareLock, NULL))
	{
		Relation	relation = relation_open(lfirst_oid(cell), NoLock);
		/* what is read below may have the relation's own taken away */
		TriggerDesc *triggers = CopyTriggerDesc(relation->trigdesc);

		for (int i = 0; triggers && i < triggers->numtriggers; i++)
			found = found || IsQuarantine(extension, function, relation, &triggers->triggers[i]);
		relation_close(relation, NoLock);
	}
	return found;
}

/* Open the table that a row was kept out of */
static Relation
OpenTarget(const Extension *extension, const char *subject, bool insert)
{
	RangeVar   *range = makeRangeVarFromNameList(SanctNameList(subject));
	AclMode		wanted = insert ? ACL_INSERT : ACL_UPDATE;
	Oid			table = RangeVarGetRelidExtended(range, RowExclusiveLock, 0, CheckWriter, &wanted);

	if (!HasQuarantine(extension, table))
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("table %s does not quarantine rows", subject),
				 errdetail("A row goes back where a guard looks at it once more."),
				 errhint("Attach the guard again: SELECT * FROM %s(%s, <column of the name>, 'quarantine');",
						 SanctCallable(extension, "sanct_guard_attach"), quote_literal_cstr(subject))));
	return relation_open(table, NoLock);
}

/* The columns of a stored row that can be written: an UPDATE leaves alone what is always generated */
static List *
WritableColumns(Relation relation, Jsonb *content, bool insert)
{
	List	   *unknown;
	List	   *columns = SanctReadJsonColumns(relation, content, &unknown);
	ListCell   *cell;

	foreach(cell, unknown)
		ereport(WARNING,
				(errmsg("column \"%s\" of the stored row is left out", SanctShown(lfirst(cell))),
				 errdetail("Relation \"%s\" has no such column any more.", RelationGetRelationName(relation))));
	foreach(cell, columns)
	{
		const ColumnText *column = lfirst(cell);
		Form_pg_attribute attribute = TupleDescAttr(RelationGetDescr(relation), column->column - 1);

		if (attribute->attgenerated || (!insert && attribute->attidentity == ATTRIBUTE_IDENTITY_ALWAYS))
			columns = foreach_delete_current(columns, cell);
	}
	return columns;
}

/* A column of the stored row that is JSON */
static Jsonb *
StoredJson(HeapTupleHeader row, const char *column)
{
	bool		isnull;

	return DatumGetJsonbP(GetAttributeByName(row, column, &isnull));
}

/* Write a stored row into its table */
static void
WriteRow(const Extension *extension, HeapTupleHeader row)
{
	const char *subject = SanctRowField(row, "subject");
	bool		insert = strcmp(SanctRowField(row, "operation"), "INSERT") == 0;
	Relation	relation = OpenTarget(extension, subject, insert);
	List	   *values = WritableColumns(relation, StoredJson(row, "content"), insert);
	List	   *unknown = NIL;
	List	   *key = insert ? NIL : SanctReadJsonColumns(relation, StoredJson(row, "subject_key"), &unknown);
	uint64		written;

	if (unknown != NIL)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_COLUMN),
				 errmsg("column \"%s\" of relation \"%s\" does not exist", SanctShown(linitial(unknown)),
						RelationGetRelationName(relation)),
				 errdetail("It was in the key of the row, which cannot be found without it.")));
	written = insert ? SanctInsertRow(relation, values) : SanctUpdateRows(relation, values, key);
	relation_close(relation, NoLock);
	if (written == 0)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("row %lld does not get into table %s", (long long) SanctRowNumber(row, "id"), subject),
				 insert ? errdetail("A trigger or a guard keeps it out.") :
				 errdetail("The row that it changes is not there, or a trigger or a guard keeps it out.")));
}

/* sanct_release_quarantined(id, actor): writes a stored row into its table, now that it has been cleared */
Datum
sanct_release_quarantined(PG_FUNCTION_ARGS)
{
	static const OwnFunction function = {"sanct_note_released", 3, {INT8OID, NAMEOID, TEXTOID}};
	const Extension *extension = SanctExtensionOf(fcinfo->flinfo->fn_oid);
	const text *actor = PG_ARGISNULL(1) ? NULL : PG_GETARG_TEXT_PP(1);
	Datum		values[3];
	bool		nulls[3] = {false};
	bool		isnull;

	if (PG_ARGISNULL(0))
		ereport(ERROR, (errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("number of a row must not be NULL")));
	(void) SanctActingPerson(extension, actor);
	WriteRow(extension, LockHeld(extension, PG_GETARG_INT64(0)));
	values[0] = PG_GETARG_DATUM(0);
	SanctPassActor(values, nulls, 1, actor);
	(void) SanctCallOwn(extension, &function, values, nulls, &isnull);
	PG_RETURN_VOID();
}
