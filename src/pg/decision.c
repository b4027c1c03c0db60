/* What people decide of alerts, clearances and quarantined rows: with the rights of whoever decides */
#include "postgres.h"

#include "access/relation.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"

#include "pg/guard.h"
#include "pg/shown.h"

PG_FUNCTION_INFO_V1(sanct_decide);
PG_FUNCTION_INFO_V1(sanct_release_quarantined);
PG_FUNCTION_INFO_V1(sanct_append_only);

/* Verdicts, and the status that an alert has after them; NULL = as before */
static const struct
{
	const char *verdict;
	const char *status;
}			verdicts[] = {
	{"match", "match"}, {"no match", "cleared"}, {"reopen", "open"}, {"comment", NULL}
};

/* Run a statement on a table of the extension, whose qualified name is the first %s of the format; a second one is sanct_alert */
static void
Run(Oid schema, const char *format, const char *table, int nargs, Oid *types, Datum *values, const char *nulls, int expected)
{
	int			result = SPI_execute_with_args(psprintf(format, SchemaTable(schema, table), SchemaTable(schema, "sanct_alert")), nargs, types, values, nulls, false, 0);

	if (result != expected)
		elog(ERROR, "statement on %s failed: %s", table, SPI_result_code_string(result));
}

/* A column of the only row of the last result as text, NULL if there is no row */
static char *
Column(int column)
{
	return SPI_processed == 1 ? SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, column) : NULL;
}

static int
FindVerdict(const char *verdict)
{
	for (int i = 0; i < lengthof(verdicts); i++)
		if (strcmp(verdicts[i].verdict, verdict) == 0)
			return i;
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("verdict \"%s\" is not known", Shown(verdict)),
			 errhint("The verdicts are match, no match, reopen and comment.")));
}

/* Lock an alert and check that this verdict may be given by this role; returns its status */
static char *
LockAlert(Oid schema, int64 alert, int verdict)
{
	Oid			types[1] = {INT8OID};
	Datum		values[1] = {Int64GetDatum(alert)};
	char	   *status;

	Run(schema, "SELECT status, four_eyes, raised_by FROM %s WHERE id OPERATOR(pg_catalog.=) $1 FOR UPDATE", "sanct_alert",
		1, types, values, NULL, SPI_OK_SELECT);
	status = Column(1);
	if (status == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_NO_DATA), errmsg("alert %lld does not exist", (long long) alert)));
	if (Column(2)[0] == 't' && verdicts[verdict].status != NULL &&
		strcmp(Column(3), GetUserNameFromId(GetUserId(), false)) == 0)
		ereport(ERROR,
				(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
				 errmsg("alert %lld must be decided by somebody else", (long long) alert),
				 errdetail("It was raised by what \"%s\" wrote, and four eyes are wanted.", Column(3))));
	if (verdict < 2 && strcmp(status, "open") != 0)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("alert %lld has been decided already", (long long) alert),
				 errdetail("Its status is %s.", status),
				 errhint("Reopen it first: SELECT sanct_decide(%lld, 'reopen', 'why');", (long long) alert)));
	return status;
}

/* sanct_decide(alert, verdict, reason, expires_at): notes the decision, changes the alert, makes or revokes its clearance */
Datum
sanct_decide(PG_FUNCTION_ARGS)
{
	Oid			schema = get_func_namespace(fcinfo->flinfo->fn_oid);
	Oid			types[4] = {INT8OID, TEXTOID, TEXTOID, TIMESTAMPTZOID};
	Datum		values[4];
	char		nulls[] = "    ";
	int			verdict;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2) || VARSIZE_ANY_EXHDR(PG_GETARG_TEXT_PP(2)) == 0)
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("a decision needs an alert, a verdict and a reason")));
	verdict = FindVerdict(text_to_cstring(PG_GETARG_TEXT_PP(1)));
	values[0] = PG_GETARG_DATUM(0);
	values[1] = PG_GETARG_DATUM(1);
	values[2] = PG_GETARG_DATUM(2);
	values[3] = PG_ARGISNULL(3) ? (Datum) 0 : PG_GETARG_DATUM(3);
	nulls[3] = PG_ARGISNULL(3) ? 'n' : ' ';
	SPI_connect();
	LockAlert(schema, PG_GETARG_INT64(0), verdict);
	Run(schema, "INSERT INTO %s (alert_id, verdict, reason) VALUES ($1, $2, $3)", "sanct_decision", 3, types, values, nulls, SPI_OK_INSERT);
	if (verdicts[verdict].status != NULL)
	{
		values[1] = CStringGetTextDatum(verdicts[verdict].status);
		Run(schema, "UPDATE %s SET status = $2 WHERE id OPERATOR(pg_catalog.=) $1", "sanct_alert", 2, types, values, nulls, SPI_OK_UPDATE);
		Run(schema, "UPDATE %s SET revoked_at = pg_catalog.clock_timestamp() WHERE alert_id OPERATOR(pg_catalog.=) $1 AND revoked_at IS NULL",
			"sanct_clearance", 1, types, values, nulls, SPI_OK_UPDATE);
	}
	if (strcmp(verdicts[verdict].verdict, "no match") == 0)
		Run(schema, "INSERT INTO %s (alert_id, subject, subject_key, subject_name, subject_facts, entry_id, entry_version, reason, expires_at) "
			"SELECT a.id, a.subject, a.subject_key, a.subject_name, a.subject_facts, a.entry_id, a.release_id, $3, $4 "
			"FROM %s AS a WHERE a.id OPERATOR(pg_catalog.=) $1",
			"sanct_clearance", 4, types, values, nulls, SPI_OK_INSERT);
	SPI_finish();
	PG_RETURN_VOID();
}

