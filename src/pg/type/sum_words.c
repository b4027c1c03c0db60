/* How a similarity comes about, in words that can be recomputed with a pencil */
#include "postgres.h"

#include "pg/type/sum_words.h"

#include "name/reading/korean_share.h"
#include "name/reading/reading.h"
#include "name/weight.h"
#include "name/words/share.h"

/* A weight in bits with two decimals */
static char *
Bits(SmWeight weight)
{
	return psprintf("%.2f", sm_hundredths(weight) / 100.0);
}

/* See sum_words.h */
char *
SanctOwnBitsWords(const SmSum *sum, int side)
{
	if (sum->price[side] == 0)
		return Bits(sum->self[side]);
	return psprintf("%s + %s beside", Bits(sum->self[side]), Bits(sum->price[side]));
}

/* The mean of what both sides weigh against themselves, with their prices; doubled, as it may end in half a unit */
static double
MeanBits(const SmSum *sum)
{
	return (double) (sum->self[0] + sum->price[0] + sum->self[1] + sum->price[1]) / 2 / SM_BIT;
}

/* See sum_words.h */
char *
SanctMeanWords(const SmSum *sum)
{
	return psprintf("mean %.2f", MeanBits(sum));
}

/* Are the words of two names the same, whatever stands beside them? */
static bool
AllEqual(const SmSum *sum)
{
	return sum->weight == sum->self[0] + sum->price[0] && sum->weight == sum->self[1] + sum->price[1];
}

/* See sum_words.h */
char *
SanctShareWords(const SmSum *sum)
{
	int			share = sm_sum_share(sum);
	bool		words = sum->kind == SM_KIND_WORDS;
	SmShareRule rule;
	char	   *told;

	if (sum->weight <= 0)
		return psprintf("%s of %.2f: not above 0, and so 0.000", Bits(sum->weight), MeanBits(sum));
	told = psprintf("%s of %.2f = %d.%d %%", Bits(sum->weight), MeanBits(sum), share / 10, share % 10);
	if (words && AllEqual(sum))
		return psprintf("%s: all words are equal, 1.000", told);
	if (!words && share >= 1000)
		return psprintf("%s: 1.000", told);
	rule = words ? sm_words_share_rule(Min(share, 1000)) : sm_korean_share_rule(share);
	return psprintf("%s, between %d %% = %.3f and %d %% = %.3f%s", told, rule.share[0] / 10,
					rule.similarity[0] / 1000.0, rule.share[1] / 10, rule.similarity[1] / 1000.0,
					words ? psprintf("; at most %.3f", SM_WORDS_UNEQUAL_MOST / 1000.0) : "");
}

/* See sum_words.h */
char *
SanctWantingWords(const SmSum *sum, int threshold)
{
	int			share = sm_sum_share(sum);
	int			wanted = sum->kind == SM_KIND_KOREAN ? sm_korean_share(threshold) :
		(int) ((sm_words_least_share(threshold) * 1000 + 65535) / 65536);

	if (sum->weight <= 0)
		return psprintf("%s of %.2f bits, %d.%d %% are wanted", Bits(sum->weight), MeanBits(sum), wanted / 10,
						wanted % 10);
	return psprintf("%s of %.2f bits are %d.%d %%, %d.%d %% are wanted", Bits(sum->weight), MeanBits(sum), share / 10,
					share % 10, wanted / 10, wanted % 10);
}

/* See sum_words.h */
char *
SanctResultWords(int similarity, int threshold)
{
	return psprintf("%s at %.3f, threshold %.3f", similarity >= threshold ? "match" : "no match", similarity / 1000.0,
					threshold / 1000.0);
}
