#ifndef SANCT_LIST_ENTRY_LINKS_H
#define SANCT_LIST_ENTRY_LINKS_H

/* Entries, most of several lists, that are likely one person, body, ship or aircraft */

#include "pg/base/extension.h"

/*
 * Note that this transaction has published a release, so that its entries are linked before it commits; it may bring
 * entries, or only take some away
 */
extern void SanctNotePublished(int64 release, bool brings);

/* Link the entries of a release that this transaction has published, if it has; from then on nobody else links */
extern void SanctLinkPublished(const Extension *extension, int64 release);

/* The entries that are linked with one and shown to the current user: a bigint[], 0 for none */
extern Datum SanctLinkedEntries(const Extension *extension, int64 entry);

#endif
