/* What all that is written to the trail has in common: persons, pools, rows and JSON objects, and that it stays */
#include "postgres.h"

#include "pg/trail/person.h"

#include "catalog/pg_type.h"
#include "executor/executor.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/rel.h"

#include "pg/base/actor.h"

PG_FUNCTION_INFO_V1(sanct_declare_pool);
PG_FUNCTION_INFO_V1(sanct_forget_pool);

/* See person.h */
Person
SanctPersonOf(const Extension *extension, const char *role, const char *actor)
{
	static const OwnFunction function = {"sanct_is_pool", 1, {NAMEOID}};
	Datum		value = DirectFunctionCall1(namein, CStringGetDatum(role));
	bool		isnull;

	return (Person) {role, actor, DatumGetBool(SanctCallOwn(extension, &function, &value, NULL, &isnull))};
}

/* See person.h */
void
SanctRefuseRestricted(void)
{
	if (InSecurityRestrictedOperation())
		ereport(ERROR,
				(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
				 errmsg("nothing is decided within a security-restricted operation"),
				 errdetail("The user of the session would be taken for who decides.")));
}

/* See person.h */
bool
SanctIsNobody(const Person *person)
{
	return person->pool && person->actor == NULL;
}

/* See person.h */
Person
SanctActingPerson(const Extension *extension, const text *argument)
{
	Person		person = SanctPersonOf(extension, SanctSessionUser(), SanctActor(argument));

	SanctRefuseRestricted();
	if (SanctIsNobody(&person))
		ereport(ERROR,
				(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
				 errmsg("role \"%s\" must name the person for whom it acts", person.role),
				 errdetail("It is declared as a pool, which many persons use."),
				 errhint("Give the argument actor => 'person', or SET LOCAL sanctmatch.actor = 'person'.")));
	return person;
}

/* See person.h */
bool
SanctIsSamePerson(const Extension *extension, const Person *a, const Person *b)
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
	return DatumGetBool(SanctCallOwn(extension, &function, values, nulls, &isnull));
}

/* Call what declares or forgets a pool; false if there is nothing to do */
static bool
ChangePool(FunctionCallInfo fcinfo, const OwnFunction *function)
{
	Datum		values[3];
	bool		nulls[3] = {false};
	bool		isnull;

	SanctRefuseRestricted();
	if (PG_ARGISNULL(0))
		ereport(ERROR, (errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("role must not be NULL")));
	values[0] = PG_GETARG_DATUM(0);
	SanctPassActor(values, nulls, 1, PG_ARGISNULL(1) ? NULL : PG_GETARG_TEXT_PP(1));
	(void) SanctCallOwn(SanctExtensionOf(fcinfo->flinfo->fn_oid), function, values, nulls, &isnull);
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
