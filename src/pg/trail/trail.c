/* What all that is written to the trail has in common: persons, pools, rows and JSON objects, and that it stays */
#include "pg/trail/trail.h"

#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "executor/executor.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/timestamp.h"
#include "utils/typcache.h"

#include "pg/base/actor.h"
#include "pg/list/loaded.h"
#include "pg/base/own_scan.h"
#include "pg/type/sanctmatch.h"
#include "pg/base/table_change.h"

PG_FUNCTION_INFO_V1(sanct_declare_pool);
PG_FUNCTION_INFO_V1(sanct_forget_pool);
PG_FUNCTION_INFO_V1(sanct_append_only);

/* See trail.h */
Person
PersonOf(const Extension *extension, const char *role, const char *actor)
{
	static const OwnFunction function = {"sanct_is_pool", 1, {NAMEOID}};
	Datum		value = DirectFunctionCall1(namein, CStringGetDatum(role));
	bool		isnull;

	return (Person) {role, actor, DatumGetBool(CallOwn(extension, &function, &value, NULL, &isnull))};
}

/* See trail.h */
void
RefuseRestricted(void)
{
	if (InSecurityRestrictedOperation())
		ereport(ERROR,
				(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
				 errmsg("nothing is decided within a security-restricted operation"),
				 errdetail("The user of the session would be taken for who decides.")));
}

/* See trail.h */
bool
IsNobody(const Person *person)
{
	return person->pool && person->actor == NULL;
}

/* See trail.h */
Person
ActingPerson(const Extension *extension, const text *argument)
{
	Person		person = PersonOf(extension, SanctSessionUser(), SanctActor(argument));

	RefuseRestricted();
	if (IsNobody(&person))
		ereport(ERROR,
				(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
				 errmsg("role \"%s\" must name the person for whom it acts", person.role),
				 errdetail("It is declared as a pool, which many persons use."),
				 errhint("Give the argument actor => 'person', or SET LOCAL sanctmatch.actor = 'person'.")));
	return person;
}

/* See trail.h */
bool
IsSamePerson(const Extension *extension, const Person *a, const Person *b)
{
	static const OwnFunction function = {"sanct_is_same_person", 4, {NAMEOID, TEXTOID, NAMEOID, TEXTOID}};
	const Person *persons[] = {a, b};
	Datum		values[4];
	bool		nulls[4] = {false};
	bool		isnull;

	for (int i = 0; i < 2; i++)
	{
		values[2 * i] = DirectFunctionCall1(namein, CStringGetDatum(persons[i]->role));
		nulls[2 * i + 1] = persons[i]->actor == NULL;
		values[2 * i + 1] = persons[i]->actor ? CStringGetTextDatum(persons[i]->actor) : (Datum) 0;
	}
	return DatumGetBool(CallOwn(extension, &function, values, nulls, &isnull));
}

/* Is the current row of a scan of lists shown? */
static bool
IsRowShown(const OwnScan *lists)
{
	bool		isnull;
	Datum		readers = OwnValue(lists, LIST_READERS, &isnull);

	return IsShown(isnull ? NULL : DatumGetArrayTypeP(readers));
}

/* See trail.h */
bool
IsListShown(const Extension *extension, const char *code)
{
	OwnScan		lists;
	bool		shown = true;

	ReadOwnTable(&lists, extension, OWN_LIST);
	while (NextOwnRow(&lists))
		if (strcmp(TextDatumGetCString(OwnDatum(&lists, LIST_CODE)), code) == 0)
			shown = shown && IsRowShown(&lists);
	return shown;
}

/* See trail.h */
bool
IsEntryShown(const Extension *extension, int64 entry)
{
	OwnScan		entries;
	OwnScan		lists;
	bool		exists = false;
	bool		shown = false;
	int32		list = 0;

	FindOwnRows(&entries, extension, OWN_ENTRY, ENTRY_ID, entry);
	while (NextOwnRow(&entries))
	{
		exists = true;
		list = DatumGetInt32(OwnDatum(&entries, ENTRY_LIST_ID));
	}
	ReadOwnTable(&lists, extension, OWN_LIST);
	while (NextOwnRow(&lists))
		if (exists && DatumGetInt32(OwnDatum(&lists, LIST_ID)) == list)
			shown = IsRowShown(&lists);
	return shown;
}

