/* Alerts, clearances and quarantined rows as guards write and read them, with the rights of the extension's owner */
#include "postgres.h"

#include "pg/trail/alert.h"

#include "catalog/pg_type.h"
#include "fmgr.h"
#include "utils/builtins.h"
#include "utils/datum.h"
#include "utils/jsonb.h"
#include "utils/lsyscache.h"
#include "utils/snapmgr.h"

#include "name/reading/reading.h"
#include "pg/base/actor.h"
#include "pg/base/callable.h"
#include "pg/trail/alert_writers.h"
#include "pg/trail/notify.h"
#include "pg/type/bits.h"
#include "pg/type/checked.h"

static Datum
JsonDatum(const char *json)
{
	return DirectFunctionCall1(jsonb_in, CStringGetDatum(json));
}

/* The first six arguments of functions that look for an alert or a clearance; no entry: its name could not be read */
static void
SubjectArguments(const SubjectHit *hit, Datum *values, bool *nulls)
{
	values[0] = CStringGetTextDatum(hit->subject);
	values[1] = JsonDatum(hit->key);
	values[2] = CStringGetTextDatum(hit->name);
	values[3] = JsonDatum(hit->facts);
	values[4] = hit->found ? Int64GetDatum(hit->found->name->entry->id) : (Datum) 0;
	values[5] = hit->found ? Int64GetDatum(hit->found->name->entry->substance_in) : (Datum) 0;
	memset(nulls, 0, 4 * sizeof(bool));
	nulls[4] = nulls[5] = hit->found == NULL;
}

/* Seven arguments that tell an entry; all are NULL if there is none, and those of a name if a document found it */
static void
EntryArguments(const ListHit *found, Datum *values, bool *nulls)
{
	const ListedEntry *entry = found ? found->name->entry : NULL;
	SanctReading *reading = found ? found->name->reading : NULL;

	memset(nulls, found == NULL, 7 * sizeof(bool));
	if (found == NULL)
		return;
	values[0] = Int64GetDatum(entry->from->release);
	values[1] = PointerGetDatum(entry->list);
	values[2] = PointerGetDatum(entry->uid);
	values[3] = PointerGetDatum(entry->primary_name);
	nulls[4] = nulls[5] = nulls[6] = reading == NULL;
	if (reading == NULL)
		return;
	values[4] = PointerGetDatum(cstring_to_text_with_len(SANCT_READING_NAME(reading),
														 SANCT_READING_NAME_LENGTH(reading)));
	values[5] = Float4GetDatum((float4) found->similarity / 1000);
	values[6] = Float4GetDatum(SanctBits(found->weight));
}

/* Five arguments that tell what facts say; all are NULL if there is no entry */
static void
FactArguments(const SubjectHit *hit, Datum *values, bool *nulls)
{
	const char *unread = hit->unread_facts;

	memset(nulls, hit->found == NULL, 5 * sizeof(bool));
	if (hit->found == NULL)
		return;
	SanctTellEvidence(hit->found, values, nulls);
	if (unread != NULL && nulls[3])
		values[3] = CStringGetTextDatum(unread);
	else if (unread != NULL)
		values[3] = CStringGetTextDatum(psprintf("%s; %s", TextDatumGetCString(values[3]), unread));
	nulls[3] = nulls[3] && unread == NULL;
	nulls[4] = hit->fact_rows == NULL;
	values[4] = nulls[4] ? (Datum) 0 : JsonDatum(hit->fact_rows);
}

/* sanct_is_cleared() as of this moment */
static bool
AskCleared(const Extension *extension, Datum *values, const bool *nulls)
{
	static const OwnFunction function = {"sanct_is_cleared", 9, {TEXTOID, JSONBOID, TEXTOID, JSONBOID, INT8OID,
	INT8OID, BOOLOID, NAMEOID, TEXTOID}};
	bool		isnull;
	bool		cleared;

	/* what has been revoked since the transaction began counts, as what has been listed does */
	PushActiveSnapshot(GetLatestSnapshot());
	cleared = DatumGetBool(SanctCallOwn(extension, &function, values, nulls, &isnull));
	PopActiveSnapshot();
	return cleared;
}

/* See alert.h */
bool
SanctIsCleared(const SubjectHit *hit, bool four_eyes)
{
	Datum		values[9];
	bool		nulls[9] = {false};

	SubjectArguments(hit, values, nulls);
	values[6] = BoolGetDatum(four_eyes);
	SanctPassActor(values, nulls, 7, hit->actor);
	return AskCleared(hit->extension, values, nulls);
}

/* See alert.h */
bool
SanctIsMadeCleared(const MadeAlert *made)
{
	/* the places of what sanct_is_cleared() takes among the arguments of sanct_raise_alert() */
	static const int asked[] = {0, 1, 2, 3, 4, 5, 19, 20, 21};
	Datum		values[lengthof(asked)];
	bool		nulls[lengthof(asked)];

	for (int i = 0; i < lengthof(asked); i++)
	{
		values[i] = made->values[asked[i]];
		nulls[i] = made->nulls[asked[i]];
	}
	return AskCleared(made->extension, values, nulls);
}

/* See alert.h */
bool
SanctAlertStands(const MadeAlert *made)
{
	static const OwnFunction function = {"sanct_alert_stands", 6, {TEXTOID, JSONBOID, TEXTOID, JSONBOID, INT8OID,
	INT8OID}};
	Datum		values[6];
	bool		nulls[6];
	bool		isnull;

	memcpy(values, made->values, sizeof(values));
	memcpy(nulls, made->nulls, sizeof(nulls));
	return DatumGetBool(SanctCallOwn(made->extension, &function, values, nulls, &isnull));
}

