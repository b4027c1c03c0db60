#ifndef SANCT_FORMAT_OFAC_REMARKS_H
#define SANCT_FORMAT_OFAC_REMARKS_H

/* The remarks of OFAC's lists, which hold facts behind labels */

#include "pg/list/fact.h"
#include "pg/list/release.h"

extern void SanctAddOfacRemark(ListRelease *release, ListEntry *entry, ListFact fact);
extern void SanctReadOfacRemarks(ListRelease *release, ListEntry *entry, const char *remarks, bool cut);

#endif
