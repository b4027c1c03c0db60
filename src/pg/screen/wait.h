#ifndef SANCT_SCREEN_WAIT_H
#define SANCT_SCREEN_WAIT_H

/* Waiting for imports and for writers of guarded rows */

#include "pg/base/extension.h"

/*
 * Wait for imports and for writers of guarded rows that may have looked at older lists; what they have written is
 * seen by snapshots that are taken after that.  The function of that name is refused where that cannot be.
 */
extern void SanctWaitForGuards(const Extension *extension, const char *function);

/* Wait for the latter alone, once the lists have been taken: who writes from now on looks at these, or newer ones */
extern void SanctWaitForGuardedRows(const Extension *extension);

#endif
