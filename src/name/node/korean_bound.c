/*
 * What an index node knows of the names below it, and the bound that follows.
 *
 * Let q be the query with hypothesis h, b a name in the node with hypothesis k, T the weight of
 * the pair, t_i the weights of its slots, A_i and B_i those of each slot and itself.
 *
 * Slot: for a syllable s that q and b share, t_i <= (1 - e) pa(s) / P(s) * cap, where cap is 1 or,
 * if no member gives s more than 1/8, 1/8; a slip brings at most e R(same) if they share one, else
 * e R(near).
 * Self weight: 2 t_i <= A_i + B_i, hence B_i >= max(2 t_i - A_i, least B_i in the node).
 * Name: T = share(h) + share(k) + sum t_i and self(b) >= 2 share(k) + sum B_i.  As the quotient is
 * at most 1 and share(k) <= 0, leaving share(k) out of both only raises it:
 *
 *	2 T / (self(q) + self(b)) <= 2 (share(h) + sum t_i) / (self(q) + sum B_i)
 *
 * and it grows with every t_i, so the bounds of t_i may stand for them.
 * What stands beside a name adds its price to the self weight and to nothing else: that of the query is added to
 * self(q) where it divides, but not where it bounds B_i; that of b, which is not known, only lowers the quotient.
 * Pairs: what stands together in one member is bounded in sound_pairs_bound.c.  There the two slots of a given name,
 * and the surname with them, are one slot, whose weight and self weights are their sums:
 * 2 (t_1 + t_2) <= (A_1 + A_2) + (B_1 + B_2).
 * Lengths: of given names with n and m syllables min(n, m) meet, each wherever it may; the others
 * cost SM_MISS.  Two misses cost more than the worst slip, so there are never more of them.
 */
#include "name/node/korean_bound.h"

#include <stdbool.h>

#include "name/korean/hypothesis.h"
#include "name/node/slot_bound.h"
#include "name/node/sound_pairs_bound.h"
#include "name/reading/korean_share.h"
#include "name/reading/korean_weight.h"
#include "name/reading/reading.h"
#include "name/reading/unpack.h"
#include "name/slot.h"
#include "name/weight.h"

/* Most that slot n of the query brings against any slot of a part of the node */
static SmWeight
SlotBound(const SmKoreanProbe *query, int n, const uint8_t *korean, int part)
{
	const uint8_t *slot = query->parts->slot[n];
	SmWeight	initial = sm_initial_bound(query, n, korean, part);
	SmWeight	best = SM_NO_WEIGHT;

	if (SM_IS_INITIAL(slot) || (SM_IS_FOREIGN(slot) && (korean[0] & SM_LENGTHS_FOREIGN)))
		return query->self[n];
	for (int i = 0; i < sm_slot_count(slot); i++)
	{
		SmWeight	w = sm_shared_bound(slot, i, korean, part);

		best = w > best ? w : best;
	}
	if (best < SM_EPSILON + SM_NEAR)
	{
		SmWeight	slip = sm_slip_bound(query, n, korean, part);

		best = slip > best ? slip : best;
	}
	return initial > best ? initial : best;
}

/* No least self weight */
#define NO_LEAST (INT32_MIN / 2)

/* Bounds of the weight and of the partner's self weight */
typedef struct Bound
{
	SmWeight	weight;
	SmWeight	self;
} Bound;

/* Add a slot of weight at most w, of self weight own, that meets one of self weight at least least */
static void
AddSlot(Bound *bound, SmWeight w, SmWeight own, SmWeight least)
{
	bound->weight += w;
	bound->self += 2 * w - own > least ? 2 * w - own : least;
}

static SmWeight
Least(const uint8_t *korean, int part)
{
	return (int8_t) korean[1 + part] * (SM_BIT / 8);
}

/* The least of any given slot */
static SmWeight
LeastGiven(const uint8_t *korean)
{
	SmWeight	first = Least(korean, SM_PART_FIRST);
	SmWeight	later = Least(korean, SM_PART_LATER);

	return first < later ? first : later;
}

