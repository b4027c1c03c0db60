#ifndef SANCT_GUARD_LISTS_H
#define SANCT_GUARD_LISTS_H

/* Whether a guard can look at what it shall */

#include "utils/relcache.h"

#include "pg/guard/options.h"
#include "pg/list/loaded.h"

/*
 * Complains, or warns if the level says so, where a list that the guard of a relation shall look at is not loaded; an
 * error only if the options do not let rows pass then
 */
extern void SanctCheckGuardLists(const Extension *extension, int level, Relation relation,
								 const GuardOptions *options, const LoadedLists *lists);

#endif
