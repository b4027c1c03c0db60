/*
 * The lists that a backend looks names up in
 *
 * Each state of the lists (see list_state.c) is made ready once and shared by all backends (see image_file.c).  A
 * backend asks its snapshot for the state, and looks names up in what belongs to it; that is good for every snapshot
 * that shows the same state, whatever the isolation.  A backend keeps what it has used last.
 *
 * To ask for the state means to read a small table.  For one snapshot that is done once; and where the lists are asked
 * for as they are at this moment, row by row, not before an invalidation tells that one has changed.  A snapshot
 * taken after an invalidation has come sees the change that it tells of.
 *
 * What cannot be shared is loaded for the snapshot alone: where a trigger that tells of changes has been disabled, or a
 * snapshot does not show all that its own transaction has changed.  So is what is asked for at a lower threshold than
 * the built-in one, which is kept as long as the state is the same.
 */
#include "postgres.h"

#include "pg/screen/kept_lists.h"

#include "access/table.h"
#include "access/xact.h"
#include "commands/trigger.h"
#include "fmgr.h"
#include "storage/lock.h"
#include "storage/proc.h"
#include "utils/inval.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"

#include "name/weight.h"
#include "pg/base/compat.h"
#include "pg/base/extension.h"
#include "pg/list/entry_links.h"
#include "pg/list/loaded.h"
#include "pg/screen/by_index.h"
#include "pg/screen/list_state.h"
#include "pg/screen/watch.h"

PG_FUNCTION_INFO_V1(sanct_share_lists);

/* Names that are looked up by the index before it is worth while to load lists that nobody has made ready */
#define COLD_NAMES 100

/* An import makes ready what has so many names at most: it needs some 550 bytes for each, which are its own */
#define NAMES_OF_IMPORT 90000

/* A snapshot as it can be known again within its transaction */
typedef struct KnownSnapshot
{
	LocalTransactionId transaction; /* invalid: none */
	SubTransactionId subtransaction;	/* what it sees of its own goes with one that is rolled back */
	TransactionId xmin;
	TransactionId xmax;
	CommandId	command;
	uint32		running;		/* transactions that it does not see, and subtransactions */
	uint32		running_below;
	TransactionId *ids;			/* of all of them */
	uint32		room;
} KnownSnapshot;

/* What the backend keeps; no lists: nothing */
static struct
{
	MemoryLists *lists;
	Oid			function;		/* that it was asked for by, and its extension */
	Oid			extension;
	bool		has_state;		/* and so is good for other snapshots */
	uint64		state;
	bool		now;			/* it was the state of this moment when nothing had been told yet */
	KnownSnapshot seen_by;		/* a snapshot that sees it */
}			kept;

/* Names that were looked up without lists that are ready, by the snapshot */
static struct
{
	KnownSnapshot by;
	int			names;
}			cold;

/* How many subtransactions a snapshot names; if there are too many of them it names none, but their parents */
static uint32
RunningBelow(const SnapshotData *snapshot)
{
	return snapshot->subxip != NULL ? (uint32) snapshot->subxcnt : 0;
}

/* Are these the same transactions? */
static bool
AreSame(const TransactionId *a, const TransactionId *b, uint32 count)
{
	return count == 0 || memcmp(a, b, count * sizeof(TransactionId)) == 0;
}

/* Is the active snapshot one that is known? */
static bool
IsKnownSnapshot(const KnownSnapshot *known)
{
	Snapshot	snapshot = GetActiveSnapshot();

	return known->transaction != InvalidLocalTransactionId && known->transaction == SanctLocalTransactionId() &&
		known->subtransaction == GetCurrentSubTransactionId() &&
		known->xmin == snapshot->xmin && known->xmax == snapshot->xmax && known->command == snapshot->curcid &&
		known->running == snapshot->xcnt && known->running_below == RunningBelow(snapshot) &&
		AreSame(known->ids, snapshot->xip, known->running) &&
		AreSame(known->ids + known->running, snapshot->subxip, known->running_below);
}

