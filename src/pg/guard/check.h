#ifndef SANCT_GUARD_CHECK_H
#define SANCT_GUARD_CHECK_H

#include "nodes/execnodes.h"

#include "pg/base/extension.h"

/*
 * Checks the arguments of all guards of a table, and tells of them if there is somewhere to; returns how many there
 * are
 */
extern int	SanctCheckGuards(const Extension *extension, Oid table, ReturnSetInfo *result);

/* Refuses a table that is not the current user's, without a lock on it */
extern void SanctCheckTableOwner(Oid table);

#endif