/* Add a surname of weight at most w to a bound, a name without one included */
static void
AddSurname(Bound *bound, const SmKoreanProbe *query, const SmHypothesisParts *h, SmWeight w, const uint8_t *korean)
{
	SmWeight	least = Least(korean, SM_PART_SURNAME);

	if (h->has_surname && !(korean[0] & SM_LENGTHS_NO_SURNAME))
		AddSlot(bound, w, query->self[h->slot[0]], least);
	else
	{
		if (h->has_surname)
			bound->weight += w > SM_NO_SURNAME ? w : SM_NO_SURNAME;
		/* a surname that meets none adds to the partner's self weight, unless that is negative */
		if (least < 0)
			bound->self += least;
	}
}

/* Least share of the mean self weight, see sm_korean_share, and what it is compared with */
typedef struct Goal
{
	int			share;
	SmWeight	self;			/* of the query */
	SmWeight	price;			/* of what stands beside it */
} Goal;

/* The partner's self weight is at least 2 weight - self(q) */
static inline SmWeight
PartnerSelf(const Bound *bound, SmWeight self)
{
	return bound->self < 2 * bound->weight - self ? 2 * bound->weight - self : bound->self;
}

/* Do the bounds allow a similarity of the goal? */
static bool
Allows(const Bound *bound, const Goal *goal)
{
	return bound->weight > 0 && (int64_t) 2000 * bound->weight >=
		(int64_t) goal->share * (goal->self + goal->price + PartnerSelf(bound, goal->self));
}

/* The bound in millionths of the mean self weight */
static int64_t
Quotient(const Bound *bound, const Goal *goal)
{
	SmWeight	both = goal->self + goal->price + PartnerSelf(bound, goal->self);

	return bound->weight <= 0 || both <= 0 ? 0 : (int64_t) 2000000 * bound->weight / both;
}

/*
 * Bounds over given names of the same length: slot meets slot.  Slots that have not been looked at
 * stand with the most they can bring; false as soon as even so the goal is out of reach.
 */
static bool
BoundSameLength(Bound *bound, const SmKoreanProbe *query, const SmHypothesisParts *h, const uint8_t *korean,
		   const Goal *goal)
{
	Bound		ahead = {0, 0};

	for (int s = 1; s <= h->given; s++)
		AddSlot(&ahead, query->most[h->slot[s]], query->self[h->slot[s]], NO_LEAST);
	for (int s = 1; s <= h->given; s++)
	{
		int			n = h->slot[s];
		Bound		all;

		AddSlot(bound, SlotBound(query, n, korean, SM_PART_OF(s)), query->self[n], Least(korean, SM_PART_OF(s)));
		ahead.weight -= query->most[n];
		ahead.self -= 2 * query->most[n] - query->self[n];
		all = (Bound) {bound->weight + ahead.weight, bound->self + ahead.self};
		if (!Allows(&all, goal))
			return false;
	}
	return true;
}

/*
 * Bounds over given names of m syllables where the query has another number: the weight of the
 * min(n, m) heaviest slots, wherever they meet, and the least self weight.  First with the most that
 * slots can bring: false if even so the goal is out of reach.
 */
static bool
BoundOtherLength(Bound *bound, const SmKoreanProbe *query, int h, int m, const uint8_t *korean, const Goal *goal)
{
	const SmHypothesisParts *part = &query->parts->part[h];
	int			n = part->given;
	int			meet = n < m ? n : m;
	SmWeight	weight[SM_GIVEN_MAX];
	Bound		all;

	bound->weight += (n + m - 2 * meet) * SM_MISS;
	bound->self += m * LeastGiven(korean);
	all = (Bound) {bound->weight + query->heaviest[h][meet], bound->self};
	if (!Allows(&all, goal))
		return false;
	for (int s = 0; s < n; s++)
	{
		SmWeight	first = SlotBound(query, part->slot[1 + s], korean, SM_PART_FIRST);
		SmWeight	later = SlotBound(query, part->slot[1 + s], korean, SM_PART_LATER);
		SmWeight	w = first > later ? first : later;
		int			i = s;

		for (; i > 0 && weight[i - 1] < w; i--)
			weight[i] = weight[i - 1];
		weight[i] = w;
	}
	for (int s = 0; s < meet; s++)
		bound->weight += weight[s];
	return Allows(bound, goal);
}

