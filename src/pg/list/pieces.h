#ifndef SANCT_LIST_PIECES_H
#define SANCT_LIST_PIECES_H

/* Pieces of a document that belong together by an id and stand far apart in it, brought together by a sort on disk */

#include "lib/stringinfo.h"

/* What comes first of the pieces of an id, and next */
typedef enum PieceOrder
{
	PIECE_OWNER = 1, PIECE_LEFT_OUT, PIECE_PART, PIECE_FACT
} PieceOrder;

typedef struct Piece
{
	char	   *id;
	PieceOrder	order;
	int64		line;			/* that it stands on */
	StringInfoData data;		/* with a zero byte behind it */
} Piece;

typedef struct Pieces Pieces;

/* None yet; they last in the current memory context */
extern Pieces *SanctBeginPieces(void);

/* Add one; the id has no zero byte */
extern void SanctAddPiece(Pieces *pieces, const char *id, PieceOrder order, int64 line, StringInfo data);

/* Sort them by id, order, line; no more are added */
extern void SanctSortPieces(Pieces *pieces);

/* The next one, in the current memory context; false at the end */
extern bool SanctNextPiece(Pieces *pieces, Piece *piece);

/* Texts as the data of a piece, of which some may be NULL or empty; and out of it, in their place, NULL for these */
extern void SanctPackTexts(StringInfo data, const char *const *texts, int count);
extern void SanctUnpackTexts(const StringInfoData *data, const char **texts, int count);

/* Give back what they take */
extern void SanctEndPieces(Pieces *pieces);

#endif