/* Columns of a table that can be written, or those of a key, as SQL; format is of two %s: separator and name */
static char *
WritableColumns(Relation relation, const char *prefix)
{
	TupleDesc	desc = RelationGetDescr(relation);
	StringInfoData list;

	initStringInfo(&list);
	for (int i = 0; i < desc->natts; i++)
	{
		Form_pg_attribute attribute = TupleDescAttr(desc, i);

		if (!attribute->attisdropped && !attribute->attgenerated)
			appendStringInfo(&list, "%s%s%s", list.len > 0 ? ", " : "", prefix, quote_identifier(NameStr(attribute->attname)));
	}
	return list.data;
}

/* The statement that writes a quarantined row: its content is $1, its key $2 */
static char *
ReplaySql(const char *subject, const char *operation)
{
	Oid			table = DatumGetObjectId(DirectFunctionCall1(regclassin, CStringGetDatum(subject)));
	Relation	relation = relation_open(table, RowExclusiveLock);
	char	   *columns = WritableColumns(relation, "");
	char	   *values = WritableColumns(relation, "r.");
	const char *name = quote_qualified_identifier(get_namespace_name(RelationGetNamespace(relation)), RelationGetRelationName(relation));
	char	   *sql;

	relation_close(relation, NoLock);
	if (strcmp(operation, "INSERT") == 0)
		sql = psprintf("INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM pg_catalog.jsonb_populate_record(NULL::%s, $1) AS r",
					   name, columns, values, name);
	else
		sql = psprintf("UPDATE %s AS t SET (%s) = (SELECT %s FROM pg_catalog.jsonb_populate_record(NULL::%s, $1) AS r) "
					   "WHERE pg_catalog.to_jsonb(pg_catalog.jsonb_populate_record(NULL::%s, $2)) OPERATOR(pg_catalog.=) "
					   "pg_catalog.to_jsonb(pg_catalog.jsonb_populate_record(NULL::%s, (SELECT pg_catalog.jsonb_object_agg(k.key, pg_catalog.to_jsonb(t) OPERATOR(pg_catalog.->) k.key) "
					   "FROM pg_catalog.jsonb_each($2) AS k)))", name, columns, values, name, name, name);
	return sql;
}

/* sanct_release_quarantined(id): writes a stored row into its table, now that it has been cleared */
Datum
sanct_release_quarantined(PG_FUNCTION_ARGS)
{
	Oid			schema = get_func_namespace(fcinfo->flinfo->fn_oid);
	int64		id = PG_GETARG_INT64(0);
	Oid			types[2] = {INT8OID, JSONBOID};
	Datum		values[2] = {Int64GetDatum(id)};
	Oid			replay_types[2] = {JSONBOID, JSONBOID};
	Datum		replay[2];
	char	   *subject;
	char	   *operation;
	bool		isnull;
	int			result;

	SPI_connect();
	Run(schema, "SELECT subject, operation, content, subject_key, status FROM %s WHERE id OPERATOR(pg_catalog.=) $1 FOR UPDATE", "sanct_quarantine",
		1, types, values, NULL, SPI_OK_SELECT);
	subject = Column(1);
	if (subject == NULL || strcmp(Column(5), "held") != 0)
		ereport(ERROR,
				(errcode(ERRCODE_NO_DATA),
				 errmsg("no row %lld is held in quarantine", (long long) id)));
	operation = Column(2);
	replay[0] = SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 3, &isnull);
	replay[1] = SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 4, &isnull);
	result = SPI_execute_with_args(ReplaySql(subject, operation), strcmp(operation, "INSERT") == 0 ? 1 : 2, replay_types, replay, NULL, false, 0);
	if (result != SPI_OK_INSERT && result != SPI_OK_UPDATE)
		elog(ERROR, "could not write row: %s", SPI_result_code_string(result));
	if (SPI_processed == 0)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("row %lld does not get into table %s", (long long) id, subject),
				 errhint("Clear its alerts first: SELECT sanct_decide(id, 'no match', 'why') FROM sanct_alert WHERE quarantine_id = %lld AND status = 'open';", (long long) id)));
	Run(schema, "UPDATE %s SET status = 'released', released_at = pg_catalog.clock_timestamp(), released_by = CURRENT_USER WHERE id OPERATOR(pg_catalog.=) $1",
		"sanct_quarantine", 1, types, values, NULL, SPI_OK_UPDATE);
	SPI_finish();
	PG_RETURN_VOID();
}

/* Trigger of tables whose rows are written once */
Datum
sanct_append_only(PG_FUNCTION_ARGS)
{
	ereport(ERROR,
			(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
			 errmsg("decisions are not changed or deleted"),
			 errhint("Add another one with sanct_decide.")));
}
