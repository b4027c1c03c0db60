#ifndef SANCT_LIST_ENTRY_STORE_H
#define SANCT_LIST_ENTRY_STORE_H

/* The entries of a release by their ids and numbers: those that are open in memory, records of the others in a file */

#include "pg/list/release.h"

typedef struct EntryStore EntryStore;

/* A new entry, open; NULL if the release has one with this id, or the id is no possible one */
extern ListEntry *SanctAddEntry(ListRelease *release, const char *uid, int64 place);

/* The entry with the list's own id, without its content if it has been put away; good until an entry is; NULL: none */
extern ListEntry *SanctFindEntry(ListRelease *release, const char *uid);

/* The record of the entry with the list's own id, when all have been put away; good until the next one; NULL: none */
extern EntryRecord *SanctFindRecord(ListRelease *release, const char *uid);

/* The record of the next entry from a number on that is not left out, perhaps to be changed; NULL: none */
extern EntryRecord *SanctNextEntryRecord(ListRelease *release, uint32 *number, bool change);

/* The id of an entry that has been put away; good until the next one */
extern const char *SanctUidOfRecord(ListRelease *release, const EntryRecord *record);

/* Open an entry, or put its record away */
extern void SanctNoteOpen(ListRelease *release, ListEntry *entry);
extern void SanctNoteEnded(ListRelease *release, ListEntry *entry);

/* Those that are open, in the order of their numbers; palloc'd */
extern ListEntry **SanctOpenEntries(ListRelease *release);

extern void SanctEndEntryStore(ListRelease *release);

#endif
