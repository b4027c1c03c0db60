#ifndef SANCT_SCREEN_LISTED_H
#define SANCT_SCREEN_LISTED_H

#include "pg/type/sanctmatch.h"

#include "pg/list/loaded.h"
#include "name/weight.h"

/* A listed person, organisation, vessel or aircraft as it is held in memory */
typedef struct ListedEntry
{
	int64		id;				/* must be first: key of a hash table */
	LoadedList *from;			/* its list */
	text	   *list;			/* code of its list */
	text	   *uid;			/* the list's own id */
	text	   *type;
	Datum		programs;		/* text[] */
	text	   *primary_name;
	const ArrayType *readers;	/* of its list, see IsShown */
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

/* Have the lists been found to be whole by this backend, and not changed since?  To be asked after they have been opened */
extern bool AreKnownWhole(const Extension *extension);
/* Notes that the active snapshot shows whole lists */
extern void NoteWhole(void);

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

/* The lists that the names are of, all of which are whole */
extern const LoadedLists *LoadedOf(ListMatcher *matcher);

/* The names that are listed; returns how many */
extern uint32 ListedNames(ListMatcher *matcher, const ListedName **names);

/* Order of hits: of one entry together, then the most similar first, then not weak, then the oldest */
extern int	CompareHits(const ListHit *a, const ListHit *b);

/* Is a hit of a list that is shown to the current user, and of the lists and types that are asked for? */
extern bool TakesHit(const ListFilter *filter, const ListHit *hit);

/* Sorts hits as sanct_screen does and leaves each entry once, by its best name; returns how many */
extern int	RankHits(ListHit *hits, int count);

/*
 * Finds the entries that have names which match a reading, each by its best name, the most similar
 * first, in the order of sanct_screen; returns how many.  The hits are palloc'd.
 */
extern int	FindListed(ListMatcher *matcher, const uint8 *reading, int threshold, ListHit **hits);

#endif
