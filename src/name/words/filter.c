/* The quick look at the words of two names: may they match at all? */
#include "name/words/filter.h"

#include <stddef.h>
#include <string.h>

#include "name/hash.h"
#include "name/words/doubt.h"
#include "name/words/join.h"
#include "name/words/left.h"
#include "name/words/pair.h"
#include "name/words/share.h"
#include "name/words/skeleton.h"
#include "name/words/sound.h"
#include "name/words/weights.h"
#include "name/words/word.h"

/* Note that word i has a byte; 0 says that it has none */
static inline void
SetHead(uint16_t *words, uint8_t byte, int i)
{
	if (byte != 0)
		words[byte] |= (uint16_t) (1 << i);
}

/* Note which bytes the heads of a name have */
static void
PrepareHeads(SmWordHeads *heads, const SmView *view)
{
	memset(heads, 0, offsetof(SmWordHeads, bits));
	heads->initials = 0;
	for (int i = 0; i < view->count; i++)
	{
		SmWeight	bits = SM_VIEW_BITS(view, i);
		SmWeight	near = sm_words_most_near(bits, SM_VIEW_LENGTH(view, i));

		heads->hash[SM_VIEW_HASH(view, i)] |= (uint16_t) (1 << i);
		if (SM_VIEW_MEANING(view, i) != 0)
			heads->meaning[sm_head_meant(view->head + SM_PACK_WORD * i)] |= (uint16_t) (1 << i);
		SetHead(heads->first, SM_VIEW_FIRST(view, i), i);
		SetHead(heads->last, SM_VIEW_LAST(view, i), i);
		SetHead(heads->begin, SM_VIEW_BEGIN(view, i), i);
		heads->bits[i] = bits;
		heads->near[i] = near > 0 ? near : 0;
		heads->initials += SM_VIEW_KIND(view, i) == SM_WORD_INITIAL;
	}
}

/* Prepare the words of a name to be held against those of others */
void
sm_words_query_prepare(SmWordsQuery *query, const uint8_t *words, SmWeight price)
{
	query->price = price;
	query->self = sm_words_self(words);
	sm_words_open(&query->view, words);
	PrepareHeads(&query->heads, &query->view);
	if (query->view.flags & SM_FLAG_SKELETON)
		sm_rows_prepare(&query->rows, &query->view);
	sm_sieve_prepare(&query->sieve, &query->view);
}

/* May some words from i on, see sm_join, make the word j?  Only their heads are looked at. */
static bool
MayJoin(const SmView *a, int i, const SmView *b, int j)
{
	int			other = SM_VIEW_LENGTH(b, j);
	int			length = 0;

	for (int k = i; k < a->count && k < i + SM_JOIN_WORDS; k++)
	{
		length += SM_VIEW_LENGTH(a, k);
		if (!sm_joins(a, i, k) || length > SM_WORD_MAX || length > other + SM_JOIN_DIFFER)
			return false;
		if (k > i && sm_join_makes(length, other))
			return true;
	}
	return false;
}

/* What the heads say of the words of two names */
typedef struct Hits
{
	uint32_t	sure;			/* words of the query that may earn all their bits */
	uint32_t	near;			/* words that may be one edit from another */
	uint32_t	met;			/* words of the other that may be aligned with one */
	uint32_t	whole;			/* of these, words that may earn all their bits, joined or as skeletons */
	uint32_t	bones;			/* words that may be one of the other by their consonants, and earn so much */
	SmWeight	earned;
	SmWeight	most[SM_WORDS_KEPT];	/* that each word of the other may earn */
} Hits;

/* Words of the query that begin as word j: which of them, and of the other's, may be joined or split */
static void
FindJoined(Hits *hits, uint32_t begin, const SmView *a, const SmView *b, int j)
{
	for (; begin != 0; begin &= begin - 1)
	{
		int			i = __builtin_ctz(begin);

		if (MayJoin(a, i, b, j))
		{
			hits->sure |= ((1u << SM_JOIN_WORDS) - 1) << i;
			hits->whole |= 1u << j;
		}
		if (MayJoin(b, j, a, i))
		{
			hits->sure |= 1u << i;
			hits->whole |= ((1u << SM_JOIN_WORDS) - 1) << j;
		}
	}
}