/* Know the active snapshot again */
static void
KnowSnapshot(KnownSnapshot *known)
{
	Snapshot	snapshot = GetActiveSnapshot();
	uint32		below = RunningBelow(snapshot);

	known->transaction = InvalidLocalTransactionId;
	if (snapshot->xcnt + below > known->room || known->ids == NULL)
	{
		if (known->ids != NULL)
			pfree(known->ids);
		known->ids = NULL;
		known->room = Max(snapshot->xcnt + below, 64);
		known->ids = MemoryContextAlloc(TopMemoryContext, known->room * sizeof(TransactionId));
	}
	known->subtransaction = GetCurrentSubTransactionId();
	known->xmin = snapshot->xmin;
	known->xmax = snapshot->xmax;
	known->command = snapshot->curcid;
	known->running = snapshot->xcnt;
	known->running_below = below;
	if (snapshot->xcnt > 0)
		memcpy(known->ids, snapshot->xip, snapshot->xcnt * sizeof(TransactionId));
	if (below > 0)
		memcpy(known->ids + snapshot->xcnt, snapshot->subxip, below * sizeof(TransactionId));
	known->transaction = SanctLocalTransactionId();
}

/* Keep nothing any longer */
static void
DropKept(void)
{
	MemoryLists *lists = kept.lists;

	kept.lists = NULL;
	if (lists != NULL)
		SanctDropLists(lists);
}

/* Keep these lists */
static void
KeepLists(MemoryLists *lists, const Extension *extension, bool has_state, uint64 state)
{
	DropKept();
	SanctKeepInCache(lists);
	kept.lists = lists;
	kept.extension = extension->oid;
	kept.has_state = has_state;
	kept.state = state;
}

/* Are the lists that are kept of that state, and good for a threshold? */
static bool
IsKept(const Extension *extension, uint64 state, int threshold)
{
	return kept.lists != NULL && kept.extension == extension->oid && kept.has_state && kept.state == state &&
		SanctLowestThreshold(kept.lists) <= threshold;
}

/* Have the lists of a state that are shared, or that can be */
static MemoryLists *
HaveShared(const Extension *extension, uint64 state, bool load)
{
	MemoryLists *lists = SanctMapLists(extension, state);

	if (lists == NULL && load && SanctShareLists(extension, state))
		lists = SanctMapLists(extension, state);
	return lists;
}

/* Have the lists as the active snapshot sees them, loaded if need be; false: they are not there and not to be loaded */
static bool
Have(const Extension *extension, const Relation *watched, int threshold, bool load)
{
	uint64		state = 0;
	bool		has_state = SanctAreWatched(watched, load) && SanctReadListState(extension, &state);
	MemoryLists *lists = NULL;

	if (has_state && IsKept(extension, state, threshold))
		return true;
	if (has_state && threshold >= SM_THRESHOLD)
		lists = HaveShared(extension, state, load);
	if (lists == NULL && load)
		lists = SanctLoadLists(extension, Min(threshold, SM_THRESHOLD), NULL);
	if (lists == NULL)
		return false;
	KeepLists(lists, extension, has_state, state);
	return true;
}

/* Have the lists as a snapshot sees them: that of this moment, or the active one */
static bool
HaveAsSeen(const Extension *extension, int threshold, bool now, bool load)
{
	Relation	watched[WATCHED_TABLES];
	bool		there;

	SanctOpenWatched(extension, watched, now);
	/* what is told while they are loaded counts from the next call on, and what was told counts for what is kept */
	if (now)
	{
		kept.now = false;
		SanctForgetChange();
		PushActiveSnapshot(GetLatestSnapshot());
	}
	there = Have(extension, watched, threshold, load);
	if (now)
		PopActiveSnapshot();
	if (there)
	{
		/* a serializable transaction that asks for what its snapshot sees must read the tables itself */
		kept.seen_by.transaction = InvalidLocalTransactionId;
		if (!now)
			KnowSnapshot(&kept.seen_by);
		kept.function = extension->function;
		kept.now = now && kept.has_state;
	}
	for (int i = 0; i < WATCHED_TABLES; i++)
		table_close(watched[i], NoLock);
	return there;
}

/* Has this snapshot looked up so many names without lists that loading them pays?  Counts one more */
static bool
IsWarm(void)
{
	if (!IsKnownSnapshot(&cold.by))
	{
		cold.names = 0;
		KnowSnapshot(&cold.by);
	}
	return ++cold.names > COLD_NAMES;
}

