/*
 * The weight of two Korean readings, log2 of P(both | one name) / (P(a) P(b)):
 *
 *	weight = log2 sum over hypotheses h of a, k of b of share(h) share(k) prod over slots r
 *	r      = max((1 - e) sum over syllables of pa(s) pb(s) / P(s), e max pa(s) pb(t) R(s, t))
 *
 * e = .005 is the share of slips of the pen, R the likelihood ratio of two syllables being
 * confused: same 3.0 nats, one near jamo 1.5, one far -.5, two near -.7, else -2.5.
 */
#include "name/reading.h"

#include <string.h>

#define KERNEL_FAR SM_WEIGHT(-.721)
#define KERNEL_TWO_NEAR SM_WEIGHT(-1.01)
#define KERNEL_ELSE SM_WEIGHT(-3.607)
/* log2 (1 - e) */
#define AGREES SM_WEIGHT(-.00723)

/* How alike two syllables sound, see above */
static SmWeight
Kernel(const SmSyllable *s, const SmSyllable *t)
{
	int			near = 0;
	int			far = 0;

	if (s == t)
		return SM_SAME;
	if (s->onset == SM_NO_JAMO || t->onset == SM_NO_JAMO)
		return KERNEL_ELSE;
	if (s->onset != t->onset)
		sm_near_onset[s->onset] >> t->onset & 1 ? near++ : far++;
	if (s->nucleus != t->nucleus)
		sm_near_nucleus[s->nucleus] >> t->nucleus & 1 ? near++ : far++;
	if (s->coda != t->coda)
		sm_near_coda[s->coda] >> t->coda & 1 ? near++ : far++;
	if (far == 0 && near == 1)
		return SM_NEAR;
	if (far == 0 && near == 2)
		return KERNEL_TWO_NEAR;
	if (far == 1 && near == 0)
		return KERNEL_FAR;
	return KERNEL_ELSE;
}

static inline int
Candidate(const uint8_t *slot, int i)
{
	return slot[1 + 2 * i] | slot[2 + 2 * i] << 8;
}

/* An initial against a slot: the mass of its syllables that start with the letter */
static SmWeight
InitialWeight(int letter, const uint8_t *slot)
{
	const SmInitial *initial = &sm_initials[letter];
	uint64_t	mass = 0;

	if (*slot & 0x80)
		return (*slot & 31) == letter ? initial->cost : SM_EPSILON + KERNEL_ELSE;
	for (int i = 0; i < *slot; i++)
	{
		int			c = Candidate(slot, i);
		int			id = c >> 7;

		if (initial->syllables[id >> 3] >> (id & 7) & 1)
			mass += sm_exp2(((c & 127) - SM_Q_ZERO - sm_given[id].prior) * 32);
	}
	if (mass == 0)
		return SM_EPSILON + KERNEL_ELSE;
	return sm_log2(mass) - 16 * SM_BIT + initial->cost;
}

/* log2 of e max pa(s) pb(t) R(s, t) */
static SmWeight
SlipWeight(const uint8_t *a, const uint8_t *b, const SmSyllable *syllables)
{
	SmWeight	slip = -100 * SM_BIT;

	for (int i = 0; i < *a; i++)
	{
		int			ca = Candidate(a, i);
		const SmSyllable *s = &syllables[ca >> 7];

		for (int j = 0; j < *b; j++)
		{
			int			cb = Candidate(b, j);
			const SmSyllable *t = &syllables[cb >> 7];
			int			q = (ca & 127) + (cb & 127) - 2 * SM_Q_ZERO - s->prior - t->prior;

			/* the kernel is at most SM_SAME */
			if (q * 32 + SM_SAME > slip)
			{
				SmWeight	w = q * 32 + Kernel(s, t);

				slip = w > slip ? w : slip;
			}
		}
	}
	return slip + SM_EPSILON;
}

/* log2 r of two slots */
SmWeight
sm_slot_weight(const uint8_t *a, const uint8_t *b, const SmSyllable *syllables)
{
	uint64_t	match = 0;
	SmWeight	agree = INT32_MIN;
	SmWeight	slip;

	if (*a & 0x80)
		return InitialWeight(*a & 31, b);
	if (*b & 0x80)
		return InitialWeight(*b & 31, a);
	for (int i = 0; i < *a; i++)
	{
		int			ca = Candidate(a, i);

		for (int j = 0; j < *b; j++)
		{
			int			cb = Candidate(b, j);

			if ((ca ^ cb) >> 7 == 0)
				match += sm_exp2(((ca & 127) + (cb & 127) - 2 * SM_Q_ZERO -
								  syllables[ca >> 7].prior) * 32);
		}
	}
	if (match > 0)
		agree = sm_log2(match) - 16 * SM_BIT + AGREES;
	/* no slip weighs more than e R(same) */
	if (agree >= SM_EPSILON + SM_SAME)
		return agree;
	slip = SlipWeight(a, b, syllables);
	return agree > slip ? agree : slip;
}

/* Given names of different length: the best alignment, SM_MISS for each syllable left over */
static SmWeight
AlignGiven(const uint8_t *const *a, int n, const uint8_t *const *b, int m)
{
	SmWeight	best[1 + SM_GIVEN_MAX][1 + SM_GIVEN_MAX];

	for (int i = 0; i <= n; i++)
		for (int j = 0; j <= m; j++)
		{
			SmWeight	w = (i + j) * SM_MISS;

			if (i > 0 && best[i - 1][j] + SM_MISS > w)
				w = best[i - 1][j] + SM_MISS;
			if (j > 0 && best[i][j - 1] + SM_MISS > w)
				w = best[i][j - 1] + SM_MISS;
			if (i > 0 && j > 0)
			{
				SmWeight	pair = best[i - 1][j - 1] + sm_slot_weight(a[i - 1], b[j - 1], sm_given);

				w = pair > w ? pair : w;
			}
			best[i][j] = w;
		}
	return best[n][m];
}

