/*
 * Entries, most of several lists, that are likely one person, body, ship or aircraft: linked at the commit of a release
 *
 * Before a transaction that has published commits, when it locks no list any more, it locks sanct_link and reads the
 * lists as they are at that moment, whatever its own snapshot.  So of two imports that run at once the one that commits
 * later sees what the other has brought, and links with it; until then they do not wait for one another.
 */
#include "postgres.h"

#include "pg/list/entry_links.h"

#include "access/xact.h"
#include "catalog/pg_type.h"
#include "nodes/pg_list.h"
#include "storage/lmgr.h"
#include "storage/proc.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/snapmgr.h"

#include "pg/base/compat.h"
#include "pg/base/own_scan.h"
#include "pg/list/readers.h"

/* What this transaction has published and not linked yet */
static struct
{
	LocalTransactionId transaction;
	List	   *releases;		/* of PublishedRelease *, in the memory of the transaction */
}			published = {InvalidLocalTransactionId, NIL};

typedef struct PublishedRelease
{
	int64		id;
	bool		brings;			/* entries, new or changed ones; else it only takes some away */
} PublishedRelease;

/* See entry_links.h */
void
SanctNotePublished(int64 release, bool brings)
{
	MemoryContext old = MemoryContextSwitchTo(TopTransactionContext);
	PublishedRelease *noted = palloc(sizeof(PublishedRelease));

	if (published.transaction != SanctLocalTransactionId())
		published.releases = NIL;
	published.transaction = SanctLocalTransactionId();
	noted->id = release;
	noted->brings = brings;
	published.releases = lappend(published.releases, noted);
	MemoryContextSwitchTo(old);
}

/* Put links in place of those of the entries that a release has brought, changed or taken away; NULL: none */
static void
StoreLinks(const Extension *extension, int64 release, Datum links, bool none)
{
	static const OwnFunction function = {"sanct_store_links", 2, {INT8OID, JSONBOID}};
	Datum		values[2] = {Int64GetDatum(release), links};
	bool		nulls[2] = {false, none};
	bool		isnull;

	PushActiveSnapshot(GetTransactionSnapshot());
	(void) SanctCallOwn(extension, &function, values, nulls, &isnull);
	PopActiveSnapshot();
}

/* Has a release brought, changed or taken away an entry? */
static bool
IsOfRelease(const Extension *extension, int64 entry, int64 release)
{
	OwnScan		scan;
	bool		found = false;

	SanctFindOwnRows(&scan, extension, OWN_ENTRY, ENTRY_ID, entry);
	while (SanctNextOwnRow(&scan))
		found = found || OwnNumber(&scan, ENTRY_CHANGED_IN) == release ||
			OwnNumber(&scan, ENTRY_DELISTED_IN) == release;
	return found;
}

/*
 * Take away those links of the entries of a release that others have stored since this transaction's snapshot: a
 * statement of a transaction that keeps one snapshot would leave them, and fail where it is to store the same
 */
static void
DeleteUnseenLinks(const Extension *extension, int64 release)
{
	Snapshot	kept = GetTransactionSnapshot();
	OwnScan		scan;

	if (!IsolationUsesXactSnapshot())
		return;
	PushActiveSnapshot(GetLatestSnapshot());
	SanctReadOwnTable(&scan, extension, OWN_LINK);
	while (SanctNextOwnRow(&scan))
		if (!table_tuple_satisfies_snapshot(scan.relation, scan.slot, kept) &&
			(IsOfRelease(extension, OwnNumber(&scan, LINK_ENTRY_ID), release) ||
			 IsOfRelease(extension, OwnNumber(&scan, LINK_OTHER_ID), release)))
			simple_table_tuple_delete(scan.relation, &scan.slot->tts_tid, GetActiveSnapshot());
	PopActiveSnapshot();
	CommandCounterIncrement();
}

/* Link the entries that a release has brought or changed */
static void
LinkEntries(const Extension *extension, int64 release)
{
	static const OwnFunction function = {"sanct_links_of_release", 1, {INT8OID}};
	Datum		value = Int64GetDatum(release);
	Datum		links;
	bool		none;

	PushActiveSnapshot(GetLatestSnapshot());
	links = SanctCallOwn(extension, &function, &value, NULL, &none);
	PopActiveSnapshot();
	StoreLinks(extension, release, links, none);
}

/* See entry_links.h */
void
SanctLinkPublished(const Extension *extension, int64 release)
{
	const PublishedRelease *found = NULL;
	ListCell   *cell;

	/* a row that a restore has written brings its links along */
	if (published.transaction != SanctLocalTransactionId())
		return;
	foreach(cell, published.releases)
		if (((PublishedRelease *) lfirst(cell))->id == release)
			found = lfirst(cell);
	if (found == NULL)
		return;
	LockRelationOid(extension->table[OWN_LINK], ShareRowExclusiveLock);
	CommandCounterIncrement();
	DeleteUnseenLinks(extension, release);
	if (found->brings)
		LinkEntries(extension, release);
	else
		StoreLinks(extension, release, (Datum) 0, true);
}

/* See entry_links.h */
Datum
SanctLinkedEntries(const Extension *extension, int64 entry)
{
	Datum	   *linked = NULL;
	OwnScan		scan;
	int			n = 0;

	SanctFindOwnRows(&scan, extension, OWN_LINK, LINK_ENTRY_ID, entry);
	while (SanctNextOwnRow(&scan))
	{
		Datum		other = OwnDatum(&scan, LINK_OTHER_ID);

		/* one that is linked for two reasons stands there twice, one after another */
		if (n > 0 && DatumGetInt64(linked[n - 1]) == DatumGetInt64(other))
			continue;
		if (!SanctIsEntryShown(extension, DatumGetInt64(other)))
			continue;
		linked = n == 0 ? palloc(sizeof(Datum)) : repalloc(linked, (n + 1) * sizeof(Datum));
		linked[n++] = Int64GetDatum(DatumGetInt64(other));
	}
	return n == 0 ? (Datum) 0 : PointerGetDatum(construct_array(linked, n, INT8OID, sizeof(int64), FLOAT8PASSBYVAL,
																 TYPALIGN_DOUBLE));
}