/* The lists that the active snapshot is known to see, or NULL */
static MemoryLists *
Seen(Oid function, int threshold)
{
	if (kept.lists != NULL && kept.function == function && SanctLowestThreshold(kept.lists) <= threshold &&
		IsKnownSnapshot(&kept.seen_by))
		return kept.lists;
	return NULL;
}

/* See kept_lists.h */
MemoryLists *
SanctGetLists(Oid function, int threshold)
{
	MemoryLists *lists = Seen(function, threshold);

	if (lists != NULL)
		return lists;
	(void) HaveAsSeen(SanctExtensionOf(function), threshold, false, true);
	return kept.lists;
}

/* See kept_lists.h */
MemoryLists *
SanctGetPastLists(Oid function, int threshold, const TimestampTz *as_of)
{
	const Extension *extension;

	if (as_of == NULL)
		return SanctGetLists(function, threshold);
	extension = SanctExtensionOf(function);
	/* what is there in part only today is so of the past */
	(void) SanctReadWholeLists(extension);
	return SanctLoadLists(extension, Min(threshold, SM_THRESHOLD), as_of);
}

/* See kept_lists.h */
MemoryLists *
SanctGetReadyLists(Oid function, int threshold)
{
	MemoryLists *lists = Seen(function, threshold);

	if (lists != NULL)
		return lists;
	return HaveAsSeen(SanctExtensionOf(function), threshold, false, IsWarm()) ? kept.lists : NULL;
}

/* See kept_lists.h */
MemoryLists *
SanctGetListsOfNow(Oid function, int threshold, bool load)
{
	/* row by row nothing more is done than to hear whether anything has changed */
	if (kept.lists != NULL && kept.now && kept.function == function && SanctLowestThreshold(kept.lists) <= threshold)
	{
		AcceptInvalidationMessages();
		if (!SanctHasListChanged())
			return kept.lists;
	}
	return HaveAsSeen(SanctExtensionOf(function), threshold, true, load) ? kept.lists : NULL;
}

/* How many names the releases in force have counted */
static int64
CountNames(const Extension *extension)
{
	const LoadedLists *lists = SanctReadLoadedLists(extension, NULL);
	int64		names = 0;

	for (int i = 0; i < lists->count; i++)
		names += lists->list[i].names;
	return names;
}

/* The id of the row of sanct_release that a trigger fires for */
static int64
ReleaseOf(const Extension *extension, const TriggerData *trigger)
{
	bool		isnull;

	return DatumGetInt64(heap_getattr(trigger->tg_trigtuple, extension->column[OWN_RELEASE][RELEASE_ID],
									  RelationGetDescr(trigger->tg_relation), &isnull));
}

/*
 * Trigger on sanct_release at the end of the transaction that imports: makes the lists ready for all backends as they
 * will be, and links their entries, last, as others who import wait for that
 */
Datum
sanct_share_lists(PG_FUNCTION_ARGS)
{
	const Extension *extension;
	Relation	watched[WATCHED_TABLES];
	uint64		state;

	if (!CALLED_AS_TRIGGER(fcinfo))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("function \"%s\" was not called by trigger manager", "sanct_share_lists")));
	extension = SanctExtensionOf(fcinfo->flinfo->fn_oid);
	if (RelationGetRelid(((TriggerData *) fcinfo->context)->tg_relation) != extension->table[OWN_RELEASE])
		PG_RETURN_POINTER(NULL);
	CommandCounterIncrement();
	SanctSumListState(extension);
	SanctOpenWatched(extension, watched, true);
	PushActiveSnapshot(GetLatestSnapshot());
	if (SanctAreWatched(watched, true) && CountNames(extension) <= NAMES_OF_IMPORT &&
		SanctReadListState(extension, &state))
		(void) SanctShareLists(extension, state);
	PopActiveSnapshot();
	for (int i = 0; i < WATCHED_TABLES; i++)
		table_close(watched[i], NoLock);
	SanctLinkPublished(extension, ReleaseOf(extension, (TriggerData *) fcinfo->context));
	PG_RETURN_POINTER(NULL);
}
