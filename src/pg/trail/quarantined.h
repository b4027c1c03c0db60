#ifndef SANCT_TRAIL_QUARANTINED_H
#define SANCT_TRAIL_QUARANTINED_H

/* Rows that guards keep out of their tables */

#include "pg/base/extension.h"

/* Store a row that is kept out of its table; return its number */
extern int64 SanctStoreQuarantined(const Extension *extension, const char *subject, const char *operation,
								   const char *key, const char *row);

#endif
