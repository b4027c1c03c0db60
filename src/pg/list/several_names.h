#ifndef SANCT_LIST_SEVERAL_NAMES_H
#define SANCT_LIST_SEVERAL_NAMES_H

/* Several names that a list writes in one text */

#include "pg/list/release.h"

extern void SanctAddSeveralNames(ListRelease *release, ListEntry *entry, const char *text,
								 const char *kind, bool weak, const char *note);

#endif
