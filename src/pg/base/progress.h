#ifndef SANCT_BASE_PROGRESS_H
#define SANCT_BASE_PROGRESS_H

/*
 * How far something is that takes long: a NOTICE now and then.  What pg_stat_progress_* views show is for commands of
 * PostgreSQL's own.
 */

#include "datatype/timestamp.h"

/* Rows or entries between two looks at the clock */
#define PROGRESS_ROWS 1000

/* Is it to be told again, so long after it began or was told last, which is then now? */
extern bool SanctIsToBeTold(TimestampTz *told);

#endif
