#ifndef SANCT_TYPE_SUM_WORDS_H
#define SANCT_TYPE_SUM_WORDS_H

/* How a similarity comes about, in words that can be recomputed with a pencil; all are palloc'd */

#include "name/reading/similarity.h"

/* What a side weighs against itself, with the price of what stands beside it: (3738 + 64 beside)/256 = 14.85 */
extern char *SanctOwnBitsWords(const SmSum *sum, int side);

/* The mean of both: mean 3338.5/256 = 13.04 */
extern char *SanctMeanWords(const SmSum *sum);

/* The share of it that the weight is, and the rule that makes a similarity of that */
extern char *SanctShareWords(const SmSum *sum);

/* What is wanting at a threshold in thousandths: 2.75 of 14.16 bits are 19.4 %, 50.0 % are wanted */
extern char *SanctWantingWords(const SmSum *sum, int threshold);

/* The result: match at 0.983, threshold 0.670 */
extern char *SanctResultWords(int similarity, int threshold);

#endif
