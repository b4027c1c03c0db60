/*
 * sanct_decide_case(): all alerts of a case decided at once, each as sanct_decide() decides it
 *
 * A case is what the view sanct_case shows as one to whoever decides: alerts of one row, and of one entry or of entries
 * that are linked.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "fmgr.h"
#include "utils/array.h"
#include "utils/builtins.h"

#include "pg/base/actor.h"
#include "pg/base/callable.h"
#include "pg/base/compat.h"
#include "pg/base/extension.h"
#include "pg/desk/decision.h"
#include "pg/list/readers.h"
#include "pg/trail/person.h"

PG_FUNCTION_INFO_V1(sanct_decide_case);

/* Arguments beside those that SanctReadDecision() reads */
typedef enum Argument
{
	ARG_CASE, ARG_ALERTS = 5, ARGUMENTS
} Argument;

/* Numbers of alerts */
typedef struct Alerts
{
	Datum	   *id;
	int			count;
} Alerts;

/* The elements of a bigint[]; one that is NULL is an error */
static Alerts
ElementsOf(ArrayType *array)
{
	Alerts		alerts;
	bool	   *nulls;

	deconstruct_array(array, INT8OID, sizeof(int64), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE, &alerts.id, &nulls,
					  &alerts.count);
	for (int i = 0; i < alerts.count; i++)
		if (nulls[i])
			ereport(ERROR, (errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("alerts must not have a NULL")));
	return alerts;
}

/* The alerts of a case, by their numbers, as they are at this moment */
static Alerts
AlertsOf(const Extension *extension, int64 number)
{
	static const OwnFunction function = {"sanct_alerts_of_case", 2, {INT8OID, TEXTARRAYOID}};
	Datum		values[2] = {Int64GetDatum(number), PointerGetDatum(SanctHiddenLists(extension))};
	bool		isnull;
	Datum		alerts = SanctCallOwn(extension, &function, values, NULL, &isnull);

	if (isnull)
		ereport(ERROR,
				(errcode(ERRCODE_NO_DATA),
				 errmsg("case %lld does not exist", (long long) number),
				 errdetail("Alert %lld is of a case of another number.", (long long) number),
				 errhint("SELECT case_id FROM %s WHERE %lld = ANY (alerts);", SanctCallable(extension, "sanct_case"),
						 (long long) number)));
	return ElementsOf(DatumGetArrayTypeP(alerts));
}

/* Has the case just the alerts that who decides has seen? */
static void
CheckSeen(const Extension *extension, int64 number, Alerts alerts, Alerts seen)
{
	bool		same = alerts.count == seen.count;

	for (int i = 0; i < alerts.count && same; i++)
	{
		same = false;
		for (int k = 0; k < seen.count; k++)
			same = same || DatumGetInt64(seen.id[k]) == DatumGetInt64(alerts.id[i]);
	}
	if (!same)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("case %lld has other alerts than those that were to be decided", (long long) number),
				 errdetail("It has %d of them now; nothing has been decided.", alerts.count),
				 errhint("Look at them: SELECT * FROM %s WHERE case_id = %lld;",
						 SanctCallable(extension, "sanct_case"), (long long) number)));
}

/* Decide those of the alerts that such a verdict suits, and leave them alone in alerts; one at least, or an error */
static void
DecideAll(const Extension *extension, const Decision *decision, int64 number, Alerts *alerts)
{
	int			decided = 0;

	for (int i = 0; i < alerts->count; i++)
	{
		HeapTupleHeader alert = SanctLockAlert(extension, DatumGetInt64(alerts->id[i]), SanctMayMark(decision));

		if (!SanctSuits(decision, alert))
			continue;
		SanctDecide(extension, decision, alert);
		alerts->id[decided++] = alerts->id[i];
	}
	alerts->count = decided;
	if (decided == 0)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg(decision->verdict == VERDICT_REOPEN ? "case %lld has no alert that is decided" :
						"case %lld has no alert that is open", (long long) number),
				 errhint("What was decided of it: SELECT * FROM %s WHERE alert_id = %lld;",
						 SanctCallable(extension, "sanct_alert_history"), (long long) number)));
}

/* sanct_decide_case(case_id, verdict, reason, expires_at, actor, alerts), see docs/trail.md */
Datum
sanct_decide_case(PG_FUNCTION_ARGS)
{
	const Extension *extension = SanctExtensionOf(fcinfo->flinfo->fn_oid);
	Decision	decision;
	int64		number;
	Alerts		alerts;

	SanctCheckArgumentCount(fcinfo, ARGUMENTS);
	decision = SanctReadDecision(fcinfo, "a case");
	number = PG_GETARG_INT64(ARG_CASE);
	SanctRefuseRestricted();
	/* with it all alerts of its row are locked */
	(void) SanctLockAlert(extension, number, SanctMayMark(&decision));
	alerts = AlertsOf(extension, number);
	if (!PG_ARGISNULL(ARG_ALERTS))
		CheckSeen(extension, number, alerts, ElementsOf(PG_GETARG_ARRAYTYPE_P(ARG_ALERTS)));
	DecideAll(extension, &decision, number, &alerts);
	PG_RETURN_ARRAYTYPE_P(construct_array(alerts.id, alerts.count, INT8OID, sizeof(int64), FLOAT8PASSBYVAL,
										  TYPALIGN_DOUBLE));
}
