/* Keys by which names can be grouped before they are compared */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "fmgr.h"
#include "utils/array.h"

#include "name/lookup/keys.h"
#include "name/reading/reading.h"
#include "pg/base/compat.h"
#include "pg/type/checked.h"
#include "pg/type/key_list.h"
#include "pg/type/read_name.h"

PG_FUNCTION_INFO_V1(sanct_keys);
PG_FUNCTION_INFO_V1(sanct_reading_keys);

/* The keys of a reading in their order, each once */
static Datum
KeysOf(const uint8 *reading)
{
	KeyList		keys;
	SmKeySink	sink = SanctBeginKeys(&keys, 0);
	Datum	   *values;

	sm_keys(reading, &sink);
	SanctSortKeys(&keys);
	values = palloc_extended(Max(keys.count, 1) * sizeof(Datum), MCXT_ALLOC_HUGE);
	for (int i = 0; i < keys.count; i++)
		values[i] = Int64GetDatum(keys.key[i]);
	return PointerGetDatum(construct_array(values, keys.count, INT8OID, sizeof(int64), FLOAT8PASSBYVAL,
										   TYPALIGN_DOUBLE));
}

Datum
sanct_keys(PG_FUNCTION_ARGS)
{
	text	   *name = PG_GETARG_TEXT_PP(0);
	uint8		reading[SM_READING_MAX];

	SanctReadName(reading, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));
	PG_RETURN_DATUM(KeysOf(reading));
}

Datum
sanct_reading_keys(PG_FUNCTION_ARGS)
{
	PG_RETURN_DATUM(KeysOf(SanctGetReading(PG_GETARG_SANCT_READING(0))));
}
