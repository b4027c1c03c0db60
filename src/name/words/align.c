/* How the words of two names are aligned, and what that weighs */
#include "name/words/align.h"

#include <string.h>

#include "name/words/join.h"
#include "name/words/left.h"
#include "name/words/skeleton_pairs.h"
#include "name/words/sound.h"
#include "name/words/weights.h"
#include "name/words/word.h"

/* Longest word that must be equal when it stands alone */
#define ALONE_LENGTH 5

/* Without a surname that one side has, what the others prove is little below this */
#define EVIDENCE_SURNAME SM_WEIGHT(24)

/* Words of this many letters have so many neighbours that a changed consonant earns half */
#define CROWDED_EDIT 6

/* A pair of words that may be aligned */
typedef struct Pair
{
	SmWeight	weight;
	int8_t		a;
	int8_t		b;
	uint8_t		relation;
} Pair;

/* An alignment under way */
typedef struct Match
{
	const SmView *a;
	const SmView *b;
	bool		person;			/* one side is certainly a person, none an organisation */
	bool		alone;			/* one side has one word that counts */
	bool		unsure;			/* a pair is by sound or an edit, and not of long words */
	uint32_t	left_a;			/* bit per word not aligned */
	uint32_t	left_b;
	int8_t		partner[SM_WORDS_KEPT];	/* word of b by word of a, -1 = none */
	SmWeight	weight;
	SmWordsPart *parts;		/* where an explanation is noted down, or NULL */
	int			count;
	bool		swapped;		/* a is the second of the two readings */
} Match;

/* Weight of two words one edit apart, 0 = they are not */
static SmWeight
NearWeight(const SmView *a, int i, const SmView *b, int j, SmWeight bits)
{
	int			la = SM_VIEW_LENGTH(a, i);
	int			lb = SM_VIEW_LENGTH(b, j);
	const uint8_t *x = a->word[i];
	const uint8_t *y = b->word[j];
	int			tenths;
	SmWeight	weight;

	/* What most pairs fail: one edit leaves the first two letters or the last two alone */
	if (SM_VIEW_FIRST(a, i) != SM_VIEW_FIRST(b, j) && SM_VIEW_LAST(a, i) != SM_VIEW_LAST(b, j))
		return 0;
	if (la > lb)
		return NearWeight(b, j, a, i, bits);
	if (la < SM_NEAR_SHORTER || lb < SM_NEAR_LONGER || lb - la > 1)
		return 0;
	tenths = sm_word_edit(x, la, y, lb);
	if (tenths < 0 || (la < 6 && tenths > 10))
		return 0;
	weight = sm_words_near(bits, lb, SM_NEAR_TENTHS > tenths ? SM_NEAR_TENTHS : tenths);
	return tenths >= SM_NEAR_TENTHS && lb <= CROWDED_EDIT ? weight / 2 : weight;
}

/* Weight of two words of one variant class, or whose consonants sound alike; 0 = they are not */
static SmWeight
SoundWeight(const uint8_t *a, int la, const uint8_t *b, int lb, SmWeight bits)
{
	static const uint8_t limit[] = {0, 0, 0, 0, 10, 10, 14, 14, 20, 20, 20, 20, 28};
	int			shorter = la < lb ? la : lb;
	uint8_t		x[SM_CLASS_MAX];
	uint8_t		y[SM_CLASS_MAX];
	uint8_t		key_x[SM_CLASS_MAX];
	uint8_t		key_y[SM_CLASS_MAX];
	int			length_x = sm_word_class(x, a, la);
	int			length_y = sm_word_class(y, b, lb);
	int			key;
	int			tenths;
	SmWeight	weight;

	if (length_x == length_y && memcmp(x, y, length_x) == 0)
		return bits - SM_VARIANT_COST;
	if (shorter < SM_NEAR_SHORTER)
		return 0;
	key = sm_word_sound(key_x, x, length_x);
	if (key != sm_word_sound(key_y, y, length_y) || memcmp(key_x, key_y, key) != 0)
		return 0;
	tenths = sm_word_distance(x, length_x, y, length_y);
	if (tenths > limit[shorter < 12 ? shorter : 12])
		return 0;
	weight = sm_words_near(bits, la > lb ? la : lb, tenths);
	return tenths > SM_NEAR_TENTHS && shorter <= SM_CROWDED_LENGTH ? weight / 2 : weight;
}

