#ifndef SANCT_GUARD_SCREEN_ROW_H
#define SANCT_GUARD_SCREEN_ROW_H

#include "access/htup.h"

#include "pg/guard/call.h"

/*
 * Screens the names of a row and does with what is found, or could not be read, what the guard shall; returns how much
 * counts
 */
extern int	SanctScreenRow(Guard *guard, HeapTuple row);

/* Screens all rows of the transition table */
extern void SanctScreenStatement(Guard *guard);

#endif