/* Hold the words of a query against those of another reading */
static inline void
FindHeadHits(Hits *hits, const SmWordHeads *heads, const SmView *a, const SmView *b)
{
	hits->sure = hits->near = hits->met = hits->whole = hits->bones = 0;
	hits->earned = 0;
	for (int j = 0; j < b->count; j++)
	{
		const uint8_t *head = b->head + SM_PACK_WORD * j;
		uint32_t	sure = heads->hash[head[2]] | heads->meaning[sm_head_meant(head)];
		uint32_t	near = heads->first[head[4]] | heads->last[head[5]];
		uint32_t	begin = heads->begin[head[6]];

		hits->sure |= sure;
		hits->near |= near;
		if ((sure | near) != 0)
			hits->met |= 1u << j;
		if (begin != 0)
			FindJoined(hits, begin, a, b, j);
	}
	hits->met |= hits->whole;
}

/* Most that some words of a query may earn, each of these */
static SmWeight
GreatestOf(const SmWeight *most, uint32_t words)
{
	SmWeight	greatest = 0;

	for (; words != 0; words &= words - 1)
		if (most[__builtin_ctz(words)] > greatest)
			greatest = most[__builtin_ctz(words)];
	return greatest;
}

/* Most that the words of the other may earn: each no more than its bits, nor than a word of the query may earn by it */
static SmWeight
MostOfOther(Hits *hits, const SmWordHeads *heads, const SmView *b)
{
	SmWeight	sum = 0;

	for (int j = 0; j < b->count; j++)
	{
		const uint8_t *head = b->head + SM_PACK_WORD * j;
		SmWeight	bits = SM_VIEW_BITS(b, j);

		hits->most[j] = 0;
		if (hits->whole >> j & 1)
			hits->most[j] = bits;
		else if (hits->met >> j & 1)
		{
			uint32_t	sure = heads->hash[head[2]] | heads->meaning[sm_head_meant(head)];
			SmWeight	most = GreatestOf(heads->bits, sure);
			SmWeight	near = GreatestOf(heads->near, heads->first[head[4]] | heads->last[head[5]]);

			most = near > most ? near : most;
			hits->most[j] = most < bits ? most : bits;
		}
		sum += hits->most[j];
	}
	return sum;
}

/* Hold the skeletons of a query against the Latin words of another name, of which only the heads are looked at */
static void
FindRows(Hits *hits, const SmRows *rows, const SmView *b)
{
	for (int j = 0; j < b->count; j++)
		if (SM_VIEW_KIND(b, j) == SM_WORD_LATIN)
		{
			uint32_t	words = sm_rows_may_be(rows, b, j);

			hits->sure |= words;
			hits->whole |= (uint32_t) (words != 0) << j;
		}
}

/* Hold them against the letters of these words */
static void
FindBones(Hits *hits, const SmWordsQuery *query, const SmView *b)
{
	SmRowsFound found;

	sm_rows_find(&found, &query->rows, &query->view, b);
	hits->sure |= found.joined;
	hits->whole |= found.words;
	for (int i = 0; i < query->view.count; i++)
		if (found.most[i] > 0 && !(hits->sure & 1u << i))
		{
			hits->bones |= 1u << i;
			hits->earned += found.most[i];
		}
}

/* Hold the skeletons of either against the Latin words of the other, those of the query against letters or heads */
static void
FindSkeletons(Hits *hits, const SmWordsQuery *query, const SmView *b, bool letters)
{
	if (b->flags & SM_FLAG_SKELETON)
	{
		SmSieved	sieved = sm_sieve(&query->sieve, b);

		hits->sure |= sieved.latin;
		hits->whole |= sieved.skeletons;
	}
	if (query->view.flags & SM_FLAG_SKELETON)
	{
		if (letters)
			FindBones(hits, query, b);
		else
			FindRows(hits, &query->rows, b);
	}
	hits->met |= hits->whole;
}

/* Most that the initials of a query and of a reading bring against words */
static SmWeight
MostOfInitials(const SmWordHeads *heads, const SmView *b)
{
	int			initials = heads->initials;

	if (b->flags & SM_FLAG_INITIAL)
		for (int j = 0; j < b->count; j++)
			initials += SM_VIEW_KIND(b, j) == SM_WORD_INITIAL;
	return initials * SM_INITIAL_WEIGHT;
}

