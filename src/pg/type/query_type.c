/* Type sanct_query: a name with a threshold of its own */
#include "postgres.h"

#include "pg/type/query_type.h"

#include "fmgr.h"
#include "lib/stringinfo.h"
#include "libpq/pqformat.h"

#include "name/reading/reading.h"
#include "name/reading/similarity.h"
#include "pg/base/compat.h"
#include "pg/type/read_name.h"
#include "pg/type/threshold.h"

PG_FUNCTION_INFO_V1(sanct_query);
PG_FUNCTION_INFO_V1(sanct_reading_query);
PG_FUNCTION_INFO_V1(sanct_query_in);
PG_FUNCTION_INFO_V1(sanct_query_out);
PG_FUNCTION_INFO_V1(sanct_query_recv);
PG_FUNCTION_INFO_V1(sanct_query_send);
PG_FUNCTION_INFO_V1(sanct_query_match);
PG_FUNCTION_INFO_V1(sanct_query_reading_match);
PG_FUNCTION_INFO_V1(sanct_reading_match_query);
PG_FUNCTION_INFO_V1(sanct_reading_matches);

/* Make a query of a reading, the name it was made from and a threshold in thousandths */
SanctQuery *
SanctMakeQuery(const uint8 *reading, int reading_length, const char *name, int length, int threshold)
{
	Size		size = offsetof(SanctQuery, data) + reading_length + length;
	SanctQuery *query = palloc(size);

	SET_VARSIZE(query, size);
	query->threshold = (uint16) threshold;
	query->reading_length = (uint16) reading_length;
	memcpy(query->data, reading, reading_length);
	memcpy(query->data + reading_length, name, length);
	return query;
}

/* Make a query of a name and a threshold in thousandths */
SanctQuery *
SanctReadQuery(const char *name, int length, int threshold)
{
	uint8		reading[SM_READING_MAX];
	int			n = SanctReadName(reading, name, length);

	return SanctMakeQuery(reading, n, name, length, threshold);
}

Datum
sanct_query(PG_FUNCTION_ARGS)
{
	text	   *name = PG_GETARG_TEXT_PP(0);
	int			threshold = SanctThousandthsOf(PG_GETARG_FLOAT8(1));

	PG_RETURN_POINTER(SanctReadQuery(VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name), threshold));
}

Datum
sanct_reading_query(PG_FUNCTION_ARGS)
{
	SanctReading *r = PG_GETARG_SANCT_READING(0);
	const uint8 *reading = SanctGetReading(r);
	int			threshold = SanctThousandthsOf(PG_GETARG_FLOAT8(1));

	PG_RETURN_POINTER(SanctMakeQuery(reading, r->reading_length, SANCT_READING_NAME(r),
								SANCT_READING_NAME_LENGTH(r), threshold));
}

/* The text form is the name, then @ and the threshold; a name may have an @ as well */
Datum
sanct_query_in(PG_FUNCTION_ARGS)
{
	char	   *string = PG_GETARG_CSTRING(0);
	char	   *at = strrchr(string, '@');
	int			length;
	float8		threshold;
	char	   *end;

	if (at != NULL)
		threshold = strtod(at + 1, &end);
	if (at == NULL || end == at + 1 || end[strspn(end, " ")] != '\0' || !SanctIsThreshold(threshold))
		ereturn(fcinfo->context, (Datum) 0,
				(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
				 errmsg("invalid input syntax for type %s", "sanct_query"),
				 errhint("Write the name, @ and a threshold between 0 and 1: Kim Jong Un @ 0.7")));
	length = (int) (at - string);
	if (length > 0 && string[length - 1] == ' ')
		length--;
	PG_RETURN_POINTER(SanctReadQuery(string, length, SanctThousandthsOf(threshold)));
}

Datum
sanct_query_out(PG_FUNCTION_ARGS)
{
	SanctQuery *query = PG_GETARG_SANCT_QUERY(0);

	(void) OfQuery(query);
	PG_RETURN_CSTRING(psprintf("%.*s @ %d.%03d", SANCT_QUERY_NAME_LENGTH(query), SANCT_QUERY_NAME(query),
							   query->threshold / 1000, query->threshold % 1000));
}

/* The binary form is the threshold in thousandths and the name; a reading is never taken from outside */
Datum
sanct_query_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	int			threshold = pq_getmsgint(buf, 2);
	int			length;
	char	   *name;

	if (threshold < 1 || threshold > 1000)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("invalid threshold in external value of type %s", "sanct_query")));
	name = pq_getmsgtext(buf, buf->len - buf->cursor, &length);
	PG_RETURN_POINTER(SanctReadQuery(name, length, threshold));
}

Datum
sanct_query_send(PG_FUNCTION_ARGS)
{
	SanctQuery *query = PG_GETARG_SANCT_QUERY(0);
	StringInfoData buf;

	(void) OfQuery(query);
	pq_begintypsend(&buf);
	pq_sendint16(&buf, query->threshold);
	pq_sendtext(&buf, SANCT_QUERY_NAME(query), SANCT_QUERY_NAME_LENGTH(query));
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

/* Does a stored reading match at the query's threshold? */
static bool
QueryMatches(SanctQuery *query, SanctReading *r)
{
	int			similarity = SanctStoredSimilarity(OfReading(r), OfQuery(query));

	return similarity >= query->threshold;
}

Datum
sanct_query_match(PG_FUNCTION_ARGS)
{
	SanctQuery *query = PG_GETARG_SANCT_QUERY(0);
	const uint8 *b = SanctReadCached(fcinfo, 1, PG_GETARG_TEXT_PP(1));
	int			similarity = sm_similarity(SanctGetQueryReading(query), b);

	PG_RETURN_BOOL(similarity >= query->threshold);
}

Datum
sanct_reading_match_query(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(QueryMatches(PG_GETARG_SANCT_QUERY(1), PG_GETARG_SANCT_READING(0)));
}

Datum
sanct_query_reading_match(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(QueryMatches(PG_GETARG_SANCT_QUERY(0), PG_GETARG_SANCT_READING(1)));
}

Datum
sanct_reading_matches(PG_FUNCTION_ARGS)
{
	int			similarity = SanctStoredSimilarity(OfReading(PG_GETARG_SANCT_READING(0)),
												   OfReading(PG_GETARG_SANCT_READING(1)));

	PG_RETURN_BOOL(similarity >= SanctThousandthsOf(PG_GETARG_FLOAT8(2)));
}
