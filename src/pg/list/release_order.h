#ifndef SANCT_LIST_RELEASE_ORDER_H
#define SANCT_LIST_RELEASE_ORDER_H

/* Where a release stands among those that a list has had */

#include "pg/base/extension.h"
#include "pg/list/release.h"
#include "pg/list/shrinkage.h"

typedef struct ReleaseOrder
{
	const Extension *extension;
	ListRelease *release;
	int32		list_id;
	bool		in_part;		/* of what stands there something is missing */
	int64		newest_id;		/* release of the list, 0: none */
	ReleaseCounts newest;		/* and its counts */
} ReleaseOrder;

/* Does a release take something back that its list had?  Then it is of the list's publisher, whatever that is */
extern bool SanctTakesBack(const ListRelease *release);

/*
 * True if the very files are the list's current release already; checks otherwise that the release may follow the
 * others, of which those that were taken back do not count.  Sets the newest one.
 */
extern bool SanctIsCurrent(ReleaseOrder *order, Datum hashes);

#endif
