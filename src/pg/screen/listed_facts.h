#ifndef SANCT_SCREEN_LISTED_FACTS_H
#define SANCT_SCREEN_LISTED_FACTS_H

/* What lists say of an entry beside its names */

#include "pg/base/extension.h"
#include "pg/screen/facts.h"
#include "pg/screen/hit.h"

/*
 * The facts of an entry as the active snapshot sees them; past: as they were when the release of its list in
 * entry->from was in force
 */
extern KnownFacts *SanctReadListedFacts(const Extension *extension, const ListedEntry *entry, bool past);

#endif
