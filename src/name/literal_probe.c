#include "name/literal.h"

#include <string.h>

#include "name/literal_pack.h"
#include "name/word.h"

/* A byte in each of eight lanes, and their highest bits */
#define LANES_EACH UINT64_C(0x0101010101010101)
#define LANES_HIGH UINT64_C(0x8080808080808080)

/* Bit per byte of the lanes that is this byte */
static inline uint32_t
LanesEqual(const uint64_t *lanes, int words, uint8_t byte)
{
	uint32_t	found = 0;

	for (int k = 0; k * 8 < words; k++)
	{
		uint64_t	x = lanes[k] ^ byte * LANES_EACH;
		uint64_t	zero = ~(((x & ~LANES_HIGH) + ~LANES_HIGH) | x) & LANES_HIGH;

		found |= (uint32_t) ((zero >> 7) * UINT64_C(0x0102040810204080) >> 56) << (8 * k);
	}
	return found;
}

/* Put a byte into its lane; one that is 0 is equal to none */
static void
SetLane(uint64_t *lanes, int i, uint8_t byte)
{
	lanes[i / 8] |= (uint64_t) (byte ? byte : 255) << (8 * (i % 8));
}

/* Prepare a query for comparisons */
void
sm_literal_lanes(SmLiteralLanes *lanes, const uint8_t *query)
{
	SmView		view;

	memset(lanes, 0, sizeof(*lanes));
	sm_literal_open(&view, query);
	for (int i = 0; i < view.count; i++)
	{
		SmWeight	bits = SM_VIEW_BITS(&view, i);
		SmWeight	near = sm_literal_near(bits, SM_VIEW_LENGTH(&view, i) + 1, SM_NEAR_TENTHS);

		lanes->hash[i / 8] |= (uint64_t) SM_VIEW_HASH(&view, i) << (8 * (i % 8));
		SetLane(lanes->meaning, i, SM_VIEW_MEANING(&view, i));
		SetLane(lanes->first, i, SM_VIEW_FIRST(&view, i));
		SetLane(lanes->last, i, SM_VIEW_LAST(&view, i));
		SetLane(lanes->begin, i, SM_VIEW_BEGIN(&view, i));
		lanes->bits[i] = bits;
		lanes->near[i] = near > 0 ? near : 0;
		lanes->initials += SM_VIEW_KIND(&view, i) == SM_KIND_INITIAL;
	}
}

/* May two or three words from i on make the word j?  Both lengths at once; letters are not looked at. */
static bool
MayJoin(const SmView *a, int i, const SmView *b, int j)
{
	return i + 1 < a->count && SM_VIEW_KIND(b, j) == SM_KIND_WORD &&
		SM_VIEW_LENGTH(a, i) + SM_VIEW_LENGTH(a, i + 1) - 2 <= SM_VIEW_LENGTH(b, j);
}

/* What the lanes say of the words of two names */
typedef struct Hits
{
	uint32_t	sure;			/* words of the query that may earn all their bits */
	uint32_t	near;			/* words that may be one edit from another */
	uint32_t	left_b;			/* words of the other that can be aligned with none */
	int			initials;
	bool		joined;			/* neighbours of one may make a word of the other */
} Hits;

/* Hold all words of a query against those of another reading */
static void
FindHits(Hits *hits, const SmLiteralLanes *lanes, const SmView *a, const SmView *b)
{
	memset(hits, 0, sizeof(*hits));
	hits->initials = lanes->initials;
	for (int j = 0; j < b->count; j++)
	{
		uint32_t	sure = LanesEqual(lanes->hash, a->count, SM_VIEW_HASH(b, j));
		uint32_t	near = LanesEqual(lanes->first, a->count, SM_VIEW_FIRST(b, j)) |
			LanesEqual(lanes->last, a->count, SM_VIEW_LAST(b, j));
		uint32_t	begin = LanesEqual(lanes->begin, a->count, SM_VIEW_BEGIN(b, j));

		if (SM_VIEW_MEANING(b, j) != 0)
			sure |= LanesEqual(lanes->meaning, a->count, SM_VIEW_MEANING(b, j));
		for (; begin != 0; begin &= begin - 1)
		{
			int			i = __builtin_ctz(begin);

			if (MayJoin(a, i, b, j))
				sure |= ((1u << SM_JOIN_WORDS) - 1) << i;
			else if (MayJoin(b, j, a, i))
				sure |= 1u << i;
			else
				continue;
			hits->joined = true;
		}
		hits->sure |= sure;
		hits->near |= near;
		if ((sure | near) == 0)
			hits->left_b |= 1u << j;
		hits->initials += SM_VIEW_KIND(b, j) == SM_KIND_INITIAL;
	}
}

