/*
 * The GIN operator classes of names: of each row the keys that its name has in common with all that match it at the
 * threshold of the index or a higher one, see name/lookup/index_keys.c, as numbers from 0 on.
 *
 * Beside them each row has a mark: the versions that its name was read by, as a negative number.  Every search
 * passes the marks, which stand in front of all keys, and so comes to know of other versions; it finds no row by them.
 */
#include "postgres.h"

#include "pg/index/gin.h"

#include "access/gin.h"
#include "access/reloptions.h"
#include "access/stratnum.h"
#include "fmgr.h"

#include "name/lookup/index_keys.h"
#include "name/node/summary.h"
#include "name/reading/reading.h"
#include "name/weight.h"
#include "pg/base/compat.h"
#include "pg/base/extension.h"
#include "pg/index/scan_notes.h"
#include "pg/type/checked.h"
#include "pg/type/key_list.h"
#include "pg/type/read_name.h"
#include "pg/type/threshold.h"
#include "pg/type/unicode.h"

PG_FUNCTION_INFO_V1(sanct_gin_options);
PG_FUNCTION_INFO_V1(sanct_gin_extract_value);
PG_FUNCTION_INFO_V1(sanct_reading_gin_extract_value);
PG_FUNCTION_INFO_V1(sanct_gin_extract_query);
PG_FUNCTION_INFO_V1(sanct_reading_gin_extract_query);
PG_FUNCTION_INFO_V1(sanct_gin_consistent);
PG_FUNCTION_INFO_V1(sanct_gin_triconsistent);
PG_FUNCTION_INFO_V1(sanct_gin_compare_partial);

/* Options of an index's column */
typedef struct NameGinOptions
{
	int32		vl_len_;
	float8		threshold;		/* the lowest that keys answer */
} NameGinOptions;

/* Lowest threshold that an index may be built for: below it names have hundreds of keys */
#define THRESHOLD_LOWEST 0.3

/* A mark: the versions of the algorithm and of Unicode above the lowest number */
#define MARK(algorithm, unicode) (PG_INT64_MIN | (int64) (algorithm) << 8 | (int64) (unicode))
#define MARK_ALGORITHM(mark) ((int) ((mark) >> 8 & 0xFF))
#define MARK_UNICODE(mark) ((uint8) ((mark) & 0xFF))

/* A query with more keys than that is answered sooner by looking at all rows */
#define QUERY_KEYS_MAX 20000

/* Make the keys of a reading, each once and in order */
static void
MakeKeys(KeyList *list, const uint8 *reading, int threshold, SmKeySide side)
{
	SmKeySink	sink = SanctBeginKeys(list, 1);

	sm_index_keys(reading, threshold, side, &sink);
	SanctSortKeys(list);
}

/* A number, then the keys, as index entries; returns how many */
static Datum *
MakeEntries(const KeyList *list, const int64 *first, int32 *count)
{
	Datum	   *entries = palloc((list->count + 1) * sizeof(Datum));
	int			n = 0;

	if (first != NULL)
		entries[n++] = Int64GetDatum(*first);
	for (int i = 0; i < list->count; i++)
		entries[n++] = Int64GetDatum(list->key[i]);
	*count = n;
	return entries;
}

/* The lowest threshold that the keys of a column answer, in thousandths */
static int
LowestThreshold(FunctionCallInfo fcinfo)
{
	if (!PG_HAS_OPCLASS_OPTIONS())
		return SM_THRESHOLD;
	return SanctThousandthsOf(((NameGinOptions *) PG_GET_OPCLASS_OPTIONS())->threshold);
}

Datum
sanct_gin_options(PG_FUNCTION_ARGS)
{
	local_relopts *options = (local_relopts *) PG_GETARG_POINTER(0);

	init_local_reloptions(options, sizeof(NameGinOptions));
	add_local_real_reloption(options, "threshold", "lowest threshold that the index answers by keys",
							 (float8) SM_THRESHOLD / SM_SIMILARITY_ONE, THRESHOLD_LOWEST, 1.0,
							 offsetof(NameGinOptions, threshold));
	PG_RETURN_VOID();
}

