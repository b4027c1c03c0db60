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

/* Are the columns of a JSON object, of ColumnText *, just these, of int? */
extern bool SanctAreColumns(const List *given, const List *columns);

/* Such columns with their values as their types write them and guards note them, as jsonb */
extern Datum SanctWrittenColumns(Relation relation, const List *columns);

#endif
