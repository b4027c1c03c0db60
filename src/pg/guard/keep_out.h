#ifndef SANCT_GUARD_KEEP_OUT_H
#define SANCT_GUARD_KEEP_OUT_H

/* Whether a quarantine may keep a row out of its table: not where that breaks or loses what is there already */

#include "utils/palloc.h"
#include "utils/relcache.h"
#include "utils/reltrigger.h"

#include "pg/guard/options.h"

/* Why no row may be kept out of a table, as a clause; NULL: nothing speaks against it */
extern const char *SanctWhyNotKeptOut(Relation relation);

/*
 * The same of what a trigger sees of a partition, or of a partitioned table: all that moves between partitions, or not;
 * with a NULL trigger, what one would see that is attached to this table
 */
extern const char *SanctWhyNotKeptOutOfPart(Relation relation, const Trigger *trigger);

/* Both, of a guard with its options: why does it not keep out what it shall?  NULL also for one that shall not */
extern const char *SanctWhyNotQuarantined(Relation relation, const Trigger *trigger, const GuardOptions *options);

/* Note that the statement which a memory context belongs to takes a row out of a partition */
extern void SanctNoteTakenOut(MemoryContext statement);

/* Has it taken one out just now, so that the row which it inserts next is moved? */
extern bool SanctIsMoved(MemoryContext statement);

#endif