/* Weight of two words that are not equal, 0 = nothing in common; says how they are related */
static SmWeight
PairWeight(const Match *match, int i, int j, uint8_t *relation)
{
	const SmView *a = match->a;
	const SmView *b = match->b;
	int			kind_a = SM_VIEW_KIND(a, i);
	int			kind_b = SM_VIEW_KIND(b, j);
	SmWeight	bits = SM_VIEW_BITS(a, i);
	SmWeight	best = 0;

	*relation = SM_WORDS_VARIANT;
	if (SM_VIEW_BITS(b, j) < bits)
		bits = SM_VIEW_BITS(b, j);
	if (kind_a == SM_WORD_LATIN && kind_b == SM_WORD_LATIN)
	{
		best = NearWeight(a, i, b, j, bits);
		*relation = SM_WORDS_NEAR;
		if (SM_VIEW_HASH(a, i) == SM_VIEW_HASH(b, j) &&
			sm_is_vowel(a->word[i][0]) == sm_is_vowel(b->word[j][0]))
		{
			SmWeight	sound = SoundWeight(a->word[i], SM_VIEW_LENGTH(a, i),
											b->word[j], SM_VIEW_LENGTH(b, j), bits);

			if (sound >= best)
			{
				best = sound;
				*relation = sound == bits - SM_VARIANT_COST ? SM_WORDS_VARIANT : SM_WORDS_SOUND;
			}
		}
		/* A short word that stands alone must be equal */
		if (match->alone &&
			(SM_VIEW_LENGTH(a, i) <= ALONE_LENGTH || SM_VIEW_LENGTH(b, j) <= ALONE_LENGTH))
			best /= 2;
	}
	else if (match->person && (kind_a == SM_WORD_INITIAL) != (kind_b == SM_WORD_INITIAL) &&
			 kind_a != SM_WORD_NUMBER && kind_b != SM_WORD_NUMBER &&
			 a->word[i][0] == b->word[j][0])
	{
		SmWeight	word = kind_a == SM_WORD_INITIAL ? SM_VIEW_BITS(b, j) : SM_VIEW_BITS(a, i);

		best = a->count > 3 || b->count > 3 ? SM_INITIAL_WEIGHT * 3 / 4 : SM_INITIAL_WEIGHT;
		if (best > word / 2)
			best = word / 2;
		*relation = SM_WORDS_INITIAL;
	}
	if (best < bits - SM_MEANING_COST && SM_VIEW_MEANING(a, i) != 0 &&
		SM_VIEW_MEANING(a, i) == SM_VIEW_MEANING(b, j))
	{
		best = bits - SM_MEANING_COST;
		*relation = SM_WORDS_MEANING;
	}
	return best;
}

/* Words of a name, from one on */
typedef struct Run
{
	int			from;
	int			count;
} Run;

/* Note a part down: words of a and words of b */
static void
NotePart(Match *match, int relation, Run a, Run b, SmWeight weight)
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
Align(Match *match, int i, int j, int relation, SmWeight weight)
{
	match->left_a &= ~(1u << i);
	match->left_b &= ~(1u << j);
	match->partner[i] = (int8_t) j;
	match->weight += weight;
	NotePart(match, relation, (Run) {i, 1}, (Run) {j, 1}, weight);
}

/* Align the words that are equal */
static void
AlignEqual(Match *match)
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
 * Weight of n neighbours of a from i on, joined, against the word j of b; 0 = they do not make it.  Their letters stand
 * next to each other in the reading.
 */
