/* Rows that guards keep out of their tables, stored with the rights of the extension's owner */
#include "postgres.h"

#include "pg/trail/quarantined.h"

#include "catalog/pg_type.h"
#include "fmgr.h"
#include "utils/builtins.h"

#include "pg/base/actor.h"

/* See quarantined.h */
int64
SanctStoreQuarantined(const Extension *extension, const char *subject, const char *operation, const char *key,
					  const char *row)
{
	static const OwnFunction function = {"sanct_store_quarantined", 6, {TEXTOID, TEXTOID, JSONBOID, JSONBOID, NAMEOID,
	TEXTOID}};
	Datum		values[6];
	bool		nulls[6] = {false};
	bool		isnull;

	values[0] = CStringGetTextDatum(subject);
	values[1] = CStringGetTextDatum(operation);
	values[2] = DirectFunctionCall1(jsonb_in, CStringGetDatum(key));
	values[3] = DirectFunctionCall1(jsonb_in, CStringGetDatum(row));
	SanctPassActor(values, nulls, 4, NULL);
	return DatumGetInt64(SanctCallOwn(extension, &function, values, nulls, &isnull));
}