/*
 * The bound of hypothesis h and names of m given syllables, two at least, by the pairs of the node; with or
 * without a surname
 */
static Bound
PairsBound(const SmKoreanProbe *query, const SmHypothesisParts *h, int m, bool surname, const SmSoundPairsBound *pairs,
		   const uint8_t *korean)
{
	Bound		bound = {h->weight, 0};
	SmWeight	own = query->self[h->slot[1]] + query->self[h->slot[2]];
	SmWeight	least = Least(korean, SM_PART_FIRST) + Least(korean, SM_PART_LATER);

	if (m > 2)
	{
		bound = (Bound) {h->weight + (m - 2) * SM_MISS, (m - 2) * LeastGiven(korean)};
		least = 2 * LeastGiven(korean);
	}
	if (h->has_surname && surname)
		AddSlot(&bound, pairs->name, own + query->self[h->slot[0]], least + Least(korean, SM_PART_SURNAME));
	else
		AddSlot(&bound, pairs->given + (h->has_surname ? SM_NO_SURNAME : 0), own, least);
	return bound;
}

/* Does a hypothesis whose given name is a pair reach the goal by the pairs too?  bound, by single slots, is lowered */
static bool
ReachesByPairs(Bound *bound, const SmKoreanProbe *query, const SmHypothesisParts *h, int m, const uint8_t *korean,
			   const Goal *goal)
{
	SmSoundPairsBound pairs;
	Bound		by_pairs;

	sm_sound_pairs_bound(&pairs, query, h, m > 2, korean);
	by_pairs = PairsBound(query, h, m, true, &pairs, korean);
	if (h->has_surname && (korean[0] & SM_LENGTHS_NO_SURNAME))
	{
		Bound		without = PairsBound(query, h, m, false, &pairs, korean);

		if (Quotient(&without, goal) > Quotient(&by_pairs, goal))
			by_pairs = without;
	}
	if (Quotient(&by_pairs, goal) < Quotient(bound, goal))
		*bound = by_pairs;
	return Allows(bound, goal);
}

/* Does hypothesis h of the query reach the goal with names of m given syllables?  Then bound says how far */
static bool
HypothesisBound(Bound *bound, const SmKoreanProbe *query, int h, int m, const uint8_t *korean, const Goal *goal)
{
	const SmHypothesisParts *part = &query->parts->part[h];
	Bound		surname = {0, 0};

	/* the surname, which agrees most often, is looked at last */
	AddSurname(&surname, query, part, part->has_surname ? query->most[part->slot[0]] : 0, korean);
	*bound = (Bound) {part->weight + surname.weight, surname.self};
	if (!(m == part->given ? BoundSameLength(bound, query, part, korean, goal) :
		  BoundOtherLength(bound, query, h, m, korean, goal)))
		return false;
	if (part->has_surname)
	{
		bound->weight -= surname.weight;
		bound->self -= surname.self;
		AddSurname(bound, query, part, SlotBound(query, part->slot[0], korean, SM_PART_SURNAME), korean);
	}
	return Allows(bound, goal) &&
		(m < 2 || !sm_is_pair(query, part) || ReachesByPairs(bound, query, part, m, korean, goal));
}

/*
 * Upper bound of the similarity of a Korean name and the Korean names of a node, if it is at least
 * floor > 0, else 0
 */
int
sm_korean_bound(const SmKoreanProbe *query, const uint8_t *korean, int floor)
{
	SmWeight	self = query->self_weight;
	Goal		goal = {sm_korean_share(floor), self, query->price};
	int			best = 0;

	for (int h = 0; h < query->parts->count; h++)
		for (int m = 1; m <= SM_GIVEN_MAX; m++)
		{
			Bound		bound;
			int			similarity;

			if (!(korean[0] >> m & 1) || !HypothesisBound(&bound, query, h, m, korean, &goal))
				continue;
			similarity = sm_korean_similarity(bound.weight, self + query->price, PartnerSelf(&bound, self));
			if (similarity >= SM_SIMILARITY_ONE)
				return similarity;
			if (similarity > best)
			{
				best = similarity;
				goal.share = sm_korean_share(best + 1);
			}
		}
	return best;
}
