#ifndef SANCT_GUARD_MARK_DECIDED_H
#define SANCT_GUARD_MARK_DECIDED_H

/* Whether a mark is just being changed by a decision */

#include "access/htup.h"
#include "nodes/pg_list.h"
#include "utils/jsonb.h"
#include "utils/relcache.h"

/* A row whose mark is being changed; InvalidOid: none */
typedef struct DecidedMark
{
	Oid			table;
	Jsonb	   *key;
} DecidedMark;

/* Is it a decision that changes the mark of this row of a table, or partition, just now? */
extern bool SanctIsRowDecided(Relation relation, HeapTuple row);

/* Are the columns of the key of such a row just these, of int? */
extern bool SanctIsDecidedKey(Relation relation, const List *key);

/* Note that it does; return what was noted before */
extern DecidedMark SanctNoteMarkDecided(DecidedMark mark);

#endif
