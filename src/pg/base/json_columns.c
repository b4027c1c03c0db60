/* Columns of a table with their values, as the keys of a JSON object tell them */
#include "postgres.h"

#include "pg/base/json_columns.h"

#include "catalog/pg_type.h"
#include "fmgr.h"
#include "lib/stringinfo.h"
#include "nodes/pg_list.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/json.h"
#include "utils/jsonb.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"

#include "pg/base/compat.h"
#include "pg/base/plain_output.h"
#include "pg/base/table_change.h"

/* The text of a key's value, NULL if it is null; false if there is no such key */
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

/* The keys of an object, of char * */
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

/* See json_columns.h */
bool
SanctAreColumns(const List *given, const List *columns)
{
	ListCell   *cell;

	foreach(cell, given)
		if (!list_member_int(columns, ((ColumnText *) lfirst(cell))->column))
			return false;
	return list_length(given) == list_length(columns);
}

/* Is a type one whose input and output are nothing but that, so that they may be called on what somebody gives? */
static bool
IsPlainType(Oid type)
{
	Oid			element = get_element_type(type);
	char		kind = get_typtype(OidIsValid(element) ? element : type);

	return kind == TYPTYPE_BASE || kind == TYPTYPE_ENUM;
}

/* A value as the type of its column writes it: a row with id 7 has it as "7", whoever gives 07 */
static const char *
WrittenValue(Relation relation, const ColumnText *value)
{
	Form_pg_attribute attribute = TupleDescAttr(RelationGetDescr(relation), value->column - 1);
	Oid			type = getBaseType(attribute->atttypid);
	Oid			input;
	Oid			output;
	Oid			argument;
	bool		varlena;

	if (value->text == NULL || !IsPlainType(type))
		return value->text;
	getTypeInputInfo(type, &input, &argument);
	getTypeOutputInfo(type, &output, &varlena);
	return OidOutputFunctionCall(output, OidInputFunctionCall(input, unconstify(char *, value->text), argument, -1));
}

/* See json_columns.h */
Datum
SanctWrittenColumns(Relation relation, const List *columns)
{
	int			level = SanctStartPlainOutput();
	StringInfoData json;
	ListCell   *cell;

	initStringInfo(&json);
	foreach(cell, columns)
	{
		const ColumnText *column = lfirst(cell);
		const char *value = WrittenValue(relation, column);

		appendStringInfoString(&json, json.len > 0 ? ", " : "{");
		escape_json(&json, NameStr(TupleDescAttr(RelationGetDescr(relation), column->column - 1)->attname));
		appendStringInfoString(&json, ": ");
		if (value)
			escape_json(&json, value);
		else
			appendStringInfoString(&json, "null");
	}
	AtEOXact_GUC(true, level);
	appendStringInfoString(&json, json.len > 0 ? "}" : "{}");
	return DirectFunctionCall1(jsonb_in, CStringGetDatum(json.data));
}
