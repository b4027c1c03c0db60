/*
 * Names of one array that agree with names of another, found by the keys that lists in memory have
 *
 * Readings that are equal are looked up as one member: where hundreds are copies of one name, none meets each.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "fmgr.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/lsyscache.h"

#include "name/lookup/names_search.h"
#include "pg/base/compat.h"
#include "pg/screen/list_image.h"
#include "pg/type/checked.h"
#include "pg/type/threshold.h"

PG_FUNCTION_INFO_V1(sanct_agreeing);

/* Arguments */
enum
{
	AGREEING_MEMBERS, AGREEING_PROBES, AGREEING_SIMILARITY, AGREEING_MOST
};

/* A reading and its place in the array, from 1 on */
typedef struct Placed
{
	const uint8 *reading;
	int			length;
	int			place;
} Placed;

/* Readings, the equal ones together; each of them once as a member */
typedef struct Members
{
	Placed	   *placed;
	uint32	   *first;			/* of each member, in placed, and the end */
	uint32	   *offset;
	uint8	   *base;
	uint32		count;
} Members;

/* The readings of an argument */
static Placed *
ReadingsOf(FunctionCallInfo fcinfo, int argument, int *count)
{
	ArrayType  *array = PG_GETARG_ARRAYTYPE_P(argument);
	Placed	   *placed;
	Datum	   *values;
	bool	   *nulls;
	int16		length;
	bool		by_value;
	char		align;

	get_typlenbyvalalign(ARR_ELEMTYPE(array), &length, &by_value, &align);
	deconstruct_array(array, ARR_ELEMTYPE(array), length, by_value, align, &values, &nulls, count);
	placed = palloc_extended(Max(*count, 1) * sizeof(Placed), MCXT_ALLOC_HUGE);
	for (int i = 0; i < *count; i++)
	{
		SanctReading *reading;

		if (nulls[i])
			ereport(ERROR, (errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("a name must not be NULL")));
		reading = (SanctReading *) PG_DETOAST_DATUM(values[i]);
		placed[i] = (Placed) {SanctGetReading(reading), reading->reading_length, i + 1};
	}
	return placed;
}

static int
ComparePlaced(const void *a, const void *b)
{
	const Placed *x = a;
	const Placed *y = b;

	return x->length != y->length ? x->length - y->length : memcmp(x->reading, y->reading, x->length);
}

/* Bring equal readings together, and copy each of them once to where an index expects it */
static void
MakeMembers(Members *members, Placed *placed, int count)
{
	Size		size = 0;

	qsort(placed, count, sizeof(Placed), ComparePlaced);
	members->placed = placed;
	members->first = palloc_extended((count + 1) * sizeof(uint32), MCXT_ALLOC_HUGE);
	members->offset = palloc_extended((count + 1) * sizeof(uint32), MCXT_ALLOC_HUGE);
	members->count = 0;
	for (int i = 0; i < count; i++)
	{
		if (i > 0 && ComparePlaced(&placed[i - 1], &placed[i]) == 0)
			continue;
		members->first[members->count] = i;
		members->offset[members->count++] = size / SM_READING_UNIT;
		size += TYPEALIGN(SM_READING_UNIT, placed[i].length);
	}
	members->first[members->count] = count;
	members->base = palloc_extended(size, MCXT_ALLOC_HUGE);
	for (uint32 i = 0; i < members->count; i++)
		memcpy(members->base + (Size) SM_READING_UNIT * members->offset[i], placed[members->first[i]].reading,
			   placed[members->first[i]].length);
}

/* Tell the members that agree with a probe, each of its copies, unless they are too many */
static void
TellAgreeing(ReturnSetInfo *result, const Members *members, const SmNamesSearch *search, int place, int most)
{
	int64		found = 0;
	Datum		values[2];
	bool		nulls[2] = {false};

	for (uint32 i = 0; i < search->count_matching; i++)
		found += members->first[search->found[i] + 1] - members->first[search->found[i]];
	if (found > most)
		return;
	values[1] = Int32GetDatum(place);
	for (uint32 i = 0; i < search->count_matching; i++)
		for (uint32 copy = members->first[search->found[i]]; copy < members->first[search->found[i] + 1]; copy++)
		{
			values[0] = Int32GetDatum(members->placed[copy].place);
			tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
		}
}

/* Places of members and of probes that are so similar, but of probes that more than so many members agree with none */
Datum
sanct_agreeing(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
	int			threshold = SanctThousandthsOf(PG_GETARG_FLOAT8(AGREEING_SIMILARITY));
	int			count;
	int			probes;
	Placed	   *member = ReadingsOf(fcinfo, AGREEING_MEMBERS, &count);
	Placed	   *probe = ReadingsOf(fcinfo, AGREEING_PROBES, &probes);
	Members		members;
	SmNamesIndex index;
	SmNamesSearch search;

	InitMaterializedSRF(fcinfo, 0);
	if (count == 0)
		return (Datum) 0;
	MakeMembers(&members, member, count);
	sm_names_index_build(&index, &SanctMemory, &(SmReadings) {members.base, members.offset, members.count}, threshold);
	sm_names_search_start(&search, &index, &SanctMemory);
	for (int i = 0; i < probes; i++)
	{
		CHECK_FOR_INTERRUPTS();
		(void) sm_names_search_find(&search, probe[i].reading, threshold);
		TellAgreeing(result, &members, &search, probe[i].place, PG_GETARG_INT32(AGREEING_MOST));
	}
	sm_names_search_end(&search);
	sm_names_index_free(&index, &SanctMemory);
	return (Datum) 0;
}
