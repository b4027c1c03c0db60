#ifndef SANCT_MATCHER_H
#define SANCT_MATCHER_H

#include "pg/sanctmatch.h"

/* A listed person, organisation, vessel or aircraft as it is held in memory */
typedef struct ListedEntry
{
	int64		id;				/* must be first: key of a hash table */
	text	   *list;			/* code of its list */
	text	   *uid;			/* the list's own id */
	text	   *type;
	Datum		programs;		/* text[] */
	text	   *primary_name;
	int64		changed_in;		/* release that brought or changed it last */
} ListedEntry;

/* One of its names */
typedef struct ListedName
{
	int64		id;
	const ListedEntry *entry;
	bool		weak;
	SanctReading *reading;
} ListedName;

/* A listed name that matches another */
typedef struct ListHit
{
	const ListedName *name;
	int			similarity;		/* thousandths */
	SmWeight	weight;
} ListHit;

/* The current names of all lists, in memory for look-ups */
typedef struct ListMatcher ListMatcher;

/* Called once, when the module is loaded */
extern void WatchLists(void);

/*
 * The matcher of the lists of the extension that a function belongs to, for thresholds from this one
 * on, in thousandths: as they are at this moment, or as the transaction sees them if it keeps one
 * snapshot.  It is loaded unless it is in memory, and good until the next call, or as long as it is held.
 */
extern ListMatcher *GetListMatcher(Oid function, int threshold);
/*
 * The same as the lists are at this moment, even if the transaction keeps an older snapshot; NULL if
 * they are not in memory and not to be loaded
 */
extern ListMatcher *GetListsOfNow(Oid function, int threshold, bool load);
extern ListMatcher *HoldListMatcher(ListMatcher *matcher);
extern void ReleaseListMatcher(ListMatcher *matcher);

/* The names that are listed; returns how many */
extern uint32 ListedNames(ListMatcher *matcher, const ListedName **names);

/* Order of hits: of one entry together, then the most similar first, then not weak, then the oldest */
extern int	CompareHits(const ListHit *a, const ListHit *b);

/*
 * Finds the entries that have names which match a reading, each by its best name, the most similar
 * first, in the order of sanct_screen; returns how many.  The hits are palloc'd.
 */
extern int	FindListed(ListMatcher *matcher, const uint8 *reading, int threshold, ListHit **hits);

#endif
