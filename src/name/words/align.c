/* How the words of two names are aligned, and what that weighs */
#include "name/words/align.h"

#include <string.h>

#include "data/word_weight_table.h"
#include "name/words/doubt.h"
#include "name/words/join.h"
#include "name/words/left.h"
#include "name/words/match.h"
#include "name/words/pair.h"
#include "name/words/skeleton_pairs.h"
#include "name/words/sound.h"
#include "name/words/weights.h"
#include "name/words/word.h"

/* A pair of words that may be aligned */
typedef struct Pair
{
	SmWeight	weight;
	int8_t		a;
	int8_t		b;
	uint8_t		relation;
} Pair;

/* Words of a name, from one on */
typedef struct Run
{
	int			from;
	int			count;
} Run;

/* Note a part down: words of a and words of b */
static void
NotePart(SmMatch *match, int relation, Run a, Run b, SmWeight weight)
{
	SmWordsPart *part;

	if (match->parts == NULL || (a.count + b.count == 0 && weight == 0))
		return;
	part = &match->parts[match->count++];
	part->relation = (uint8_t) relation;
	part->weight = weight;
	part->from[match->swapped] = (uint8_t) a.from;
	part->count[match->swapped] = (uint8_t) a.count;
	part->from[!match->swapped] = (uint8_t) b.from;
	part->count[!match->swapped] = (uint8_t) b.count;
}

/* Align word i of a with word j of b */
static void
Align(SmMatch *match, int i, int j, int relation, SmWeight weight)
{
	match->left_a &= ~(1u << i);
	match->left_b &= ~(1u << j);
	match->partner[i] = (int8_t) j;
	match->weight += weight;
	NotePart(match, relation, (Run) {i, 1}, (Run) {j, 1}, weight);
}

/* Align the words that are equal */
static void
AlignEqual(SmMatch *match)
{
	const SmView *a = match->a;
	const SmView *b = match->b;

	for (int i = 0; i < a->count; i++)
	{
		const uint8_t *x = a->head + SM_PACK_WORD * i;

		for (int j = 0; j < b->count; j++)
		{
			const uint8_t *y = b->head + SM_PACK_WORD * j;

			if (x[2] != y[2] || x[0] != y[0] || !(match->left_b & 1u << j) ||
				memcmp(a->word[i], b->word[j], x[0] & 0x1F) != 0)
				continue;
			Align(match, i, j, SM_WORDS_EQUAL, (x[1] < y[1] ? x[1] : y[1]) * (SM_BIT / SM_WORD_BIT));
			break;
		}
	}
}

/* Are two letters equal, or both vowels? */
static bool
Alike(uint8_t a, uint8_t b)
{
	return a == b || (sm_is_vowel(a) && sm_is_vowel(b));
}

/* Do two words begin alike? */
static bool
BeginAlike(const uint8_t *a, const uint8_t *b)
{
	return Alike(a[0], b[0]) && Alike(a[1], b[1]);
}

/*
 * Weight of n neighbours of a from i on, joined, against the word j of b; 0 = they do not make it, neither by their
 * letters, which stand next to each other in the reading, nor by their sound.
 */
static SmWeight
JoinedWeight(const SmView *a, int i, int n, const SmView *b, int j)
{
	int			other = SM_VIEW_LENGTH(b, j);
	SmWeight	bits = 0;
	int			length;

	if (!sm_join(&length, a, i, n) || !sm_join_makes(length, other))
		return 0;
	for (int k = i; k < i + n; k++)
		bits += SM_VIEW_BITS(a, k);
	if (bits > SM_VIEW_BITS(b, j))
		bits = SM_VIEW_BITS(b, j);
	if (length == other && memcmp(a->word[i], b->word[j], other) == 0)
		return bits - SM_JOIN_COST;
	return sm_pair_sound(a->word[i], length, b->word[j], other, bits) - SM_JOIN_COST;
}

/* How many neighbours from i on are left, as many as may be joined */
static int
LeftNeighbours(uint32_t left, int i)
{
	int			n = 0;

	while (n < SM_JOIN_WORDS && (left >> (i + n) & 1))
		n++;
	return n;
}

