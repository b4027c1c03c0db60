/*
 * stub_sort.c: a sort of values in memory, and what the server's parser of JSON needs beside the other stubs
 */
#include "harness.h"

#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "port/pg_bitutils.h"
#include "utils/array.h"
#include "utils/json.h"
#include "utils/memutils.h"
#include "utils/tuplesort.h"

struct Tuplesortstate
{
	Datum	   *values;
	int			count;
	int			next;
};

Tuplesortstate *
tuplesort_begin_datum(Oid type, Oid less, Oid collation, bool nulls_first, int memory, SortCoordinate coordinate, int options)
{
	Tuplesortstate *sort = palloc0(sizeof(Tuplesortstate));

	sort->values = palloc(sizeof(Datum));
	return sort;
}

/* A copy of a bytea, of just its size */
static Datum
Copy(MemoryContext context, Datum value)
{
	struct varlena *bytes = (struct varlena *) DatumGetPointer(value);

	return PointerGetDatum(memcpy(MemoryContextAlloc(context, VARSIZE(bytes)), bytes, VARSIZE(bytes)));
}

void
tuplesort_putdatum(Tuplesortstate *sort, Datum value, bool isnull)
{
	Demand(!isnull, "no value is NULL");
	sort->values = repalloc(sort->values, sizeof(Datum) * (sort->count + 1));
	sort->values[sort->count++] = Copy(GetMemoryChunkContext(sort), value);
}

static int
Compare(const void *a, const void *b)
{
	struct varlena *x = (struct varlena *) DatumGetPointer(*(const Datum *) a);
	struct varlena *y = (struct varlena *) DatumGetPointer(*(const Datum *) b);
	int			result = memcmp(VARDATA(x), VARDATA(y), Min(VARSIZE(x), VARSIZE(y)) - VARHDRSZ);

	return result != 0 ? result : VARSIZE(x) < VARSIZE(y) ? -1 : VARSIZE(x) > VARSIZE(y);
}

void
tuplesort_performsort(Tuplesortstate *sort)
{
	pg_qsort(sort->values, sort->count, sizeof(Datum), Compare);
}

#if PG_VERSION_NUM >= 160000
bool
tuplesort_getdatum(Tuplesortstate *sort, bool forward, bool copy, Datum *value, bool *isnull, Datum *abbreviated)
#else
bool
tuplesort_getdatum(Tuplesortstate *sort, bool forward, Datum *value, bool *isnull, Datum *abbreviated)
#endif
{
	if (sort->next == sort->count)
		return false;
	*value = Copy(CurrentMemoryContext, sort->values[sort->next++]);
	*isnull = false;
	return true;
}

void
tuplesort_end(Tuplesortstate *sort)
{
	for (int i = 0; i < sort->count; i++)
		pfree(DatumGetPointer(sort->values[i]));
	pfree(sort->values);
	pfree(sort);
}

/* Topics are not given */
void
deconstruct_array(ArrayType *array, Oid type, int length, bool by_value, char align, Datum **values, bool **nulls, int *count)
{
	*values = NULL;
	*nulls = NULL;
	*count = 0;
}

StringInfo
makeStringInfo(void)
{
	StringInfo	string = palloc(sizeof(StringInfoData));

	initStringInfo(string);
	return string;
}

int
pg_encoding_mblen_or_incomplete(int encoding, const char *s, size_t remaining)
{
	return pg_encoding_mblen(encoding, s);
}

/* Bits that are set, which the server counts as its processor can best, if there is a choice */
#ifdef TRY_POPCNT_FAST
static int
Popcount(uint32 word)
{
	return __builtin_popcount(word);
}

int			(*pg_popcount32) (uint32 word) = Popcount;
#else
int
pg_popcount32(uint32 word)
{
	return __builtin_popcount(word);
}
#endif

#ifndef USE_FLOAT8_BYVAL
/* Numbers that a Datum does not hold are pointed to */
Datum
Int64GetDatum(int64 number)
{
	int64	   *copy = palloc(sizeof(*copy));

	*copy = number;
	return PointerGetDatum(copy);
}

Datum
Float8GetDatum(float8 number)
{
	float8	   *copy = palloc(sizeof(*copy));

	*copy = number;
	return PointerGetDatum(copy);
}
#endif

void
escape_json(StringInfo string, const char *text)
{
	appendStringInfo(string, "\"%s\"", text);
}
