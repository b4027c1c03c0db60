#ifndef SANCT_LIST_ENTRY_FILE_H
#define SANCT_LIST_ENTRY_FILE_H

/* What a release says of an entry, put away in a file while others are read */

#include "pg/list/release.h"

extern void SanctCloseRelease(ListRelease *release);

extern void SanctEndEntries(ListRelease *release);

extern void SanctEndEntry(ListRelease *release, ListEntry *entry);

/* Put all entries away if those that are open take much memory */
extern void SanctPutAwayMuch(ListRelease *release);

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

/* Take what an entry says back into the current memory context, though it stays put away */
extern void SanctLoadEntry(ListRelease *release, ListEntry *entry);

/* An entry as its record says, with its content, in the current memory context */
extern ListEntry *SanctLoadRecord(ListRelease *release, const EntryRecord *record);

extern void SanctReopenEntry(ListRelease *release, ListEntry *entry);

#endif
