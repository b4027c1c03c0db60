#ifndef SANCT_DESK_MARK_H
#define SANCT_DESK_MARK_H

/* Marks of rows that are held */

#include "access/htup.h"
#include "utils/jsonb.h"

#include "pg/base/extension.h"

/* A row as an alert of it knows it */
typedef struct HeldRow
{
	const char *subject;
	Jsonb	   *key;
	bool		holds;			/* the alert says that the row is held */
} HeldRow;

/* The row that an alert is of */
extern HeldRow SanctRowOfAlert(HeapTupleHeader alert);

/* Lock the row, where a guard of its table marks rows and knows them by such a key, with the rights of the owner */
extern void SanctLockMarked(const Extension *extension, const HeldRow *row);

/*
 * Set or lift the mark of a row, where a guard of its table marks rows and knows them by such a key, with the rights
 * of the table's owner.  Where guards mark rows and none knows them so, an alert that holds its row is an error.
 */
extern void SanctSetMark(const Extension *extension, const HeldRow *row, bool held);

#endif