/*
 * Upper bound of the weight of a prepared query and a reading.
 *
 * Words are aligned only if they have a byte of their heads in common, or as an initial: equal
 * words, variants and such as sound alike the hash, words of one meaning the meaning, words one
 * edit apart their first or last two letters, joined words how they begin.  A word earns at most
 * its bits, by one edit at most what is left of them, an initial at most SM_INITIAL_WEIGHT.
 * Unless words may be joined or met by an initial, one without such a byte is left, and what is
 * left costs what it costs in sm_literal_weight.
 */
static SmWeight
MostWeight(const SmLiteralLanes *lanes, const SmView *a, const SmView *b, SmWeight self_sum)
{
	Hits		hits;
	SmWeight	most = sm_literal_form(a->flags & SM_FLAG_FORM, b->flags & SM_FLAG_FORM);
	int			flags = a->flags | b->flags;
	bool		person = SM_FLAGS_PERSON(flags);
	int			kinds_a;
	int			kinds_b;

	FindHits(&hits, lanes, a, b);
	hits.near &= ~hits.sure;
	for (int i = 0; i < a->count; i++)
	{
		if (hits.sure >> i & 1)
			most += lanes->bits[i];
		else if (hits.near >> i & 1)
			most += lanes->near[i];
	}
	most += hits.initials * SM_INITIAL_WEIGHT;
	if (most <= 0 || hits.joined || hits.initials > 0)
		return most;
	most -= sm_literal_left(a, ~(hits.sure | hits.near) & ((1u << a->count) - 1), person, &kinds_a);
	most -= sm_literal_left(b, hits.left_b, person, &kinds_b);
	return most - sm_literal_contradiction(person, kinds_a, kinds_b, self_sum / 2);
}

/* sm_literal_similarity of a prepared query and a reading, to the bit */
int
sm_literal_probe_similarity(const SmLiteralProbe *probe, const uint8_t *reading)
{
	SmView		a;
	SmView		b;
	SmWeight	self = sm_literal_self(reading);

	sm_literal_open_heads(&a, probe->query);
	sm_literal_open_heads(&b, reading);
	if (self <= 0 || MostWeight(&probe->lanes, &a, &b, probe->self + self) <= 0)
		return 0;
	return sm_literal_similarity(sm_literal_weight(probe->query, reading), probe->self, self);
}

/*
 * Is a reading at least this similar to a prepared query?  What sm_literal_probe_similarity says,
 * but most are turned away by their self weights, which no weight exceeds, or by their heads.
 */
bool
sm_literal_probe_matches(const SmLiteralProbe *probe, const uint8_t *reading, int threshold)
{
	SmView		a;
	SmView		b;
	SmWeight	self = sm_literal_self(reading);
	SmWeight	least = sm_literal_least(threshold, (int64_t) probe->self + self);
	SmWeight	most;

	if (threshold <= 0)
		return true;
	if (self < least || probe->self < least || self <= 0)
		return false;
	sm_literal_open_heads(&a, probe->query);
	sm_literal_open_heads(&b, reading);
	most = MostWeight(&probe->lanes, &a, &b, probe->self + self);
	if (most < least || most <= 0)
		return false;
	return sm_literal_similarity(sm_literal_weight(probe->query, reading), probe->self, self) >=
		threshold;
}
