/* sanct_assign(): who is to decide an open alert, and until when; noted among its decisions */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "fmgr.h"

#include "pg/base/actor.h"
#include "pg/base/callable.h"
#include "pg/base/compat.h"
#include "pg/base/extension.h"
#include "pg/base/row_field.h"
#include "pg/desk/decision.h"
#include "pg/trail/person.h"

PG_FUNCTION_INFO_V1(sanct_assign);

/* Arguments */
typedef enum Argument
{
	ARG_ALERT, ARG_ASSIGNEE, ARG_DUE, ARG_REASON, ARG_ACTOR, ARGUMENTS
} Argument;

/* Refuse an alert that nobody is to decide any more */
static void
CheckOpen(const Extension *extension, HeapTupleHeader alert, int64 id)
{
	const char *status = SanctRowField(alert, "status");

	if (strcmp(status, "open") != 0)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("alert %lld is not open", (long long) id),
				 errdetail("Its status is %s.", status),
				 errhint("Reopen it first: SELECT %s(%lld, 'reopen', <reason>);",
						 SanctCallable(extension, "sanct_decide"), (long long) id)));
}

/* sanct_assign(alert, assignee, due, reason, actor), see its comment in SQL */
Datum
sanct_assign(PG_FUNCTION_ARGS)
{
	static const OwnFunction function = {"sanct_note_assignment", 6, {INT8OID, TEXTOID, DATEOID, TEXTOID, NAMEOID,
	TEXTOID}};
	const Extension *extension = SanctExtensionOf(fcinfo->flinfo->fn_oid);
	const text *actor = PG_ARGISNULL(ARG_ACTOR) ? NULL : PG_GETARG_TEXT_PP(ARG_ACTOR);
	Datum		values[6];
	bool		nulls[6] = {false};
	bool		isnull;

	SanctCheckArgumentCount(fcinfo, ARGUMENTS);
	if (PG_ARGISNULL(ARG_ALERT) || PG_ARGISNULL(ARG_REASON) || VARSIZE_ANY_EXHDR(PG_GETARG_TEXT_PP(ARG_REASON)) == 0)
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("an assignment needs an alert and a reason")));
	(void) SanctActingPerson(extension, actor);
	CheckOpen(extension, SanctLockAlert(extension, PG_GETARG_INT64(ARG_ALERT), false), PG_GETARG_INT64(ARG_ALERT));
	for (int i = ARG_ALERT; i <= ARG_REASON; i++)
	{
		nulls[i] = PG_ARGISNULL(i) || (i == ARG_ASSIGNEE && VARSIZE_ANY_EXHDR(PG_GETARG_TEXT_PP(i)) == 0);
		values[i] = nulls[i] ? (Datum) 0 : PG_GETARG_DATUM(i);
	}
	SanctPassActor(values, nulls, ARG_ACTOR, actor);
	(void) SanctCallOwn(extension, &function, values, nulls, &isnull);
	PG_RETURN_VOID();
}
