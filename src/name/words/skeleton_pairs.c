/*
 * Which words of a name in Latin letters are the skeletons of another: each alone or joined to its neighbours, best
 * first, since what is one word of the one may be several of the other.
 */
#include "name/words/skeleton_pairs.h"

#include "data/word_weight_table.h"
#include "name/words/join.h"
#include "name/words/skeleton.h"
#include "name/words/weights.h"
#include "name/words/word.h"

/* Pairs that may be, at most */
#define MAY_BE (SM_WORDS_KEPT * SM_JOIN_WORDS * SM_WORDS_KEPT)

/* The words of a name that are left, the Latin ones among them by their bones */
typedef struct LatinWords
{
	int			count;
	uint8_t		word[SM_WORDS_KEPT];
	SmBones		bones[SM_WORDS_KEPT];
} LatinWords;

static void
FindLatinWords(LatinWords *latin, const SmView *view, uint32_t left)
{
	latin->count = 0;
	for (; left != 0; left &= left - 1)
	{
		int			i = __builtin_ctz(left);

		if (SM_VIEW_KIND(view, i) != SM_WORD_LATIN)
			continue;
		latin->word[latin->count] = (uint8_t) i;
		sm_bones(&latin->bones[latin->count++], view->word[i], SM_VIEW_LENGTH(view, i));
	}
}

/* Bits of a run of skeletons; what is one word is known as one: Abdullah */
static SmWeight
BitsOfRun(const SmView *a, SmSkeletonPair run, const SmSkeleton *skeleton)
{
	SmWeight	own = 0;
	SmWeight	joined;

	for (int i = run.from; i < run.from + run.count; i++)
		own += SM_VIEW_BITS(a, i);
	if (run.count == 1)
		return own;
	joined = sm_skeleton_least_bits(skeleton) * (SM_BIT / SM_WORD_BIT);
	return joined < own ? joined : own;
}

/* Add the pairs of a run of skeletons; returns how many there are then */
static int
AddPairs(SmSkeletonPair *pairs, int n, const SmView *a, SmSkeletonPair run, const SmView *b, const LatinWords *latin)
{
	SmSkeleton	skeleton;
	int			length;
	SmWeight	own = -1;		/* not known yet: most runs are no word of the other name */

	if (!sm_join_skeletons(&length, a, run.from, run.count))
		return n;
	sm_skeleton_open(&skeleton, a->word[run.from], length);
	for (int k = 0; k < latin->count; k++)
	{
		SmWeight	bits = SM_VIEW_BITS(b, latin->word[k]);
		int			cost = sm_skeleton_cost(&skeleton, &latin->bones[k]);

		if (cost < 0)
			continue;
		if (own < 0)
			own = BitsOfRun(a, run, &skeleton);
		run.word = latin->word[k];
		run.weight = sm_skeleton_weight(latin->bones[k].length, cost, own < bits ? own : bits) -
			(run.count > 1 ? SM_JOIN_COST : 0);
		run.unsure = cost > sm_word_weights.sure_vowels;
		if (run.weight > 0)
			pairs[n++] = run;
	}
	return n;
}

/* The words that a pair takes of the name with skeletons, a bit each */
static uint32_t
WordsOf(const SmSkeletonPair *pair)
{
	return ((1u << pair->count) - 1) << pair->from;
}

/* Pair the skeletons of a that are left with Latin words of b that are left; returns how many pairs */
int
sm_skeleton_pairs(SmSkeletonPair pairs[SM_WORDS_KEPT], const SmView *a, uint32_t left_a, const SmView *b,
				  uint32_t left_b)
{
	SmSkeletonPair may_be[MAY_BE];
	LatinWords	latin;
	int			count = 0;
	int			taken = 0;

	FindLatinWords(&latin, b, left_b);
	if (latin.count == 0)
		return 0;
	for (int n = 1; n <= SM_JOIN_WORDS; n++)
		for (int i = 0; i + n <= a->count; i++)
		{
			SmSkeletonPair run = {0, (uint8_t) i, (uint8_t) n, 0, false};

			if ((WordsOf(&run) & ~left_a) == 0)
				count = AddPairs(may_be, count, a, run, b, &latin);
		}
	for (;;)
	{
		const SmSkeletonPair *best = NULL;

		for (int k = 0; k < count; k++)
			if ((WordsOf(&may_be[k]) & ~left_a) == 0 && (left_b & 1u << may_be[k].word) &&
				(best == NULL || may_be[k].weight > best->weight))
				best = &may_be[k];
		if (best == NULL)
			return taken;
		left_a &= ~WordsOf(best);
		left_b &= ~(1u << best->word);
		pairs[taken++] = *best;
	}
}
