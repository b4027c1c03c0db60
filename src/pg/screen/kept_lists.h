#ifndef SANCT_SCREEN_KEPT_LISTS_H
#define SANCT_SCREEN_KEPT_LISTS_H

/* The lists that a backend looks names up in */

#include "pg/screen/listed.h"

/*
 * The lists of the extension that a function belongs to as the active snapshot sees them, for thresholds from this
 * one on, in thousandths.  They are good until the next call, or as long as they are held.
 */
extern MemoryLists *SanctGetLists(Oid function, int threshold);

/* The same as the lists were at a moment, NULL: are; what was is loaded each time, below the current memory context */
extern MemoryLists *SanctGetPastLists(Oid function, int threshold, const TimestampTz *as_of);

/* The same, but NULL if nobody has made them ready yet and few names have been looked up by this snapshot */
extern MemoryLists *SanctGetReadyLists(Oid function, int threshold);

/*
 * The same as the lists are at this moment, even if the transaction keeps an older snapshot; NULL if
 * they are not ready and not to be loaded
 */
extern MemoryLists *SanctGetListsOfNow(Oid function, int threshold, bool load);

#endif
