#ifndef SANCT_LIST_ENTRY_FILE_H
#define SANCT_LIST_ENTRY_FILE_H

#include "pg/list/release.h"

extern void list_close_release(ListRelease *release);

extern void list_end_entries(ListRelease *release);

extern void list_end_entry(ListRelease *release, ListEntry *entry);

extern void list_leave_out_nameless(ListRelease *release);

extern void list_load_entry(ListRelease *release, ListEntry *entry);

extern void list_reopen_entry(ListRelease *release, ListEntry *entry);

#endif
