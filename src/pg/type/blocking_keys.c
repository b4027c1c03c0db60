/* Keys by which names can be grouped before they are compared */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "fmgr.h"
#include "utils/array.h"

#include "name/lookup/key_sink.h"
#include "name/lookup/keys.h"
#include "name/reading/reading.h"
#include "pg/base/compat.h"
#include "pg/type/checked.h"
#include "pg/type/read_name.h"

PG_FUNCTION_INFO_V1(sanct_keys);
PG_FUNCTION_INFO_V1(sanct_reading_keys);

/* Keys being collected */
typedef struct KeyArray
{
	int			count;
	int			allocated;
	int64	   *key;
} KeyArray;

static void
TakeKey(void *state, uint64 key, uint32 words)
{
	KeyArray   *keys = state;

	if (keys->count == keys->allocated)
	{
		keys->allocated *= 2;
		keys->key = repalloc_huge(keys->key, keys->allocated * sizeof(int64));
	}
	keys->key[keys->count++] = (int64) key;
}

static int
CompareBlockingKeys(const void *a, const void *b)
{
	int64		x = *(const int64 *) a;
	int64		y = *(const int64 *) b;

	return x < y ? -1 : x > y;
}

/* The keys of a reading in their order, each once */
static Datum
KeysOf(const uint8 *reading)
{
	KeyArray	keys = {0, 64, palloc(64 * sizeof(int64))};
	SmKeySink	sink = {TakeKey, &keys};
	Datum	   *values;
	int			n = 0;

	sm_keys(reading, &sink);
	qsort(keys.key, keys.count, sizeof(int64), CompareBlockingKeys);
	values = palloc_extended(Max(keys.count, 1) * sizeof(Datum), MCXT_ALLOC_HUGE);
	for (int i = 0; i < keys.count; i++)
		if (i == 0 || keys.key[i] != keys.key[i - 1])
			values[n++] = Int64GetDatum(keys.key[i]);
	return PointerGetDatum(construct_array(values, n, INT8OID, sizeof(int64), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE));
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
