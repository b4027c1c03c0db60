/* Columns of a table with their values, as the keys of a JSON object tell them */
#include "postgres.h"

#include "pg/base/json_columns.h"

#include "miscadmin.h"
#include "nodes/pg_list.h"
#include "utils/acl.h"
#include "utils/jsonb.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"

#include "pg/base/compat.h"
#include "pg/base/table_change.h"

/* See json_columns.h */
static bool
JsonField(Jsonb *object, const char *key, const char **value)
{
	JsonbValue *found = getKeyJsonValueFromContainer(&object->root, key, strlen(key), NULL);
	Jsonb	   *scalar;

	*value = NULL;
	if (found == NULL)
		return false;
	if (found->type == jbvString)
		*value = pnstrdup(found->val.string.val, found->val.string.len);
	else if (found->type != jbvNull)
	{
		scalar = JsonbValueToJsonb(found);
		*value = JsonbToCString(NULL, &scalar->root, VARSIZE(scalar));
	}
	return true;
}

/* See json_columns.h */
static List *
JsonKeys(Jsonb *object)
{
	JsonbIterator *iterator;
	JsonbIteratorToken token;
	JsonbValue	value;
	List	   *keys = NIL;

	if (!JB_ROOT_IS_OBJECT(object))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("key and facts of a subject must be JSON objects"),
				 errhint("Write {\"column\": \"value\"}.")));
	iterator = JsonbIteratorInit(&object->root);
	while ((token = JsonbIteratorNext(&iterator, &value, true)) != WJB_DONE)
		if (token == WJB_KEY)
			keys = lappend(keys, pnstrdup(value.val.string.val, value.val.string.len));
	return keys;
}

/* See json_columns.h */
List *
SanctReadJsonColumns(Relation relation, Jsonb *object, List **unknown)
{
	List	   *columns = NIL;
	ListCell   *cell;

	*unknown = NIL;
	foreach(cell, JsonKeys(object))
	{
		ColumnText *column = palloc(sizeof(ColumnText));

		column->column = get_attnum(RelationGetRelid(relation), lfirst(cell));
		(void) JsonField(object, lfirst(cell), &column->text);
		if (column->column > 0)
			columns = lappend(columns, column);
		else
			*unknown = lappend(*unknown, lfirst(cell));
	}
	return columns;
}
