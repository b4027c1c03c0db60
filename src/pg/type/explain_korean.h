#ifndef SANCT_TYPE_EXPLAIN_KOREAN_H
#define SANCT_TYPE_EXPLAIN_KOREAN_H

/* Two Korean names explained, slot by slot */

#include "name/reading/account.h"
#include "pg/type/explain_rows.h"

/* A side: the reading of its name, and the field that has it, by its number there; NULL: letters are not told */
typedef struct KoreanSide
{
	const uint8 *reading;
	const SmAccount *account;
	int			name;
} KoreanSide;

/* Add rows of two Korean names, of the pair of hypotheses that carries the weight */
extern void SanctExplainKorean(Explanation *explanation, const KoreanSide *a, const KoreanSide *b);

/*
 * Append of what a side weighs by itself: surname 735 + given name 1 1277 + spelling -32.  By itself another reading
 * may weigh more than the one that is compared with the other side: then it is told which
 */
extern void SanctTellOwnKorean(StringInfo out, const uint8 *const readings[2], int side);

#endif