/* See trail.h */
void
CheckExpiry(TimestampTz expires)
{
	if (expires <= GetCurrentTimestamp())
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("a clearance cannot have expired already"),
				 errhint("Let expires_at lie ahead, or leave it out.")));
}

/* See trail.h */
char *
RowField(HeapTupleHeader row, const char *column)
{
	bool		isnull;
	Datum		value = GetAttributeByName(row, column, &isnull);
	TupleDesc	desc = lookup_rowtype_tupdesc(HeapTupleHeaderGetTypeId(row), HeapTupleHeaderGetTypMod(row));
	Oid			type = InvalidOid;
	Oid			output;
	bool		varlena;

	for (int i = 0; i < desc->natts; i++)
		if (namestrcmp(&TupleDescAttr(desc, i)->attname, column) == 0)
			type = TupleDescAttr(desc, i)->atttypid;
	ReleaseTupleDesc(desc);
	if (isnull)
		return NULL;
	getTypeOutputInfo(type, &output, &varlena);
	return OidOutputFunctionCall(output, value);
}

/* See trail.h */
int64
RowNumber(HeapTupleHeader row, const char *column)
{
	bool		isnull;
	Datum		value = GetAttributeByName(row, column, &isnull);

	return isnull ? 0 : DatumGetInt64(value);
}

/* See trail.h */
bool
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

/* See trail.h */
List *
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

/* See trail.h */
List *
JsonColumns(Relation relation, Jsonb *object, List **unknown)
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

/* Calls what declares or forgets a pool; false if there is nothing to do */
static bool
ChangePool(FunctionCallInfo fcinfo, const OwnFunction *function)
{
	Datum		values[3];
	bool		nulls[3] = {false};
	bool		isnull;

	RefuseRestricted();
	if (PG_ARGISNULL(0))
		ereport(ERROR, (errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("role must not be NULL")));
	values[0] = PG_GETARG_DATUM(0);
	PassActor(values, nulls, 1, PG_ARGISNULL(1) ? NULL : PG_GETARG_TEXT_PP(1));
	(void) CallOwn(ExtensionOf(fcinfo->flinfo->fn_oid), function, values, nulls, &isnull);
	return !isnull;
}

/* sanct_declare_pool(role, actor): many persons use a role */
Datum
sanct_declare_pool(PG_FUNCTION_ARGS)
{
	static const OwnFunction function = {"sanct_store_pool", 3, {NAMEOID, NAMEOID, TEXTOID}};

	if (!PG_ARGISNULL(0))
		(void) get_role_oid(NameStr(*PG_GETARG_NAME(0)), false);
	if (!ChangePool(fcinfo, &function))
		ereport(ERROR,
				(errcode(ERRCODE_DUPLICATE_OBJECT),
				 errmsg("role \"%s\" is declared as a pool already", NameStr(*PG_GETARG_NAME(0)))));
	PG_RETURN_VOID();
}

/* sanct_forget_pool(role, actor): a role is a person again, or there is none of that name any more */
Datum
sanct_forget_pool(PG_FUNCTION_ARGS)
{
	static const OwnFunction function = {"sanct_end_pool", 3, {NAMEOID, NAMEOID, TEXTOID}};

	if (!ChangePool(fcinfo, &function))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_OBJECT),
				 errmsg("role \"%s\" is not declared as a pool", NameStr(*PG_GETARG_NAME(0)))));
	PG_RETURN_VOID();
}

/* Trigger of tables whose rows stay as they were written, but for what the extension's functions note in them */
Datum
sanct_append_only(PG_FUNCTION_ARGS)
{
	if (!CALLED_AS_TRIGGER(fcinfo))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("function \"%s\" was not called by trigger manager", "sanct_append_only")));
	ereport(ERROR,
			(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
			 errmsg("rows of \"%s\" are not changed or deleted",
					RelationGetRelationName(((TriggerData *) fcinfo->context)->tg_relation)),
			 errdetail("They are the trail of what was found and decided."),
			 errhint("Decide with sanct_decide, clear with sanct_clear, take that back with sanct_revoke_clearance.")));
}
