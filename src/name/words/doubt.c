/*
 * What leaves a doubt whether two names are one though words of them agree: a name by which the person is called is
 * missing, words are not sure, two bodies have names of their own; and which words that are left contradict nothing.
 */
#include "name/words/doubt.h"

#include <string.h>

#include "data/word_weight_table.h"
#include "name/words/dictionary.h"
#include "name/words/pack.h"
#include "name/words/pair.h"
#include "name/words/relation.h"
#include "name/words/weights.h"
#include "name/words/word.h"

/* The first given name behind a comma, which is the person's own where others are his fathers'; -1 = it is not known */
static int
OwnName(const SmView *view)
{
	for (int i = view->given; i > 0 && i < view->count; i++)
		if (SM_VIEW_BITS(view, i) > sm_word_weights.beside_own)
			return SM_VIEW_KIND(view, i) == SM_WORD_LATIN ? i : -1;
	return -1;
}

/* Is word i one by which a person is called: surname, first given name; without a comma, the first or the last? */
static bool
IsChief(const SmView *view, int i)
{
	return view->given > 0 ? i < view->given || i == OwnName(view) : i == 0 || i + 1 == view->count;
}

/* Is such a name left? */
static bool
ChiefLeft(const SmView *view, uint32_t left)
{
	for (int i = 0; i < view->count; i++)
		if ((left & 1u << i) && IsChief(view, i) &&
			SM_VIEW_KIND(view, i) != SM_WORD_NUMBER && !SM_VIEW_PATRONYMIC(view, i) &&
			SM_VIEW_BITS(view, i) > SM_PARTICLE_BITS)
			return true;
	return false;
}

/*
 * Cost of too little evidence for words that are not sure, or for a person without a surname.  It is the greater the
 * less weighs what is aligned and the more is left.
 */
static SmDoubt
Shortfall(const SmMatch *match)
{
	SmWeight	evidence = match->weight;
	SmWeight	cost = 0;
	SmWeight	chief = 2 * (sm_word_weights.evidence_chief - match->weight);

	if (!match->names.person || !((match->a->flags | match->b->flags) & SM_FLAG_PERSON))
		evidence += SM_EVIDENCE_NO_PERSON;
	if (match->a->flags & match->b->flags & SM_FLAG_ORGANISATION)
		evidence += SM_EVIDENCE_ORGANISATION;
	if (match->unsure && evidence < SM_EVIDENCE)
		cost = SM_EVIDENCE - evidence;
	if (match->names.person && match->weight < sm_word_weights.evidence_chief && chief > cost &&
		(ChiefLeft(match->a, match->left_a) || ChiefLeft(match->b, match->left_b)))
		return (SmDoubt) {SM_WORDS_CHIEF, chief};
	return (SmDoubt) {SM_WORDS_EVIDENCE, cost};
}

/* What is left of a name */
typedef enum Left
{
	LEFT_NOTHING,				/* or connectives, titles, numbers */
	LEFT_GENERIC,				/* words of companies and the like */
	LEFT_NAME
} Left;

static Left
LeftOf(const SmView *view, uint32_t left)
{
	Left		most = LEFT_NOTHING;

	for (; left != 0; left &= left - 1)
	{
		int			i = __builtin_ctz(left);

		if (SM_VIEW_KIND(view, i) == SM_WORD_NUMBER || SM_VIEW_KIND(view, i) == SM_WORD_INITIAL ||
			SM_VIEW_BITS(view, i) <= SM_PARTICLE_BITS)
			continue;
		if (!sm_is_generic(SM_VIEW_MEANING(view, i)))
			return LEFT_NAME;
		most = LEFT_GENERIC;
	}
	return most;
}

/* How many words does a name have that count? */
static int
WordsThatCount(const SmView *view)
{
	int			words = 0;

	for (int i = 0; i < view->count; i++)
		words += SM_VIEW_KIND(view, i) != SM_WORD_NUMBER && SM_VIEW_BITS(view, i) > SM_PARTICLE_BITS;
	return words;
}

/* Is a number left of one name, and the other a single word?  The first of several ships needs none: HAPPINESS I. */
static bool
NumbersOneWord(const SmView *view, uint32_t left, const SmView *other)
{
	if (WordsThatCount(other) > 1)
		return false;
	for (; left != 0; left &= left - 1)
	{
		int			i = __builtin_ctz(left);

		if (SM_VIEW_KIND(view, i) == SM_WORD_NUMBER && (SM_VIEW_LENGTH(view, i) > 1 || view->word[i][0] != '1'))
			return true;
	}
	return false;
}