/* Match weight of two Korean readings */
SmWeight
sm_korean_weight(const SmParts *a, const SmParts *b)
{
	SmWeight	weight[SM_HYPOTHESES * SM_HYPOTHESES];
	int			n = 0;

	for (int h = 0; h < a->count; h++)
		for (int k = 0; k < b->count; k++)
		{
			SmWeight	w = a->part[h].weight + b->part[k].weight;
			int			given = a->part[h].given;

			if (a->part[h].has_surname && b->part[k].has_surname)
				w += sm_slot_weight(a->part[h].slot[0], b->part[k].slot[0], sm_surname);
			else if (a->part[h].has_surname || b->part[k].has_surname)
				w += SM_NO_SURNAME;
			if (given == b->part[k].given)
			{
				for (int s = 1; s <= given; s++)
					w += sm_slot_weight(a->part[h].slot[s], b->part[k].slot[s], sm_given);
			}
			else
				w += AlignGiven(a->part[h].slot + 1, given, b->part[k].slot + 1, b->part[k].given);
			weight[n++] = w;
		}
	return n > 0 ? sm_log_sum(weight, n) : 0;
}

/* Match weight in 1/256 bit; 0 where one has no letter, and between a Korean name and another */
SmWeight
sm_weight(const uint8_t *a, const uint8_t *b)
{
	if (SM_READING_KIND(a) != SM_READING_KIND(b) || SM_READING_KIND(a) == SM_KIND_EMPTY)
		return 0;
	if (SM_READING_KIND(a) == SM_KIND_KOREAN)
	{
		SmParts		parts_a;
		SmParts		parts_b;

		sm_take_apart(&parts_a, a);
		sm_take_apart(&parts_b, b);
		return sm_korean_weight(&parts_a, &parts_b);
	}
	return sm_literal_weight(a + SM_READING_HEADER, b + SM_READING_HEADER);
}

/*
 * Similarity of Korean names in thousandths: n = 2 weight / (self + self), then piecewise linear
 * through n 0 .3 .5 .6 .8 .9 1 -> 0 .50 .67 .75 .87 .95 1.
 */
int
sm_similarity_of(SmWeight weight, SmWeight self_a, SmWeight self_b)
{
	static const int from[] = {0, 300, 500, 600, 800, 900, 1000};
	static const int to[] = {0, 500, 670, 750, 870, 950, 1000};
	int			n;
	int			i = 1;

	if (weight <= 0 || self_a + self_b <= 0)
		return 0;
	n = (int) ((int64_t) 2000 * weight / (self_a + self_b));
	if (n >= 1000)
		return SM_SIMILARITY_ONE;
	while (n > from[i])
		i++;
	return to[i - 1] + (to[i] - to[i - 1]) * (n - from[i - 1]) / (from[i] - from[i - 1]);
}

/* Similarity in thousandths, symmetric, 1000 for identical names that have a letter */
int
sm_similarity(const uint8_t *a, const uint8_t *b)
{
	if (SM_READING_KIND(a) != SM_READING_KIND(b) || SM_READING_KIND(a) == SM_KIND_EMPTY)
		return 0;
	if (SM_READING_KIND(a) == SM_KIND_KOREAN)
		return sm_similarity_of(sm_weight(a, b), SM_READING_SELF(a), SM_READING_SELF(b));
	return sm_literal_similarity(sm_weight(a, b), sm_literal_self(a + SM_READING_HEADER),
								 sm_literal_self(b + SM_READING_HEADER));
}

/* Prepare a reading to be compared with many */
void
sm_prepare(SmQuery *query, const uint8_t *reading)
{
	query->reading = reading;
	if (SM_READING_KIND(reading) == SM_KIND_KOREAN)
		sm_take_apart(&query->parts, reading);
	else if (SM_READING_KIND(reading) == SM_KIND_LITERAL)
		sm_literal_probe(&query->probe, reading + SM_READING_HEADER);
}

/* sm_similarity of a prepared reading, to the bit */
int
sm_query_similarity(const SmQuery *query, const uint8_t *reading)
{
	SmParts		parts;

	if (SM_READING_KIND(query->reading) == SM_KIND_LITERAL &&
		SM_READING_KIND(reading) == SM_KIND_LITERAL)
		return sm_literal_probe_similarity(&query->probe, reading + SM_READING_HEADER);
	if (SM_READING_KIND(query->reading) != SM_KIND_KOREAN ||
		SM_READING_KIND(reading) != SM_KIND_KOREAN)
		return sm_similarity(query->reading, reading);
	sm_take_apart(&parts, reading);
	return sm_similarity_of(sm_korean_weight(&query->parts, &parts),
							SM_READING_SELF(query->reading), SM_READING_SELF(reading));
}

/* Is a reading at least this similar? */
bool
sm_query_matches(const SmQuery *query, const uint8_t *reading, int threshold)
{
	if (SM_READING_KIND(query->reading) != SM_READING_KIND(reading))
		return threshold <= 0;
	if (SM_READING_KIND(reading) == SM_KIND_LITERAL)
		return sm_literal_probe_matches(&query->probe, reading + SM_READING_HEADER, threshold);
	return sm_query_similarity(query, reading) >= threshold;
}