/* A quick look under way, after what the heads say */
typedef struct Look
{
	const SmWordsQuery *query;
	const uint8_t *words;		/* of the other */
	const uint8_t *end;
	SmView		b;
	Hits		hits;
	SmMatch		match;			/* of what is aligned at most, and left at least */
	SmWeight	own;			/* most that the words of the query earn */
	SmWeight	other;			/* that those of the other do */
	SmWeight	most;			/* the bound so far, of all */
	SmWeight	least;			/* that is asked for */
} Look;

/* Of some words, those that contradict if they are left */
static uint32_t
Counting(const SmView *view, uint32_t words)
{
	uint32_t	counting = 0;

	for (; words != 0; words &= words - 1)
	{
		int			i = __builtin_ctz(words);

		if (SM_VIEW_PATRONYMIC(view, i) || SM_VIEW_BITS(view, i) > SM_PARTICLE_BITS)
			counting |= 1u << i;
	}
	return counting;
}

/* Can the weight still be enough if a word is left that earns so much of what one side earns? */
static bool
MayBeLeft(const Look *look, SmWeight side, SmWeight earned)
{
	SmWeight	without = side - earned;
	SmWeight	most = look->match.weight;

	return look->most - (without < most ? most - without : 0) >= look->least;
}

/* What word i of the query earns for certain of what the query does */
static SmWeight
LeastEarned(const Look *look, int i)
{
	const Hits *hits = &look->hits;

	if (hits->sure >> i & 1)
		return look->query->heads.bits[i];
	return hits->near & ~hits->bones & 1u << i ? look->query->heads.near[i] : 0;
}

/* May word i of the query resemble word j of the other, both left? */
static bool
MayResemble(const Look *look, int i, int j)
{
	const SmView *a = &look->query->view;

	if (!sm_pair_may_resemble(a, i, &look->b, j))
		return false;
	/* a word that may be aligned earns nothing then */
	if (!(look->match.left_a >> i & 1) && !MayBeLeft(look, look->own, LeastEarned(look, i)))
		return false;
	if (!(look->match.left_b >> j & 1) && !MayBeLeft(look, look->other, look->hits.most[j]))
		return false;
	return sm_pair_resembles(a, i, &look->b, j);
}

/* May words that are left for certain not contradict, for they resemble one of the other name that may be left? */
static bool
MayBeAlike(Look *look)
{
	const SmView *a = &look->query->view;
	SmView	   *b = &look->b;
	uint32_t	counting_a = Counting(a, look->match.left_a);
	uint32_t	counting_b = Counting(b, look->match.left_b);

	if (look->end != NULL && sm_words_end(look->words, look->end) == NULL)
		return true;
	sm_words_open(b, look->words);
	for (int i = 0; i < a->count; i++)
		for (uint32_t words = counting_a >> i & 1 ? (1u << b->count) - 1 : counting_b; words != 0; words &= words - 1)
			if (MayResemble(look, i, __builtin_ctz(words)))
				return true;
	return false;
}

/*
 * What the words left for certain cost that contradict.  Further surnames of two women may not; those that resemble
 * one of the other name do not, but are not sure
 */
static SmWeight
LeastContradiction(Look *look, SmWeight mean, SmWeight doubt)
{
	SmMatch    *match = &look->match;
	SmWeight	cost = sm_words_contradiction(match->names.person, sm_words_kinds(match->a, match->left_a),
											  sm_words_kinds(match->b, match->left_b), mean);

	/* that is not asked if it changes nothing, nor if the doubt is enough */
	if (look->most - cost >= look->least || !match->names.person)
		return cost;
	if (match->a->given > 1 && match->b->given > 1)
		return 0;
	match->unsure = true;
	if (look->most + doubt - sm_match_least_doubt(match) < look->least)
		return cost;
	return MayBeAlike(look) ? 0 : cost;
}

