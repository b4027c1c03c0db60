/* Alerts, clearances and quarantined rows as guards write and read them, with the rights of the extension's owner */
#include "postgres.h"

#include "pg/trail/alert.h"

#include "catalog/pg_type.h"
#include "fmgr.h"
#include "utils/builtins.h"
#include "utils/jsonb.h"
#include "utils/snapmgr.h"

#include "name/reading/reading.h"
#include "pg/base/actor.h"

/* A text or NULL as an argument */
static void
PassText(Datum *values, bool *nulls, int i, const char *text)
{
	nulls[i] = text == NULL;
	values[i] = text ? CStringGetTextDatum(text) : (Datum) 0;
}

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
	values[4] = Int64GetDatum(hit->entry_id);
	values[5] = Int64GetDatum(hit->release_id);
	memset(nulls, 0, 4 * sizeof(bool));
	nulls[4] = nulls[5] = hit->unread != NULL;
}

/* See alert.h */
bool
SanctIsCleared(const SubjectHit *hit, bool four_eyes)
{
	static const OwnFunction function = {"sanct_is_cleared", 9, {TEXTOID, JSONBOID, TEXTOID, JSONBOID, INT8OID,
	INT8OID, BOOLOID, NAMEOID, TEXTOID}};
	Datum		values[9];
	bool		nulls[9] = {false};
	bool		isnull;
	bool		cleared;

	SubjectArguments(hit, values, nulls);
	values[6] = BoolGetDatum(four_eyes);
	SanctPassActor(values, nulls, 7, NULL);
	/* what has been revoked since the transaction began counts, as what has been listed does */
	PushActiveSnapshot(GetLatestSnapshot());
	cleared = DatumGetBool(SanctCallOwn(hit->extension, &function, values, nulls, &isnull));
	PopActiveSnapshot();
	return cleared;
}

/* An alert that there is already, which must be there: opens it if its clearance has lapsed */
static void
WriteAgain(const SubjectHit *hit)
{
	static const OwnFunction function = {"sanct_write_again", 8, {TEXTOID, JSONBOID, TEXTOID, JSONBOID, INT8OID,
	INT8OID, NAMEOID, TEXTOID}};
	Datum		values[8];
	bool		nulls[8];
	bool		isnull;

	SubjectArguments(hit, values, nulls);
	SanctPassActor(values, nulls, 6, NULL);
	(void) SanctCallOwn(hit->extension, &function, values, nulls, &isnull);
	/* a row must not go in as held or recorded while no alert of it is there */
	if (isnull)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("an alert could not be stored"),
				 errdetail("Another row of \"%s\" is in its place.", "sanct_alert"),
				 errhint("SELECT * FROM sanct_status();")));
}

/* See alert.h */
void
SanctRecordAlert(const SubjectHit *hit, const char *action, bool four_eyes, int64 quarantine_id)
{
	static const OwnFunction function = {"sanct_raise_alert", 20, {TEXTOID, JSONBOID, TEXTOID, JSONBOID, INT8OID,
	INT8OID, TEXTOID, TEXTOID, TEXTOID, TEXTOID, FLOAT4OID, FLOAT4OID, TEXTOID, INT4OID, TEXTOID, NAMEOID, INT8OID,
	BOOLOID, NAMEOID, TEXTOID}};
	Datum		values[20];
	bool		nulls[20] = {false};
	bool		exists;

	SubjectArguments(hit, values, nulls);
	PassText(values, nulls, 6, hit->list);
	PassText(values, nulls, 7, hit->list_uid);
	PassText(values, nulls, 8, hit->primary_name);
	PassText(values, nulls, 9, hit->matched_name);
	values[10] = Float4GetDatum((float4) hit->similarity / 1000);
	values[11] = Float4GetDatum(hit->weight);
	nulls[10] = nulls[11] = hit->unread != NULL;
	PassText(values, nulls, 12, hit->unread);
	values[13] = Int32GetDatum(SM_VERSION);
	values[14] = CStringGetTextDatum(action);
	values[15] = DirectFunctionCall1(namein, CStringGetDatum(hit->guard));
	values[16] = Int64GetDatum(quarantine_id);
	nulls[16] = quarantine_id == 0;
	values[17] = BoolGetDatum(four_eyes);
	SanctPassActor(values, nulls, 18, NULL);
	(void) SanctCallOwn(hit->extension, &function, values, nulls, &exists);
	if (exists)
		WriteAgain(hit);
}
