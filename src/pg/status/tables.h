#ifndef SANCT_STATUS_TABLES_H
#define SANCT_STATUS_TABLES_H

/* What is wrong with guards of tables and with indexes of names */

#include "pg/status/finding.h"

/* The guards of all tables */
extern void SanctFindGuards(Status *status);

/* The indexes that are to be made anew */
extern void SanctFindIndexes(Status *status);

#endif