/* Align neighbours of one side with the one word of the other that they make */
static void
AlignJoined(SmMatch *match, bool swap)
{
	const SmView *a = swap ? match->b : match->a;
	const SmView *b = swap ? match->a : match->b;
	uint32_t   *left_a = swap ? &match->left_b : &match->left_a;
	uint32_t   *left_b = swap ? &match->left_a : &match->left_b;

	for (int i = 0; i + 1 < a->count; i++)
	{
		int			neighbours = LeftNeighbours(*left_a, i);

		if (neighbours < 2)
			continue;
		for (int j = 0; j < b->count && (*left_a & 1u << i); j++)
		{
			if (!(*left_b & 1u << j) || SM_VIEW_KIND(b, j) != SM_WORD_LATIN ||
				SM_VIEW_BEGIN(a, i) != SM_VIEW_BEGIN(b, j) ||
				!BeginAlike(a->word[i], b->word[j]))
				continue;
			for (int n = neighbours; n > 1; n--)
			{
				SmWeight	weight = JoinedWeight(a, i, n, b, j);

				if (weight <= 0)
					continue;
				*left_a &= ~(((1u << n) - 1) << i);
				*left_b &= ~(1u << j);
				match->partner[swap ? j : i] = (int8_t) (swap ? i : j);
				match->weight += weight;
				NotePart(match, SM_WORDS_JOINED, swap ? (Run) {j, 1} : (Run) {i, n}, swap ? (Run) {i, n} : (Run) {j, 1},
						 weight);
				break;
			}
		}
	}
}

/* Align the skeletons of one side with Latin words of the other that they are, alone or several joined */
static void
AlignSkeletons(SmMatch *match, bool swap)
{
	uint32_t   *left_a = swap ? &match->left_b : &match->left_a;
	uint32_t   *left_b = swap ? &match->left_a : &match->left_b;
	SmSkeletonPair pairs[SM_WORDS_KEPT];
	int			n = sm_skeleton_pairs(pairs, swap ? match->b : match->a, *left_a, swap ? match->a : match->b,
								  *left_b);

	for (int i = 0; i < n; i++)
	{
		Run			skeletons = {pairs[i].from, pairs[i].count};
		Run			word = {pairs[i].word, 1};
		/* consonants that stand alone are those of many words */
		SmWeight	weight = match->names.alone ? pairs[i].weight / 2 : pairs[i].weight;

		match->unsure_skeleton = match->unsure_skeleton || pairs[i].unsure;
		*left_a &= ~(((1u << skeletons.count) - 1) << skeletons.from);
		*left_b &= ~(1u << word.from);
		match->partner[swap ? word.from : skeletons.from] = (int8_t) (swap ? skeletons.from : word.from);
		match->weight += weight;
		NotePart(match, skeletons.count > 1 ? SM_WORDS_JOINED : SM_WORDS_VARIANT, swap ? word : skeletons,
				 swap ? skeletons : word, weight);
	}
}

/*
 * Does a pair leave a doubt?  Not if one of the words is generic or both are long, nor if they differ by custom.  Of
 * words one edit apart the index knows the latter only by their frame, and by it what they earn in context.
 */
static bool
IsUnsure(const SmMatch *match, const Pair *pair)
{
	const SmView *a = match->a;
	const SmView *b = match->b;
	SmWeight	bits;
	int			shorter;

	if (pair->relation < SM_WORDS_SOUND || SM_VIEW_BITS(a, pair->a) <= SM_GENERIC_BITS ||
		SM_VIEW_BITS(b, pair->b) <= SM_GENERIC_BITS)
		return false;
	shorter = SM_VIEW_LENGTH(a, pair->a) < SM_VIEW_LENGTH(b, pair->b) ? SM_VIEW_LENGTH(a, pair->a) :
		SM_VIEW_LENGTH(b, pair->b);
	if (!match->names.person || match->names.alone)
		return shorter <= SM_CROWDED_LENGTH;
	if (!sm_pair_by_custom(a, pair->a, b, pair->b))
		return shorter <= sm_word_weights.crowded_person;
	if (shorter > SM_CROWDED_LENGTH)
		return false;
	bits = SM_VIEW_BITS(a, pair->a) < SM_VIEW_BITS(b, pair->b) ? SM_VIEW_BITS(a, pair->a) : SM_VIEW_BITS(b, pair->b);
	return pair->relation == SM_WORDS_NEAR &&
		(pair->weight > SM_CONTEXT_MOST(bits) || !sm_pair_framed(a, pair->a, b, pair->b));
}

/* Align what is left, best pair first; of equal pairs the first in the order of a, then b */
static void
AlignRest(SmMatch *match)
{
	Pair		pairs[SM_WORDS_KEPT * SM_WORDS_KEPT];
	int			count = 0;
	bool		near = false;

	for (int i = 0; i < match->a->count; i++)
	{
		if (!(match->left_a & 1u << i))
			continue;
		for (int j = 0; j < match->b->count; j++)
		{
			SmWeight	weight;
			uint8_t		relation;

			if (!(match->left_b & 1u << j))
				continue;
			weight = sm_pair_weight(match->a, i, match->b, j, match->names, &relation);
			if (weight > 0)
				pairs[count++] = (Pair) {weight, (int8_t) i, (int8_t) j, relation};
		}
	}
	for (;;)
	{
		const Pair *best = NULL;

		for (int k = 0; k < count; k++)
			if ((match->left_a & 1u << pairs[k].a) && (match->left_b & 1u << pairs[k].b) &&
				(!best || pairs[k].weight > best->weight))
				best = &pairs[k];
		if (!best)
			break;
		Align(match, best->a, best->b, best->relation,
			  near && best->relation == SM_WORDS_NEAR ? best->weight / 2 : best->weight);
		near = near || best->relation == SM_WORDS_NEAR;
		match->unsure = match->unsure || IsUnsure(match, best);
	}
}

