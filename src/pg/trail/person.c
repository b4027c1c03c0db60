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
#include "utils/timestamp.h"

#include "pg/base/actor.h"

PG_FUNCTION_INFO_V1(sanct_declare_pool);
PG_FUNCTION_INFO_V1(sanct_forget_pool);

/* See person.h */
Person
SanctPersonOf(const Extension *extension, const char *role, const char *actor, TimestampTz at)
{
	static const OwnFunction function = {"sanct_is_pool", 3, {NAMEOID, TIMESTAMPTZOID, TIMESTAMPTZOID}};
	Datum		values[3] = {DirectFunctionCall1(namein, CStringGetDatum(role)), TimestampTzGetDatum(at),
	TimestampTzGetDatum(at)};
	bool		isnull;

	return (Person) {role, actor, at, DatumGetBool(SanctCallOwn(extension, &function, values, NULL, &isnull))};
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
	Person		person = SanctPersonOf(extension, SanctSessionUser(), SanctActor(argument), PERSON_NOW);

	SanctRefuseRestricted();
	if (SanctIsNobody(&person))
		ereport(ERROR,
				(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
				 errmsg("role \"%s\" must name the person for whom it acts", person.role),
				 errdetail("It is declared as a pool, which many persons use."),
				 errhint("Give the argument actor => 'person', or SET LOCAL sanctmatch.actor = 'person'.")));
	return person;
}

/* The arguments that tell a person, without when that was */
static void
PersonArguments(const Person *person, Datum *role, Datum *actor, bool *no_actor)
{
	*role = DirectFunctionCall1(namein, CStringGetDatum(person->role));
	*no_actor = person->actor == NULL;
	*actor = person->actor ? CStringGetTextDatum(person->actor) : (Datum) 0;
}

/* See person.h */
bool
SanctIsSamePerson(const Extension *extension, const Person *before, const Person *now)
{
	static const OwnFunction function = {"sanct_is_same_person", 5, {NAMEOID, TEXTOID, TIMESTAMPTZOID, NAMEOID,
	TEXTOID}};
	Datum		values[5];
	bool		nulls[5] = {false};
	bool		isnull;

	Assert(now->at == PERSON_NOW);
	PersonArguments(before, &values[0], &values[1], &nulls[1]);
	values[2] = TimestampTzGetDatum(before->at);
	PersonArguments(now, &values[3], &values[4], &nulls[4]);
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

/* Refuse to declare what is no role, or the session's own user: he would make himself as many persons as he likes */
static void
CheckPool(const char *role)
{
	(void) get_role_oid(role, false);
	if (strcmp(role, SanctSessionUser()) == 0)
		ereport(ERROR,
				(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
				 errmsg("role \"%s\" cannot be declared as a pool in a session of its own", role),
				 errhint("Log in as another role for it.")));
}

/* sanct_declare_pool(role, actor): many persons use a role */
Datum
sanct_declare_pool(PG_FUNCTION_ARGS)
{
	static const OwnFunction function = {"sanct_store_pool", 3, {NAMEOID, NAMEOID, TEXTOID}};

	if (!PG_ARGISNULL(0))
		CheckPool(NameStr(*PG_GETARG_NAME(0)));
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
