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
 * Lengths: of given names with n and m syllables min(n, m) meet, each wherever it may; the others
 * cost SM_MISS.  Two misses cost more than the worst slip, so there are never more of them.
 *
 * Korean part: lengths 1; least B_i in 1/8 bit of surname, first and later given slots, 1 each; a
 * bitmap of the syllables present and one of those with more than 1/8, for each of the three.
 */
#include "name/bound.h"

#include <string.h>

/* -log2 of the cap, as candidates are quantised */
#define CAP_EIGHTHS 24

static const uint16_t map_at[] = {
	4, 4 + 2 * SM_SUMMARY_SURNAMES, 4 + 2 * SM_SUMMARY_SURNAMES + 2 * SM_SUMMARY_GIVEN
};
static const uint8_t map_size[] = {SM_SUMMARY_SURNAMES, SM_SUMMARY_GIVEN, SM_SUMMARY_GIVEN};

static void
Put32(uint8_t *p, uint32_t value)
{
	for (int i = 0; i < 4; i++)
		p[i] = (uint8_t) (value >> (8 * i));
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
		int			c = slot[1 + 2 * i] | slot[2 + 2 * i] << 8;
		int			id = c >> 7;

		map[id >> 3] |= (uint8_t) (1 << (id & 7));
		if ((c & 127) - SM_Q_ZERO - syllables[id].prior > -CAP_EIGHTHS)
			map[map_size[part] + (id >> 3)] |= (uint8_t) (1 << (id & 7));
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
		for (int s = !parts.part[h].has_surname; s <= parts.part[h].given; s++)
			MarkSlot(korean, SM_PART_OF(s), parts.slot[parts.part[h].slot[s]]);
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

/* Most that slot n of the query brings against any slot of a part of the node */
static SmWeight
SlotBound(const SmQuery *query, int n, const uint8_t *korean, int part)
{
	const uint8_t *slot = query->parts.slot[n];
	const uint8_t *map = korean + map_at[part];
	SmWeight	best = SM_EPSILON + SM_NEAR;

	if (SM_IS_INITIAL(slot) || (SM_IS_FOREIGN(slot) && (korean[0] & SM_LENGTHS_FOREIGN)))
		return query->self[n];
	for (int i = 0; i < *slot && SM_IS_SYLLABLE(slot); i++)
	{
		int			c = slot[1 + 2 * i] | slot[2 + 2 * i] << 8;
		int			id = c >> 7;

		if (map[id >> 3] >> (id & 7) & 1)
		{
			bool		likely = map[map_size[part] + (id >> 3)] >> (id & 7) & 1;
			SmWeight	w = ((c & 127) - SM_Q_ZERO - (likely ? 0 : CAP_EIGHTHS)) * 32 + SM_AGREES;

			w = w < SM_EPSILON + SM_SAME ? SM_EPSILON + SM_SAME : w;
			best = w > best ? w : best;
		}
	}
	if ((korean[0] & SM_LENGTHS_INITIAL) && query->initial[n] > best && part != SM_PART_SURNAME)
		best = query->initial[n];
	return best;
}

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

/* Bounds over given names of the same length: slot meets slot */
static Bound
SameLength(Bound bound, const SmQuery *query, const SmHypothesisParts *h, const uint8_t *korean)
{
	for (int s = 1; s <= h->given; s++)
		AddSlot(&bound, SlotBound(query, h->slot[s], korean, SM_PART_OF(s)), query->self[h->slot[s]],
				Least(korean, SM_PART_OF(s)));
	return bound;
}

/*
 * Bounds over given names of m syllables where the query has another number: the weight of the
 * min(n, m) heaviest slots, wherever they meet, and the least self weight.
 */
static Bound
OtherLength(Bound bound, const SmQuery *query, const SmHypothesisParts *h, int m, const uint8_t *korean)
{
	int			n = h->given;
	int			meet = n < m ? n : m;
	SmWeight	least = Least(korean, SM_PART_FIRST);
	SmWeight	weight[SM_GIVEN_MAX];

	if (Least(korean, SM_PART_LATER) < least)
		least = Least(korean, SM_PART_LATER);
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
		bound.weight += weight[s];
	bound.weight += (n + m - 2 * meet) * SM_MISS;
	bound.self += m * least;
	return bound;
}

/* Similarity that the bounds allow */
static int
Allowed(Bound bound, SmWeight self)
{
	SmWeight	partner = bound.self;

	/* the partner's self weight is at least 2 weight - self(q) */
	if (partner < 2 * bound.weight - self)
		partner = 2 * bound.weight - self;
	return sm_korean_similarity(bound.weight, self, partner);
}

/* Upper bound of the similarity of a Korean name and the Korean names of a node */
static int
KoreanBound(const SmQuery *query, const uint8_t *korean)
{
	SmWeight	self = SM_KOREAN_SELF(query->reading);
	int			best = 0;

	for (int h = 0; h < query->parts.count; h++)
	{
		const SmHypothesisParts *part = &query->parts.part[h];
		Bound		start = {part->weight, 0};

		if (part->has_surname)
		{
			SmWeight	w = SlotBound(query, part->slot[0], korean, SM_PART_SURNAME);

			if (!(korean[0] & SM_LENGTHS_NO_SURNAME))
				AddSlot(&start, w, query->self[part->slot[0]], Least(korean, SM_PART_SURNAME));
			else
				start.weight += w > SM_NO_SURNAME ? w : SM_NO_SURNAME;
		}
		/* a surname that meets none adds to the partner's self weight, unless that is negative */
		if (start.self == 0 && Least(korean, SM_PART_SURNAME) < 0)
			start.self = Least(korean, SM_PART_SURNAME);
		for (int m = 1; m <= SM_GIVEN_MAX; m++)
			if (korean[0] >> m & 1)
			{
				Bound		bound = m == part->given ? SameLength(start, query, part, korean) :
					OtherLength(start, query, part, m, korean);
				int			similarity = Allowed(bound, self);

				best = similarity > best ? similarity : best;
			}
	}
	return best;
}

/* Upper bound of the similarity of a name and any name of a node, in thousandths */
int
sm_bound(const SmQuery *query, const uint8_t *key)
{
	int			kinds = SM_READING_KINDS(query->reading) & SM_READING_KINDS(key);
	const uint8_t *part = key + SM_SUMMARY_HEADER;
	int			best = 0;

	if (kinds & SM_KIND_KOREAN)
		best = KoreanBound(query, part);
	if (SM_IS_KOREAN(key))
		part += SM_KOREAN_SUMMARY_BYTES;
	if (kinds & SM_KIND_LITERAL)
	{
		int			literal = sm_literal_probe_bound(&query->probe, part);

		best = literal > best ? literal : best;
	}
	return best;
}
