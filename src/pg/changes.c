#include "postgres.h"

#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "fmgr.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"

#include "pg/shown.h"

PG_FUNCTION_INFO_V1(sanct_find_list);

/* Runs a statement on sanct_list, whose qualified name is its %s */
static void
QueryLists(FunctionCallInfo fcinfo, const char *format, int nargs, Datum code)
{
	char	   *schema = get_namespace_name(get_func_namespace(fcinfo->flinfo->fn_oid));
	char	   *sql = psprintf(format, quote_qualified_identifier(schema, "sanct_list"));
	Oid			types[1] = {TEXTOID};

	if (SPI_execute_with_args(sql, nargs, types, &code, NULL, true, 0) != SPI_OK_SELECT)
		elog(ERROR, "could not read the lists");
}

/* The id of a list by its key, with the rights of the caller */
Datum
sanct_find_list(PG_FUNCTION_ARGS)
{
	Datum		code;
	Datum		id;
	bool		isnull;
	char	   *known;

	if (PG_ARGISNULL(0))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("list must not be NULL")));
	code = PG_GETARG_DATUM(0);
	SPI_connect();
	QueryLists(fcinfo, "SELECT id FROM %s WHERE code OPERATOR(pg_catalog.=) $1", 1, code);
	if (SPI_processed == 0)
	{
		QueryLists(fcinfo, "SELECT pg_catalog.string_agg(code, ', ' ORDER BY code) FROM %s", 0, code);
		known = SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1);
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_OBJECT),
				 errmsg("list \"%s\" does not exist", Shown(TextDatumGetCString(code))),
				 known ? errhint("The lists are %s.", known) : errhint("No list has been imported.")));
	}
	id = SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1, &isnull);
	SPI_finish();
	PG_RETURN_DATUM(id);
}
