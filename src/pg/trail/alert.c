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
	values[5] = hit->found ? Int64GetDatum(hit->found->name->entry->changed_in) : (Datum) 0;
	memset(nulls, 0, 4 * sizeof(bool));
	nulls[4] = nulls[5] = hit->found == NULL;
}

/* Six arguments that tell an entry; all are NULL if there is none, and those of a name if a document found it */
static void
EntryArguments(const ListHit *found, Datum *values, bool *nulls)
{
	const ListedEntry *entry = found ? found->name->entry : NULL;
	SanctReading *reading = found ? found->name->reading : NULL;

	memset(nulls, found == NULL, 6 * sizeof(bool));
	if (found == NULL)
		return;
	values[0] = PointerGetDatum(entry->list);
	values[1] = PointerGetDatum(entry->uid);
	values[2] = PointerGetDatum(entry->primary_name);
	nulls[3] = nulls[4] = nulls[5] = reading == NULL;
	if (reading == NULL)
		return;
	values[3] = PointerGetDatum(cstring_to_text_with_len(SANCT_READING_NAME(reading),
														 SANCT_READING_NAME_LENGTH(reading)));
	values[4] = Float4GetDatum((float4) found->similarity / 1000);
	values[5] = Float4GetDatum(SanctBits(found->weight));
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
	static const OwnFunction function = {"sanct_raise_alert", 26, {TEXTOID, JSONBOID, TEXTOID, JSONBOID, INT8OID,
	INT8OID, TEXTOID, TEXTOID, TEXTOID, TEXTOID, FLOAT4OID, FLOAT4OID, TEXTOID, INT4OID, TEXTOID, NAMEOID, INT8OID,
	BOOLOID, NAMEOID, TEXTOID, FLOAT8OID, FLOAT4OID, FLOAT4OID, TEXTOID, TEXTOID, JSONBOID}};
	Datum		values[26];
	bool		nulls[26] = {false};
	bool		exists;

	SubjectArguments(hit, values, nulls);
	EntryArguments(hit->found, values + 6, nulls + 6);
	nulls[12] = hit->unread == NULL;
	values[12] = hit->unread ? CStringGetTextDatum(hit->unread) : (Datum) 0;
	values[13] = Int32GetDatum(SM_VERSION);
	values[14] = CStringGetTextDatum(action);
	values[15] = DirectFunctionCall1(namein, CStringGetDatum(hit->guard));
	values[16] = Int64GetDatum(quarantine_id);
	nulls[16] = quarantine_id == 0;
	values[17] = BoolGetDatum(four_eyes);
	SanctPassActor(values, nulls, 18, NULL);
	values[20] = Float8GetDatum(hit->threshold / 1000.0);
	FactArguments(hit, values + 21, nulls + 21);
	(void) SanctCallOwn(hit->extension, &function, values, nulls, &exists);
	if (exists)
		WriteAgain(hit);
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