/*
 * Cost of what is left of names that are not both of persons: of two bodies' on both sides; of a body's and another
 * that agree in one word, if one of them has a further name.
 */
static SmDoubt
BodyDoubt(const SmMatch *match)
{
	Left		a = LeftOf(match->a, match->left_a);
	Left		b = LeftOf(match->b, match->left_b);
	Left		least = a < b ? a : b;
	int			pairs = 0;

	if (match->names.person)
		return (SmDoubt) {SM_WORDS_SINGLE, 0};
	if (NumbersOneWord(match->a, match->left_a, match->b) || NumbersOneWord(match->b, match->left_b, match->a))
		return (SmDoubt) {SM_WORDS_SINGLE, sm_word_weights.single};
	if (match->a->flags & match->b->flags & SM_FLAG_ORGANISATION)
		return least == LEFT_NAME ? (SmDoubt) {SM_WORDS_BODIES, sm_word_weights.both} :
			(SmDoubt) {SM_WORDS_TRADES, least == LEFT_GENERIC ? sm_word_weights.both_generic : 0};
	for (int i = 0; i < match->a->count; i++)
		pairs += !(match->left_a & 1u << i) && SM_VIEW_BITS(match->a, i) > SM_PARTICLE_BITS;
	return (SmDoubt) {SM_WORDS_SINGLE, pairs <= 1 && (a == LEFT_NAME || b == LEFT_NAME) ? sm_word_weights.single : 0};
}

/* Cost of too little evidence where of one name only consonants are known, and vowels differ or a name is left */
static SmWeight
SkeletonCost(const SmMatch *match)
{
	if (!((match->a->flags | match->b->flags) & SM_FLAG_SKELETON) || match->weight >= sm_word_weights.evidence_skeleton)
		return 0;
	if (!match->unsure_skeleton && LeftOf(match->a, match->left_a) != LEFT_NAME &&
		LeftOf(match->b, match->left_b) != LEFT_NAME)
		return 0;
	return 2 * (sm_word_weights.evidence_skeleton - match->weight);
}

/* The least doubt of names of which no more weighs, no less is left and no less is unsure */
SmWeight
sm_match_least_doubt(const SmMatch *match)
{
	return Shortfall(match).cost;
}

/* All doubts, each with what it costs */
void
sm_match_doubts(SmDoubt doubts[SM_DOUBTS], const SmMatch *match)
{
	doubts[0] = Shortfall(match);
	doubts[1] = BodyDoubt(match);
	doubts[2] = (SmDoubt) {SM_WORDS_CONSONANTS, SkeletonCost(match)};
}

/* What all of it costs */
SmWeight
sm_match_doubt(const SmMatch *match)
{
	return Shortfall(match).cost + BodyDoubt(match).cost + SkeletonCost(match);
}

/* Is word i behind a first surname, and behind the word de? */
static bool
IsBehindDe(const SmView *view, int i)
{
	return i > 1 && i < view->given && SM_VIEW_LENGTH(view, i - 1) == 2 && memcmp(view->word[i - 1], "de", 2) == 0;
}

/*
 * In place of her mother's surname a married woman may bear her husband's, behind the word de: FONSECA LUNA, FONSECA DE
 * PAREDES.  If the first surnames are one, second ones that are left do not contradict then.
 */
static void
FindMarried(SmMatch *match)
{
	const SmView *a = match->a;
	const SmView *b = match->b;

	if (a->given < 2 || b->given < 2 || match->partner[0] != 0)
		return;
	for (int i = 1; i < a->given; i++)
		for (int j = 1; j < b->given; j++)
			if ((match->left_a >> i & 1) && (match->left_b >> j & 1) && IsBehindDe(a, i) != IsBehindDe(b, j))
			{
				match->alike_a |= 1u << i;
				match->alike_b |= 1u << j;
			}
}

/* Words left on both sides of persons' names that resemble one another: they do not contradict, but leave a doubt */
void
sm_match_resembling(SmMatch *match)
{
	FindMarried(match);
	for (uint32_t left_a = match->left_a & ~match->alike_a; left_a != 0; left_a &= left_a - 1)
		for (uint32_t left_b = match->left_b & ~match->alike_b; left_b != 0; left_b &= left_b - 1)
		{
			int			i = __builtin_ctz(left_a);
			int			j = __builtin_ctz(left_b);

			if (!sm_pair_resembles(match->a, i, match->b, j))
				continue;
			match->alike_a |= 1u << i;
			match->alike_b |= 1u << j;
			match->unsure = true;
			break;
		}
}
