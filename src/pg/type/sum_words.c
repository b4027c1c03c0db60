/*
 * How a similarity comes about, in words that can be recomputed with a pencil, a line for each step.  Weights are told
 * in whole 256ths of a bit, in which they are counted: nothing of them is rounded.
 */
#include "postgres.h"

#include "pg/type/sum_words.h"

#include "name/reading/korean_share.h"
#include "name/reading/reading.h"
#include "name/weight.h"
#include "name/words/share.h"

/* See sum_words.h */
char *
SanctOwnBitsWords(const SmSum *sum, int side)
{
	SmWeight	both = sum->self[side] + sum->price[side];

	if (sum->price[side] == 0)
		return psprintf("%d/256 = %.2f", sum->self[side], sm_hundredths(both) / 100.0);
	return psprintf("(%d + %d beside)/256 = %.2f", sum->self[side], sum->price[side], sm_hundredths(both) / 100.0);
}

/* What both sides weigh against themselves, with their prices */
static int64
BothBits(const SmSum *sum)
{
	return (int64) sum->self[0] + sum->price[0] + sum->self[1] + sum->price[1];
}

/* Their mean in bits, rounded to hundredths as each of them is */
static double
MeanBits(const SmSum *sum)
{
	return (double) ((BothBits(sum) * 100 + SM_BIT) / (2 * SM_BIT)) / 100;
}

/* The mean of both in 256ths of a bit, exactly: 3338.5 */
static char *
MeanOfBoth(const SmSum *sum)
{
	return psprintf(INT64_FORMAT "%s", BothBits(sum) / 2, BothBits(sum) % 2 != 0 ? ".5" : "");
}

/* See sum_words.h */
char *
SanctMeanWords(const SmSum *sum)
{
	return psprintf("mean %s/256 = %.2f", MeanOfBoth(sum), MeanBits(sum));
}

/* Are the words of two names the same, whatever stands beside them? */
static bool
AllEqual(const SmSum *sum)
{
	return sum->weight == sum->self[0] + sum->price[0] && sum->weight == sum->self[1] + sum->price[1];
}

/* How the share of Korean names becomes a similarity: it is cut to a tenth of a percent first */
static char *
KoreanShareWords(const SmSum *sum)
{
	int			share = sm_sum_share(sum);
	SmShareRule rule;
	char	   *told = psprintf("%d of %s = %.1f %%", sum->weight, MeanOfBoth(sum), Min(share, 1000) / 10.0);

	if (share >= 1000)
		return psprintf("%s%s: 1.000", told, 2 * (int64) sum->weight > BothBits(sum) ? " at most" : "");
	rule = sm_korean_share_rule(share);
	return psprintf("%s (cut),\nbetween %d %% = %.3f and %d %% = %.3f;\n%.3f + %.3f * %.1f / %d = %.3f (cut)", told,
					rule.share[0] / 10, rule.similarity[0] / 1000.0, rule.share[1] / 10, rule.similarity[1] / 1000.0,
					rule.similarity[0] / 1000.0, (rule.similarity[1] - rule.similarity[0]) / 1000.0,
					(share - rule.share[0]) / 10.0, (rule.share[1] - rule.share[0]) / 10,
					sm_korean_similarity(sum->weight, (SmWeight) BothBits(sum), 0) / 1000.0);
}

/* The same of words: it is cut to 65536ths */
static char *
WordsShareWords(const SmSum *sum)
{
	int			share = (int) Min((int64) 2 * sum->weight * 65536 / BothBits(sum), 65536);
	bool		low = share <= SM_THRESHOLD_SHARE;
	int			similarity = sm_words_share(sum->weight, BothBits(sum));
	char	   *told;

	if (AllEqual(sum))
		return psprintf("%d of %s:\nall of it is equal, 1.000", sum->weight, MeanOfBoth(sum));
	told = psprintf("%d of %s = %d/65536 (cut),\n%s;\n%.3f + %.3f * %d / %d = %.3f (cut)", sum->weight, MeanOfBoth(sum),
					share, low ? "between 0 and 60 % (39322/65536) = 0.670" :
					"between 60 % (39322/65536) = 0.670 and 1",
					low ? 0 : SM_THRESHOLD / 1000.0,
					(low ? SM_THRESHOLD : SM_SIMILARITY_ONE - SM_THRESHOLD) / 1000.0,
					low ? share : share - SM_THRESHOLD_SHARE, low ? SM_THRESHOLD_SHARE : 65536 - SM_THRESHOLD_SHARE,
					similarity / 1000.0);
	if (similarity <= SM_WORDS_UNEQUAL_MOST)
		return told;
	return psprintf("%s,\nbut at most %.3f, not all words being equal", told, SM_WORDS_UNEQUAL_MOST / 1000.0);
}

/* See sum_words.h */
char *
SanctShareWords(const SmSum *sum)
{
	if (sum->weight <= 0)
		return psprintf("%d of %s:\nnot above 0, and so 0.000", sum->weight, MeanOfBoth(sum));
	return sum->kind == SM_KIND_WORDS ? WordsShareWords(sum) : KoreanShareWords(sum);
}

/* See sum_words.h */
char *
SanctWantingWords(const SmSum *sum, int threshold)
{
	double		wanted = sum->kind == SM_KIND_KOREAN ? sm_korean_share(threshold) / 10.0 :
		(double) sm_words_least_share(threshold) / 65536 * 100;
	double		share = (double) 200 * sum->weight / BothBits(sum);

	if (sum->weight <= 0)
		return psprintf("%.2f of %.2f bits, %.1f %% are wanted", sm_hundredths(sum->weight) / 100.0, MeanBits(sum),
						wanted);
	return psprintf("%.2f of %.2f bits are %.1f %%, %.1f %% are wanted", sm_hundredths(sum->weight) / 100.0,
					MeanBits(sum), share, wanted);
}

/* See sum_words.h */
char *
SanctResultWords(int similarity, int threshold)
{
	return psprintf("%s at %.3f, threshold %.3f", similarity >= threshold ? "match" : "no match", similarity / 1000.0,
					threshold / 1000.0);
}
