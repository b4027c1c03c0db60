#ifndef SANCT_GUARD_NAMED_OPTIONS_H
#define SANCT_GUARD_NAMED_OPTIONS_H

/* Options of a guard that are given as arguments of their own */

#include "fmgr.h"
#include "nodes/pg_list.h"

/* How many there are, and those that are given, from the first argument on: of String, key=value */
extern int	SanctCountNamedOptions(void);
extern List *SanctNamedOptions(FunctionCallInfo fcinfo, int first);

#endif
