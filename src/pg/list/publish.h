#ifndef SANCT_LIST_PUBLISH_H
#define SANCT_LIST_PUBLISH_H

/* A release that becomes its list's current one */

#include "fmgr.h"

#include "pg/list/release.h"

extern Datum SanctPublishRelease(FunctionCallInfo fcinfo, ListRelease *release);

#endif
