#ifndef SANCT_TYPE_EXPLAIN_WORDS_H
#define SANCT_TYPE_EXPLAIN_WORDS_H

/* Two names explained word by word */

#include "pg/type/explain_rows.h"

/* Add rows of the words of two readings, in the order of the first one's words */
extern void SanctExplainWords(Explanation *explanation, const uint8 *a, const uint8 *b);

/* Append the words of a reading, what each weighs against itself in 256ths of a bit, and why: air 1488 (common) */
extern void SanctTellOwnWords(StringInfo out, const uint8 *reading);

#endif
