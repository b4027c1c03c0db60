/*
 * guard.c: the trigger function sanct_guard(), which holds written rows against the lists
 *
 * Locking.  A transaction that writes guarded rows takes a row-exclusive lock on sanct_alert before it
 * looks at the lists, keeps it to its end, and looks at them as they are at that moment, whatever
 * its own snapshot.  A re-screening that follows a release waits until that release's transaction and
 * all transactions with such a lock have ended, and only then takes the snapshot it reads the table
 * with.  So a writer either takes its lock before the re-screening waits, and then its rows are
 * seen by it; or after, and then the release, which has ended before, is seen by the writer.  No
 * row is missed by both.
 */
#include "pg/guard_call.h"

#include <math.h>

#include "access/htup_details.h"
#include "access/table.h"
#include "catalog/partition.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "executor/spi.h"
#include "executor/tuptable.h"
#include "miscadmin.h"
#include "storage/lmgr.h"
#include "utils/builtins.h"
#include "utils/datum.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"
#include "utils/tuplestore.h"

#include "pg/screen.h"

PG_FUNCTION_INFO_V1(sanct_guard);

/* Rows that a backend looks up by the index before it is worth while to load the lists */
#define COLD_ROWS 1000

static int	cold_rows = 0;

static bool
IsMember(List *names, const char *name)
{
	ListCell   *cell;

	foreach(cell, names)
		if (strcmp(lfirst(cell), name) == 0)
			return true;
	return false;
}

/* Is an entry of the lists and types that the guard looks at? */
static bool
IsGuardedAgainst(const GuardOptions *options, const GuardHit *hit)
{
	return (options->lists == NIL || IsMember(options->lists, hit->list)) &&
		(options->types == NIL || IsMember(options->types, hit->type));
}

/* Does the guard fail the statement?  Where policies decide what is written, no row is kept out for later */
static bool
Stops(const Guard *guard)
{
	return guard->options->action == GUARD_BLOCK ||
		(guard->options->action == GUARD_QUARANTINE && guard->options->row_security);
}

/* Do with a hit what the guard shall; quarantine_id is that of the stored row, if any */
static void
ActOnHit(Guard *guard, const GuardHit *hit, int64 quarantine_id)
{
	GuardOptions *options = guard->options;

	if (!Stops(guard))
	{
		RecordAlert(hit, options->action, options->four_eyes, quarantine_id);
		return;
	}
	StopRow(guard, hit);
}

/* The parts of a hit that are of the row */
static void
DescribeRow(Guard *guard, HeapTuple row, GuardHit *hit)
{
	TupleDesc	desc = RelationGetDescr(guard->relation);

	hit->extension = guard->extension;
	hit->subject = guard->subject;
	hit->guard = guard->trigger->tg_trigger->tgname;
	hit->key = RowJson(row, desc, guard->options->key, guard->options->mark);
	hit->facts = guard->options->facts ? RowJson(row, desc, guard->options->facts, 0) : "{}";
}

/* Find the entries that match a name, in the lists in memory or through the index; returns how many */
static int
FindHits(Guard *guard, const uint8 *reading, const char *name, GuardHit **found)
{
	ListHit    *hits;
	int			n;
	GuardHit   *hit;

	if (guard->lists)
		n = FindListed(guard->lists, reading, guard->options->threshold, &hits);
	else
	{
		PushActiveSnapshot(GetLatestSnapshot());
		n = FindListedByIndex(guard->extension, name, strlen(name), guard->options->threshold, &hits);
		PopActiveSnapshot();
	}
	hit = *found = palloc0(Max(n, 1) * sizeof(GuardHit));
	for (int i = 0; i < n; i++, hit++)
	{
		const ListedEntry *entry = hits[i].name->entry;
		SanctReading *matched = hits[i].name->reading;

		hit->entry_id = entry->id;
		hit->release_id = entry->changed_in;
		hit->list = text_to_cstring(entry->list);
		hit->list_uid = text_to_cstring(entry->uid);
		hit->type = text_to_cstring(entry->type);
		hit->primary_name = text_to_cstring(entry->primary_name);
		hit->matched_name = pnstrdup(SANCT_READING_NAME(matched), SANCT_READING_NAME_LENGTH(matched));
		hit->similarity = hits[i].similarity;
		hit->weight = (float4) hits[i].weight / SM_BIT;
	}
	return n;
}

/* How close the names of a hit are */
static const char *
TierOfHit(const GuardHit *hit, const uint8 *reading)
{
	uint8		matched[SM_READING_MAX];

	ReadName(matched, hit->matched_name, strlen(hit->matched_name));
	return TierOf(matched, reading);
}

