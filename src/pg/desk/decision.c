/*
 * What people decide of alerts
 *
 * Whoever may execute sanct_decide needs no right on a table: what it writes is written with the rights of the
 * extension's owner.  It lifts the mark of a row with the last of its alerts, and sets it again where one is reopened.
 */
#include "postgres.h"

#include "pg/desk/decision.h"

#include "catalog/pg_type.h"
#include "executor/executor.h"
#include "fmgr.h"
#include "utils/builtins.h"
#include "utils/timestamp.h"

#include "pg/base/actor.h"
#include "pg/base/callable.h"
#include "pg/base/compat.h"
#include "pg/base/nearest.h"
#include "pg/base/row_field.h"
#include "pg/base/shown.h"
#include "pg/desk/clearance.h"
#include "pg/desk/guarded.h"
#include "pg/desk/mark.h"
#include "pg/list/readers.h"
#include "pg/trail/alert.h"
#include "pg/trail/alert_writers.h"
#include "pg/trail/person.h"

PG_FUNCTION_INFO_V1(sanct_decide);

/* Verdicts, and the status that an alert has after them; NULL = as before */
static const struct
{
	const char *verdict;
	const char *status;
}			verdicts[] = {
	[VERDICT_MATCH] = {"match", "match"}, [VERDICT_NO_MATCH] = {"no match", "cleared"},
	[VERDICT_REOPEN] = {"reopen", "open"}, [VERDICT_COMMENT] = {"comment", NULL}
};

static Verdict
FindVerdict(const char *verdict)
{
	NearestWord nearest;

	SanctStartNearest(&nearest, verdict);
	for (int i = 0; i < lengthof(verdicts); i++)
	{
		if (strcmp(verdicts[i].verdict, verdict) == 0)
			return (Verdict) i;
		SanctTryNearest(&nearest, verdicts[i].verdict);
	}
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("verdict \"%s\" is not known", SanctShown(verdict)),
			 errhint("%sThe verdicts are match, no match, reopen and comment.", SanctPerhaps(&nearest, "verdict"))));
}

/* A row of the extension's that one of its functions finds or locks; NULL if there is none of that number */
static HeapTupleHeader
CallForRow(const Extension *extension, const OwnFunction *function, int64 id)
{
	Datum		value = Int64GetDatum(id);
	bool		isnull;
	Datum		row = SanctCallOwn(extension, function, &value, NULL, &isnull);

	return isnull ? NULL : DatumGetHeapTupleHeader(row);
}

/* An alert as it is at this moment; to whom its list is not shown it does not exist */
static HeapTupleHeader
FindAlert(const Extension *extension, int64 id)
{
	static const OwnFunction function = {"sanct_alert_of", 1, {INT8OID}};
	HeapTupleHeader alert = CallForRow(extension, &function, id);
	const char *list = alert ? SanctRowField(alert, "list") : NULL;

	if (alert == NULL || (list != NULL && !SanctIsListShown(extension, list)))
		ereport(ERROR,
				(errcode(ERRCODE_NO_DATA),
				 errmsg("alert %lld does not exist", (long long) id),
				 errdetail("There is none of that number, or its list is not shown to you."),
				 errhint("Open alerts stand in the view sanct_open_alert, others in sanct_decided_alert.")));
	return alert;
}

/* See decision.h */
HeapTupleHeader
SanctLockAlert(const Extension *extension, int64 id, bool marks)
{
	static const OwnFunction function = {"sanct_lock_alert", 1, {INT8OID}};
	HeapTupleHeader alert = FindAlert(extension, id);
	HeldRow		row = SanctRowOfAlert(alert);

	/* in the order in which guards do, see trail/alert_writers.h */
	if (marks)
		SanctLockMarked(extension, &row);
	SanctJoinAlertWriters(extension, row.subject);
	return CallForRow(extension, &function, id);
}

