#ifndef SANCT_SCREEN_KEPT_LISTS_H
#define SANCT_SCREEN_KEPT_LISTS_H

/* The lists that a backend keeps in memory */

#include "pg/screen/listed.h"

/*
 * The matcher of the lists of the extension that a function belongs to, for thresholds from this one
 * on, in thousandths: as they are at this moment, or as the transaction sees them if it keeps one
 * snapshot.  It is loaded unless it is in memory, and good until the next call, or as long as it is held.
 */
extern MemoryLists *SanctGetLists(Oid function, int threshold);

/* The same as the lists were at a moment, NULL: are; what was is loaded each time, below the current memory context */
extern MemoryLists *SanctGetPastLists(Oid function, int threshold, const TimestampTz *as_of);

/*
 * The same as the lists are at this moment, even if the transaction keeps an older snapshot; NULL if
 * they are not in memory and not to be loaded
 */
extern MemoryLists *SanctGetListsOfNow(Oid function, int threshold, bool load);

#endif
