/*
 * What an index node knows of the names below it, and the bound that follows.
 *
 * Slot: sum of pa pb / P <= max over shared s of pa(s) / P(s), as the shares of b sum to at most 1;
 * a slip adds at most e R(same).  Nothing shared: at most e R(near).
 * Name: the shares of b's hypotheses sum to at most 1, so the weight is at most
 * log2 sum over h of share(h) 2^(bounds of h's slots).
 * Similarity grows with the weight and falls with the partner's self weight, so the least self
 * weight in the node gives the bound.
 *
 * Layout: version 1, kinds 1, lengths 1, initials 1, least self 2, pad 2, lowest and highest sort
 * key 4 each, surnames 24, first given syllables 64, later ones 64, literal summary.
 */
#include "name/reading.h"

#include <string.h>

#define KINDS 1
#define LENGTHS 2
#define INITIALS 3
#define SELF 4
#define LOW 8
#define HIGH 12
#define SURNAMES 16
#define GIVEN 40
#define LATER 104
#define LITERAL 168

/* More than rounding can add to a weight */
#define SLACK 16

static uint32_t
Get32(const uint8_t *p)
{
	return (uint32_t) p[0] | (uint32_t) p[1] << 8 | (uint32_t) p[2] << 16 | (uint32_t) p[3] << 24;
}

static void
Put32(uint8_t *p, uint32_t value)
{
	for (int i = 0; i < 4; i++)
		p[i] = (uint8_t) (value >> (8 * i));
}

/* Mark the candidates of a slot in a bitmap */
static void
MarkSlot(uint8_t *summary, int map, const uint8_t *slot)
{
	if (*slot & 0x80)
	{
		summary[INITIALS] = 1;
		return;
	}
	for (int i = 0; i < *slot; i++)
	{
		int			id = (slot[1 + 2 * i] | slot[2 + 2 * i] << 8) >> 7;

		summary[map + (id >> 3)] |= (uint8_t) (1 << (id & 7));
	}
}

/* The summary of one reading */
void
sm_summarise(uint8_t *summary, const uint8_t *reading)
{
	memset(summary, 0, SM_SUMMARY_BYTES);
	summary[0] = reading[0];
	summary[KINDS] = (uint8_t) (1 << SM_READING_KIND(reading));
	summary[SELF] = summary[SELF + 1] = 255;
	Put32(summary + LOW, SM_READING_SORT(reading));
	Put32(summary + HIGH, SM_READING_SORT(reading));
	if (SM_READING_KIND(reading) == SM_KIND_LITERAL)
		sm_literal_summarise(summary + LITERAL, reading + SM_READING_HEADER);
	if (SM_READING_KIND(reading) == SM_KIND_KOREAN)
	{
		SmParts		parts;

		memcpy(summary + SELF, reading + 3, 2);
		sm_take_apart(&parts, reading);
		for (int h = 0; h < parts.count; h++)
		{
			summary[LENGTHS] |= (uint8_t) (1 << parts.part[h].given);
			if (parts.part[h].has_surname)
				MarkSlot(summary, SURNAMES, parts.part[h].slot[0]);
			else
				summary[LENGTHS] |= 1;
			for (int s = 1; s <= parts.part[h].given; s++)
				MarkSlot(summary, s == 1 ? GIVEN : LATER, parts.part[h].slot[s]);
		}
	}
}

/* Widen a summary by another */
void
sm_union(uint8_t *summary, const uint8_t *other)
{
	bool		had_literal = summary[KINDS] >> SM_KIND_LITERAL & 1;

	if (Get32(other + LOW) < Get32(summary + LOW))
		memcpy(summary + LOW, other + LOW, 4);
	if (Get32(other + HIGH) > Get32(summary + HIGH))
		memcpy(summary + HIGH, other + HIGH, 4);
	if ((other[SELF] | other[SELF + 1] << 8) < (summary[SELF] | summary[SELF + 1] << 8))
		memcpy(summary + SELF, other + SELF, 2);
	summary[LENGTHS] |= other[LENGTHS];
	summary[INITIALS] |= other[INITIALS];
	for (int i = SURNAMES; i < LITERAL; i++)
		summary[i] |= other[i];
	if (other[KINDS] >> SM_KIND_LITERAL & 1)
	{
		if (had_literal)
			sm_literal_union(summary + LITERAL, other + LITERAL);
		else
			memcpy(summary + LITERAL, other + LITERAL, SM_LITERAL_SUMMARY_BYTES);
	}
	summary[KINDS] |= other[KINDS];
}