/* See decision.h */
bool
SanctSuits(const Decision *decision, HeapTupleHeader alert)
{
	bool		open = strcmp(SanctRowField(alert, "status"), "open") == 0;

	return decision->verdict == VERDICT_COMMENT || open == (decision->verdict != VERDICT_REOPEN);
}

/* Check that an alert may have this verdict; what is open may be reopened, and is so then */
static void
CheckState(const Extension *extension, HeapTupleHeader alert, const Decision *decision)
{
	long long	id = SanctRowNumber(alert, "id");
	const char *status = SanctRowField(alert, "status");

	if (decision->verdict != VERDICT_REOPEN && !SanctSuits(decision, alert))
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("alert %lld has been decided already", id),
				 errdetail("Its status is %s.", status),
				 errhint("Reopen it first: SELECT %s(%lld, 'reopen', <reason>);",
						 SanctCallable(extension, "sanct_decide"), id)));
}

/* Check that whoever decides is not who wrote the row, if four eyes are wanted; a comment is free */
static void
CheckPersons(const Extension *extension, HeapTupleHeader alert, const text *actor)
{
	Person		decider = SanctActingPerson(extension, actor);
	bool		isnull;
	TimestampTz at = DatumGetTimestampTz(GetAttributeByName(alert, "written_at", &isnull));
	Person		writer = SanctPersonOf(extension, SanctRowField(alert, "written_by"),
									   SanctRowField(alert, "written_actor"), at);
	long long	id = SanctRowNumber(alert, "id");

	if (strcmp(SanctRowField(alert, "four_eyes"), "t") != 0 &&
		!SanctWantsFourEyes(extension, SanctRowField(alert, "subject")))
		return;
	if (SanctIsNobody(&writer))
		ereport(ERROR,
				(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
				 errmsg("alert %lld cannot be decided", id),
				 errdetail("Four eyes are wanted, and the pool \"%s\" did not name the person who wrote the row.",
						   writer.role),
				 errhint("Let a person write the row again: SET LOCAL sanctmatch.actor = 'person'.")));
	if (SanctIsSamePerson(extension, &writer, &decider))
		ereport(ERROR,
				(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
				 errmsg("alert %lld must be decided by somebody else", id),
				 errdetail("It was raised by what \"%s\" wrote, and four eyes are wanted.",
						   writer.actor ? writer.actor : writer.role)));
}

/* The row in quarantine that an alert is of, locked; NULL if there is none.  One that is rejected is so for good. */
static HeapTupleHeader
LockQuarantined(const Extension *extension, HeapTupleHeader alert, Verdict verdict)
{
	static const OwnFunction function = {"sanct_lock_quarantined", 1, {INT8OID}};
	int64		id = SanctRowNumber(alert, "quarantine_id");
	HeapTupleHeader row = id == 0 ? NULL : CallForRow(extension, &function, id);

	if (row != NULL && verdict == VERDICT_REOPEN && strcmp(SanctRowField(row, "status"), "rejected") == 0)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("alert %lld cannot be reopened", (long long) SanctRowNumber(alert, "id")),
				 errdetail("Its row, %lld of the quarantine, has been rejected for good.", (long long) id),
				 errhint("If that was wrong, the row is to be written anew.")));
	return row;
}

/* Note the decision, and what follows from it in the tables of the trail */
static void
NoteDecision(const Extension *extension, const Decision *decision, int64 id)
{
	static const OwnFunction function = {"sanct_note_decision", 7, {INT8OID, TEXTOID, TEXTOID, TEXTOID, TIMESTAMPTZOID,
	NAMEOID, TEXTOID}};
	const char *status = verdicts[decision->verdict].status;
	Datum		values[7];
	bool		nulls[7] = {false};
	bool		isnull;

	values[0] = Int64GetDatum(id);
	values[1] = CStringGetTextDatum(verdicts[decision->verdict].verdict);
	values[2] = PointerGetDatum(decision->reason);
	nulls[3] = status == NULL;
	values[3] = nulls[3] ? (Datum) 0 : CStringGetTextDatum(status);
	nulls[4] = !decision->expires;
	values[4] = TimestampTzGetDatum(decision->expires_at);
	SanctPassActor(values, nulls, 5, decision->actor);
	(void) SanctCallOwn(extension, &function, values, nulls, &isnull);
}

