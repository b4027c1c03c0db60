/*
 * Pieces of a document that belong together by an id, sorted on disk
 *
 * One is a bytea, so that the sort compares bytes alone: the id, a zero, the order, the line from its highest byte, the
 * data.
 */
#include "postgres.h"

#include "pg/list/pieces.h"

#include "catalog/pg_operator_d.h"
#include "catalog/pg_type_d.h"
#include "fmgr.h"
#include "port/pg_bswap.h"
#include "utils/tuplesort.h"

#include "pg/base/compat.h"

/*
 * Memory of a sort in kB, whatever work_mem is: an import takes little however long the document is.  It also says how
 * many runs are merged at once, and a piece of each is held, of a megabyte where texts are as long as they may be.
 */
#define SORT_MEMORY 4096

struct Pieces
{
	Tuplesortstate *sort;
	StringInfoData buffer;
};

/* See pieces.h */
Pieces *
SanctBeginPieces(void)
{
	Pieces	   *pieces = palloc(sizeof(Pieces));

	pieces->sort = tuplesort_begin_datum(BYTEAOID, ByteaLessOperator, InvalidOid, false, SORT_MEMORY, NULL,
										 TUPLESORT_NONE);
	initStringInfo(&pieces->buffer);
	return pieces;
}

/* See pieces.h */
void
SanctAddPiece(Pieces *pieces, const char *id, PieceOrder order, int64 line, StringInfo data)
{
	StringInfo	buffer = &pieces->buffer;
	uint64		number = pg_hton64(line);
	char		header[VARHDRSZ] = {0};

	resetStringInfo(buffer);
	appendBinaryStringInfo(buffer, header, VARHDRSZ);
	appendBinaryStringInfo(buffer, id, strlen(id) + 1);
	appendStringInfoChar(buffer, order);
	appendBinaryStringInfo(buffer, (char *) &number, sizeof(number));
	appendBinaryStringInfo(buffer, data->data, data->len);
	SET_VARSIZE(buffer->data, buffer->len);
	tuplesort_putdatum(pieces->sort, PointerGetDatum(buffer->data), false);
}

/* See pieces.h */
void
SanctSortPieces(Pieces *pieces)
{
	tuplesort_performsort(pieces->sort);
}

/* See pieces.h */
bool
SanctNextPiece(Pieces *pieces, Piece *piece)
{
	Datum		value;
	bool		isnull;
	uint64		number;
	bytea	   *bytes;
	char	   *at;

	if (!SanctNextSorted(pieces->sort, &value, &isnull))
		return false;
	bytes = DatumGetByteaPP(value);
	piece->id = VARDATA_ANY(bytes);
	at = piece->id + strlen(piece->id) + 1;
	piece->order = *at++;
	memcpy(&number, at, sizeof(number));
	piece->line = pg_ntoh64(number);
	at += sizeof(number);
	initStringInfo(&piece->data);
	appendBinaryStringInfo(&piece->data, at, VARDATA_ANY(bytes) + VARSIZE_ANY_EXHDR(bytes) - at);
	return true;
}

/* See pieces.h */
void
SanctEndPieces(Pieces *pieces)
{
	tuplesort_end(pieces->sort);
	pfree(pieces->buffer.data);
	pfree(pieces);
}

/* See pieces.h */
void
SanctPackTexts(StringInfo data, const char *const *texts, int count)
{
	initStringInfo(data);
	for (int i = 0; i < count; i++)
		appendBinaryStringInfo(data, texts[i] ? texts[i] : "", texts[i] ? strlen(texts[i]) + 1 : 1);
}

/* See pieces.h */
void
SanctUnpackTexts(const StringInfoData *data, const char **texts, int count)
{
	const char *at = data->data;

	for (int i = 0; i < count; i++)
	{
		texts[i] = *at ? at : NULL;
		at += strlen(at) + 1;
	}
}
