/* Alerts, clearances and quarantined rows as sanct_guard() writes and reads them, with the rights of the extension's owner */
#include "pg/guard.h"

#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"

/* The qualified name of a table or function of the extension */
const char *
SchemaTable(Oid schema, const char *table)
{
	return quote_qualified_identifier(get_namespace_name(schema), table);
}

/* Run a statement with parameters of text, numbers and the like; returns its result code */
static void
Execute(const char *sql, int nargs, Oid *types, Datum *values, const char *nulls, int expected)
{
	int			result = SPI_execute_with_args(sql, nargs, types, values, nulls, false, 0);

	if (result != expected)
		elog(ERROR, "guard's statement failed: %s", SPI_result_code_string(result));
}

/* The first column of the first row of the last result, which is a number */
static int64
FirstNumber(void)
{
	bool		isnull;

	return DatumGetInt64(SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1, &isnull));
}

/*
 * Has this subject been cleared of this entry?  A clearance is of one subject and one entry, and
 * holds while the name, the facts and the entry are as they were.
 */
bool
IsCleared(const GuardHit *hit)
{
	Oid			types[5] = {TEXTOID, TEXTOID, TEXTOID, TEXTOID, INT8OID};
	Datum		values[5];
	bool		cleared;
	const char *sql = psprintf("SELECT 1 FROM %s AS c JOIN %s AS e ON e.id OPERATOR(pg_catalog.=) c.entry_id "
							   "WHERE c.subject OPERATOR(pg_catalog.=) $1 AND c.subject_key OPERATOR(pg_catalog.=) $2::pg_catalog.jsonb "
							   "AND c.subject_name OPERATOR(pg_catalog.=) $3 AND c.subject_facts OPERATOR(pg_catalog.=) $4::pg_catalog.jsonb "
							   "AND c.entry_id OPERATOR(pg_catalog.=) $5 AND c.entry_version OPERATOR(pg_catalog.=) e.changed_in "
							   "AND c.revoked_at IS NULL AND (c.expires_at IS NULL OR c.expires_at OPERATOR(pg_catalog.>) pg_catalog.clock_timestamp()) "
							   "LIMIT 1", SchemaTable(hit->schema, "sanct_clearance"), SchemaTable(hit->schema, "sanct_entry"));

	values[0] = CStringGetTextDatum(hit->subject);
	values[1] = CStringGetTextDatum(hit->key);
	values[2] = CStringGetTextDatum(hit->name);
	values[3] = CStringGetTextDatum(hit->facts);
	values[4] = Int64GetDatum(hit->entry_id);
	Execute(sql, 5, types, values, NULL, SPI_OK_SELECT);
	cleared = SPI_processed > 0;
	SPI_freetuptable(SPI_tuptable);
	return cleared;
}

/*
 * Reopen the alert of a hit that was cleared by a clearance that no longer holds: the same alert is
 * not raised twice, and must not stay closed.  The history tells that it was the guard who did so.
 */
static void
ReopenAlert(const GuardHit *hit)
{
	Oid			types[6] = {TEXTOID, TEXTOID, TEXTOID, TEXTOID, INT8OID, TEXTOID};
	Datum		values[6];
	const char *schema = quote_identifier(get_namespace_name(hit->schema));
	const char *sql = psprintf("WITH lapsed AS (UPDATE %s.sanct_alert AS a SET status = 'open' FROM %s.sanct_entry AS e "
							   "WHERE e.id OPERATOR(pg_catalog.=) $5 AND a.entry_id OPERATOR(pg_catalog.=) $5 AND a.release_id OPERATOR(pg_catalog.=) e.changed_in "
							   "AND a.subject OPERATOR(pg_catalog.=) $1 AND a.subject_key OPERATOR(pg_catalog.=) $2::pg_catalog.jsonb "
							   "AND a.subject_name OPERATOR(pg_catalog.=) $3 AND a.subject_facts OPERATOR(pg_catalog.=) $4::pg_catalog.jsonb "
							   "AND a.quarantine_id IS NULL AND a.status OPERATOR(pg_catalog.=) 'cleared' "
							   "AND NOT EXISTS (SELECT FROM %s.sanct_clearance AS c WHERE c.alert_id OPERATOR(pg_catalog.=) a.id AND c.revoked_at IS NULL "
							   "AND (c.expires_at IS NULL OR c.expires_at OPERATOR(pg_catalog.>) pg_catalog.clock_timestamp())) RETURNING a.id) "
							   "INSERT INTO %s.sanct_decision (alert_id, verdict, reason, decided_by) "
							   "SELECT id, 'reopen', 'written again after its clearance had lapsed', $6 FROM lapsed",
							   schema, schema, schema, schema);

	values[0] = CStringGetTextDatum(hit->subject);
	values[1] = CStringGetTextDatum(hit->key);
	values[2] = CStringGetTextDatum(hit->name);
	values[3] = CStringGetTextDatum(hit->facts);
	values[4] = Int64GetDatum(hit->entry_id);
	values[5] = CStringGetTextDatum(GetUserNameFromId(GetOuterUserId(), false));
	Execute(sql, 6, types, values, NULL, SPI_OK_INSERT);
}

