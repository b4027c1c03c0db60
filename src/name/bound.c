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
 * Pairs: the members' syllables of any two slots of a given name are noted together, by their
 * classes.  A member that shares a syllable of q's first slot and one of its second has a pair of their
 * classes; where the node has none, at most one of the slots is shared.  The two are then bounded as one
 * slot, whose weight and self weights are their sums: 2 (t_1 + t_2) <= (A_1 + A_2) + (B_1 + B_2).
 * Lengths: of given names with n and m syllables min(n, m) meet, each wherever it may; the others
 * cost SM_MISS.  Two misses cost more than the worst slip, so there are never more of them.
 *
 * Korean part: lengths 1; least B_i in 1/8 bit of surname, first and later given slots, 1 each; a
 * bitmap of the syllables present and one of those with more than 1/8, for each of the three; for
 * each class of a first syllable a bitmap of the classes of second ones, 4 bytes.
 */
#include "name/bound.h"

#include <string.h>

static const uint16_t map_at[] = {
	4, 4 + 2 * SM_SURNAME_BYTES, 4 + 2 * SM_SURNAME_BYTES + 2 * SM_GIVEN_BYTES
};
static const uint8_t map_size[] = {SM_SURNAME_BYTES, SM_GIVEN_BYTES, SM_GIVEN_BYTES};

/* Candidate i of a slot of syllables */
#define CANDIDATE(slot, i) ((slot)[1 + 2 * (i)] | (slot)[2 + 2 * (i)] << 8)

/* The pairs of a Korean part, by the class of the first */
#define PAIRS(korean) ((korean) + 4 + SM_KOREAN_MAPS_BYTES)

static void
Put32(uint8_t *p, uint32_t value)
{
	for (int i = 0; i < 4; i++)
		p[i] = (uint8_t) (value >> (8 * i));
}

static uint32_t
Get32(const uint8_t *p)
{
	return p[0] | (uint32_t) p[1] << 8 | (uint32_t) p[2] << 16 | (uint32_t) p[3] << 24;
}

/* A summary of nothing */
void
sm_summary_start(SmSummary *summary)
{
	summary->kinds = 0;
	summary->low = UINT32_MAX;
	summary->high = 0;
	sm_literal_summary_start(&summary->literal);
}

/* Mark the candidates of a slot in the bitmaps of its part */
static void
MarkSlot(uint8_t *korean, int part, const uint8_t *slot)
{
	uint8_t    *map = korean + map_at[part];
	const SmSyllable *syllables = part == SM_PART_SURNAME ? sm_surname : sm_given;

	if (!SM_IS_SYLLABLE(slot))
		return;
	for (int i = 0; i < *slot; i++)
	{
		int			c = CANDIDATE(slot, i);
		int			id = c >> 7;

		map[id >> 3] |= (uint8_t) (1 << (id & 7));
		if (SM_IS_LIKELY(c, syllables))
			map[map_size[part] + (id >> 3)] |= (uint8_t) (1 << (id & 7));
	}
}

/* The classes of the syllables that a slot may be, a bit each */
static uint32_t
ClassesOf(const uint8_t *slot)
{
	uint32_t	classes = 0;

	for (int i = 0; SM_IS_SYLLABLE(slot) && i < *slot; i++)
		classes |= (uint32_t) 1 << SM_CLASS_OF(CANDIDATE(slot, i) >> 7);
	return classes;
}

/* Note the pairs of syllables that two given slots may be */
static void
MarkPairs(uint8_t *korean, const uint8_t *first, const uint8_t *second)
{
	uint8_t    *pairs = PAIRS(korean);
	uint32_t	seconds = ClassesOf(second);

	for (uint32_t classes = ClassesOf(first); classes != 0; classes &= classes - 1)
	{
		uint8_t    *row = pairs + 4 * __builtin_ctz(classes);

		Put32(row, Get32(row) | seconds);
	}
}

