#ifndef SANCT_GUARD_CHECK_H
#define SANCT_GUARD_CHECK_H

/* What guards a table */

#include "nodes/execnodes.h"

#include "pg/base/extension.h"

/*
 * Check the arguments of all guards of a table, and tell of them if there is somewhere to; return how many there
 * are
 */
extern int	SanctCheckGuards(const Extension *extension, Oid table, ReturnSetInfo *result);

/* Refuse a table that is not the current user's, without a lock on it */
extern void SanctCheckTableOwner(Oid table);

#endif
