/* How a similarity comes about, in words that can be recomputed with a pencil, a line for each step */
#include "postgres.h"

#include "pg/type/sum_words.h"

#include "name/reading/korean_share.h"
#include "name/reading/reading.h"
#include "name/weight.h"
#include "name/words/share.h"

/* A weight in bits with three decimals: with fewer a pencil would not find what follows */
static char *
Bits(SmWeight weight)
{
	return psprintf("%.3f", (double) weight / SM_BIT);
}

/* See sum_words.h */
char *
SanctOwnBitsWords(const SmSum *sum, int side)
{
	if (sum->price[side] == 0)
		return Bits(sum->self[side]);
	return psprintf("%s + %s beside", Bits(sum->self[side]), Bits(sum->price[side]));
}

/* What both sides weigh against themselves, with their prices */
static int64
BothBits(const SmSum *sum)
{
	return (int64) sum->self[0] + sum->price[0] + sum->self[1] + sum->price[1];
}

static double
MeanBits(const SmSum *sum)
{
	return (double) BothBits(sum) / 2 / SM_BIT;
}

/* See sum_words.h */
char *
SanctMeanWords(const SmSum *sum)
{
	return psprintf("mean %.3f", MeanBits(sum));
}

/* Are the words of two names the same, whatever stands beside them? */
static bool
AllEqual(const SmSum *sum)
{
	return sum->weight == sum->self[0] + sum->price[0] && sum->weight == sum->self[1] + sum->price[1];
}

/* A share in percent, and in thousandths, to which it is cut: 92.188 %, cut to 92.1 % */
static char *
CutPercent(double percent, int thousandths)
{
	char	   *exact = psprintf("%.3f", percent);
	char	   *cut = psprintf("%.1f", thousandths / 10.0);

	return strcmp(exact, psprintf("%s00", cut)) == 0 ? psprintf("%s %%", cut) :
		psprintf("%s %%, cut to %s %%", exact, cut);
}

/* The piece of the rule: between 90 % = 0.950 and 100 % = 1.000 */
static char *
PieceWords(SmShareRule rule)
{
	return psprintf("between %d %% = %.3f and %d %% = %.3f", rule.share[0] / 10, rule.similarity[0] / 1000.0,
					rule.share[1] / 10, rule.similarity[1] / 1000.0);
}

/* The similarity of a share beyond the beginning of its piece, reckoned: 0.950 + 0.050 * 2.1 / 10 = 0.960 (cut) */
static char *
StepWords(SmShareRule rule, double beyond, int decimals, int similarity)
{
	return psprintf("%.3f + %.3f * %.*f / %d = %.3f (cut)", rule.similarity[0] / 1000.0,
					(rule.similarity[1] - rule.similarity[0]) / 1000.0, decimals, beyond,
					(rule.share[1] - rule.share[0]) / 10, similarity / 1000.0);
}

/* How the share of Korean names becomes a similarity: the share is cut to a tenth of a percent first */
static char *
KoreanShareWords(const SmSum *sum)
{
	int			share = sm_sum_share(sum);
	SmShareRule rule;
	char	   *told = psprintf("%s of %.3f", Bits(sum->weight), MeanBits(sum));

	if (share >= 1000)
		return psprintf("%s = %.1f %%: 1.000", told, Min(share, 1000) / 10.0);
	rule = sm_korean_share_rule(share);
	return psprintf("%s = %s,\n%s;\n%s", told,
					CutPercent((double) 200 * sum->weight / BothBits(sum), share), PieceWords(rule),
					StepWords(rule, (share - rule.share[0]) / 10.0, 1,
							  sm_korean_similarity(sum->weight, (SmWeight) BothBits(sum), 0)));
}

/* Does a share of words reach, by the rule as it is told, a thousandth more than by the figures of computers? */
static bool
IsJustBelow(double share, SmShareRule rule, int similarity)
{
	return rule.similarity[0] + (rule.similarity[1] - rule.similarity[0]) * (share - rule.share[0] / 10.0) /
		((rule.share[1] - rule.share[0]) / 10.0) >= similarity + 1;
}

/* How it is reckoned where that shows: in whole 65536ths, to which the share is cut */
static char *
WholeStepWords(const SmSum *sum, SmShareRule rule)
{
	int			from = rule.share[0] == 0 ? 0 : SM_THRESHOLD_SHARE;
	int			to = rule.share[0] == 0 ? SM_THRESHOLD_SHARE : 65536;
	int			share = (int) ((int64) 2 * sum->weight * 65536 / BothBits(sum));

	return psprintf(",\nbeing reckoned in whole 65536ths:\n%.3f + %.3f * %d / %d", rule.similarity[0] / 1000.0,
					(rule.similarity[1] - rule.similarity[0]) / 1000.0, share - from, to - from);
}

/* The same of words; their share is not cut */
static char *
WordsShareWords(const SmSum *sum)
{
	SmShareRule rule = sm_words_share_rule(Min(sm_sum_share(sum), 1000));
	double		share = Min((double) 200 * sum->weight / BothBits(sum), 100);
	int			similarity = sm_words_share(sum->weight, BothBits(sum));
	char	   *told = psprintf("%s of %.3f = %.3f %%", Bits(sum->weight), MeanBits(sum), share);

	if (AllEqual(sum))
		return psprintf("%s:\nall words are equal, 1.000", told);
	told = psprintf("%s,\n%s;\n%s%s", told, PieceWords(rule),
					StepWords(rule, share - rule.share[0] / 10, 3, similarity),
					IsJustBelow(share, rule, similarity) ? WholeStepWords(sum, rule) : "");
	if (similarity <= SM_WORDS_UNEQUAL_MOST)
		return told;
	return psprintf("%s,\nbut at most %.3f, not all words being equal", told, SM_WORDS_UNEQUAL_MOST / 1000.0);
}

/* See sum_words.h */
char *
SanctShareWords(const SmSum *sum)
{
	if (sum->weight <= 0)
		return psprintf("%s of %.3f:\nnot above 0, and so 0.000", Bits(sum->weight), MeanBits(sum));
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
