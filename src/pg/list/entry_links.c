/*
 * Entries of several lists that are likely one person, body, ship or aircraft: linked when a release is published
 *
 * Whoever publishes has a lock on sanct_link to the end of his transaction, and then reads the lists as they are at
 * that moment, whatever his own snapshot.  So of two imports that run at once the second sees what the first has
 * brought, and links with it.
 */
#include "postgres.h"

#include "pg/list/entry_links.h"

#include "access/xact.h"
#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "storage/lmgr.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/snapmgr.h"

#include "pg/base/own_scan.h"
#include "pg/list/readers.h"

/* See entry_links.h */
void
SanctLockLinks(const Extension *extension)
{
	LockRelationOid(extension->table[OWN_LINK], ShareRowExclusiveLock);
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

/* See entry_links.h */
void
SanctLinkEntries(const Extension *extension, int64 release)
{
	static const OwnFunction function = {"sanct_links_of_release", 1, {INT8OID}};
	Datum		value = Int64GetDatum(release);
	Datum		links;
	bool		none;

	CommandCounterIncrement();
	PushActiveSnapshot(GetLatestSnapshot());
	links = SanctCallOwn(extension, &function, &value, NULL, &none);
	PopActiveSnapshot();
	StoreLinks(extension, release, links, none);
}

/* See entry_links.h */
void
SanctUnlinkEntries(const Extension *extension, int64 release)
{
	CommandCounterIncrement();
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
