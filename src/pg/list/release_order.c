/* Where a release stands among those that a list has had */
#include "postgres.h"

#include "pg/list/release_order.h"

#include "catalog/pg_collation.h"
#include "fmgr.h"
#include "nodes/pg_list.h"
#include "utils/date.h"
#include "utils/fmgroids.h"
#include "utils/fmgrprotos.h"

#include "pg/base/own_scan.h"
#include "pg/base/shown.h"

/* See release_order.h */
bool
SanctTakesBack(const ListRelease *release)
{
	return release->retires || release->undoes != 0;
}

/* Complains of a release that is older than one the list has already, the newest of which was published on a day */
static void
CheckNewest(ListRelease *release, bool dated, DateADT newest, bool known)
{
	if (dated && release->has_published && release->published < newest)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("list \"%s\" has a newer release already", SanctShown(release->code)),
				 errdetail("This one was published on %s, the current one on %s.",
						   DatumGetCString(DirectFunctionCall1(date_out,
															   DateADTGetDatum(release->published))),
						   DatumGetCString(DirectFunctionCall1(date_out, DateADTGetDatum(newest)))),
				 errhint("To go back to it all the same, give a later date as \"published\".")));
	if (known && !release->has_published)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("list \"%s\" has had this release, and a later one since", SanctShown(release->code)),
				 errhint("To go back to it all the same, give a later date as \"published\".")));
}

/* Warns of a release without a day, of a list whose newest one has a day: that it is an older one is not noticed */
static void
WarnUndated(const ListRelease *release, bool dated, DateADT newest)
{
	if (release->has_published || !dated)
		return;
	ereport(WARNING,
			(errmsg("the day of publication of this release of list \"%s\" is not known", SanctShown(release->code)),
			 errdetail("The newest one was published on %s; that this one is older would not be noticed.",
					   DatumGetCString(DirectFunctionCall1(date_out, DateADTGetDatum(newest)))),
			 errhint("Give the day as \"published\".")));
}

/* A count in the current row of releases, -1 where it was not counted */
static int64
StoredCount(const OwnScan *scan, int column)
{
	return OwnIsNull(scan, column) ? -1 : OwnNumber(scan, column);
}

/* The counts in the current row of releases */
static ReleaseCounts
StoredCounts(const OwnScan *scan)
{
	return (ReleaseCounts) {
		.names = OwnNumber(scan, RELEASE_NAMES), .aliases = StoredCount(scan, RELEASE_ALIASES),
		.birth_dates = StoredCount(scan, RELEASE_BIRTH_DATES), .documents = StoredCount(scan, RELEASE_DOCUMENTS)
	};
}

/* The releases of the list that others take back, of int64 * */
static List *
UndoneReleases(const ReleaseOrder *order)
{
	List	   *undone = NIL;
	OwnScan		scan;

	SanctFindOwnRows(&scan, order->extension, OWN_RELEASE, RELEASE_LIST_ID, order->list_id);
	while (SanctNextOwnRow(&scan))
	{
		int64	   *id = palloc(sizeof(int64));

		*id = OwnNumber(&scan, RELEASE_UNDOES);
		undone = lappend(undone, id);
	}
	return undone;
}

static bool
IsUndone(const List *ids, int64 id)
{
	ListCell   *cell;

	foreach(cell, ids)
		if (*(int64 *) lfirst(cell) == id)
			return true;
	return false;
}

/* Give a release the day that it had before */
static void
DateAgain(ListRelease *release, DateADT published)
{
	release->published = published;
	release->has_published = true;
}

/* See release_order.h */
bool
SanctIsCurrent(ReleaseOrder *order, Datum hashes)
{
	OwnScan		scan;
	bool		current = false;	/* as far as the releases have been read */
	bool		known = false;
	bool		dated = false;
	DateADT		newest = 0;
	List	   *undone = UndoneReleases(order);

	SanctFindOwnRows(&scan, order->extension, OWN_RELEASE, RELEASE_LIST_ID, order->list_id);
	while (SanctNextOwnRow(&scan))
	{
		int64		id = OwnNumber(&scan, RELEASE_ID);
		bool		same = DatumGetBool(OidFunctionCall2Coll(F_ARRAY_EQ, DEFAULT_COLLATION_OID,
															 OwnDatum(&scan, RELEASE_SHA256), hashes));
		bool		isnull;
		DateADT		published = DatumGetDateADT(OwnValue(&scan, RELEASE_PUBLISHED, &isnull));

		if (id > order->newest_id)
		{
			order->newest_id = id;
			order->newest = StoredCounts(&scan);
			current = order->release->retires ? OwnNumber(&scan, RELEASE_ENTRIES) == 0 :
				same && !order->in_part && order->release->undoes == 0;
		}
		if (IsUndone(undone, id))
			continue;
		known = known || same;
		/* what has a day already has it again, so that it is no later than what came after it */
		if (same && !isnull && !order->release->has_published)
			DateAgain(order->release, published);
		if (!isnull && (!dated || published > newest))
			newest = published;
		dated = dated || !isnull;
	}
	if (!current && !SanctTakesBack(order->release))
	{
		CheckNewest(order->release, dated, newest, known && !order->in_part);
		WarnUndated(order->release, dated, newest);
	}
	return current;
}
