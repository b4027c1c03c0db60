#ifndef SANCT_FORMAT_OFAC_REMARKS_H
#define SANCT_FORMAT_OFAC_REMARKS_H

#include "pg/list/release.h"

extern void SanctAddOfacRemark(ListRelease *release, ListEntry *entry, const char *text,
							   const char *value, const char *country, const char *note, const char *uid);
extern void SanctReadOfacRemarks(ListRelease *release, ListEntry *entry, const char *remarks, bool cut);

#endif
