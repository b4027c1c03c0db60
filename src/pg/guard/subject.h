#ifndef SANCT_GUARD_SUBJECT_H
#define SANCT_GUARD_SUBJECT_H

/* The table of a guarded row, as alerts and clearances name it */

#include "utils/relcache.h"

/* Is row security enabled on a table, or on one that it is a partition of? */
extern bool SanctHasRowSecurity(Relation relation);

/* The table that a row belongs to: a partition's rows are its root's, wherever they are stored */
extern const char *SanctSubjectName(Relation relation);

#endif
