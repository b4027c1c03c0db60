#ifndef SANCT_GUARD_WRITTEN_ROW_H
#define SANCT_GUARD_WRITTEN_ROW_H

/* What an update has changed of a row, and the mark of rows that are held */

#include "access/htup.h"

#include "pg/guard/call.h"

/* Refuse a row that is to be held and, behind all triggers that could mark it, is not marked */
extern void SanctCheckMarked(const Guard *guard, HeapTuple row);

/* Is the row another subject than before, or are facts that a clearance rests on other ones? */
extern bool SanctHasSubjectChanged(const Guard *guard);

/* Is any of the names that are screened another one than before the update? */
extern bool SanctHaveNamesChanged(const Guard *guard);

/* Refuse an update that takes such a row to another key, where nothing would hold it */
extern void SanctKeepKey(const Guard *guard);

/* Refuse an update that unsets the mark of a row whose alerts are not all cleared; must it be set again? */
extern bool SanctKeepMark(const Guard *guard);

/* The row with its mark set */
extern HeapTuple SanctMarkRow(const Guard *guard, HeapTuple row);

#endif
