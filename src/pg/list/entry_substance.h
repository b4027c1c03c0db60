#ifndef SANCT_LIST_ENTRY_SUBSTANCE_H
#define SANCT_LIST_ENTRY_SUBSTANCE_H

/* What of an entry screening looks at, apart from its form */

#include "pg/list/release.h"

/* Is a fact of that kind the number of a document, and no way to write to somebody? */
extern bool SanctIsDocument(const char *kind);

/* Set the digest of an open entry's substance */
extern void SanctHashSubstance(ListEntry *entry);

#endif
