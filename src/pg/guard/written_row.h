#ifndef SANCT_GUARD_WRITTEN_ROW_H
#define SANCT_GUARD_WRITTEN_ROW_H

#include "access/htup.h"

#include "pg/guard/call.h"

/* Refuses a row that is to be held and, behind all triggers that could mark it, is not marked */
extern void SanctCheckMarked(const Guard *guard, HeapTuple row);

/* Is the row another subject than before, or are facts that a clearance rests on other ones? */
extern bool SanctHasSubjectChanged(const Guard *guard);

/* Is any of the names that are screened another one than before the update? */
extern bool SanctHaveNamesChanged(const Guard *guard);

/* Refuses an update that takes such a row to another key, where nothing would hold it */
extern void SanctKeepKey(const Guard *guard);

/* Refuses an update that unsets the mark of a row whose alerts are not all cleared */
extern void SanctKeepMark(const Guard *guard);

/* The row with its mark set */
extern HeapTuple SanctMarkRow(const Guard *guard, HeapTuple row);

#endif
