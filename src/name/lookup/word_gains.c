/*
 * What the words of a name add to a match
 *
 * (1) Two names X and Y match at a threshold only if their weight W is h (self X + self Y) or more, h = c/2 for the
 * least share c, and what stands beside them counted in.  W is what the alignments earn, and the form, less what is
 * left costs and more.  Y weighs what its aligned words weigh, and its form, or more.  So, of X,
 *
 *	sum of (earned - h bits of Y's words) + (1 - h) form - sum of missing(words left) >= h self X
 *
 * if X has a form: only the same one earns anything.  A word left costs missing() at least, unless it is a number.
 * Added for all words on both sides, and taken back for those aligned, that is
 *
 *	sum of gain >= need,	gain >= earned - h bits of Y's words + missing(X's words),
 *	need = h self X + sum of missing(all words) - (1 - h) form
 *
 * (2) The gains.  Words earn at most the bits of either side: STRONG (1 - h) bits + missing.  One edit leaves near(b)
 * for b bits of both: near(b) - h b grows with b but for rounding, so that with X's bits, and 1 more, is the most.
 * The second such pair earns half, near(b)/2 - h b, at most that with X's bits or 0.  INITIAL: 2 at most and half of
 * the word's bits: of X's word min(2, bits/2) less h of an initial's bits; of X's initial the word has at least twice
 * what it earns, (1 - 2h) 2.
 *
 * (3) One alignment and no more.  As in (1), but of both sides at once: let rest be missing + h bits of all other
 * words, and h of the price, then
 *
 *	earned - h (bits of both) + form - h (forms) >= rest X + rest Y
 *
 * and the left side is at most: STRONG (1 - 2h) bits; NEAR near - 2h bits, and 1 more, or 0; INITIAL (1 - 2h) 2 - h
 * of the initial's bits; form (1 - 2h) form if X has one: with another one it adds nothing.
 */
#include "name/lookup/word_gains.h"

#include <string.h>

#include "data/word_table.h"
#include "name/reading/reading.h"
#include "name/weight.h"
#include "name/words/share.h"
#include "name/words/weights.h"
#include "name/words/word.h"

#define INITIAL_BITS ((SmWeight) sm_unseen_initial_bits * (SM_BIT / SM_WORD_BIT))