/*
 * Upper bound of the weight of a prepared query and a reading.
 *
 * Words are aligned only if they have a byte of their heads in common, or as an initial: equal
 * words, variants and such as sound alike the hash, words of one meaning the meaning, words one
 * edit apart their first or last two letters, joined words how they begin; or as a skeleton, of the other name by
 * sieve.c, of the query by rows.c, of the heads of words or of their letters, which tell more.  A word earns at most
 * its bits, by one edit at most what is left of them, an initial at most SM_INITIAL_WEIGHT: that is added up for
 * either side, and the lesser sum counts.
 * Unless words may be met by an initial, one without such a byte is left, and what is
 * left costs what it costs in sm_words_weight, and leaves the doubt that it leaves there; each is not asked if the
 * rest is below the least.
 */
static SmWeight
MostWordsWeight(Look *look, SmWeight self_sum, bool letters)
{
	const SmView *a = &look->query->view;
	const SmWordHeads *heads = &look->query->heads;
	Hits	   *hits = &look->hits;
	SmView	   *b = &look->b;
	SmMatch    *match = &look->match;
	uint32_t	all = (1u << a->count) - 1;
	SmWeight	initials = MostOfInitials(heads, b);
	SmWeight	others = initials + sm_words_form(a->flags & SM_FLAG_FORM, b->flags & SM_FLAG_FORM);
	SmWeight	doubt;

	FindHeadHits(hits, heads, a, b);
	if ((a->flags | b->flags) & SM_FLAG_SKELETON)
		FindSkeletons(hits, look->query, b, letters);
	look->own = hits->earned;
	for (uint32_t sure = hits->sure & all; sure != 0; sure &= sure - 1)
		look->own += heads->bits[__builtin_ctz(sure)];
	for (uint32_t near = hits->near & ~hits->sure & all; near != 0; near &= near - 1)
		look->own += heads->near[__builtin_ctz(near)];
	if (look->own + others < look->least)
		return look->own + others;
	look->other = MostOfOther(hits, heads, b);
	match->weight = look->own < look->other ? look->own : look->other;
	look->most = match->weight + others;
	if (look->most < look->least || initials > 0)
		return look->most;
	match->a = a;
	match->b = b;
	match->names.person = SM_FLAGS_PERSON(a->flags | b->flags);
	match->unsure = false;
	match->left_a = ~(hits->sure | hits->near | hits->bones) & all;
	match->left_b = ~hits->met & ((1u << b->count) - 1);
	doubt = sm_match_least_doubt(match);
	look->most -= sm_words_left(a, match->left_a, match->names.person) +
		sm_words_left(b, match->left_b, match->names.person) + doubt;
	return look->most < look->least ? look->most : look->most - LeastContradiction(look, self_sum / 2, doubt);
}

/* Are words damaged, whose end is given if they may be? */
static bool
IsDamaged(const uint8_t *words, const uint8_t *end)
{
	return end != NULL && sm_words_end(words, end) == NULL;
}

/*
 * May words be at least this similar to those of a prepared query?  Most are turned away by their self
 * weights, which no weight exceeds, or by their heads.  A threshold of 0 or less is always reached.
 * What stands beside these words has a price.  The end is given of words that may be damaged; such may always match.
 * Words that do not meet, see shared_heads.c, bring what their legal forms do.
 */
bool
sm_words_may_match(const SmWordsQuery *query, const uint8_t *words, const uint8_t *end, SmWeight price, int threshold,
				   bool meet)
{
	SmWeight	self = sm_words_self(words);
	SmWeight	least = sm_words_least(threshold, (int64_t) query->self + query->price + self + price);
	Look		look;

	if (threshold <= 0)
		return true;
	if (self < least || query->self < least || self <= 0 || (!meet && least > SM_FORM_WEIGHT))
		return false;
	look.query = query;
	look.words = words;
	look.end = end;
	look.least = least;
	sm_words_open_heads(&look.b, words);
	if (words[1] & SM_FLAG_SKELETON)
	{
		/* heads do not tell what skeletons may be aligned with */
		if (query->sieve.overflows || IsDamaged(words, end))
			return true;
		sm_words_open(&look.b, words);
	}
	if (MostWordsWeight(&look, query->self + self, false) < least)
		return false;
	if (!(query->view.flags & SM_FLAG_SKELETON) || query->rows.overflows || IsDamaged(words, end))
		return true;
	sm_words_open(&look.b, words);
	return MostWordsWeight(&look, query->self + self, true) >= least;
}
