#ifndef SANCT_RUN_RUN_COLUMNS_H
#define SANCT_RUN_RUN_COLUMNS_H

/* Which columns of a screened table tell its subjects in alerts */

#include "fmgr.h"
#include "nodes/pg_list.h"
#include "utils/array.h"
#include "utils/relcache.h"

#include "pg/base/extension.h"
#include "pg/screen/subject_columns.h"

/* Columns of a table, of int: its attribute numbers */
typedef struct RunColumns
{
	List	   *key;			/* that tell which row it is */
	List	   *facts;			/* that are noted beside the name */
} RunColumns;

/*
 * The columns of a table with the columns id_column (and, as an array, key_columns: NULL for none) and those with facts
 * that are weighed.  Where a guard of the table knows rows by a key that has id_column, key and facts are the guard's,
 * so that what is cleared for the one is for the other.
 */
extern RunColumns SanctFindRunColumns(const Extension *extension, Relation relation, const char *id_column,
									  ArrayType *key_columns, const FactColumns *facts);

/* All columns that a run reads, by what they are, as jsonb */
extern Datum SanctDescribeRunColumns(const RunColumns *columns, Relation relation, const char *name_column,
									 const FactColumns *facts);

#endif