/* The Korean part of one reading */
static void
SummariseKorean(uint8_t *korean, const uint8_t *reading)
{
	SmParts		parts;

	memset(korean, 0, SM_KOREAN_SUMMARY_BYTES);
	korean[0] = SM_KOREAN_LENGTHS(reading);
	memcpy(korean + 1, reading + SM_READING_HEADER + 2, SM_PARTS);
	sm_take_apart(&parts, reading);
	for (int h = 0; h < parts.count; h++)
	{
		const SmHypothesisParts *part = &parts.part[h];

		for (int s = !part->has_surname; s <= part->given; s++)
			MarkSlot(korean, SM_PART_OF(s), parts.slot[part->slot[s]]);
		for (int s = 1; s < part->given; s++)
			for (int t = s + 1; t <= part->given; t++)
				MarkPairs(korean, parts.slot[part->slot[s]], parts.slot[part->slot[t]]);
	}
}

static void
UniteKorean(uint8_t *korean, const uint8_t *other)
{
	korean[0] |= other[0];
	for (int i = 1; i <= SM_PARTS; i++)
		if ((int8_t) other[i] < (int8_t) korean[i])
			korean[i] = other[i];
	for (int i = 1 + SM_PARTS; i < SM_KOREAN_SUMMARY_BYTES; i++)
		korean[i] |= other[i];
}

/* Widen a summary by a reading or by a packed summary */
void
sm_summary_add(SmSummary *summary, const uint8_t *key)
{
	bool		packed = SM_IS_SUMMARY(key);
	uint32_t	low = SM_READING_SORT(key);
	uint32_t	high = packed ? SM_SUMMARY_HIGH(key) : low;
	int			kinds = SM_READING_KINDS(key);
	uint8_t		made[SM_KOREAN_SUMMARY_BYTES];
	const uint8_t *part = key + SM_SUMMARY_HEADER;

	summary->low = low < summary->low ? low : summary->low;
	summary->high = high > summary->high ? high : summary->high;
	if (kinds & SM_KIND_KOREAN)
	{
		if (!packed)
			SummariseKorean(made, key);
		if (summary->kinds & SM_KIND_KOREAN)
			UniteKorean(summary->korean, packed ? part : made);
		else
			memcpy(summary->korean, packed ? part : made, SM_KOREAN_SUMMARY_BYTES);
		part += SM_KOREAN_SUMMARY_BYTES;
	}
	if ((kinds & SM_KIND_LITERAL) && packed)
		sm_literal_summary_unite(&summary->literal, part);
	else if (kinds & SM_KIND_LITERAL)
		sm_literal_summary_add(&summary->literal, SM_LITERAL_PART(key));
	summary->kinds |= (uint8_t) kinds;
}

/* Pack a summary into at most SM_SUMMARY_MAX bytes; returns how many */
int
sm_summary_pack(uint8_t *key, const SmSummary *summary)
{
	uint8_t    *out = key + SM_SUMMARY_HEADER;

	key[0] = SM_VERSION | SM_SUMMARY_MARK;
	key[1] = summary->kinds;
	Put32(key + 2, summary->low);
	Put32(key + 6, summary->high);
	if (summary->kinds & SM_KIND_KOREAN)
	{
		memcpy(out, summary->korean, SM_KOREAN_SUMMARY_BYTES);
		out += SM_KOREAN_SUMMARY_BYTES;
	}
	if (summary->kinds & SM_KIND_LITERAL)
		out += sm_literal_summary_pack(out, &summary->literal);
	return (int) (out - key);
}

/* Have two bitmaps of this many bytes, a multiple of eight, a bit in common? */
static bool
Meet(const uint8_t *a, const uint8_t *b, int bytes)
{
	uint64_t	common = 0;

	for (int i = 0; i < bytes; i += 8)
	{
		uint64_t	x;
		uint64_t	y;

		memcpy(&x, a + i, 8);
		memcpy(&y, b + i, 8);
		common |= x & y;
	}
	return common != 0;
}

/* No weight: the node has nothing of the kind */
#define NO_WEIGHT (INT32_MIN / 4)