/* Align what is left and not alike enough by itself, best pair first, if there is enough that agrees */
static void
AlignInContext(SmMatch *match)
{
	while (match->weight >= SM_CONTEXT)
	{
		SmWeight	best = 0;
		int			best_i = 0;
		int			best_j = 0;

		for (uint32_t left_a = match->left_a; left_a != 0; left_a &= left_a - 1)
			for (uint32_t left_b = match->left_b; left_b != 0; left_b &= left_b - 1)
			{
				int			i = __builtin_ctz(left_a);
				int			j = __builtin_ctz(left_b);
				SmWeight	weight = sm_pair_in_context(match->a, i, match->b, j);

				if (weight <= best)
					continue;
				best = weight;
				best_i = i;
				best_j = j;
			}
		if (best == 0)
			return;
		Align(match, best_i, best_j, SM_WORDS_NEAR, best);
		match->unsure = match->unsure ||
			IsUnsure(match, &(Pair) {best, (int8_t) best_i, (int8_t) best_j, SM_WORDS_NEAR});
	}
}

/* Cost of another order: halves of 'Surname, Given' crossed, words of others turned round */
static SmWeight
OrderCost(const SmMatch *match)
{
	const SmView *a = match->a;
	const SmView *b = match->b;
	int			last = -1;
	SmWeight	cost = 0;

	for (int i = 0; i < a->count; i++)
	{
		int			j = match->partner[i];

		if (j < 0 || SM_VIEW_BITS(a, i) <= SM_PARTICLE_BITS)
			continue;
		if (a->given > 0 && b->given > 0)
		{
			if ((i < a->given) != (j < b->given))
				cost = sm_word_weights.halves_crossed;
		}
		else if (!match->names.person && j < last)
			cost = sm_word_weights.turned;
		last = j;
	}
	return cost;
}

/* Has a name only one word that counts? */
static bool
StandsAlone(const SmView *view)
{
	int			words = 0;

	for (int i = 0; i < view->count; i++)
		words += SM_VIEW_BITS(view, i) > SM_PARTICLE_BITS;
	return words < 2;
}

/* A fixed order of two readings */
static bool
Precedes(const uint8_t *a, const uint8_t *b)
{
	int			words = a[0] < b[0] ? a[0] : b[0];
	int			length = SM_PACK_HEADER + SM_PACK_WORD * words;
	int			order = memcmp(a, b, length);

	/* Equal heads: the letters are as many on both sides */
	if (order == 0)
	{
		int			letters = 0;

		for (int i = 0; i < words; i++)
			letters += a[SM_PACK_HEADER + SM_PACK_WORD * i] & 0x1F;
		order = memcmp(a + length, b + length, letters);
	}
	return order <= 0;
}

/* Note down the words that are left on either side, with what each costs */
static void
NoteLeft(SmMatch *match)
{
	for (uint32_t left = match->left_a; left != 0; left &= left - 1)
	{
		int			i = __builtin_ctz(left);

		NotePart(match, SM_WORDS_MISSING, (Run) {i, 1}, (Run) {0, 0},
				 -sm_words_left(match->a, 1u << i, match->names.person));
	}
	for (uint32_t left = match->left_b; left != 0; left &= left - 1)
	{
		int			j = __builtin_ctz(left);

		NotePart(match, SM_WORDS_MISSING, (Run) {0, 0}, (Run) {j, 1},
				 -sm_words_left(match->b, 1u << j, match->names.person));
	}
}

/* What the alignment leaves that speaks against the names as a whole */
typedef struct Whole
{
	SmWeight	mean;			/* of both self weights */
	SmWeight	form;
	SmWeight	contradiction;
	SmWeight	order;
	int			kinds_a;		/* of words left that resemble none */
	int			kinds_b;
	SmDoubt		doubts[SM_DOUBTS];
} Whole;

