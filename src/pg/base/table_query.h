#ifndef SANCT_BASE_TABLE_QUERY_H
#define SANCT_BASE_TABLE_QUERY_H

/* Queries of a table or view of the user's, with his rights */

#include "executor/tuptable.h"
#include "nodes/plannodes.h"
#include "utils/relcache.h"

/* Open a relation of which the current user may read something; whoever may not does not even lock it */
extern Relation SanctOpenReadable(Oid relation);

/* A planned query of one table or view of the user's, which is bound to that very object */
typedef struct TableQuery
{
	const char *text;			/* what the log and the statistics show */
	PlannedStmt *plan;
} TableQuery;

/*
 * Plans "SELECT list [ORDER BY ...]" over a relation that the caller has open and locked; the text names its
 * columns as s.column and no table.  Lives in the current memory context.
 */
extern TableQuery *SanctPlanTableQuery(Relation relation, const char *text);

/* What is done with each row; the slot is good until it returns */
typedef void (*TableRow) (TupleTableSlot *slot, void *argument);

/* Run it with the rights of the current user and the active snapshot; returns the number of rows */
extern uint64 SanctRunTableQuery(const TableQuery *query, TableRow row, void *argument);

#endif