/* Act on the entries that match a name, are of the right kinds and not cleared; returns how many these are */
static int
ScreenName(Guard *guard, HeapTuple row, char *name, int64 *quarantine_id)
{
	uint8		reading[SM_READING_MAX];
	GuardHit   *hit;
	int			n;
	int			counted = 0;

	ReadName(reading, name, strlen(name));
	n = FindHits(guard, reading, name, &hit);
	for (int i = 0; i < n; i++, hit++)
	{
		if (!IsGuardedAgainst(guard->options, hit))
			continue;
		DescribeRow(guard, row, hit);
		hit->name = name;
		hit->tier = TierOfHit(hit, reading);
		if (IsCleared(hit))
			continue;
		counted++;
		if (guard->options->action == GUARD_MARK)
			break;
		if (guard->options->action == GUARD_QUARANTINE && !Stops(guard) && *quarantine_id == 0)
			*quarantine_id = StoreQuarantined(guard->extension, guard->subject, guard->operation, hit->key,
											  RowJson(row, RelationGetDescr(guard->relation), NIL, 0));
		ActOnHit(guard, hit, *quarantine_id);
	}
	return counted;
}

/* Screen all names of a row; returns how many entries count */
static int
ScreenRow(Guard *guard, HeapTuple row)
{
	int64		quarantine_id = 0;
	int			counted = 0;
	ListCell   *cell;

	foreach(cell, guard->options->names)
	{
		char	   *name = RowName(lfirst(cell), row, RelationGetDescr(guard->relation));

		if (name)
			counted += ScreenName(guard, row, name, &quarantine_id);
	}
	return counted;
}

/* Is a column another one than before? */
static bool
HasColumnChanged(Guard *guard, int column)
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

/* Is any of the names that are screened another one than before? */
static bool
HaveNamesChanged(Guard *guard)
{
	ListCell   *cell;
	ListCell   *part;

	foreach(cell, guard->options->names)
		foreach(part, ((GuardName *) lfirst(cell))->columns)
			if (HasColumnChanged(guard, lfirst_int(part)))
				return true;
	return false;
}

/* Is the row another subject than before, or are facts that a clearance rests on other ones? */
static bool
HasSubjectChanged(Guard *guard)
{
	TupleDesc	desc = RelationGetDescr(guard->relation);
	const GuardOptions *options = guard->options;
	ListCell   *cell;

	foreach(cell, options->facts)
		if (HasColumnChanged(guard, lfirst_int(cell)))
			return true;
	foreach(cell, options->key)
		if (HasColumnChanged(guard, lfirst_int(cell)))
			return true;
	for (int i = 1; options->key == NIL && i <= desc->natts; i++)
		if (!TupleDescAttr(desc, i - 1)->attisdropped && i != options->mark && HasColumnChanged(guard, i))
			return true;
	return false;
}

/* The row with its mark set */
static HeapTuple
MarkRow(Guard *guard, HeapTuple row)
{
	int			column = guard->options->mark;
	Datum		value = BoolGetDatum(true);
	bool		isnull = false;

	return heap_modify_tuple_by_cols(row, RelationGetDescr(guard->relation), 1, &column, &value, &isnull);
}

/* A trigger FOR EACH ROW; returns the row to go on with, NULL = none */
static HeapTuple
GuardRow(Guard *guard)
{
	bool		update = TRIGGER_FIRED_BY_UPDATE(guard->trigger->tg_event);
	HeapTuple	row = update ? guard->trigger->tg_newtuple : guard->trigger->tg_trigtuple;
	GuardAction action = guard->options->action;

	guard->names_given = !update || HaveNamesChanged(guard);
	if (!guard->names_given && !HasSubjectChanged(guard))
		return row;
	if (ScreenRow(guard, row) == 0)
		return row;
	if (action == GUARD_QUARANTINE)
		return NULL;
	return action == GUARD_MARK ? MarkRow(guard, row) : row;
}

/* A trigger FOR EACH STATEMENT: all rows of the transition table */
static void
GuardStatement(Guard *guard)
{
	TupleTableSlot *slot = MakeSingleTupleTableSlot(RelationGetDescr(guard->relation), &TTSOpsMinimalTuple);
	MemoryContext rows = AllocSetContextCreate(CurrentMemoryContext, "guarded row", ALLOCSET_DEFAULT_SIZES);
	Tuplestorestate *written = guard->trigger->tg_newtable;

	guard->names_given = TRIGGER_FIRED_BY_INSERT(guard->trigger->tg_event);
	tuplestore_rescan(written);
	while (tuplestore_gettupleslot(written, true, false, slot))
	{
		MemoryContext old = MemoryContextSwitchTo(rows);
		int			told = list_length(guard->flagged);
		bool		should_free;

		CHECK_FOR_INTERRUPTS();
		ScreenRow(guard, ExecFetchSlotHeapTuple(slot, false, &should_free));
		MemoryContextSwitchTo(old);
		/* what will be told of flagged rows stays */
		if (list_length(guard->flagged) == told)
			MemoryContextReset(rows);
		else
			rows = AllocSetContextCreate(CurrentMemoryContext, "guarded row", ALLOCSET_DEFAULT_SIZES);
	}
	ExecDropSingleTupleTableSlot(slot);
	StopStatement(guard);
}