/* Note all of it down, words that are left first */
static void
NoteWhole(SmMatch *match, const Whole *whole)
{
	static const Run none = {0, 0};
	SmWeight	numbers = sm_words_numbers(match->names.person, whole->kinds_a, whole->kinds_b, whole->mean);

	NoteLeft(match);
	NotePart(match, SM_WORDS_FORM, none, none, whole->form);
	NotePart(match, SM_WORDS_NUMBERS, none, none, -numbers);
	NotePart(match, SM_WORDS_CONTRADICTION, none, none, numbers - whole->contradiction);
	NotePart(match, SM_WORDS_ORDER, none, none, -whole->order);
	for (int i = 0; i < SM_DOUBTS; i++)
		NotePart(match, whole->doubts[i].relation, none, none, -whole->doubts[i].cost);
}

/* What the alignment leaves: words, forms, contradictions, the order; added to the weight */
static void
Conclude(SmMatch *match, SmWeight mean)
{
	SmWeight	cost = sm_words_left(match->a, match->left_a, match->names.person) +
		sm_words_left(match->b, match->left_b, match->names.person);
	Whole		whole = {.mean = mean, .order = OrderCost(match)};
	SmWeight	doubt;

	whole.form = sm_words_form(match->a->flags & SM_FLAG_FORM, match->b->flags & SM_FLAG_FORM);
	if (match->names.person && match->left_a && match->left_b && 2 * (match->weight - cost) >= mean)
		sm_match_resembling(match);
	whole.kinds_a = sm_words_kinds(match->a, match->left_a & ~match->alike_a);
	whole.kinds_b = sm_words_kinds(match->b, match->left_b & ~match->alike_b);
	whole.contradiction = sm_words_contradiction(match->names.person, whole.kinds_a, whole.kinds_b, mean);
	doubt = sm_match_doubt(match);
	if (match->parts)
	{
		sm_match_doubts(whole.doubts, match);
		NoteWhole(match, &whole);
	}
	match->weight += whole.form - cost - whole.contradiction - whole.order - doubt;
}

/* Most that an alignment can weigh: contradictions, the order and doubts only cost */
static SmWeight
MostOf(const SmMatch *match)
{
	return match->weight + sm_words_form(match->a->flags & SM_FLAG_FORM, match->b->flags & SM_FLAG_FORM) -
		sm_words_left(match->a, match->left_a, match->names.person) -
		sm_words_left(match->b, match->left_b, match->names.person);
}

/*
 * Align two readings and weigh them, or stop where that is below the least that is asked for.  Every aligned pair earns
 * at most the lesser of its bits, so the sum never exceeds the smaller self weight.  The two are put in a fixed order
 * first: symmetric.
 */
static void
CompareWords(SmMatch *match, const uint8_t *a, const uint8_t *b, SmWeight least)
{
	SmView		view_a;
	SmView		view_b;
	SmWeight	most;
	SmWeight	mean = (sm_words_self(a) + sm_words_self(b)) / 2;

	match->weight = 0;
	match->count = 0;
	if (a[0] == 0 || b[0] == 0)
		return;
	match->swapped = !Precedes(a, b);
	sm_words_open(&view_a, match->swapped ? b : a);
	sm_words_open(&view_b, match->swapped ? a : b);
	match->a = &view_a;
	match->b = &view_b;
	match->names.person = SM_FLAGS_PERSON(a[1] | b[1]);
	match->left_a = (1u << view_a.count) - 1;
	match->left_b = (1u << view_b.count) - 1;
	match->alike_a = match->alike_b = 0;
	match->unsure = false;
	match->unsure_skeleton = false;
	memset(match->partner, -1, sizeof(match->partner));

	AlignEqual(match);
	if (match->left_a && match->left_b)
	{
		match->names.alone = StandsAlone(&view_a) || StandsAlone(&view_b);
		match->names.korean = view_a.korean && view_b.korean;
		AlignJoined(match, false);
		AlignJoined(match, true);
		if (view_a.flags & SM_FLAG_SKELETON)
			AlignSkeletons(match, false);
		if (view_b.flags & SM_FLAG_SKELETON)
			AlignSkeletons(match, true);
		AlignRest(match);
		AlignInContext(match);
	}
	most = MostOf(match);
	if (most < least)
		match->weight = most;
	else
		Conclude(match, mean);
}

/* Match weight of two readings; if it is below the least that is asked for, any that is */
SmWeight
sm_words_weight_from(const uint8_t *a, const uint8_t *b, SmWeight least)
{
	SmMatch		match;

	match.parts = NULL;
	CompareWords(&match, a, b, least);
	return match.weight;
}

/* Match weight of two readings */
SmWeight
sm_words_weight(const uint8_t *a, const uint8_t *b)
{
	return sm_words_weight_from(a, b, INT32_MIN);
}

/* The parts whose weights add up to the match weight */
int
sm_words_explain(SmWordsPart *parts, const uint8_t *a, const uint8_t *b)
{
	SmMatch		match;

	match.parts = parts;
	CompareWords(&match, a, b, INT32_MIN);
	return match.count;
}