/* Most that candidate i of a slot brings against members that share it, in a part of the node */
static inline SmWeight
SharedBound(const uint8_t *slot, int i, const uint8_t *korean, int part)
{
	const uint8_t *map = korean + map_at[part];
	int			c = CANDIDATE(slot, i);
	int			id = c >> 7;
	bool		likely;
	SmWeight	w;

	if (!(map[id >> 3] >> (id & 7) & 1))
		return NO_WEIGHT;
	likely = map[map_size[part] + (id >> 3)] >> (id & 7) & 1;
	w = ((c & 127) - SM_Q_ZERO - (likely ? 0 : SM_CAP_EIGHTHS)) * 32 + SM_AGREES;
	return w < SM_EPSILON + SM_SAME ? SM_EPSILON + SM_SAME : w;
}

/* Most that slot n of the query brings against slots that share nothing with it */
static inline SmWeight
SlipBound(const SmQuery *query, int n, const uint8_t *korean, int part)
{
	return Meet(query->near[n], korean + map_at[part] + map_size[part], map_size[part]) ?
		SM_EPSILON + SM_NEAR : SM_EPSILON + SM_FAR;
}

/* Most that it brings against initials of given names */
static inline SmWeight
InitialBound(const SmQuery *query, int n, const uint8_t *korean, int part)
{
	return (korean[0] & SM_LENGTHS_INITIAL) && part != SM_PART_SURNAME ? query->initial[n] : NO_WEIGHT;
}

/* Most that slot n of the query brings against any slot of a part of the node */
static SmWeight
SlotBound(const SmQuery *query, int n, const uint8_t *korean, int part)
{
	const uint8_t *slot = query->parts.slot[n];
	SmWeight	initial = InitialBound(query, n, korean, part);
	SmWeight	best = NO_WEIGHT;

	if (SM_IS_INITIAL(slot) || (SM_IS_FOREIGN(slot) && (korean[0] & SM_LENGTHS_FOREIGN)))
		return query->self[n];
	for (int i = 0; i < *slot && SM_IS_SYLLABLE(slot); i++)
	{
		SmWeight	w = SharedBound(slot, i, korean, part);

		best = w > best ? w : best;
	}
	if (best < SM_EPSILON + SM_NEAR)
	{
		SmWeight	slip = SlipBound(query, n, korean, part);

		best = slip > best ? slip : best;
	}
	return initial > best ? initial : best;
}

/* What a slot of the query brings against members, by how it meets them */
typedef struct Meeting
{
	const uint8_t *slot;
	SmWeight	shared[SM_CANDIDATES];
	SmWeight	most;			/* of these */
	SmWeight	slip;
	SmWeight	initial;
} Meeting;

static void
StartMeeting(Meeting *meeting, const uint8_t *slot)
{
	meeting->slot = slot;
	for (int i = 0; i < *slot; i++)
		meeting->shared[i] = NO_WEIGHT;
	meeting->most = meeting->slip = meeting->initial = NO_WEIGHT;
}

static inline SmWeight
Greater(SmWeight a, SmWeight b)
{
	return a > b ? a : b;
}

/* Let slot n of the query meet the slots of a part of the node too */
static void
MeetPart(Meeting *meeting, const SmQuery *query, int n, const uint8_t *korean, int part)
{
	for (int i = 0; i < *meeting->slot; i++)
	{
		meeting->shared[i] = Greater(meeting->shared[i], SharedBound(meeting->slot, i, korean, part));
		meeting->most = Greater(meeting->most, meeting->shared[i]);
	}
	meeting->slip = Greater(meeting->slip, SlipBound(query, n, korean, part));
	meeting->initial = Greater(meeting->initial, InitialBound(query, n, korean, part));
}

