/* Type sanct_reading: a name with what it is read as */
#include "postgres.h"

#include "pg/type/reading_type.h"

#include "fmgr.h"
#include "lib/stringinfo.h"
#include "libpq/pqformat.h"

#include "name/reading/reading.h"
#include "pg/base/compat.h"
#include "pg/type/read_name.h"

PG_FUNCTION_INFO_V1(sanct_reading_in);
PG_FUNCTION_INFO_V1(sanct_reading_out);
PG_FUNCTION_INFO_V1(sanct_reading_recv);
PG_FUNCTION_INFO_V1(sanct_reading_send);
PG_FUNCTION_INFO_V1(sanct_read);
PG_FUNCTION_INFO_V1(sanct_read_otherwise);
PG_FUNCTION_INFO_V1(sanct_gist_key_in);
PG_FUNCTION_INFO_V1(sanct_gist_key_out);

/* A value of type sanct_reading of a reading of n bytes and the name that it was made of */
static SanctReading *
MakeReadingValue(const uint8 *reading, int n, const char *name, int length)
{
	Size		size = offsetof(SanctReading, data) + n + length;
	SanctReading *result = palloc(size);

	SET_VARSIZE(result, size);
	result->reading_length = (uint16) n;
	memcpy(result->data, reading, n);
	memcpy(result->data + n, name, length);
	return result;
}

/* Parse a name into a value of type sanct_reading */
SanctReading *
SanctMakeReading(const char *name, int length)
{
	uint8		reading[SM_READING_MAX];
	int			n = SanctReadName(reading, name, length);

	return MakeReadingValue(reading, n, name, length);
}

/* See reading_type.h */
SanctReading *
SanctMakeListedReading(const char *name, int length, SmNamed named)
{
	uint8		reading[SM_READING_MAX];
	int			n = SanctReadListed(reading, name, length, named);

	return MakeReadingValue(reading, n, name, length);
}

Datum
sanct_reading_in(PG_FUNCTION_ARGS)
{
	char	   *name = PG_GETARG_CSTRING(0);

	PG_RETURN_POINTER(SanctMakeReading(name, strlen(name)));
}

/* The text form of a reading is the name it was read from */
Datum
sanct_reading_out(PG_FUNCTION_ARGS)
{
	SanctReading *r = PG_GETARG_SANCT_READING(0);

	(void) OfReading(r);
	PG_RETURN_CSTRING(pnstrdup(SANCT_READING_NAME(r), SANCT_READING_NAME_LENGTH(r)));
}

/* The binary form is the name as well: a reading is never taken from outside */
Datum
sanct_reading_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	int			length;
	char	   *name = pq_getmsgtext(buf, buf->len - buf->cursor, &length);

	PG_RETURN_POINTER(SanctMakeReading(name, length));
}

Datum
sanct_reading_send(PG_FUNCTION_ARGS)
{
	SanctReading *r = PG_GETARG_SANCT_READING(0);
	StringInfoData buf;

	(void) OfReading(r);
	pq_begintypsend(&buf);
	pq_sendtext(&buf, SANCT_READING_NAME(r), SANCT_READING_NAME_LENGTH(r));
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

Datum
sanct_read(PG_FUNCTION_ARGS)
{
	text	   *name = PG_GETARG_TEXT_PP(0);

	PG_RETURN_POINTER(SanctMakeReading(VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name)));
}

/*
 * The reading of a listed name that its reading as a field does not begin with: that of a person, or of a thing.  NULL
 * if these say nothing else, as they do of most names; never do both.
 */
Datum
sanct_read_otherwise(PG_FUNCTION_ARGS)
{
	text	   *string = PG_GETARG_TEXT_PP(0);
	const char *name = VARDATA_ANY(string);
	int			length = VARSIZE_ANY_EXHDR(string);
	uint8		unknown[SM_READING_MAX];
	uint8		other[SM_READING_MAX];
	SmListedName listed;
	int			n;

	SanctOpenListed(&listed, name, length);
	n = sm_listed_read(unknown, &listed, SM_NAMED_UNKNOWN);
	for (SmNamed named = SM_NAMED_PERSON; named <= SM_NAMED_THING; named++)
	{
		int			k = sm_listed_read(other, &listed, named);

		if (!sm_read_within(other, k, unknown, n))
			PG_RETURN_POINTER(MakeReadingValue(other, k, name, length));
	}
	PG_RETURN_NULL();
}

Datum
sanct_gist_key_in(PG_FUNCTION_ARGS)
{
	ereport(ERROR,
			(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
			 errmsg("cannot accept a value of type %s", "sanct_gist_key")));
	PG_RETURN_VOID();
}

Datum
sanct_gist_key_out(PG_FUNCTION_ARGS)
{
	ereport(ERROR,
			(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
			 errmsg("cannot display a value of type %s", "sanct_gist_key")));
	PG_RETURN_VOID();
}
