#ifndef SANCT_TRAIL_QUARANTINED_H
#define SANCT_TRAIL_QUARANTINED_H

#include "pg/base/extension.h"

/* Stores a row that is kept out of its table; returns its number */
extern int64 SanctStoreQuarantined(const Extension *extension, const char *subject, const char *operation, const char *key,
								   const char *row);

#endif