static int64_t
Most(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

/* The gains of a word that may be one edit from another */
static void
SetNear(SmWordGains *gains, int i, SmWeight bits, SmWeight near, int64_t missing)
{
	near = near > 0 ? near : 0;
	gains->gain[SM_UNIT_NEAR][i] = Most(0, SM_GAIN_ONE * (near + 1) - gains->half * bits) + missing;
	gains->alone[SM_UNIT_NEAR][i] = Most(0, SM_GAIN_ONE * (near + 1) - 2 * gains->half * bits);
	gains->weak[i] = Most(0, SM_GAIN_ONE * (near / 2 + 1) - gains->half * bits) + missing;
}

/* The gains of an initial that may meet a word, or of a word that may meet an initial */
static void
SetInitial(SmWordGains *gains, int i, SmWeight bits, bool initial, int64_t missing)
{
	int64_t		half = gains->half;
	SmWeight	most = bits / 2 < SM_INITIAL_WEIGHT ? bits / 2 : SM_INITIAL_WEIGHT;

	gains->gain[SM_UNIT_INITIAL][i] = missing +
		(initial ? (SM_GAIN_ONE - 2 * half) * SM_INITIAL_WEIGHT : SM_GAIN_ONE * most - half * INITIAL_BITS);
	gains->weak[i] = Most(gains->weak[i], gains->gain[SM_UNIT_INITIAL][i]);
	gains->alone[SM_UNIT_INITIAL][i] = (SM_GAIN_ONE - 2 * half) * SM_INITIAL_WEIGHT - half * INITIAL_BITS;
}

/* The gains of a word */
static void
SetWord(SmWordGains *gains, const SmView *view, int i)
{
	SmWeight	bits = SM_VIEW_BITS(view, i);
	int			kind = SM_VIEW_KIND(view, i);
	int			length = SM_VIEW_LENGTH(view, i);
	int64_t		half = gains->half;
	bool		person = !(view->flags & SM_FLAG_ORGANISATION);
	int64_t		missing = 0;

	if (kind != SM_WORD_NUMBER)
		missing = SM_GAIN_ONE * sm_words_missing(bits, person && view->count >= 3);
	gains->need += missing;
	gains->rest[i] = missing + half * bits;
	gains->weak[i] = 0;
	gains->gain[SM_UNIT_STRONG][i] = (SM_GAIN_ONE - half) * bits + missing;
	gains->alone[SM_UNIT_STRONG][i] = (SM_GAIN_ONE - 2 * half) * bits;
	for (int type = SM_UNIT_STRONG + 1; type < SM_UNIT_TYPES; type++)
		gains->gain[type][i] = gains->alone[type][i] = 0;
	if (kind == SM_WORD_LATIN && length >= SM_NEAR_SHORTER)
		SetNear(gains, i, bits, sm_words_near(bits, length + 1, SM_NEAR_TENTHS), missing);
	if (person && kind != SM_WORD_NUMBER)
		SetInitial(gains, i, bits, kind == SM_WORD_INITIAL, missing);
}

/* What the words of a name add to a match at a threshold */
void
sm_word_gains(SmWordGains *gains, const SmView *view, const SmName *name, int threshold)
{
	bool		form = (view->flags & SM_FLAG_FORM) != SM_FORM_NONE;
	int64_t		half = sm_words_least_share(threshold);

	gains->count = view->count;
	gains->all = (1u << view->count) - 1;
	gains->half = half;
	gains->price = half * name->price;
	gains->need = half * sm_words_self(SM_WORDS_PART(name->reading)) + gains->price;
	gains->form_alone = 0;
	if (form)
	{
		gains->need -= (SM_GAIN_ONE - half) * SM_FORM_WEIGHT;
		gains->form_alone = (SM_GAIN_ONE - 2 * half) * SM_FORM_WEIGHT;
	}
	for (int i = 0; i < view->count; i++)
		SetWord(gains, view, i);
	gains->light = form && gains->need <= 0;
}

/* The sum over some words */
int64_t
sm_gains_sum(const int64_t gains[SM_WORDS_KEPT], uint32_t words)
{
	int64_t		sum = 0;

	for (; words != 0; words &= words - 1)
		sum += gains[__builtin_ctz(words)];
	return sum;
}

/* Most that some words add of which none is aligned strongly: one near pair is whole, others are half */
int64_t
sm_gains_weak(const SmWordGains *gains, uint32_t words)
{
	int64_t		sum = 0;
	int64_t		whole = 0;

	for (; words != 0; words &= words - 1)
	{
		int			i = __builtin_ctz(words);

		sum += gains->weak[i];
		whole = Most(whole, gains->gain[SM_UNIT_NEAR][i] - gains->weak[i]);
	}
	return sum + whole;
}

/* What is left beside some words, see (3) */
int64_t
sm_gains_rest(const SmWordGains *gains, uint32_t words)
{
	return sm_gains_sum(gains->rest, gains->all & ~words) + gains->price;
}

/* A rest, of 0 or more, in steps */
int
sm_gains_steps(int64_t rest)
{
	return rest < SM_GAIN_STEPS_MAX * SM_GAIN_STEP ? (int) (rest / SM_GAIN_STEP) : SM_GAIN_STEPS_MAX;
}

/* The number of the word of some that adds most */
static int
HeaviestOf(const SmWordGains *gains, uint32_t words)
{
	int			best = __builtin_ctz(words);

	for (words &= words - 1; words != 0; words &= words - 1)
		if (gains->gain[SM_UNIT_STRONG][__builtin_ctz(words)] > gains->gain[SM_UNIT_STRONG][best])
			best = __builtin_ctz(words);
	return best;
}

/* Most that groups of words add of which none has two words aligned, one of them strongly, and the others */
static int64_t
MostWithoutPair(const SmWordGains *gains, const uint32_t *group, int groups)
{
	const int64_t *strong = gains->gain[SM_UNIT_STRONG];
	uint32_t	others = gains->all;
	int64_t		sum = 0;

	for (int i = 0; i < groups; i++)
	{
		sum += Most(strong[HeaviestOf(gains, group[i])], sm_gains_weak(gains, group[i]));
		others &= ~group[i];
	}
	return sum + sm_gains_sum(strong, others);
}

/* Lay the heaviest words into groups, one by one to and fro */
static void
LayGroups(uint32_t *group, int groups, const int *heaviest, int count)
{
	for (int i = 0; i < groups; i++)
		group[i] = 0;
	for (int k = 0; k < count; k++)
	{
		int			at = k % (2 * groups);

		group[at < groups ? at : 2 * groups - 1 - at] |= 1u << heaviest[k];
	}
}

/* How many pairs of words there are in groups of so many */
static int
PairsOf(int groups, int count)
{
	int			small = count / groups;
	int			larger = count % groups;

	return larger * (small + 1) * small / 2 + (groups - larger) * small * (small - 1) / 2;
}

/*
 * Groups of words, of as few pairs as can be, so that no match is without two words of one group that are aligned,
 * one of them strongly; returns how many, the group of all words if there are no others
 */
int
sm_gains_groups(const SmWordGains *gains, uint32_t group[SM_GROUPS_MAX])
{
	int			heaviest[SM_WORDS_KEPT];
	uint32_t	left = gains->all;
	int			best = 1;
	int			best_count = gains->count;

	for (int k = 0; k < gains->count; k++)
	{
		heaviest[k] = HeaviestOf(gains, left);
		left &= ~(1u << heaviest[k]);
	}
	for (int groups = 1; 2 * groups <= gains->count; groups++)
		for (int count = 2 * groups; count <= gains->count; count++)
		{
			if (PairsOf(groups, count) >= PairsOf(best, best_count))
				break;
			LayGroups(group, groups, heaviest, count);
			if (MostWithoutPair(gains, group, groups) >= gains->need)
				continue;
			best = groups;
			best_count = count;
		}
	LayGroups(group, best, heaviest, best_count);
	return best;
}