/* Refuse a trigger that cannot do what it is told */
static void
CheckTrigger(TriggerData *trigger, const GuardOptions *options)
{
	bool		row = TRIGGER_FIRED_FOR_ROW(trigger->tg_event);
	bool		before = TRIGGER_FIRED_BEFORE(trigger->tg_event);
	const char *wrong = NULL;

	if (options->action == GUARD_QUARANTINE || options->action == GUARD_MARK)
		wrong = row && before ? NULL : "BEFORE INSERT OR UPDATE ... FOR EACH ROW";
	else if (before)
		wrong = "AFTER INSERT OR UPDATE";
	else if (!row && trigger->tg_newtable == NULL)
		wrong = "AFTER INSERT REFERENCING NEW TABLE AS ... FOR EACH STATEMENT, and another one for UPDATE";
	if (options->action == GUARD_MARK && options->mark == 0)
		wrong = "with mark=column";
	if (wrong != NULL)
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("trigger \"%s\" cannot guard with action %s", trigger->tg_trigger->tgname, guard_actions[options->action]),
				 errhint("Create it %s, or let sanct_guard_attach do so.", wrong)));
}

/* See guard.h */
const char *
SubjectName(Relation relation)
{
	Oid			table = RelationGetRelid(relation);

	if (relation->rd_rel->relispartition)
		table = llast_oid(get_partition_ancestors(table));
	return quote_qualified_identifier(get_namespace_name(get_rel_namespace(table)), get_rel_name(table));
}

/* The guard of this call; its options are read once a statement */
static void
StartGuard(Guard *guard, FunctionCallInfo fcinfo)
{
	TriggerData *trigger = (TriggerData *) fcinfo->context;
	Trigger    *t = trigger->tg_trigger;

	memset(guard, 0, sizeof(Guard));
	guard->trigger = trigger;
	guard->relation = trigger->tg_relation;
	guard->extension = ExtensionOf(fcinfo->flinfo->fn_oid);
	if (fcinfo->flinfo->fn_extra == NULL)
	{
		MemoryContext old = MemoryContextSwitchTo(fcinfo->flinfo->fn_mcxt);
		GuardOptions *options = ReadGuardOptions(guard->extension, guard->relation, t->tgnargs, t->tgargs);

		options->subject = SubjectName(guard->relation);
		options->row_security = HasRowSecurity(guard->relation);
		fcinfo->flinfo->fn_extra = options;
		MemoryContextSwitchTo(old);
	}
	guard->options = fcinfo->flinfo->fn_extra;
	CheckTrigger(trigger, guard->options);
	guard->operation = TRIGGER_FIRED_BY_UPDATE(trigger->tg_event) ? "UPDATE" : "INSERT";
	guard->subject = guard->options->subject;
}

/* Get the lists, which must be there: those in memory, or the index for the first rows of a backend */
static void
GetLists(Guard *guard)
{
	bool		load = !TRIGGER_FIRED_FOR_ROW(guard->trigger->tg_event) || cold_rows >= COLD_ROWS;

	guard->lists = GetListsOfNow(guard->extension->function, guard->options->threshold, load);
	if (guard->lists)
	{
		CheckGuardLists(ERROR, guard->relation, guard->options, LoadedOf(guard->lists));
		HoldListMatcher(guard->lists);
		cold_rows = 0;
		return;
	}
	cold_rows++;
	if (guard->options->lists_checked)
		return;
	PushActiveSnapshot(GetLatestSnapshot());
	CheckGuardLists(ERROR, guard->relation, guard->options, WholeLists(guard->extension));
	PopActiveSnapshot();
	guard->options->lists_checked = true;
}

/* Guard a row or a statement, within an SPI connection; returns the row to go on with, NULL = none */
static HeapTuple
Act(Guard *guard)
{
	HeapTuple	volatile row = NULL;

	GetLists(guard);
	PG_TRY();
	{
		if (TRIGGER_FIRED_FOR_ROW(guard->trigger->tg_event))
			row = GuardRow(guard);
		else
			GuardStatement(guard);
	}
	PG_FINALLY();
	{
		if (guard->lists)
			ReleaseListMatcher(guard->lists);
	}
	PG_END_TRY();
	return row;
}

/* Trigger function, see docs/guard.md; its arguments are columns and key=value */
Datum
sanct_guard(PG_FUNCTION_ARGS)
{
	TriggerData *trigger = (TriggerData *) fcinfo->context;
	Guard		guard;
	HeapTuple	row;

	if (!CALLED_AS_TRIGGER(fcinfo))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("function \"%s\" was not called by trigger manager", "sanct_guard")));
	if (!TRIGGER_FIRED_BY_INSERT(trigger->tg_event) && !TRIGGER_FIRED_BY_UPDATE(trigger->tg_event))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("trigger \"%s\" guards nothing", trigger->tg_trigger->tgname),
				 errhint("Create it for INSERT OR UPDATE.")));
	StartGuard(&guard, fcinfo);
	/* the lock that a re-screening waits for, see above */
	LockRelationOid(guard.extension->table[OWN_ALERT], RowExclusiveLock);
	SPI_connect();
	row = Act(&guard);
	if (row != NULL && row != trigger->tg_trigtuple && row != trigger->tg_newtuple)
		row = SPI_copytuple(row);
	SPI_finish();
	return PointerGetDatum(row);
}
