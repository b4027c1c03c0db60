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
 * one on, in thousandths; they lie in a context of their own below the current one
 */
extern MemoryLists *SanctLoadLists(const Extension *extension, int threshold, const TimestampTz *as_of);

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

/* The entry of that id, NULL if it is not on a list */
extern const ListedEntry *SanctFindListedEntry(MemoryLists *lists, int64 id);

/* The names that are listed; returns how many */
extern uint32 SanctListedNames(MemoryLists *lists, const ListedName **names);

/*
 * Find the entries that have names which match a reading, each by its best name, the most similar
 * first, in the order of sanct_screen; return how many.  The hits are palloc'd.
 */
extern int	SanctFindListed(MemoryLists *lists, const uint8 *reading, int threshold, ListHit **hits);

#endif
