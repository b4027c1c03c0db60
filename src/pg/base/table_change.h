#ifndef SANCT_BASE_TABLE_CHANGE_H
#define SANCT_BASE_TABLE_CHANGE_H

/* Rows that are written to a table of the user's, with his rights */

#include "access/attnum.h"
#include "nodes/pg_list.h"
#include "utils/relcache.h"

/* A value of a column as its type writes it, as in plain settings (SanctStartPlainOutput); NULL is NULL */
typedef struct ColumnText
{
	AttrNumber	column;
	const char *text;
} ColumnText;

/*
 * These write to a table that the caller has open and locked for it, with the rights of the current user, as a
 * statement of his would: rules, triggers and row security apply.  They return how many rows were written.
 */

/* Insert a row of values (of ColumnText *); columns that are not given get their default */
extern uint64 SanctInsertRow(Relation relation, const List *values);

/* Update the rows that have the values of a key; both are of ColumnText * */
extern uint64 SanctUpdateRows(Relation relation, const List *values, const List *key);

/* Set a boolean column of the rows that have the values of a key and do not have it so yet */
extern uint64 SanctUpdateSwitch(Relation relation, AttrNumber column, bool value, const List *key);

/* Lock the rows that have the values of a key, as an update that leaves their keys does; needs the right to update */
extern void SanctLockRows(Relation relation, const List *key);

#endif
