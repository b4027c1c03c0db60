#ifndef SANCT_RUN_CALL_H
#define SANCT_RUN_CALL_H

/* What a run is called with that looks at what a guard does */

#include "postgres.h"

#include "nodes/pg_list.h"
#include "utils/rel.h"

#include "pg/guard/options.h"

/* The arguments of sanct_run for a table, by its guard's options, which were given as a list of String; palloc'd */
extern const char *SanctRunCall(const char *table, Relation relation, const GuardOptions *options,
								const List *given);

#endif