/* Most that two slots bring together against two slots of one member, in the same order */
static SmWeight
BoundOfBoth(const Meeting *first, const Meeting *second, const uint8_t *korean)
{
	/* one is shared at most, or one meets an initial */
	SmWeight	best = Greater(first->most + second->slip, first->slip + second->most);

	best = Greater(best, first->slip + second->slip);
	best = Greater(best, first->initial + Greater(Greater(second->most, second->slip), second->initial));
	best = Greater(best, Greater(first->most, first->slip) + second->initial);
	for (int i = 0; i < *first->slot; i++)
	{
		uint32_t	seconds;

		if (first->shared[i] + second->most <= best)
			continue;
		seconds = Get32(PAIRS(korean) + 4 * SM_CLASS_OF(CANDIDATE(first->slot, i) >> 7));
		for (int j = 0; j < *second->slot; j++)
			if (seconds >> SM_CLASS_OF(CANDIDATE(second->slot, j) >> 7) & 1)
				best = Greater(best, first->shared[i] + second->shared[j]);
	}
	return best;
}

/*
 * Most that the slots, of syllables, of a given name of two bring together against given names of
 * two, or against longer ones, where each may meet any slot
 */
static SmWeight
PairBound(const SmQuery *query, const SmHypothesisParts *h, bool longer, const uint8_t *korean)
{
	Meeting		first;
	Meeting		second;

	StartMeeting(&first, query->parts.slot[h->slot[1]]);
	StartMeeting(&second, query->parts.slot[h->slot[2]]);
	MeetPart(&first, query, h->slot[1], korean, SM_PART_FIRST);
	MeetPart(&second, query, h->slot[2], korean, SM_PART_LATER);
	if (longer)
	{
		MeetPart(&first, query, h->slot[1], korean, SM_PART_LATER);
		MeetPart(&second, query, h->slot[2], korean, SM_PART_FIRST);
	}
	return BoundOfBoth(&first, &second, korean);
}

static bool
IsPair(const SmQuery *query, const SmHypothesisParts *h)
{
	return h->given == 2 && SM_IS_SYLLABLE(query->parts.slot[h->slot[1]]) && SM_IS_SYLLABLE(query->parts.slot[h->slot[2]]);
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

/* Add a surname of weight at most w to a bound, a name without one included */
static void
AddSurname(Bound *bound, const SmQuery *query, const SmHypothesisParts *h, SmWeight w, const uint8_t *korean)
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
} Goal;

/* Do the bounds allow a similarity of the goal? */
static bool
Allows(const Bound *bound, const Goal *goal)
{
	SmWeight	partner = bound->self;

	/* the partner's self weight is at least 2 weight - self(q) */
	if (partner < 2 * bound->weight - goal->self)
		partner = 2 * bound->weight - goal->self;
	return bound->weight > 0 && (int64_t) 2000 * bound->weight >= (int64_t) goal->share * (goal->self + partner);
}

/* Put a given name of two as one slot in the place of its slots, which were added to before, if that is less */
static void
AddPair(Bound *bound, const Bound *before, const SmQuery *query, const SmHypothesisParts *h, const uint8_t *korean)
{
	SmWeight	w = PairBound(query, h, false, korean);

	if (before->weight + w >= bound->weight)
		return;
	*bound = *before;
	AddSlot(bound, w, query->self[h->slot[1]] + query->self[h->slot[2]],
			Least(korean, SM_PART_FIRST) + Least(korean, SM_PART_LATER));
}

/*
 * Bounds over given names of the same length: slot meets slot.  Slots that have not been looked at
 * stand with the most they can bring; false as soon as even so the goal is out of reach.
 */
static bool
SameLength(Bound *bound, const SmQuery *query, const SmHypothesisParts *h, const uint8_t *korean,
		   const Goal *goal)
{
	Bound		before = *bound;
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
	if (!IsPair(query, h))
		return true;
	AddPair(bound, &before, query, h, korean);
	return Allows(bound, goal);
}

/*
 * Bounds over given names of m syllables where the query has another number: the weight of the
 * min(n, m) heaviest slots, wherever they meet, and the least self weight.  First with the most that
 * slots can bring: false if even so the goal is out of reach.
 */
