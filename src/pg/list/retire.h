#ifndef SANCT_LIST_RETIRE_H
#define SANCT_LIST_RETIRE_H

/* Lists by their keys */

#include "fmgr.h"

#include "pg/list/loaded.h"

/* The list that the first argument names by its key; restricted ones too where the caller says so */
extern LoadedList *SanctFindList(FunctionCallInfo fcinfo, bool restricted);

#endif
