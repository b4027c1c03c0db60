#ifndef SANCT_LIST_ENTRY_LINKS_H
#define SANCT_LIST_ENTRY_LINKS_H

/* Entries of several lists that are likely one person, body, ship or aircraft */

#include "pg/base/extension.h"

/*
 * Let no other transaction publish a release until the end of this one: before any list is locked, so that two which
 * publish several do not wait for one another
 */
extern void SanctLockLinks(const Extension *extension);

/* Link the entries that a release has brought or changed with those of other lists; the links are locked */
extern void SanctLinkEntries(const Extension *extension, int64 release);

/* Take away the links of entries that a release no longer has, if it has neither brought nor changed one */
extern void SanctUnlinkEntries(const Extension *extension, int64 release);

/* The entries that are linked with one and shown to the current user: a bigint[], 0 for none */
extern Datum SanctLinkedEntries(const Extension *extension, int64 entry);

#endif
