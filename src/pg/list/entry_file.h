#ifndef SANCT_LIST_ENTRY_FILE_H
#define SANCT_LIST_ENTRY_FILE_H

/* What a release says of an entry, put away in a file while others are read */

#include "pg/list/release.h"

extern void SanctCloseRelease(ListRelease *release);

extern void SanctEndEntries(ListRelease *release);

extern void SanctEndEntry(ListRelease *release, ListEntry *entry);

extern void SanctLeaveOutNameless(ListRelease *release);

extern void SanctLoadEntry(ListRelease *release, ListEntry *entry);

extern void SanctReopenEntry(ListRelease *release, ListEntry *entry);

#endif
