#ifndef SANCT_GUARD_SCREEN_ROW_H
#define SANCT_GUARD_SCREEN_ROW_H

/* The names of a row held against the lists */

#include "access/htup.h"

#include "pg/guard/call.h"

/*
 * Screen the names of a row and do with what is found, or could not be read, what the guard shall; return how much
 * counts
 */
extern int	SanctScreenRow(Guard *guard, HeapTuple row);

/* Screen all rows of the transition table */
extern void SanctScreenStatement(Guard *guard);

#endif
