/* Options of a guard that are arguments of their own: threshold => 0.8 is what threshold=0.8 is among options */
#include "postgres.h"

#include "pg/guard/named_options.h"

#include "catalog/pg_type.h"
#include "fmgr.h"
#include "lib/stringinfo.h"
#include "nodes/value.h"
#include "utils/array.h"
#include "utils/builtins.h"

#include "pg/base/shown.h"

/* How the value of an option is given */
typedef enum ValueKind
{
	VALUE_TEXT, VALUE_WORDS, VALUE_COLUMN, VALUE_COLUMNS, VALUE_NUMBER, VALUE_COUNT, VALUE_SWITCH
} ValueKind;

/* The arguments, in the order in which the function has them */
static const struct
{
	const char *key;
	ValueKind	kind;
}			named_options[] = {
	{"threshold", VALUE_NUMBER}, {"lists", VALUE_WORDS}, {"types", VALUE_WORDS}, {"key", VALUE_COLUMNS},
	{"birth_date", VALUE_COLUMN}, {"nationality", VALUE_COLUMN}, {"gender", VALUE_COLUMN},
	{"birth_place", VALUE_COLUMN}, {"document", VALUE_COLUMNS}, {"type", VALUE_COLUMN}, {"country", VALUE_COLUMN},
	{"verdict", VALUE_TEXT}, {"mark", VALUE_COLUMN}, {"four_eyes", VALUE_SWITCH}, {"show_names", VALUE_SWITCH},
	{"limit", VALUE_COUNT}, {"unread", VALUE_TEXT}, {"on_empty", VALUE_TEXT}, {"scan", VALUE_TEXT},
	{"tell", VALUE_TEXT}, {"notify", VALUE_SWITCH}, {"weak", VALUE_SWITCH}
};

/* See named_options.h */
int
SanctCountNamedOptions(void)
{
	return lengthof(named_options);
}

/* A name of a column as options write it: in double quotes, in which two are one */
static void
AddQuoted(StringInfo value, const char *name)
{
	appendStringInfoChar(value, '"');
	for (; *name; name++)
	{
		if (*name == '"')
			appendStringInfoChar(value, '"');
		appendStringInfoChar(value, *name);
	}
	appendStringInfoChar(value, '"');
}

/* A column as options write it */
static char *
QuotedColumn(const char *name)
{
	StringInfoData value;

	initStringInfo(&value);
	AddQuoted(&value, name);
	return value.data;
}

/* A word as options write it: a comma would make two of it */
static void
AddWord(StringInfo value, const char *key, const char *word)
{
	if (strchr(word, ',') != NULL)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("element \"%s\" of %s is not valid", SanctShown(word), key),
				 errhint("Give each as an element of its own: %s => '{one,another}'.", key)));
	appendStringInfoString(value, word);
}

/* The elements of an array with commas between */
static char *
JoinElements(const char *key, ArrayType *array, bool columns)
{
	StringInfoData value;
	Datum	   *elements;
	bool	   *nulls;
	int			n;

	initStringInfo(&value);
	deconstruct_array(array, TEXTOID, -1, false, TYPALIGN_INT, &elements, &nulls, &n);
	for (int i = 0; i < n; i++)
	{
		if (nulls[i])
			ereport(ERROR,
					(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("elements of %s must not be NULL", key)));
		if (value.len > 0)
			appendStringInfoChar(&value, ',');
		if (columns)
			AddQuoted(&value, TextDatumGetCString(elements[i]));
		else
			AddWord(&value, key, TextDatumGetCString(elements[i]));
	}
	return value.data;
}

/* The value of an argument as options write it */
static char *
OptionValue(FunctionCallInfo fcinfo, int argument, const char *key, ValueKind kind)
{
	switch (kind)
	{
		case VALUE_WORDS:
		case VALUE_COLUMNS:
			return JoinElements(key, PG_GETARG_ARRAYTYPE_P(argument), kind == VALUE_COLUMNS);
		case VALUE_COLUMN:
			return QuotedColumn(text_to_cstring(PG_GETARG_TEXT_PP(argument)));
		case VALUE_NUMBER:
			return psprintf("%.15g", PG_GETARG_FLOAT8(argument));
		case VALUE_COUNT:
			return psprintf("%d", PG_GETARG_INT32(argument));
		case VALUE_SWITCH:
			return PG_GETARG_BOOL(argument) ? "on" : "off";
		default:
			return text_to_cstring(PG_GETARG_TEXT_PP(argument));
	}
}

/* See named_options.h */
List *
SanctNamedOptions(FunctionCallInfo fcinfo, int first)
{
	List	   *options = NIL;

	for (int i = 0; i < lengthof(named_options); i++)
		if (!PG_ARGISNULL(first + i))
			options = lappend(options, makeString(psprintf("%s=%s", named_options[i].key,
														   OptionValue(fcinfo, first + i, named_options[i].key,
																	   named_options[i].kind))));
	return options;
}
