#ifndef SANCT_FORMAT_OFAC_H
#define SANCT_FORMAT_OFAC_H

#include "fmgr.h"

#include "pg/list/release.h"

extern ListRelease *ofac_new_release(FunctionCallInfo fcinfo, int list);
extern const char *ofac_type(const char *type);
extern const char *ofac_name_kind(const char *type);

#endif
