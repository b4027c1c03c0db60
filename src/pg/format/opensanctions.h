#ifndef SANCT_FORMAT_OPENSANCTIONS_H
#define SANCT_FORMAT_OPENSANCTIONS_H

/* What the formats of OpenSanctions have in common */

#include "fmgr.h"

#include "pg/list/release.h"

/* The release of the list that an argument names, a key of the caller's own */
extern ListRelease *SanctStartOpenSanctions(FunctionCallInfo fcinfo, int list);

/* The kind of an identifier that nothing tells but its form and check digit, and what has it */
extern const char *SanctIdentifierKind(const ListEntry *entry, const char *value);

#endif
