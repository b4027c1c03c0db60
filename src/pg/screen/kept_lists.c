/*
 * The lists that a backend keeps in memory, read once and kept until a list changes
 *
 * A snapshot taken after an invalidation has come sees the change that it tells of.  So what has been read by a
 * fresh snapshot is good as long as nothing is told.  A transaction whose isolation wants one snapshot throughout
 * reads by that one.  If it has been told of no change since it began, what it reads is what a fresh snapshot would
 * show, or the change will yet be told; else what it reads is good for itself only.
 *
 * All of this rests on the triggers: where one of them has been disabled, nothing is kept.
 */
#include "postgres.h"

#include "pg/screen/kept_lists.h"

#include "access/table.h"
#include "access/xact.h"
#include "miscadmin.h"
#include "storage/lock.h"
#include "storage/proc.h"
#include "utils/inval.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"

#include "name/weight.h"
#include "pg/base/compat.h"
#include "pg/base/extension.h"
#include "pg/screen/by_index.h"
#include "pg/screen/watch.h"

/* What the backend keeps; no lists: nothing */
static struct
{
	MemoryLists *lists;
	Oid			function;		/* that it was made for, and its extension */
	Oid			extension;
	LocalTransactionId good_for;	/* the only transaction, or invalid: any */
	LocalTransactionId ahead_of;	/* the transaction that read it newer than its snapshot, or invalid */
	bool		watched;		/* the triggers tell of changes */
}			kept;

/* Keep the lists as they are now, or as the transaction sees them */
static void
KeepLists(const Extension *extension, const Relation *relation, int threshold, bool now)
{
	bool		fresh = now || (!IsolationUsesXactSnapshot() && !IsInParallelMode());
	bool		settled = fresh || (!IsolationIsSerializable() && !IsInParallelMode() && !SanctIsToldInTransaction());
	MemoryLists *lists;

	SanctForgetChange();
	PushActiveSnapshot(fresh ? GetLatestSnapshot() : GetActiveSnapshot());
	lists = SanctLoadLists(extension, threshold, NULL);
	PopActiveSnapshot();
	kept.watched = SanctAreWatched(relation);
	kept.function = extension->function;
	kept.extension = extension->oid;
	kept.good_for = settled ? InvalidLocalTransactionId : SanctLocalTransactionId();
	kept.ahead_of = now && IsolationUsesXactSnapshot() ? SanctLocalTransactionId() : InvalidLocalTransactionId;
	SanctKeepInCache(lists);
	kept.lists = lists;
	/* a parallel query reads by a snapshot that later commands of the transaction do not have */
	if (!settled && !IsolationUsesXactSnapshot())
		SanctTakeAsChanged();
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

/* Is what is kept good for this transaction and a threshold? */
static bool
IsGood(Oid extension, int threshold, bool now)
{
	if (kept.lists == NULL)
		return false;
	if ((now ? kept.good_for : kept.ahead_of) != InvalidLocalTransactionId &&
		(now || kept.ahead_of == SanctLocalTransactionId()))
		return false;
	/* a serializable transaction must read the rows itself, for its conflicts to be found */
	if (!now && IsolationIsSerializable() && kept.good_for != SanctLocalTransactionId())
		return false;
	return kept.watched && !SanctHasListChanged() && kept.extension == extension &&
		SanctLowestThreshold(kept.lists) <= threshold &&
		(kept.good_for == InvalidLocalTransactionId || kept.good_for == SanctLocalTransactionId());
}

/*
 * The lists as they are now, or as the transaction sees them; NULL if they are not in memory and not to be loaded
 */
static MemoryLists *
GetKept(Oid function, int threshold, bool now, bool load)
{
	const Extension *extension;
	Relation	relation[WATCHED_TABLES];

	/* row by row nothing more is done than to hear whether anything has changed */
	if (now && kept.lists != NULL && kept.function == function)
	{
		AcceptInvalidationMessages();
		if (IsGood(kept.extension, threshold, now))
			return kept.lists;
	}
	extension = SanctExtensionOf(function);
	SanctOpenWatched(extension, relation, now);
	if (!IsGood(extension->oid, threshold, now) && load)
	{
		DropKept();
		KeepLists(extension, relation, Min(threshold, SM_THRESHOLD), now);
	}
	for (int i = 0; i < WATCHED_TABLES; i++)
		table_close(relation[i], NoLock);
	/* what has been told while they were loaded counts from the next call on */
	return load || IsGood(extension->oid, threshold, now) ? kept.lists : NULL;
}

/* See kept_lists.h */
MemoryLists *
SanctGetLists(Oid function, int threshold)
{
	return GetKept(function, threshold, false, true);
}

/* See kept_lists.h */
MemoryLists *
SanctGetPastLists(Oid function, int threshold, const TimestampTz *as_of)
{
	const Extension *extension = SanctExtensionOf(function);

	if (as_of == NULL)
		return SanctGetLists(function, threshold);
	/* what is there in part only today is so of the past */
	(void) SanctReadWholeLists(extension);
	return SanctLoadLists(extension, Min(threshold, SM_THRESHOLD), as_of);
}

/* See kept_lists.h */
MemoryLists *
SanctGetListsOfNow(Oid function, int threshold, bool load)
{
	return GetKept(function, threshold, true, load);
}
