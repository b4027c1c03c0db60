#ifndef SANCT_FORMAT_OFAC_H
#define SANCT_FORMAT_OFAC_H

/* What the formats of OFAC's lists have in common */

#include "fmgr.h"

#include "pg/list/release.h"

extern ListRelease *SanctStartOfacRelease(FunctionCallInfo fcinfo, int list);
extern const char *SanctOfacType(const char *type);
extern const char *SanctOfacNameKind(const char *type);

/* Complain of a list that the first program of a document contradicts: that of the other list is among no SDN's */
extern void SanctCheckOfacList(const ListRelease *release, const char *program);

/* The same of the name that a document gives its list, in UTF-8 */
extern void SanctCheckOfacListName(const ListRelease *release, const char *name);

#endif