static bool
OtherLength(Bound *bound, const SmQuery *query, const SmHypothesisParts *h, SmWeight heaviest, int m,
			const uint8_t *korean, const Goal *goal)
{
	int			n = h->given;
	int			meet = n < m ? n : m;
	SmWeight	least = Least(korean, SM_PART_FIRST);
	SmWeight	weight[SM_GIVEN_MAX];
	Bound		all;

	if (Least(korean, SM_PART_LATER) < least)
		least = Least(korean, SM_PART_LATER);
	bound->weight += (n + m - 2 * meet) * SM_MISS;
	bound->self += m * least;
	all = (Bound) {bound->weight + heaviest, bound->self};
	if (!Allows(&all, goal))
		return false;
	if (m > 2 && IsPair(query, h))
	{
		bound->weight += PairBound(query, h, true, korean);
		return Allows(bound, goal);
	}
	for (int s = 0; s < n; s++)
	{
		SmWeight	first = SlotBound(query, h->slot[1 + s], korean, SM_PART_FIRST);
		SmWeight	later = SlotBound(query, h->slot[1 + s], korean, SM_PART_LATER);
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

/* Does hypothesis h of the query reach the goal with names of m given syllables?  Then bound says how far */
static bool
HypothesisBound(Bound *bound, const SmQuery *query, int h, int m, const uint8_t *korean, const Goal *goal)
{
	const SmHypothesisParts *part = &query->parts.part[h];
	int			meet = part->given < m ? part->given : m;
	Bound		surname = {0, 0};

	/* the surname, which agrees most often, is looked at last */
	AddSurname(&surname, query, part, part->has_surname ? query->most[part->slot[0]] : 0, korean);
	*bound = (Bound) {part->weight + surname.weight, surname.self};
	if (!(m == part->given ? SameLength(bound, query, part, korean, goal) :
		  OtherLength(bound, query, part, query->heaviest[h][meet], m, korean, goal)))
		return false;
	if (part->has_surname)
	{
		bound->weight -= surname.weight;
		bound->self -= surname.self;
		AddSurname(bound, query, part, SlotBound(query, part->slot[0], korean, SM_PART_SURNAME), korean);
	}
	return Allows(bound, goal);
}

/*
 * Upper bound of the similarity of a Korean name and the Korean names of a node, if it is at least
 * floor > 0, else 0
 */
static int
KoreanBound(const SmQuery *query, const uint8_t *korean, int floor)
{
	SmWeight	self = SM_KOREAN_SELF(query->reading);
	Goal		goal = {sm_korean_share(floor), self};
	int			best = 0;

	for (int h = 0; h < query->parts.count; h++)
		for (int m = 1; m <= SM_GIVEN_MAX; m++)
		{
			Bound		bound;
			int			similarity;

			if (!(korean[0] >> m & 1) || !HypothesisBound(&bound, query, h, m, korean, &goal))
				continue;
			if (bound.self < 2 * bound.weight - self)
				bound.self = 2 * bound.weight - self;
			similarity = sm_korean_similarity(bound.weight, self, bound.self);
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

/* Upper bound of the similarity of a name and any name of a node, in thousandths, if at least floor > 0, else less */
static int
NodeBound(const SmQuery *query, const uint8_t *key, int floor)
{
	int			kinds = SM_READING_KINDS(query->reading) & SM_READING_KINDS(key);
	const uint8_t *part = key + SM_SUMMARY_HEADER;
	int			best = 0;

	if (kinds & SM_KIND_KOREAN)
		best = KoreanBound(query, part, floor);
	if (SM_IS_KOREAN(key))
		part += SM_KOREAN_SUMMARY_BYTES;
	if (kinds & SM_KIND_LITERAL)
	{
		int			literal = sm_literal_probe_bound(&query->probe, part);

		best = literal > best ? literal : best;
	}
	return best;
}

/* Upper bound of the similarity of a name and any name of a node, in thousandths */
int
sm_bound(const SmQuery *query, const uint8_t *key)
{
	return NodeBound(query, key, 1);
}

/* Is that bound at least the threshold? */
bool
sm_bound_reaches(const SmQuery *query, const uint8_t *key, int threshold)
{
	return threshold <= 0 || NodeBound(query, key, threshold) >= threshold;
}