static SmWeight
JoinedWeight(const SmView *a, int i, int n, const SmView *b, int j)
{
	int			other = SM_VIEW_LENGTH(b, j);
	SmWeight	bits = 0;
	SmJoin		join;

	if (!sm_join(&join, a, i, n) || !sm_join_makes(&join, other))
		return 0;
	for (int k = i; k < i + n; k++)
		bits += SM_VIEW_BITS(a, k);
	if (bits > SM_VIEW_BITS(b, j))
		bits = SM_VIEW_BITS(b, j);
	if (join.length == other && memcmp(a->word[i], b->word[j], other) == 0)
		return bits - SM_JOIN_COST;
	if (!join.particle || !Alike(a->word[i][join.length - 1], b->word[j][other - 1]))
		return 0;
	return SoundWeight(a->word[i], join.length, b->word[j], other, bits) - SM_JOIN_COST;
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
AlignJoined(Match *match, bool swap)
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
AlignSkeletons(Match *match, bool swap)
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

		*left_a &= ~(((1u << skeletons.count) - 1) << skeletons.from);
		*left_b &= ~(1u << word.from);
		match->partner[swap ? word.from : skeletons.from] = (int8_t) (swap ? skeletons.from : word.from);
		match->weight += pairs[i].weight;
		NotePart(match, skeletons.count > 1 ? SM_WORDS_JOINED : SM_WORDS_VARIANT, swap ? word : skeletons,
				 swap ? skeletons : word, pairs[i].weight);
	}
}

/* Does a pair leave a doubt?  Not if one of the words is generic or both are long. */
static bool
IsUnsure(const Match *match, const Pair *pair)
{
	const SmView *a = match->a;
	const SmView *b = match->b;

	if (pair->relation < SM_WORDS_SOUND || SM_VIEW_BITS(a, pair->a) <= SM_GENERIC_BITS ||
		SM_VIEW_BITS(b, pair->b) <= SM_GENERIC_BITS)
		return false;
	return SM_VIEW_LENGTH(a, pair->a) <= SM_CROWDED_LENGTH ||
		SM_VIEW_LENGTH(b, pair->b) <= SM_CROWDED_LENGTH;
}

/* Align what is left, best pair first; of equal pairs the first in the order of a, then b */
static void
AlignRest(Match *match)
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
			weight = PairWeight(match, i, j, &relation);
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

/* May word i be a surname?  It stands before the comma; without one it is the first or the last */
static bool
MayBeSurname(const SmView *view, int i)
{
	return view->given > 0 ? i < view->given : i == 0 || i + 1 == view->count;
}

/* Is a name left, not a given name where one can tell? */
static bool
SurnameLeft(const SmView *view, uint32_t left)
{
	for (int i = 0; i < view->count; i++)
		if ((left & 1u << i) && MayBeSurname(view, i) &&
			SM_VIEW_KIND(view, i) != SM_WORD_NUMBER && !SM_VIEW_PATRONYMIC(view, i) &&
			SM_VIEW_BITS(view, i) > SM_WEIGHT(2))
			return true;
	return false;
}

/* Cost of too little evidence for words that are not sure, or for a person without a surname */
static SmWeight
Shortfall(const Match *match)
{
	SmWeight	evidence = match->weight;
	SmWeight	cost = 0;

	if (!match->person || !((match->a->flags | match->b->flags) & SM_FLAG_PERSON))
		evidence += SM_EVIDENCE_NO_PERSON;
	if (match->a->flags & match->b->flags & SM_FLAG_ORGANISATION)
		evidence += SM_EVIDENCE_ORGANISATION;
	if (match->unsure && evidence < SM_EVIDENCE)
		cost = SM_EVIDENCE - evidence;
	if (match->person && match->weight < EVIDENCE_SURNAME &&
		2 * (EVIDENCE_SURNAME - match->weight) > cost &&
		(SurnameLeft(match->a, match->left_a) || SurnameLeft(match->b, match->left_b)))
		cost = 2 * (EVIDENCE_SURNAME - match->weight);
	return cost;
}

