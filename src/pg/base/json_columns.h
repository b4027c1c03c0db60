#ifndef SANCT_BASE_JSON_COLUMNS_H
#define SANCT_BASE_JSON_COLUMNS_H

/* Columns of a table with their values, as the keys of a JSON object tell them */

#include "nodes/pg_list.h"
#include "utils/jsonb.h"
#include "utils/relcache.h"

/*
 * The columns of a relation that a JSON object has, of ColumnText *; one that the relation has not is added to
 * unknown, of char *
 */
extern List *SanctReadJsonColumns(Relation relation, Jsonb *object, List **unknown);

#endif
