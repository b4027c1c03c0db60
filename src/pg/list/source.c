/* A document as a bytea or as a large object, read from its begin to its end */
#include "postgres.h"

#include "pg/list/source.h"

#include "common/sha2.h"
#include "fmgr.h"
#include "libpq/be-fsstubs.h"
#include "libpq/libpq-fs.h"
#include "miscadmin.h"
#include "utils/fmgrprotos.h"

#include "pg/base/compat.h"

/* Bytes of a large object that are in memory at a time, and that are hashed at a time */
#define CHUNK_SIZE 65536

/* Add what is in the window to the hash */
static void
HashWindow(Source *source)
{
	for (size_t at = 0; at < source->length; at += CHUNK_SIZE)
	{
		CHECK_FOR_INTERRUPTS();
		if (pg_cryptohash_update(source->hash, (const uint8 *) source->window + at,
								 Min(source->length - at, CHUNK_SIZE)) < 0)
			elog(ERROR, "could not compute SHA-256 of \"%s\"", source->name);
	}
}

/*
 * Open the document that is given as one of two arguments, a bytea or the oid of a large object;
 * messages will call it name.  NULL if it is not given.
 */
Source *
SanctOpenSource(FunctionCallInfo fcinfo, const char *name, int document, int object)
{
	Source	   *source;

	if (PG_ARGISNULL(document) && PG_ARGISNULL(object))
		return NULL;
	if (!PG_ARGISNULL(document) && !PG_ARGISNULL(object))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("\"%s\" is given twice, as a bytea and as a large object", name)));

	source = palloc0(sizeof(Source));
	source->name = name;
	source->descriptor = -1;
	source->hash = pg_cryptohash_create(PG_SHA256);
	if (source->hash == NULL || pg_cryptohash_init(source->hash) < 0)
		elog(ERROR, "could not compute SHA-256 of \"%s\"", name);

	if (!PG_ARGISNULL(document))
	{
		bytea	   *bytes = PG_GETARG_BYTEA_PP(document);

		source->window = VARDATA_ANY(bytes);
		source->length = VARSIZE_ANY_EXHDR(bytes);
		HashWindow(source);
	}
	else
	{
		source->descriptor = DatumGetInt32(DirectFunctionCall2(be_lo_open,
															   PG_GETARG_DATUM(object),
															   Int32GetDatum(INV_READ)));
		source->window = source->chunk = palloc(CHUNK_SIZE);
	}
	return source;
}

/* Move the window behind its end; false at the end of the document, where it stays */
bool
SanctFillSource(Source *source)
{
	int			length;

	if (source->descriptor < 0)
		return false;
	length = lo_read(source->descriptor, source->chunk, CHUNK_SIZE);
	if (length <= 0)
		return false;
	source->length = length;
	source->position = 0;
	HashWindow(source);
	return true;
}

/* Copy the next bytes; return their number, 0 at the end */
int
SanctReadSource(Source *source, char *buffer, int size)
{
	int			length;

	CHECK_FOR_INTERRUPTS();
	if (size <= 0 || PeekSource(source) < 0)
		return 0;
	length = Min((size_t) size, source->length - source->position);
	memcpy(buffer, source->window + source->position, length);
	source->position += length;
	return length;
}

/* End the reading, and return the hash of all the document, read or not; NULL if it is empty */
bytea *
SanctCloseSource(Source *source)
{
	bytea	   *sha256 = palloc(VARHDRSZ + PG_SHA256_DIGEST_LENGTH);
	bool		empty = source->length == 0;

	while (SanctFillSource(source))
		empty = false;
	if (source->descriptor >= 0)
		(void) DirectFunctionCall1(be_lo_close, Int32GetDatum(source->descriptor));
	if (source->chunk)
		pfree(source->chunk);

	SET_VARSIZE(sha256, VARHDRSZ + PG_SHA256_DIGEST_LENGTH);
	if (pg_cryptohash_final(source->hash, (uint8 *) VARDATA(sha256), PG_SHA256_DIGEST_LENGTH) < 0)
		elog(ERROR, "could not compute SHA-256 of \"%s\"", source->name);
	pg_cryptohash_free(source->hash);
	pfree(source);
	return empty ? NULL : sha256;
}
