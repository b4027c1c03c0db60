/*
 * The trigger function sanct_guard(), which holds written rows against the lists
 *
 * Locking.  A transaction that writes guarded rows takes a row-exclusive lock on sanct_alert before it
 * looks at the lists, keeps it to its end, and looks at them as they are at that moment, whatever
 * its own snapshot.  A re-screening that follows a release waits until that release's transaction and
 * all transactions with such a lock have ended, and only then takes the snapshot it reads the table
 * with.  So a writer either takes its lock before the re-screening waits, and then its rows are
 * seen by it; or after, and then the release, which has ended before, is seen by the writer.  No
 * row is missed by both.
 */
#include "postgres.h"

#include "fmgr.h"
#include "catalog/pg_trigger.h"
#include "storage/lmgr.h"
#include "utils/snapmgr.h"

#include "pg/base/compat.h"
#include "pg/base/extension.h"
#include "pg/guard/call.h"
#include "pg/guard/keep_out.h"
#include "pg/guard/lists.h"
#include "pg/guard/options.h"
#include "pg/guard/screen_row.h"
#include "pg/guard/written_row.h"
#include "pg/screen/by_index.h"
#include "pg/screen/kept_lists.h"
#include "pg/screen/listed.h"

PG_FUNCTION_INFO_V1(sanct_guard);

/* Rows that a backend looks up by the index before it is worth while to load the lists */
#define COLD_ROWS 1000

static int	cold_rows = 0;

/* Get the lists, which must be there: those in memory, or the index for the first rows of a backend */
static void
GetGuardLists(Guard *guard)
{
	bool		load = guard->options->texts || !TRIGGER_FIRED_FOR_ROW(guard->trigger->tg_event) ||
		cold_rows >= COLD_ROWS;

	guard->lists = SanctGetListsOfNow(guard->extension->function, guard->options->threshold, load);
	if (guard->lists)
	{
		SanctCheckGuardLists(guard->extension, ERROR, guard->relation, guard->options, SanctLoadedOf(guard->lists));
		SanctHoldLists(guard->lists);
		cold_rows = 0;
		return;
	}
	cold_rows++;
	if (guard->options->lists_checked)
		return;
	PushActiveSnapshot(GetLatestSnapshot());
	SanctCheckGuardLists(guard->extension, ERROR, guard->relation, guard->options,
						 SanctReadWholeLists(guard->extension));
	PopActiveSnapshot();
	guard->options->lists_checked = true;
}

/* Hold a row, or with NULL all rows of the statement, against the lists; returns how much counts, of a row */
static int
Screen(Guard *guard, HeapTuple row)
{
	int			volatile counted = 0;

	/* the lock that a re-screening waits for, see above */
	LockRelationOid(guard->extension->table[OWN_ALERT], RowExclusiveLock);
	GetGuardLists(guard);
	PG_TRY();
	{
		if (row != NULL)
			counted = SanctScreenRow(guard, row);
		else
			SanctScreenStatement(guard);
	}
	PG_FINALLY();
	{
		if (guard->lists)
			SanctLetGoLists(guard->lists);
	}
	PG_END_TRY();
	return counted;
}

/* A trigger FOR EACH ROW, of the statement with that memory; returns the row to go on with, NULL = none */
static HeapTuple
GuardRow(Guard *guard, MemoryContext statement)
{
	bool		update = TRIGGER_FIRED_BY_UPDATE(guard->trigger->tg_event);
	HeapTuple	row = update ? guard->trigger->tg_newtuple : guard->trigger->tg_trigtuple;

	if (TRIGGER_FIRED_BY_DELETE(guard->trigger->tg_event))
	{
		SanctNoteTakenOut(statement);
		return row;
	}
	if (TRIGGER_FIRED_BY_INSERT(guard->trigger->tg_event) && SanctIsMoved(statement) && guard->blocks_for == NULL)
		guard->blocks_for = "it has been taken out of another partition by the same statement, and would be lost";
	if (update && SanctKeepMark(guard))
		row = SanctMarkRow(guard, row);
	guard->names_given = !update || SanctHaveNamesChanged(guard);
	if (!guard->names_given && !SanctHasSubjectChanged(guard))
		return row;
	if (Screen(guard, row) == 0)
	{
		if (update)
			SanctKeepKey(guard);
		return row;
	}
	switch (guard->options->action)
	{
		case GUARD_QUARANTINE:
			return NULL;
		case GUARD_MARK:
			return SanctMarkRow(guard, row);
		case GUARD_HOLD:
			SanctCheckMarked(guard, row);
			return row;
		default:
			return row;
	}
}

/* A trigger FOR EACH STATEMENT */
static void
GuardStatement(Guard *guard)
{
	guard->names_given = TRIGGER_FIRED_BY_INSERT(guard->trigger->tg_event);
	if (tuplestore_tuple_count(guard->trigger->tg_newtable) > 0)
		(void) Screen(guard, NULL);
}

/* Trigger function, see docs/guard.md; its arguments are columns and key=value */
Datum
sanct_guard(PG_FUNCTION_ARGS)
{
	TriggerData *trigger = (TriggerData *) fcinfo->context;
	Guard		guard;

	if (!CALLED_AS_TRIGGER(fcinfo))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("function \"%s\" was not called by trigger manager", "sanct_guard")));
	if (!TRIGGER_FIRED_BY_INSERT(trigger->tg_event) && !TRIGGER_FIRED_BY_UPDATE(trigger->tg_event) &&
		!(TRIGGER_FIRED_BY_DELETE(trigger->tg_event) && TRIGGER_FOR_INSERT(trigger->tg_trigger->tgtype)))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("trigger \"%s\" guards nothing", trigger->tg_trigger->tgname),
				 errhint("Create it for INSERT OR UPDATE.")));
	SanctStartGuard(&guard, fcinfo);
	if (TRIGGER_FIRED_FOR_ROW(trigger->tg_event))
		return PointerGetDatum(GuardRow(&guard, fcinfo->flinfo->fn_mcxt));
	GuardStatement(&guard);
	PG_RETURN_POINTER(NULL);
}
