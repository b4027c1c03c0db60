/*
 * sanct_note_failure(): a look at a list that brought nothing, as sanctload has found out
 *
 * An import that fails leaves nothing behind, for its transaction is rolled back; that it has failed is noted by
 * another one.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "fmgr.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"

#include "pg/base/extension.h"

/* Bytes of what is noted */
#define FAILURE_BYTES 1000

PG_FUNCTION_INFO_V1(sanct_note_failure);

/* Note why a list was not loaded; one that has never been is not known, which is told to nobody */
Datum
sanct_note_failure(PG_FUNCTION_ARGS)
{
	static const OwnFunction write_failure = {"sanct_write_failure", 2, {TEXTOID, TEXTOID}};
	Datum		values[2];
	char	   *why;
	bool		isnull;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("list and failure must not be NULL")));
	why = text_to_cstring(PG_GETARG_TEXT_PP(1));
	values[0] = PG_GETARG_DATUM(0);
	values[1] = PointerGetDatum(cstring_to_text_with_len(why, pg_mbcliplen(why, strlen(why), FAILURE_BYTES)));
	SanctCallOwn(SanctExtensionOf(fcinfo->flinfo->fn_oid), &write_failure, values, NULL, &isnull);
	PG_RETURN_VOID();
}
