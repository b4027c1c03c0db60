/*
 * What an update has changed of a row, and the mark of rows that are held
 *
 * A mark is lifted by decisions alone: they change the alerts of a row first, so whoever unsets its mark while one of
 * them is open, or a match, has not decided it.
 */
#include "postgres.h"

#include "pg/guard/written_row.h"

#include "access/htup_details.h"
#include "catalog/pg_type.h"
#include "fmgr.h"
#include "nodes/pg_list.h"
#include "utils/builtins.h"
#include "utils/datum.h"
#include "utils/jsonb.h"
#include "utils/rel.h"

#include "pg/base/extension.h"
#include "pg/guard/columns.h"
#include "pg/guard/mark_decided.h"
#include "pg/guard/stop.h"

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

/* How many alerts of a row are not cleared */
static int64
CountUncleared(const Guard *guard, HeapTuple row)
{
	static const OwnFunction function = {"sanct_count_open", 2, {TEXTOID, JSONBOID}};
	char	   *key = SanctRowJson(row, RelationGetDescr(guard->relation), guard->options->key);
	Datum		values[2];
	bool		isnull;

	values[0] = CStringGetTextDatum(guard->subject);
	values[1] = DirectFunctionCall1(jsonb_in, CStringGetDatum(key));
	return DatumGetInt64(SanctCallOwn(guard->extension, &function, values, NULL, &isnull));
}

/* The name of the column that rows are marked in */
static const char *
MarkName(const Guard *guard)
{
	return NameStr(TupleDescAttr(RelationGetDescr(guard->relation), guard->options->mark - 1)->attname);
}

/* Refuse to do something to a marked row that only a decision may do, unless all alerts that it had are cleared */
static void
RefuseUncleared(const Guard *guard, const char *message)
{
	int64		uncleared = CountUncleared(guard, guard->trigger->tg_trigtuple);

	if (uncleared == 0)
		return;
	ereport(ERROR,
			(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
			 errmsg(message, MarkName(guard), RelationGetRelationName(guard->relation)),
			 errdetail_plural("It has %lld alert that is not cleared.", "It has %lld alerts that are not cleared.",
							  (unsigned long) uncleared, (long long) uncleared),
			 errhint("Whoever may decide clears it with sanct_decide(alert, 'no match', reason) of each."),
			 errtable(guard->relation)));
}

/* See written_row.h */
void
SanctKeepMark(const Guard *guard)
{
	if (guard->options->mark == 0 || !IsMarked(guard, guard->trigger->tg_trigtuple) ||
		IsMarked(guard, guard->trigger->tg_newtuple))
		return;
	/* a decision looks once more at the alerts when it has the row */
	if (!SanctIsMarkDecided(guard->relation, guard->trigger->tg_trigtuple, guard->options->key))
		RefuseUncleared(guard, "mark \"%s\" of a row of relation \"%s\" is lifted by decisions alone");
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
