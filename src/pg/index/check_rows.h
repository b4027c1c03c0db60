#ifndef SANCT_INDEX_CHECK_ROWS_H
#define SANCT_INDEX_CHECK_ROWS_H

/* The rows of a table whose names an index holds */

#include "pg/index/check_tree.h"

/* Take the names of every row that a new snapshot sees, to be looked up by SanctCheckRows() */
extern void SanctTakeIndexedRows(IndexCheck *check);

/* Look up every name: is each row found by its own, and is it what the leaves hold of it? */
extern void SanctCheckRows(const IndexCheck *check);

#endif