/* Most a slot can bring against any slot in the node */
static SmWeight
SlotBound(const uint8_t *slot, const uint8_t *summary, int map)
{
	SmWeight	best = SM_EPSILON + SM_NEAR;

	if (*slot & 0x80)
		return sm_initials[*slot & 31].cost;
	for (int i = 0; i < *slot; i++)
	{
		int			c = slot[1 + 2 * i] | slot[2 + 2 * i] << 8;
		int			id = c >> 7;

		if (summary[map + (id >> 3)] >> (id & 7) & 1)
		{
			SmWeight	w = ((c & 127) - SM_Q_ZERO) * 32;

			w = w < SM_EPSILON + SM_SAME ? SM_EPSILON + SM_SAME : w;
			best = w > best ? w : best;
		}
	}
	/* an initial in the node: at most 1 / P(its letter), less than 12 bits */
	if (summary[INITIALS] && map != SURNAMES && best < SM_WEIGHT(12))
		best = SM_WEIGHT(12);
	return best;
}

/* Most that given slots can bring when m of the node's are to be aligned with them */
static SmWeight
GivenBound(SmWeight *bound, int n, int m)
{
	SmWeight	total = (n > m ? n - m : m - n) * SM_MISS;

	/* the min(n, m) largest */
	for (int i = 0; i < (n < m ? n : m); i++)
	{
		int			best = i;
		SmWeight	swap;

		for (int j = i + 1; j < n; j++)
			best = bound[j] > bound[best] ? j : best;
		swap = bound[i];
		bound[i] = bound[best];
		bound[best] = swap;
		total += bound[i];
	}
	return total;
}

/*
 * Most the given name can bring.  Of equal lengths slot meets slot; otherwise a slot may shift,
 * so it is held against both maps.
 */
static SmWeight
GivenNameBound(const uint8_t *const *slot, int n, const uint8_t *summary)
{
	SmWeight	aligned = 0;
	SmWeight	shifted[SM_GIVEN_MAX];
	SmWeight	best = INT32_MIN / 2;

	for (int s = 0; s < n; s++)
	{
		SmWeight	first = SlotBound(slot[s], summary, GIVEN);
		SmWeight	later = SlotBound(slot[s], summary, LATER);

		aligned += s == 0 ? first : later;
		shifted[s] = first > later ? first : later;
	}
	for (int m = 1; m <= SM_GIVEN_MAX; m++)
		if (summary[LENGTHS] >> m & 1)
		{
			SmWeight	w = m == n ? aligned : GivenBound(shifted, n, m);

			best = w > best ? w : best;
		}
	return best;
}

/* Upper bound of the similarity of a Korean name and the Korean names of a node */
static int
KoreanBound(const SmQuery *query, const uint8_t *summary)
{
	const SmParts *parts = &query->parts;
	SmWeight	weight[SM_HYPOTHESES];

	for (int h = 0; h < parts->count; h++)
	{
		SmWeight	surname = 0;

		if (parts->part[h].has_surname)
			surname = SlotBound(parts->part[h].slot[0], summary, SURNAMES);
		if (parts->part[h].has_surname && (summary[LENGTHS] & 1) && surname < SM_NO_SURNAME)
			surname = SM_NO_SURNAME;
		weight[h] = parts->part[h].weight + surname +
			GivenNameBound(parts->part[h].slot + 1, parts->part[h].given, summary);
	}
	return sm_similarity_of(sm_log_sum(weight, parts->count) + SLACK,
							SM_READING_SELF(query->reading),
							summary[SELF] | summary[SELF + 1] << 8);
}

/* Upper bound of the similarity of a name and any name of a node, in thousandths */
int
sm_bound(const SmQuery *query, const uint8_t *summary)
{
	int			kind = SM_READING_KIND(query->reading);

	if (kind == SM_KIND_EMPTY || !(summary[KINDS] >> kind & 1))
		return 0;
	if (kind == SM_KIND_KOREAN)
		return KoreanBound(query, summary);
	return sm_literal_probe_bound(&query->probe, summary + LITERAL);
}

uint32_t
sm_summary_low(const uint8_t *summary)
{
	return Get32(summary + LOW);
}

uint32_t
sm_summary_high(const uint8_t *summary)
{
	return Get32(summary + HIGH);
}