/* Cost of another order: halves of 'Surname, Given' crossed, words of others turned round */
static SmWeight
OrderCost(const Match *match)
{
	const SmView *a = match->a;
	const SmView *b = match->b;
	int			last = -1;
	SmWeight	cost = 0;

	for (int i = 0; i < a->count; i++)
	{
		int			j = match->partner[i];

		if (j < 0 || SM_VIEW_BITS(a, i) <= SM_WEIGHT(2))
			continue;
		if (a->given > 0 && b->given > 0)
		{
			if ((i < a->given) != (j < b->given))
				cost = SM_WEIGHT(3);
		}
		else if (!match->person && j < last)
			cost = SM_WEIGHT(1);
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
		words += SM_VIEW_BITS(view, i) > SM_WEIGHT(2);
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
NoteLeft(Match *match)
{
	for (uint32_t left = match->left_a; left != 0; left &= left - 1)
	{
		int			i = __builtin_ctz(left);
		int			kinds;

		NotePart(match, SM_WORDS_MISSING, (Run) {i, 1}, (Run) {0, 0},
				 -sm_words_left(match->a, 1u << i, match->person, &kinds));
	}
	for (uint32_t left = match->left_b; left != 0; left &= left - 1)
	{
		int			j = __builtin_ctz(left);
		int			kinds;

		NotePart(match, SM_WORDS_MISSING, (Run) {0, 0}, (Run) {j, 1},
				 -sm_words_left(match->b, 1u << j, match->person, &kinds));
	}
}

/* What the alignment leaves: words, forms, contradictions, the order; added to the weight */
static void
Conclude(Match *match, SmWeight mean)
{
	static const Run none = {0, 0};
	int			kinds_a;
	int			kinds_b;
	SmWeight	cost = sm_words_left(match->a, match->left_a, match->person, &kinds_a) +
		sm_words_left(match->b, match->left_b, match->person, &kinds_b);
	SmWeight	contradiction = sm_words_contradiction(match->person, kinds_a, kinds_b, mean);
	SmWeight	order = OrderCost(match);
	SmWeight	shortfall = Shortfall(match);
	SmWeight	form = sm_words_form(match->a->flags & SM_FLAG_FORM, match->b->flags & SM_FLAG_FORM);

	match->weight += form - cost - contradiction - order - shortfall;
	if (match->parts)
		NoteLeft(match);
	NotePart(match, SM_WORDS_FORM, none, none, form);
	NotePart(match, SM_WORDS_CONTRADICTION, none, none, -contradiction);
	NotePart(match, SM_WORDS_ORDER, none, none, -order);
	NotePart(match, SM_WORDS_EVIDENCE, none, none, -shortfall);
}

/*
 * Align two readings and weigh them.  Every aligned pair earns at most the lesser of its bits, so
 * the sum never exceeds the smaller self weight.  The two are put in a fixed order first: symmetric.
 */
static void
CompareWords(Match *match, const uint8_t *a, const uint8_t *b)
{
	SmView		view_a;
	SmView		view_b;
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
	match->person = SM_FLAGS_PERSON(a[1] | b[1]);
	match->left_a = (1u << view_a.count) - 1;
	match->left_b = (1u << view_b.count) - 1;
	match->unsure = false;
	memset(match->partner, -1, sizeof(match->partner));

	AlignEqual(match);
	if (match->left_a && match->left_b)
	{
		match->alone = StandsAlone(&view_a) || StandsAlone(&view_b);
		AlignJoined(match, false);
		AlignJoined(match, true);
		if ((a[1] | b[1]) & SM_FLAG_SKELETON)
		{
			AlignSkeletons(match, false);
			AlignSkeletons(match, true);
		}
		AlignRest(match);
	}
	Conclude(match, mean);
}

/* Match weight of two readings */
SmWeight
sm_words_weight(const uint8_t *a, const uint8_t *b)
{
	Match		match;

	match.parts = NULL;
	CompareWords(&match, a, b);
	return match.weight;
}

/* The parts whose weights add up to the match weight */
int
sm_words_explain(SmWordsPart *parts, const uint8_t *a, const uint8_t *b)
{
	Match		match;

	match.parts = parts;
	CompareWords(&match, a, b);
	return match.count;
}
