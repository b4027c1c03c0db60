#ifndef SANCT_BASE_JSON_COLUMNS_H
#define SANCT_BASE_JSON_COLUMNS_H

#include "nodes/pg_list.h"
#include "utils/jsonb.h"
#include "utils/relcache.h"

/*
 * The columns of a relation that a JSON object has, of ColumnText *; one that the relation has not is added to
 * unknown, of char *
 */
extern List *JsonColumns(Relation relation, Jsonb *object, List **unknown);

/* The value of a key of a JSON object as text, NULL if it is null; false if there is no such key */
extern bool JsonField(Jsonb *object, const char *key, const char **value);

/* The keys of a JSON object, of char * */
extern List *JsonKeys(Jsonb *object);

#endif
