#ifndef SANCT_SCREEN_LISTED_H
#define SANCT_SCREEN_LISTED_H

/* The names of all lists in memory, and the look-up among them */

#include "pg/base/extension.h"
#include "pg/list/loaded.h"
#include "pg/screen/hit.h"

/* The current names of all lists, in memory for look-ups */
typedef struct MemoryLists MemoryLists;

/*
 * Load the names that the active snapshot sees on the lists, as they are or were at a moment, for thresholds from this
 * one on, in thousandths; they lie in a context of their own below the current one.  An error if a list is there in
 * part only
 */
extern MemoryLists *SanctLoadLists(const Extension *extension, int threshold, const TimestampTz *as_of);

/* The same from what all backends share, for the built-in threshold; NULL: this state of the lists is not there */
extern MemoryLists *SanctMapLists(const Extension *extension, uint64 state);

/*
 * Share what the active snapshot sees, which is this state of the lists, unless somebody else has; false with a
 * WARNING if that cannot be done
 */
extern bool SanctShareLists(const Extension *extension, uint64 state);

/* Let them outlive the current context, until they are dropped */
extern void SanctKeepInCache(MemoryLists *lists);

/* Drop them, as soon as nobody holds them */
extern void SanctDropLists(MemoryLists *lists);

/* Hold them and let them go: meanwhile they stay as they are, even if they are dropped */
extern MemoryLists *SanctHoldLists(MemoryLists *lists);
extern void SanctLetGoLists(MemoryLists *lists);

/* The lowest threshold that names can be looked up at */
extern int	SanctLowestThreshold(const MemoryLists *lists);

/* The lists that the names are of, all of which are whole */
extern const LoadedLists *SanctLoadedOf(MemoryLists *lists);

/* The number of the entry of that id, -1 if it is not on a list */
extern int64 SanctListedNumber(const MemoryLists *lists, int64 id);

/* Fill in the entry of that number; what it points to is good as long as the lists are held */
extern void SanctTakeListedEntry(const MemoryLists *lists, int64 number, ListedEntry *entry);

/* A name and its entry */
typedef struct NamedEntry
{
	ListedName	name;
	ListedEntry entry;
} NamedEntry;

/* How many names there are */
extern uint32 SanctCountListedNames(const MemoryLists *lists);

/* Fill in the name of that number, from 0 on, in no order; what it points to is good as long as the lists are held */
extern const ListedName *SanctTakeListedName(const MemoryLists *lists, uint32 number, NamedEntry *named);

/* A copy of a name and its entry, palloc'd; what they point to stays where it is */
extern const ListedName *SanctCopyName(const ListedName *name);

/* Is a name of an older entry than another, or of the same and older? */
extern bool SanctIsOlder(const ListedName *a, const ListedName *b);

/*
 * Find the entries that have names which match a reading, each by its best name, the most similar
 * first, in the order of sanct_screen; return how many.  The hits, their names and entries are palloc'd.  Strong:
 * names that their list calls weak are not looked at
 */
extern int	SanctFindListed(MemoryLists *lists, const uint8 *reading, int threshold, bool strong, ListHit **hits);

#endif
