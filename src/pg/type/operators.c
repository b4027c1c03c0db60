/* The operators and functions that compare texts and readings */
#include "postgres.h"

#include "fmgr.h"

#include "name/reading/similarity.h"
#include "name/weight.h"
#include "pg/type/bits.h"
#include "pg/type/checked.h"
#include "pg/type/read_name.h"
#include "pg/type/threshold.h"

PG_FUNCTION_INFO_V1(sanct_similarity);
PG_FUNCTION_INFO_V1(sanct_weight);
PG_FUNCTION_INFO_V1(sanct_match);
PG_FUNCTION_INFO_V1(sanct_distance);
PG_FUNCTION_INFO_V1(sanct_matches);
PG_FUNCTION_INFO_V1(sanct_match_query);
PG_FUNCTION_INFO_V1(sanct_reading_similarity);
PG_FUNCTION_INFO_V1(sanct_reading_weight);
PG_FUNCTION_INFO_V1(sanct_reading_match);
PG_FUNCTION_INFO_V1(sanct_reading_distance);
PG_FUNCTION_INFO_V1(sanct_reading_match_text);
PG_FUNCTION_INFO_V1(sanct_text_match_reading);
PG_FUNCTION_INFO_V1(sanct_reading_distance_text);
PG_FUNCTION_INFO_V1(sanct_text_distance_reading);
PG_FUNCTION_INFO_V1(sanct_reading_matches_text);
PG_FUNCTION_INFO_V1(sanct_text_matches_reading);

/* Similarity of the two text arguments in thousandths */
static int
TextSimilarity(FunctionCallInfo fcinfo)
{
	const uint8 *a = SanctReadCached(fcinfo, 0, PG_GETARG_TEXT_PP(0));
	const uint8 *b = SanctReadCached(fcinfo, 1, PG_GETARG_TEXT_PP(1));

	return sm_similarity(a, b);
}

Datum
sanct_similarity(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT4((float4) TextSimilarity(fcinfo) / 1000);
}

Datum
sanct_weight(PG_FUNCTION_ARGS)
{
	const uint8 *a = SanctReadCached(fcinfo, 0, PG_GETARG_TEXT_PP(0));
	const uint8 *b = SanctReadCached(fcinfo, 1, PG_GETARG_TEXT_PP(1));

	PG_RETURN_FLOAT4(SanctBits(sm_weight(a, b)));
}

Datum
sanct_match(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(TextSimilarity(fcinfo) >= SM_THRESHOLD);
}

Datum
sanct_distance(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT4((float4) (1000 - TextSimilarity(fcinfo)) / 1000);
}

Datum
sanct_matches(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(TextSimilarity(fcinfo) >= SanctThousandthsOf(PG_GETARG_FLOAT8(2)));
}

Datum
sanct_match_query(PG_FUNCTION_ARGS)
{
	SanctQuery *query = PG_GETARG_SANCT_QUERY(1);
	const uint8 *a = SanctReadCached(fcinfo, 0, PG_GETARG_TEXT_PP(0));
	int			similarity = sm_similarity(a, SanctGetQueryReading(query));

	PG_RETURN_BOOL(similarity >= query->threshold);
}

/* Similarity of the two sanct_reading arguments in thousandths */
static int
ReadingSimilarity(FunctionCallInfo fcinfo)
{
	return SanctStoredSimilarity(OfReading(PG_GETARG_SANCT_READING(0)), OfReading(PG_GETARG_SANCT_READING(1)));
}

Datum
sanct_reading_similarity(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT4((float4) ReadingSimilarity(fcinfo) / 1000);
}

Datum
sanct_reading_weight(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT4(SanctBits(sm_weight(SanctGetReading(PG_GETARG_SANCT_READING(0)),
										 SanctGetReading(PG_GETARG_SANCT_READING(1)))));
}

Datum
sanct_reading_match(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(ReadingSimilarity(fcinfo) >= SM_THRESHOLD);
}

Datum
sanct_reading_distance(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT4((float4) (1000 - ReadingSimilarity(fcinfo)) / 1000);
}

/* Similarity of a reading, which is that one of the first two arguments, and a text, the other, in thousandths */
static int
MixedSimilarity(FunctionCallInfo fcinfo, int reading)
{
	const uint8 *a = SanctGetReading(PG_GETARG_SANCT_READING(reading));
	const uint8 *b = SanctReadCached(fcinfo, 1 - reading, PG_GETARG_TEXT_PP(1 - reading));

	return sm_similarity(a, b);
}

Datum
sanct_reading_match_text(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(MixedSimilarity(fcinfo, 0) >= SM_THRESHOLD);
}

Datum
sanct_text_match_reading(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(MixedSimilarity(fcinfo, 1) >= SM_THRESHOLD);
}

Datum
sanct_reading_distance_text(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT4((float4) (1000 - MixedSimilarity(fcinfo, 0)) / 1000);
}

Datum
sanct_text_distance_reading(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT4((float4) (1000 - MixedSimilarity(fcinfo, 1)) / 1000);
}

Datum
sanct_reading_matches_text(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(MixedSimilarity(fcinfo, 0) >= SanctThousandthsOf(PG_GETARG_FLOAT8(2)));
}

Datum
sanct_text_matches_reading(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(MixedSimilarity(fcinfo, 1) >= SanctThousandthsOf(PG_GETARG_FLOAT8(2)));
}
