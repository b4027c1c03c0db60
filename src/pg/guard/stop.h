#ifndef SANCT_GUARD_STOP_H
#define SANCT_GUARD_STOP_H

/* How a guard stops rows */

#include "pg/guard/call.h"
#include "pg/trail/alert.h"

/* A row matches an entry */
#define ERRCODE_SANCTIONS_HIT MAKE_SQLSTATE('S', 'A', 'N', '0', '1')

/* What to add to a hint where rows are copied in, as a restore does it; else an empty string */
extern const char *SanctRestoreHint(const Extension *extension);

/* Stop a row, or note that it will be stopped with the others of its statement; the log tells of it */
extern void SanctStopRow(Guard *guard, const SubjectHit *hit);

/* Fail a statement because of the rows that have been noted, if there are any */
extern void SanctStopStatement(Guard *guard);

#endif