/* The entries of a row */
static Datum
ExtractValue(FunctionCallInfo fcinfo, const uint8 *reading)
{
	int32	   *count = (int32 *) PG_GETARG_POINTER(1);
	int64		mark = MARK(SM_VERSION, SM_READING_UNICODE(reading));
	KeyList		list;

	MakeKeys(&list, reading, LowestThreshold(fcinfo), SM_KEYS_OF_MEMBER);
	return PointerGetDatum(MakeEntries(&list, &mark, count));
}

Datum
sanct_gin_extract_value(PG_FUNCTION_ARGS)
{
	text	   *name = PG_GETARG_TEXT_PP(0);
	uint8		reading[SM_READING_MAX];

	SanctReadName(reading, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));
	PG_RETURN_DATUM(ExtractValue(fcinfo, reading));
}

Datum
sanct_reading_gin_extract_value(PG_FUNCTION_ARGS)
{
	PG_RETURN_DATUM(ExtractValue(fcinfo, SanctGetReading(PG_GETARG_SANCT_READING(0))));
}

/* What a search is for: the marks and where they are noted, or a name, its threshold and how it is looked for */
typedef struct Wanted
{
	const uint8 *reading;
	int			threshold;
	SmKeySide	side;
} Wanted;

/* Ask for the marks alone, which are noted */
static Datum
AskForMarks(FunctionCallInfo fcinfo, GinVersions *versions)
{
	Datum	   *entries = palloc(sizeof(Datum));
	bool	   *partial = palloc(sizeof(bool));
	Pointer    *noted = palloc(sizeof(Pointer));

	entries[0] = Int64GetDatum(PG_INT64_MIN);
	partial[0] = true;
	noted[0] = (Pointer) versions;
	*(int32 *) PG_GETARG_POINTER(1) = 1;
	*(bool **) PG_GETARG_POINTER(3) = partial;
	*(Pointer **) PG_GETARG_POINTER(4) = noted;
	return PointerGetDatum(entries);
}

/* What entries that are looked for carry with them where versions are not noted but told of */
static GinVersions unnoted;

/*
 * Something that each of the entries carries: what carries nothing is compared with all others first, which are not the
 * same here
 */
static Pointer *
CarryNothing(int count)
{
	Pointer    *carried = palloc((count + 1) * sizeof(Pointer));

	for (int i = 0; i < count; i++)
		carried[i] = (Pointer) &unnoted;
	return carried;
}

/* The entries to look for: the marks, which must be passed, and keys, each of which may be a match's */
static Datum
AskForKeys(FunctionCallInfo fcinfo, Wanted wanted)
{
	int32	   *count = (int32 *) PG_GETARG_POINTER(1);
	bool	  **partial = (bool **) PG_GETARG_POINTER(3);
	int32	   *mode = (int32 *) PG_GETARG_POINTER(6);
	int64		marks = PG_INT64_MIN;
	KeyList		list;

	*count = 0;
	if (SM_READING_KINDS(wanted.reading) == 0)
		return PointerGetDatum(NULL);
	if (wanted.side == SM_KEYS_OF_MEMBER)
	{
		MakeKeys(&list, wanted.reading, LowestThreshold(fcinfo), wanted.side);
		*(Pointer **) PG_GETARG_POINTER(4) = CarryNothing(list.count);
		return PointerGetDatum(MakeEntries(&list, NULL, count));
	}
	if (wanted.threshold >= LowestThreshold(fcinfo))
		MakeKeys(&list, wanted.reading, wanted.threshold, wanted.side);
	if (wanted.threshold < LowestThreshold(fcinfo) || list.count > QUERY_KEYS_MAX)
	{
		*mode = GIN_SEARCH_MODE_ALL;
		return PointerGetDatum(NULL);
	}
	if (list.count == 0)
		return PointerGetDatum(NULL);
	*partial = palloc0((list.count + 1) * sizeof(bool));
	(*partial)[0] = true;
	*(Pointer **) PG_GETARG_POINTER(4) = CarryNothing(list.count + 1);
	return PointerGetDatum(MakeEntries(&list, &marks, count));
}

