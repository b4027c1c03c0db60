#ifndef SANCT_SCREEN_SCREEN_NAME_H
#define SANCT_SCREEN_SCREEN_NAME_H

#include "pg/screen/listed.h"

/*
 * Finds the listed entries that match a name at a threshold in thousandths through the index of the lists, as the
 * active snapshot sees them: just what FindListed finds in memory.  The hits and what they point to are palloc'd.
 */
extern int	FindListedByIndex(const Extension *extension, const char *name, int length, int threshold, ListHit **hits);

/*
 * The lists that FindListedByIndex looks at, as the active snapshot sees them; they are all there, which is looked
 * at once until they change
 */
extern LoadedLists *WholeLists(const Extension *extension);

#endif
