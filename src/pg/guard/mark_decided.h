#ifndef SANCT_GUARD_MARK_DECIDED_H
#define SANCT_GUARD_MARK_DECIDED_H

/* Whether a mark is just being changed by a decision */

#include "utils/relcache.h"

/* Is it a decision that changes a mark in this table, or partition, just now? */
extern bool SanctIsMarkDecided(Relation relation);

/* Note that it does in this table, InvalidOid: in none; return what was noted before */
extern Oid	SanctNoteMarkDecided(Oid table);

#endif