/* A search for a sanct_query, the indexed type itself, or a text among readings; or what checks of an index ask */
static Datum
ExtractQuery(FunctionCallInfo fcinfo, bool of_readings)
{
	StrategyNumber strategy = (StrategyNumber) PG_GETARG_UINT16(2);
	Wanted		wanted = {NULL, SM_THRESHOLD, SM_KEYS_OF_PROBE};
	uint8		reading[SM_READING_MAX];
	text	   *name;

	if (strategy == VERSIONS_STRATEGY)
		return AskForMarks(fcinfo, (GinVersions *) PG_GETARG_POINTER(0));
	if (strategy == QUERY_STRATEGY || strategy == WHOLE_STRATEGY)
	{
		SanctQuery *query = PG_GETARG_SANCT_QUERY(0);

		wanted.reading = SanctGetQueryReading(query);
		wanted.threshold = query->threshold;
		if (strategy == WHOLE_STRATEGY)
			wanted.side = SM_KEYS_OF_MEMBER;
		return AskForKeys(fcinfo, wanted);
	}
	if (of_readings && strategy != TEXT_STRATEGY)
	{
		wanted.reading = SanctGetReading(PG_GETARG_SANCT_READING(0));
		return AskForKeys(fcinfo, wanted);
	}
	name = PG_GETARG_TEXT_PP(0);
	SanctReadName(reading, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));
	wanted.reading = reading;
	return AskForKeys(fcinfo, wanted);
}

Datum
sanct_gin_extract_query(PG_FUNCTION_ARGS)
{
	PG_RETURN_DATUM(ExtractQuery(fcinfo, false));
}

Datum
sanct_reading_gin_extract_query(PG_FUNCTION_ARGS)
{
	PG_RETURN_DATUM(ExtractQuery(fcinfo, true));
}

/*
 * May a row match that has these of the entries?  One key is enough; a check asks for all; of all rows nothing is
 * known
 */
static GinTernaryValue
Matches(const GinTernaryValue *has, int count, StrategyNumber strategy)
{
	bool		whole = strategy == WHOLE_STRATEGY;
	GinTernaryValue matches = whole ? GIN_TRUE : count == 0 ? GIN_MAYBE : GIN_FALSE;

	/* from behind: what is asked first is which are needed, those in front are left out one by one */
	for (int i = count; i-- > 0;)
	{
		if (whole && has[i] == GIN_FALSE)
			return GIN_FALSE;
		if (whole && has[i] == GIN_MAYBE)
			matches = GIN_MAYBE;
		else if (!whole && has[i] != GIN_FALSE)
			return GIN_MAYBE;
	}
	return matches;
}

/* A bool is a GinTernaryValue */
Datum
sanct_gin_consistent(PG_FUNCTION_ARGS)
{
	GinTernaryValue matches = Matches((GinTernaryValue *) PG_GETARG_POINTER(0), PG_GETARG_INT32(3),
									  (StrategyNumber) PG_GETARG_UINT16(1));

	*(bool *) PG_GETARG_POINTER(5) = matches == GIN_MAYBE;
	PG_RETURN_BOOL(matches != GIN_FALSE);
}

Datum
sanct_gin_triconsistent(PG_FUNCTION_ARGS)
{
	PG_RETURN_GIN_TERNARY_VALUE(Matches((GinTernaryValue *) PG_GETARG_POINTER(0), PG_GETARG_INT32(3),
										(StrategyNumber) PG_GETARG_UINT16(1)));
}

/* Note a mark, see gin.h */
static void
NoteMark(GinVersions *versions, int algorithm, uint8 unicode)
{
	if (!versions->any || algorithm != SM_VERSION)
		versions->algorithm = algorithm;
	versions->unicode = !versions->any || versions->unicode == unicode ? unicode : SM_UNICODE_SEVERAL;
	versions->any = true;
}

/* A search passes the marks; none of them is what it looks for */
Datum
sanct_gin_compare_partial(PG_FUNCTION_ARGS)
{
	int64		entry = PG_GETARG_INT64(1);
	GinVersions *versions = (GinVersions *) PG_GETARG_POINTER(3);

	if (entry >= 0)
		PG_RETURN_INT32(1);
	if (versions != &unnoted)
		NoteMark(versions, MARK_ALGORITHM(entry), MARK_UNICODE(entry));
	else
	{
		SanctCheckReadingVersion((uint8) MARK_ALGORITHM(entry), "the index", "Run REINDEX INDEX on it.");
		if (unlikely(MARK_UNICODE(entry) != SanctServerUnicode()))
			SanctNoteGinUnicode(fcinfo, MARK_UNICODE(entry));
	}
	PG_RETURN_INT32(-1);
}
