#ifndef SANCT_SCREEN_H
#define SANCT_SCREEN_H

#include "pg/sanctmatch.h"

#include "executor/spi.h"

/* Columns of the answer, from 1 */
#define SCREEN_ENTRY_ID 1
#define SCREEN_LIST 2
#define SCREEN_LIST_UID 3
#define SCREEN_TYPE 4
#define SCREEN_PROGRAMS 5
#define SCREEN_PRIMARY_NAME 6
#define SCREEN_MATCHED_NAME 7
#define SCREEN_WEAK 8
#define SCREEN_SIMILARITY 9
#define SCREEN_WEIGHT 10

/*
 * Find the listed entries that match a name at a threshold in thousandths through the index of the
 * extension in a schema, as the active snapshot sees them.  Called within an SPI connection, whose
 * SPI_tuptable has the answer then.
 */
extern void FindByIndex(Oid schema, const char *name, int threshold);

#endif
