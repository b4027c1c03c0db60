#ifndef SANCT_LIST_ENTRY_FILE_H
#define SANCT_LIST_ENTRY_FILE_H

/* What a release says of an entry, put away in a file while others are read */

#include "pg/list/release.h"

extern void SanctCloseRelease(ListRelease *release);

extern void SanctEndEntries(ListRelease *release);

extern void SanctEndEntry(ListRelease *release, ListEntry *entry);

/*
 * The entry of a file whose records of one entry need not stand together, opened again if it has been put away; NULL:
 * there is none yet.  Open entries that take much memory are put away before.
 */
extern ListEntry *SanctFindOpenEntry(ListRelease *release, const char *uid);

/*
 * Have a primary name chosen for each entry of such a file, and put the entry away; the first that has no name is open
 * and comes back, NULL: all have one
 */
extern ListEntry *SanctChoosePrimaries(ListRelease *release, bool (*choose) (ListEntry *entry));

extern void SanctLeaveOutNameless(ListRelease *release);

extern void SanctLoadEntry(ListRelease *release, ListEntry *entry);

extern void SanctReopenEntry(ListRelease *release, ListEntry *entry);

#endif