/* sanct_raise_alert(), and the places of its arguments that sanct_write_again() takes as well */
static const OwnFunction raise_alert = {"sanct_raise_alert", ALERT_ARGUMENTS, {TEXTOID, JSONBOID, TEXTOID, JSONBOID,
INT8OID, INT8OID, INT8OID, TEXTOID, TEXTOID, TEXTOID, TEXTOID, FLOAT4OID, FLOAT4OID, TEXTOID, INT4OID, TEXTOID, NAMEOID,
INT8OID, INT8OID, BOOLOID, NAMEOID, TEXTOID, FLOAT8OID, FLOAT4OID, FLOAT4OID, TEXTOID, TEXTOID, JSONBOID}};
static const int written_again[] = {0, 1, 2, 3, 4, 5, 17, 20, 21};

/* An alert that there is already, which must be there: opens it if its clearance has lapsed */
static AlertFate
WriteAgain(const MadeAlert *made)
{
	static const OwnFunction function = {"sanct_write_again", lengthof(written_again), {TEXTOID, JSONBOID, TEXTOID,
	JSONBOID, INT8OID, INT8OID, INT8OID, NAMEOID, TEXTOID}};
	Datum		values[lengthof(written_again)];
	bool		nulls[lengthof(written_again)];
	bool		isnull;
	Datum		found;
	int64		alert;

	for (int i = 0; i < lengthof(written_again); i++)
	{
		values[i] = made->values[written_again[i]];
		nulls[i] = made->nulls[written_again[i]];
	}
	found = SanctCallOwn(made->extension, &function, values, nulls, &isnull);
	/* a row must not go in as held or recorded while no alert of it is there */
	if (isnull)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("an alert could not be stored"),
				 errdetail("Another row of \"%s\" is in its place.", "sanct_alert"),
				 errhint("SELECT * FROM %s();", SanctCallable(made->extension, "sanct_status"))));
	/* where a Datum points to such a number, there is none to be read of NULL */
	alert = DatumGetInt64(found);
	if (alert < 0 && made->notify)
		SanctNotifyOfAlert(-alert);
	return alert < 0 ? ALERT_REOPENED : ALERT_STANDING;
}

/* See alert.h */
void
SanctMakeAlert(MadeAlert *made, const SubjectHit *hit, const char *action, bool four_eyes, int64 quarantine_id)
{
	Datum	   *values = made->values;
	bool	   *nulls = made->nulls;

	memset(made, 0, sizeof(MadeAlert));
	made->extension = hit->extension;
	made->notify = hit->notify;
	SubjectArguments(hit, values, nulls);
	EntryArguments(hit->found, values + 6, nulls + 6);
	nulls[13] = hit->unread == NULL;
	values[13] = hit->unread ? CStringGetTextDatum(hit->unread) : (Datum) 0;
	values[14] = Int32GetDatum(SM_VERSION);
	values[15] = CStringGetTextDatum(action);
	nulls[16] = hit->guard == NULL;
	values[16] = hit->guard ? DirectFunctionCall1(namein, CStringGetDatum(hit->guard)) : (Datum) 0;
	values[17] = Int64GetDatum(hit->run);
	nulls[17] = hit->run == 0;
	values[18] = Int64GetDatum(quarantine_id);
	nulls[18] = quarantine_id == 0;
	values[19] = BoolGetDatum(four_eyes);
	SanctPassActor(values, nulls, 20, hit->actor);
	values[22] = Float8GetDatum(hit->threshold / 1000.0);
	FactArguments(hit, values + 23, nulls + 23);
}

/* See alert.h */
MadeAlert *
SanctCopyAlert(const MadeAlert *made)
{
	MadeAlert  *copy = palloc(sizeof(MadeAlert));

	*copy = *made;
	for (int i = 0; i < ALERT_ARGUMENTS; i++)
	{
		int16		length;
		bool		by_value;

		get_typlenbyval(raise_alert.types[i], &length, &by_value);
		if (!made->nulls[i])
			copy->values[i] = datumCopy(made->values[i], by_value, length);
	}
	return copy;
}

/* See alert.h */
AlertFate
SanctWriteAlert(const MadeAlert *made)
{
	bool		exists;
	Datum		alert = SanctCallOwn(made->extension, &raise_alert, made->values, made->nulls, &exists);

	if (exists)
		return WriteAgain(made);
	if (made->notify)
		SanctNotifyOfAlert(DatumGetInt64(alert));
	return ALERT_RAISED;
}

/* See alert.h */
void
SanctRecordAlert(const SubjectHit *hit, const char *action, bool four_eyes, int64 quarantine_id)
{
	MadeAlert	made;

	SanctMakeAlert(&made, hit, action, four_eyes, quarantine_id);
	SanctJoinAlertWriters(hit->extension, hit->subject);
	(void) SanctWriteAlert(&made);
}

/* See alert.h */
int64
SanctCountUncleared(const Extension *extension, const char *subject, const Jsonb *key)
{
	static const OwnFunction function = {"sanct_count_open", 2, {TEXTOID, JSONBOID}};
	Datum		values[2] = {CStringGetTextDatum(subject), JsonbPGetDatum(key)};
	bool		isnull;

	return DatumGetInt64(SanctCallOwn(extension, &function, values, NULL, &isnull));
}

/* See alert.h */
bool
SanctHasAlert(const Extension *extension, const char *subject, const Jsonb *key)
{
	static const OwnFunction function = {"sanct_has_alert", 2, {TEXTOID, JSONBOID}};
	Datum		values[2] = {CStringGetTextDatum(subject), JsonbPGetDatum(key)};
	bool		isnull;

	return DatumGetBool(SanctCallOwn(extension, &function, values, NULL, &isnull));
}