/* Record a hit, unless it has been while nothing has changed */
void
RecordAlert(const GuardHit *hit, GuardAction action, bool four_eyes, int64 quarantine_id)
{
	Oid			types[14] = {TEXTOID, TEXTOID, TEXTOID, TEXTOID, INT8OID, TEXTOID, FLOAT4OID, FLOAT4OID, TEXTOID,
	TEXTOID, TEXTOID, BOOLOID, INT8OID, INT4OID};
	Datum		values[14];
	char		nulls[] = "              ";
	const char *schema = quote_identifier(get_namespace_name(hit->schema));
	const char *sql = psprintf("INSERT INTO %s.sanct_alert (subject, subject_key, subject_name, subject_facts, entry_id, release_id, list, list_uid, "
							   "primary_name, matched_name, similarity, weight, tier, explanation, algorithm, action, guard, raised_by, four_eyes, quarantine_id) "
							   "SELECT $1, $2::pg_catalog.jsonb, $3, $4::pg_catalog.jsonb, e.id, e.changed_in, l.code, e.list_uid, e.primary_name, $6, $7, $8, "
							   "%s.sanct_tier($3, $6), (SELECT pg_catalog.jsonb_agg(pg_catalog.to_jsonb(x)) FROM %s.sanct_explain($3, $6) AS x), $14, "
							   "$9, $10, $11, $12, $13 FROM %s.sanct_entry AS e JOIN %s.sanct_list AS l ON l.id OPERATOR(pg_catalog.=) e.list_id "
							   "WHERE e.id OPERATOR(pg_catalog.=) $5 ON CONFLICT DO NOTHING", schema, schema, schema, schema, schema);

	values[0] = CStringGetTextDatum(hit->subject);
	values[1] = CStringGetTextDatum(hit->key);
	values[2] = CStringGetTextDatum(hit->name);
	values[3] = CStringGetTextDatum(hit->facts);
	values[4] = Int64GetDatum(hit->entry_id);
	values[5] = CStringGetTextDatum(hit->matched_name);
	values[6] = Float4GetDatum((float4) hit->similarity / 1000);
	values[7] = Float4GetDatum(hit->weight);
	values[8] = CStringGetTextDatum(guard_actions[action]);
	values[9] = CStringGetTextDatum(hit->guard);
	values[10] = CStringGetTextDatum(GetUserNameFromId(GetOuterUserId(), false));
	values[11] = BoolGetDatum(four_eyes);
	values[12] = Int64GetDatum(quarantine_id);
	nulls[12] = quarantine_id == 0 ? 'n' : ' ';
	values[13] = Int32GetDatum(SM_VERSION);
	Execute(sql, 14, types, values, nulls, SPI_OK_INSERT);
	if (SPI_processed == 0)
		ReopenAlert(hit);
}

/* Store a row that is kept out of its table; returns its number */
int64
StoreQuarantined(Oid schema, const char *subject, const char *operation, const char *key, const char *row)
{
	Oid			types[5] = {TEXTOID, TEXTOID, TEXTOID, TEXTOID, TEXTOID};
	Datum		values[5];
	const char *sql = psprintf("INSERT INTO %s (subject, operation, subject_key, content, quarantined_by) "
							   "VALUES ($1, $2, $3::pg_catalog.jsonb, $4::pg_catalog.jsonb, $5) RETURNING id",
							   SchemaTable(schema, "sanct_quarantine"));

	values[0] = CStringGetTextDatum(subject);
	values[1] = CStringGetTextDatum(operation);
	values[2] = CStringGetTextDatum(key);
	values[3] = CStringGetTextDatum(row);
	values[4] = CStringGetTextDatum(GetUserNameFromId(GetOuterUserId(), false));
	Execute(sql, 5, types, values, NULL, SPI_OK_INSERT_RETURNING);
	return FirstNumber();
}
