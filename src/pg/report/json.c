/* What a page is made of, read from jsonb */
#include "postgres.h"

#include "pg/report/json.h"

#include "utils/builtins.h"
#include "utils/numeric.h"

/* A scalar as text; NULL for null and what is none */
static char *
ScalarText(const JsonbValue *value)
{
	if (value == NULL)
		return NULL;
	switch (value->type)
	{
		case jbvString:
			return pnstrdup(value->val.string.val, value->val.string.len);
		case jbvNumeric:
			return DatumGetCString(DirectFunctionCall1(numeric_out, NumericGetDatum(value->val.numeric)));
		case jbvBool:
			return value->val.boolean ? "yes" : "no";
		default:
			return NULL;
	}
}

/* The value of a key, NULL if there is none */
static JsonbValue *
FindMember(Json object, const char *key)
{
	if (object == NULL || !JsonContainerIsObject(object))
		return NULL;
	return getKeyJsonValueFromContainer(object, key, strlen(key), NULL);
}

/* See json.h */
Json
SanctJsonIn(Json object, const char *key)
{
	JsonbValue *value = FindMember(object, key);

	return value != NULL && value->type == jbvBinary ? value->val.binary.data : NULL;
}

/* See json.h */
int
SanctJsonCount(Json array)
{
	return array != NULL && JsonContainerIsArray(array) ? (int) JsonContainerSize(array) : 0;
}

/* See json.h */
Json
SanctJsonAt(Json array, int i)
{
	JsonbValue *value = getIthJsonbValueFromContainer(array, i);

	return value != NULL && value->type == jbvBinary ? value->val.binary.data : NULL;
}

/* See json.h */
char *
SanctJsonTextAt(Json array, int i)
{
	return ScalarText(getIthJsonbValueFromContainer(array, i));
}

/* See json.h */
char *
SanctJsonText(Json object, const char *key)
{
	return ScalarText(FindMember(object, key));
}

/* See json.h */
double
SanctJsonNumber(Json object, const char *key, double otherwise)
{
	JsonbValue *value = FindMember(object, key);

	if (value == NULL || value->type != jbvNumeric)
		return otherwise;
	return DatumGetFloat8(DirectFunctionCall1(numeric_float8_no_overflow, NumericGetDatum(value->val.numeric)));
}

/* See json.h */
bool
SanctJsonIs(Json object, const char *key, const char *text)
{
	const char *is = SanctJsonText(object, key);

	return is != NULL && strcmp(is, text) == 0;
}
