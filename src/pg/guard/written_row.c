/*
 * What an update has changed of a row, and the mark of rows that are held
 *
 * A mark is lifted by decisions alone: they change the alerts of a row first, so whoever unsets its mark while one of
 * them is open, or a match, has not decided it.  Nor has he where there is none: they are known by the names of table
 * and key, which may have been others.
 */
#include "postgres.h"

#include "pg/guard/written_row.h"

#include "access/htup_details.h"
#include "fmgr.h"
#include "nodes/pg_list.h"
#include "utils/builtins.h"
#include "utils/datum.h"
#include "utils/jsonb.h"
#include "utils/rel.h"

#include "pg/guard/columns.h"
#include "pg/guard/mark_decided.h"
#include "pg/guard/stop.h"
#include "pg/trail/alert.h"

/* Is a column another one than before? */
static bool
HasColumnChanged(const Guard *guard, int column)
{
	TupleDesc	desc = RelationGetDescr(guard->relation);
	Form_pg_attribute attribute = TupleDescAttr(desc, column - 1);
	bool		old_isnull;
	bool		new_isnull;
	Datum		old = heap_getattr(guard->trigger->tg_trigtuple, column, desc, &old_isnull);
	Datum		new = heap_getattr(guard->trigger->tg_newtuple, column, desc, &new_isnull);

	return old_isnull != new_isnull ||
		(!old_isnull && !datum_image_eq(old, new, attribute->attbyval, attribute->attlen));
}

/* Is any of some columns another one than before? */
static bool
HaveColumnsChanged(const Guard *guard, const List *columns)
{
	ListCell   *cell;

	foreach(cell, columns)
		if (HasColumnChanged(guard, lfirst_int(cell)))
			return true;
	return false;
}

/* See written_row.h */
bool
SanctHaveNamesChanged(const Guard *guard)
{
	ListCell   *cell;

	foreach(cell, guard->options->names)
		if (HaveColumnsChanged(guard, ((GuardName *) lfirst(cell))->columns))
			return true;
	return false;
}

/* See written_row.h */
bool
SanctHasSubjectChanged(const Guard *guard)
{
	return HaveColumnsChanged(guard, guard->options->key) || HaveColumnsChanged(guard, guard->options->facts);
}

/* See written_row.h */
HeapTuple
SanctMarkRow(const Guard *guard, HeapTuple row)
{
	int			column = guard->options->mark;
	Datum		value = BoolGetDatum(true);
	bool		isnull = false;

	return heap_modify_tuple_by_cols(row, RelationGetDescr(guard->relation), 1, &column, &value, &isnull);
}

/* Is a row marked? */
static bool
IsMarked(const Guard *guard, HeapTuple row)
{
	bool		isnull;
	Datum		value = heap_getattr(row, guard->options->mark, RelationGetDescr(guard->relation), &isnull);

	return !isnull && DatumGetBool(value);
}

/* The key by which alerts know a row */
static const Jsonb *
RowKey(const Guard *guard, HeapTuple row)
{
	const char *key = SanctRowJson(row, RelationGetDescr(guard->relation), guard->options->key);

	return DatumGetJsonbP(DirectFunctionCall1(jsonb_in, CStringGetDatum(key)));
}

/* The name of the column that rows are marked in */
static const char *
MarkName(const Guard *guard)
{
	return NameStr(TupleDescAttr(RelationGetDescr(guard->relation), guard->options->mark - 1)->attname);
}

/* Refuse to do something to a marked row that only a decision may do */
static void
RefuseChange(const Guard *guard, const char *message, int64 uncleared)
{
	ereport(ERROR,
			(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
			 errmsg(message, MarkName(guard), RelationGetRelationName(guard->relation)),
			 uncleared > 0 ?
			 errdetail_plural("It has %lld alert that is not cleared.", "It has %lld alerts that are not cleared.",
							  (unsigned long) uncleared, (long long) uncleared) :
			 errdetail("No alert of it is found under the name of its table and its key."),
			 uncleared > 0 ?
			 errhint("Whoever may decide clears it with sanct_decide(alert, 'no match', reason) of each.") :
			 errhint("Alerts keep the names that table and columns had: sanct_status() tells of those that are gone. "
					 "A mark that no alert is behind is lifted by the table's owner, while no guard is attached."),
			 errtable(guard->relation)));
}

/* Refuse it unless the row has alerts and all are cleared */
static void
RefuseUncleared(const Guard *guard, const char *message)
{
	const Jsonb *key = RowKey(guard, guard->trigger->tg_trigtuple);
	int64		uncleared = SanctCountUncleared(guard->extension, guard->subject, key);

	if (uncleared > 0 || !SanctHasAlert(guard->extension, guard->subject, key))
		RefuseChange(guard, message, uncleared);
}

#define LIFTED "mark \"%s\" of a row of relation \"%s\" is lifted by decisions alone"

/*
 * A decision that lifts the mark of this row looks once more at the alerts of its key when it has the row.  This
 * guard may know the row by another key: while an alert of that is open the mark stays, and the decision does not fail.
 */
static bool
StaysDecided(const Guard *guard)
{
	int64		uncleared;

	if (SanctIsDecidedKey(guard->relation, guard->options->key))
		return false;
	uncleared = SanctCountUncleared(guard->extension, guard->subject, RowKey(guard, guard->trigger->tg_trigtuple));
	if (uncleared > 0 && !TRIGGER_FIRED_BEFORE(guard->trigger->tg_event))
		RefuseChange(guard, LIFTED, uncleared);
	return uncleared > 0;
}

/* See written_row.h */
bool
SanctKeepMark(const Guard *guard)
{
	if (guard->options->mark == 0 || !IsMarked(guard, guard->trigger->tg_trigtuple) ||
		IsMarked(guard, guard->trigger->tg_newtuple))
		return false;
	if (SanctIsRowDecided(guard->relation, guard->trigger->tg_trigtuple))
		return StaysDecided(guard);
	RefuseUncleared(guard, LIFTED);
	return false;
}

/* See written_row.h */
void
SanctKeepKey(const Guard *guard)
{
	if (guard->options->mark != 0 && IsMarked(guard, guard->trigger->tg_trigtuple) &&
		HaveColumnsChanged(guard, guard->options->key))
		RefuseUncleared(guard, "a row with mark \"%s\" of relation \"%s\" keeps its key until it is decided");
}

/* See written_row.h */
void
SanctCheckMarked(const Guard *guard, HeapTuple row)
{
	if (guard->options->mark == 0 || IsMarked(guard, row))
		return;
	ereport(ERROR,
			(errcode(ERRCODE_SANCTIONS_HIT),
			 errmsg("row for relation \"%s\" is to be held, and is not marked",
					RelationGetRelationName(guard->relation)),
			 errdetail("Column \"%s\" is not true in the row as it has been written.", MarkName(guard)),
			 errhint("Another trigger changes the row behind the one that marks it, or makes its name; "
					 "so do generated columns: guard what they are made of."),
			 errhidestmt(!guard->options->show_names), errhidecontext(!guard->options->show_names),
			 errtable(guard->relation)));
}
