/*
 * The state of the lists
 *
 * Whoever changes a list adds a row with a random number to sanct_state in the same transaction, so the rows of
 * sanct_state that a snapshot sees say which changes it sees.  Their sum is the state: two snapshots have it in common
 * if they see the same changes, else with a chance of one in 2^64.  No row is ever changed, so nobody waits.
 *
 * A transaction sees its own changes command by command.  It adds a row with its first change, with the first one in
 * each subtransaction, which may be rolled back by itself, and with the first one after its state has been read.  A
 * snapshot from before its last change may show less than the rows say, and has no state that could be told to others.
 *
 * TRUNCATE is no change that a snapshot sees; it gives a table another file, and the files' numbers are part of the
 * state.  So is who wrote the triggers' rows in pg_trigger last: whoever disables one that adds the rows, changes a
 * list and enables it again leaves another state behind.  And so are the readers of restricted lists.
 */
#include "postgres.h"

#include "pg/screen/list_state.h"

#include "access/genam.h"
#include "access/htup_details.h"
#include "access/table.h"
#include "access/tableam.h"
#include "access/xact.h"
#include "catalog/pg_trigger.h"
#include "common/hashfn.h"
#include "executor/tuptable.h"
#include "miscadmin.h"
#include "storage/lmgr.h"
#include "storage/lock.h"
#include "storage/proc.h"
#include "utils/array.h"
#include "utils/fmgroids.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"

#include "pg/base/compat.h"
#include "pg/base/own_scan.h"
#include "pg/list/readers.h"

/* Rows that are worth to be summed up */
#define ROWS_TO_SUM 8

/* What the last transaction that changed a list did here */
static struct
{
	LocalTransactionId transaction;
	SubTransactionId marked_in; /* its last row was added in that one, and its state has not been read since */
	CommandId	last;			/* command that changed a list last */
}			own = {InvalidLocalTransactionId, InvalidSubTransactionId, InvalidCommandId};

/* Mix the number of a table's file and the transactions that wrote its triggers into a state */
static uint64
MixTable(const Extension *extension, OwnTable table, uint64 state)
{
	Relation	relation = SanctOpenOwnTable(extension, table, AccessShareLock);
	Relation	triggers = table_open(TriggerRelationId, AccessShareLock);
	ScanKeyData key;
	SysScanDesc scan;
	HeapTuple	trigger;

	state = hash_combine64(state, SanctFileNumber(relation));
	ScanKeyInit(&key, Anum_pg_trigger_tgrelid, BTEqualStrategyNumber, F_OIDEQ,
				ObjectIdGetDatum(RelationGetRelid(relation)));
	scan = systable_beginscan(triggers, TriggerRelidNameIndexId, true, GetActiveSnapshot(), 1, &key);
	while (HeapTupleIsValid(trigger = systable_getnext(scan)))
		state = hash_combine64(state, HeapTupleHeaderGetRawXmin(trigger->t_data));
	systable_endscan(scan);
	table_close(triggers, AccessShareLock);
	table_close(relation, NoLock);
	return state;
}

/* Mix in who reads restricted lists: roles are renamed and dropped without a change of a list; images have readers */
static uint64
MixReaders(const Extension *extension, uint64 state)
{
	uint64		sum = 0;
	OwnScan		lists;

	SanctReadOwnTable(&lists, extension, OWN_LIST);
	while (SanctNextOwnRow(&lists))
	{
		ArrayType  *readers = SanctReadersOf(&lists);
		uint64		id = (uint64) DatumGetInt32(OwnDatum(&lists, LIST_ID));

		if (readers == NULL)
			continue;
		sum += hash_bytes_extended((unsigned char *) readers, VARSIZE(readers), id);
		pfree(readers);
	}
	return sum == 0 ? state : hash_combine64(state, sum);
}

/* See list_state.h */
bool
SanctReadListState(const Extension *extension, uint64 *state)
{
	static const OwnTable tables[] = {OWN_LIST, OWN_RELEASE, OWN_ENTRY, OWN_NAME};
	uint64		sum = 0;
	OwnScan		scan;

	if (own.transaction == SanctLocalTransactionId())
	{
		if (GetActiveSnapshot()->curcid <= own.last)
			return false;
		own.marked_in = InvalidSubTransactionId;
	}
	SanctReadOwnTable(&scan, extension, OWN_STATE);
	while (SanctNextOwnRow(&scan))
		sum += (uint64) OwnNumber(&scan, STATE_ID);
	for (int i = 0; i < lengthof(tables); i++)
		sum = MixTable(extension, tables[i], sum);
	*state = MixReaders(extension, sum);
	return true;
}

/* Add a row of that number */
static void
AddStateRow(Relation relation, uint64 id)
{
	TupleTableSlot *slot = table_slot_create(relation, NULL);

	Assert(RelationGetNumberOfAttributes(relation) == 1);
	slot->tts_values[0] = Int64GetDatum((int64) id);
	slot->tts_isnull[0] = false;
	ExecStoreVirtualTuple(slot);
	simple_table_tuple_insert(relation, slot);
	ExecDropSingleTupleTableSlot(slot);
}

/* See list_state.h */
bool
SanctNoteListChange(const Extension *extension)
{
	SubTransactionId subtransaction = GetCurrentSubTransactionId();
	Relation	relation;
	uint64		id;

	if (own.transaction != SanctLocalTransactionId())
		own.marked_in = InvalidSubTransactionId;
	own.transaction = SanctLocalTransactionId();
	own.last = GetCurrentCommandId(true);
	if (own.marked_in == subtransaction)
		return false;
	if (!pg_strong_random(&id, sizeof(id)))
		ereport(ERROR,
				(errcode(ERRCODE_INTERNAL_ERROR), errmsg("could not generate a random number")));
	relation = SanctOpenOwnTable(extension, OWN_STATE, RowExclusiveLock);
	AddStateRow(relation, id);
	table_close(relation, NoLock);
	own.marked_in = subtransaction;
	return true;
}

/*
 * See list_state.h.  The lock keeps away others who sum up, so nobody else takes rows away; who reads meanwhile sees
 * either the rows or their sum.
 */
void
SanctSumListState(const Extension *extension)
{
	uint64		sum = 0;
	int			count = 0;
	Relation	relation;
	OwnScan		scan;

	if (IsolationUsesXactSnapshot() ||
		!ConditionalLockRelationOid(extension->table[OWN_STATE], ShareUpdateExclusiveLock))
		return;
	CommandCounterIncrement();
	PushActiveSnapshot(GetLatestSnapshot());
	SanctReadOwnTable(&scan, extension, OWN_STATE);
	while (SanctNextOwnRow(&scan))
	{
		sum += (uint64) OwnNumber(&scan, STATE_ID);
		count++;
	}
	if (count >= ROWS_TO_SUM)
	{
		relation = SanctOpenOwnTable(extension, OWN_STATE, RowExclusiveLock);
		SanctReadOwnTable(&scan, extension, OWN_STATE);
		while (SanctNextOwnRow(&scan))
			simple_table_tuple_delete(relation, &scan.slot->tts_tid, GetActiveSnapshot());
		AddStateRow(relation, sum);
		table_close(relation, NoLock);
	}
	PopActiveSnapshot();
	CommandCounterIncrement();
}