/* How many alerts of a row are not cleared, under the name that its alert has, or that its table has as a partition */
static int64
CountOpen(const Extension *extension, const HeldRow *row)
{
	const char *root = SanctRootOfSubject(row->subject);

	return SanctCountUncleared(extension, row->subject, row->key) +
		(strcmp(root, row->subject) != 0 ? SanctCountUncleared(extension, root, row->key) : 0);
}

/* Let the mark of a row follow its alerts */
static void
FollowMark(const Extension *extension, HeapTupleHeader alert, Verdict verdict)
{
	HeldRow		row = SanctRowOfAlert(alert);

	if (verdict == VERDICT_REOPEN)
		SanctSetMark(extension, &row, true);
	if (verdict != VERDICT_NO_MATCH || CountOpen(extension, &row) > 0)
		return;
	SanctSetMark(extension, &row, false);
	/* who wrote the row while this waited for it may have raised an alert of it */
	if (CountOpen(extension, &row) > 0)
		SanctSetMark(extension, &row, true);
}

/* See decision.h */
Decision
SanctReadDecision(FunctionCallInfo fcinfo, const char *what)
{
	Decision	decision = {.expires = !PG_ARGISNULL(3),.actor = PG_ARGISNULL(4) ? NULL : PG_GETARG_TEXT_PP(4)};

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2) || VARSIZE_ANY_EXHDR(PG_GETARG_TEXT_PP(2)) == 0)
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("a decision needs %s, a verdict and a reason", what)));
	decision.verdict = FindVerdict(text_to_cstring(PG_GETARG_TEXT_PP(1)));
	decision.reason = PG_GETARG_TEXT_PP(2);
	if (decision.expires && decision.verdict != VERDICT_NO_MATCH)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("only the verdict \"%s\" expires", verdicts[VERDICT_NO_MATCH].verdict)));
	if (decision.expires)
	{
		decision.expires_at = PG_GETARG_TIMESTAMPTZ(3);
		SanctCheckExpiry(decision.expires_at);
	}
	return decision;
}

/* See decision.h */
bool
SanctMayMark(const Decision *decision)
{
	return decision->verdict == VERDICT_NO_MATCH || decision->verdict == VERDICT_REOPEN;
}

/* See decision.h */
void
SanctDecide(const Extension *extension, const Decision *decision, HeapTupleHeader alert)
{
	HeapTupleHeader quarantined;

	if (decision->verdict != VERDICT_COMMENT)
		CheckPersons(extension, alert, decision->actor);
	CheckState(extension, alert, decision);
	quarantined = LockQuarantined(extension, alert, decision->verdict);
	NoteDecision(extension, decision, SanctRowNumber(alert, "id"));
	if (quarantined == NULL)
		FollowMark(extension, alert, decision->verdict);
	else if (decision->verdict == VERDICT_MATCH && strcmp(SanctRowField(quarantined, "status"), "held") == 0)
		ereport(NOTICE,
				(errmsg("row %lld of the quarantine is rejected and cannot be released any more",
						(long long) SanctRowNumber(quarantined, "id"))));
}

/* sanct_decide(alert, verdict, reason, expires_at, actor), see docs/guard.md */
Datum
sanct_decide(PG_FUNCTION_ARGS)
{
	const Extension *extension = SanctExtensionOf(fcinfo->flinfo->fn_oid);
	Decision	decision = SanctReadDecision(fcinfo, "an alert");

	SanctRefuseRestricted();
	SanctDecide(extension, &decision, SanctLockAlert(extension, PG_GETARG_INT64(0), SanctMayMark(&decision)));
	PG_RETURN_VOID();
}
