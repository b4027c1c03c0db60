/*
 * The weight of two Korean readings, log2 of P(both | one name) / (P(a) P(b)) by the best joint
 * reading:
 *
 *	weight = max over hypotheses h of a, k of b of log2 (share(h) share(k)) + sum over slots log2 r
 *	r      = max((1 - e) max over syllables of pa(s) pb(s) / P(s), e max pa(s) pb(t) R(s, t))
 *
 * e = .005 is the share of slips of the pen, R the likelihood ratio of two syllables being
 * confused: same 3.0 nats, one near jamo 1.5, one far -.5, two near -.7, else -2.5.  Maxima in
 * place of sums lose less than a bit and no accuracy, need no logarithm, and make the weight the
 * sum of what an explanation shows.
 *
 * By Cauchy-Schwarz no slot brings more than the mean of what the two slots bring against
 * themselves, hence 2 weight(a, b) <= weight(a, a) + weight(b, b).
 */
#include "name/reading/korean_weight.h"

#include <string.h>

#include "data/spelling_table.h"
#include "name/korean/hypothesis.h"
#include "name/slot.h"

/* An initial of a foreign name */
#define INITIAL_OF_FOREIGN SM_WEIGHT(1.5)
/* Less than any weight */
#define NEVER (INT32_MIN / 2)

/* How alike two syllables sound, see above */
static SmWeight
Kernel(const SmSyllable *s, const SmSyllable *t)
{
	int			near = 0;
	int			far = 0;

	if (s == t)
		return SM_SAME;
	if (s->onset == SM_NO_JAMO || t->onset == SM_NO_JAMO)
		return SM_UNLIKE;
	if (s->onset != t->onset)
		sm_near_onset[s->onset] >> t->onset & 1 ? near++ : far++;
	if (s->nucleus != t->nucleus)
		sm_near_nucleus[s->nucleus] >> t->nucleus & 1 ? near++ : far++;
	if (s->coda != t->coda)
		sm_near_coda[s->coda] >> t->coda & 1 ? near++ : far++;
	if (far == 0 && near == 1)
		return SM_NEAR;
	if (far == 0 && near == 2)
		return SM_TWO_NEAR;
	if (far == 1 && near == 0)
		return SM_FAR;
	return SM_UNLIKE;
}

/*
 * An initial against a slot: the likeliest of its syllables that starts with the letter.  Never
 * more than the letter's own weight, -log2 of the share of all syllables that start with it.
 */
SmWeight
sm_initial_weight(int letter, const uint8_t *slot)
{
	const SmInitial *initial = &sm_initials[letter];
	SmWeight	best = SM_EPSILON + SM_UNLIKE;

	if (SM_IS_INITIAL(slot))
		return SM_INITIAL_LETTER(slot) == letter ? initial->cost : best;
	if (SM_IS_FOREIGN(slot))
		return SM_FOREIGN_LETTER(slot) == letter ? INITIAL_OF_FOREIGN : best;
	for (int i = 0; i < *slot; i++)
	{
		int			c = sm_slot_candidate(slot, i);
		int			id = sm_candidate_id(c);

		if (initial->syllables[id >> 3] >> (id & 7) & 1)
		{
			SmWeight	w = (sm_candidate_lift(c) - sm_given[id].prior) * 32 + initial->cost;

			best = w > best ? w : best;
		}
	}
	return best;
}

/* A foreign given name against another one or a syllable: it is the same or none of them */
static SmWeight
ForeignWeight(const uint8_t *a, const uint8_t *b)
{
	if (SM_IS_FOREIGN(a) && SM_IS_FOREIGN(b) && memcmp(a, b, SM_FOREIGN_SLOT_BYTES) == 0)
		return SM_FOREIGN_WEIGHT(a);
	return SM_EPSILON + SM_UNLIKE;
}

/* log2 of (1 - e) max pa(s) pb(s) / P(s), NEVER if no syllable is shared */
static inline SmWeight
AgreementWeight(const uint8_t *a, const uint8_t *b, const SmSyllable *syllables)
{
	int			best = NEVER;

	for (int i = 0; i < *a; i++)
	{
		int			ca = sm_slot_candidate(a, i);

		for (int j = 0; j < *b; j++)
		{
			int			cb = sm_slot_candidate(b, j);

			if (sm_candidate_id(ca) == sm_candidate_id(cb))
			{
				int			q = sm_candidate_lift(ca) + sm_candidate_lift(cb) - syllables[sm_candidate_id(ca)].prior;

				best = q > best ? q : best;
			}
		}
	}
	return best == NEVER ? NEVER : best * 32 + SM_AGREES;
}

/* log2 of e max pa(s) pb(t) R(s, t) */
static SmWeight
SlipWeight(const uint8_t *a, const uint8_t *b, const SmSyllable *syllables)
{
	SmWeight	slip = -100 * SM_BIT;

	for (int i = 0; i < *a; i++)
	{
		int			ca = sm_slot_candidate(a, i);
		const SmSyllable *s = &syllables[sm_candidate_id(ca)];

		for (int j = 0; j < *b; j++)
		{
			int			cb = sm_slot_candidate(b, j);
			const SmSyllable *t = &syllables[sm_candidate_id(cb)];
			int			q = sm_candidate_lift(ca) + sm_candidate_lift(cb) - s->prior - t->prior;

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

/* What two candidates make of two slots that have no others */
SmWeight
sm_candidates_weight(int a, int b, const SmSyllable *syllables)
{
	const SmSyllable *s = &syllables[sm_candidate_id(a)];
	const SmSyllable *t = &syllables[sm_candidate_id(b)];
	int			lifts = sm_candidate_lift(a) + sm_candidate_lift(b);

	return s == t ? (lifts - s->prior) * 32 + SM_AGREES :
		(lifts - s->prior - t->prior) * 32 + Kernel(s, t) + SM_EPSILON;
}

/* log2 r of two slots */
SmWeight
sm_slot_weight(const uint8_t *a, const uint8_t *b, const SmSyllable *syllables)
{
	SmWeight	agree;
	SmWeight	slip;

	if (SM_IS_INITIAL(a))
		return sm_initial_weight(SM_INITIAL_LETTER(a), b);
	if (SM_IS_INITIAL(b))
		return sm_initial_weight(SM_INITIAL_LETTER(b), a);
	if (SM_IS_FOREIGN(a) || SM_IS_FOREIGN(b))
		return ForeignWeight(a, b);
	agree = AgreementWeight(a, b, syllables);
	/* no slip weighs more than e R(same) */
	if (agree >= SM_EPSILON + SM_SAME)
		return agree;
	slip = SlipWeight(a, b, syllables);
	return agree > slip ? agree : slip;
}

/* Most that two slots can bring, found without looking at slips */
static inline SmWeight
MostOfSlots(const uint8_t *a, const uint8_t *b, const SmSyllable *syllables)
{
	SmWeight	agree;

	if (!SM_IS_SYLLABLE(a) || !SM_IS_SYLLABLE(b))
		return sm_slot_weight(a, b, syllables);
	agree = AgreementWeight(a, b, syllables);
	if (agree == NEVER)
		return SM_EPSILON + SM_NEAR;
	return agree > SM_EPSILON + SM_SAME ? agree : SM_EPSILON + SM_SAME;
}

/* Weights of the best alignments of the first i and j slots of two given names */
typedef SmWeight Alignments[1 + SM_GIVEN_MAX][1 + SM_GIVEN_MAX];

/* How two slots are weighed */
typedef SmWeight (*SlotWeight) (const uint8_t *a, const uint8_t *b, const SmSyllable *syllables);

/* Given names of different length: the best alignment, SM_MISS for each syllable left over */
static inline SmWeight
AlignGiven(Alignments best, const SmParts *a, const SmHypothesisParts *h, const SmParts *b,
		   const SmHypothesisParts *k, SlotWeight weigh)
{
	for (int i = 0; i <= h->given; i++)
		for (int j = 0; j <= k->given; j++)
		{
			SmWeight	w = (i + j) * SM_MISS;

			if (i > 0 && best[i - 1][j] + SM_MISS > w)
				w = best[i - 1][j] + SM_MISS;
			if (j > 0 && best[i][j - 1] + SM_MISS > w)
				w = best[i][j - 1] + SM_MISS;
			if (i > 0 && j > 0)
			{
				SmWeight	pair = best[i - 1][j - 1] + weigh(a->slot[h->slot[i]], b->slot[k->slot[j]], sm_given);

				w = pair > w ? pair : w;
			}
			best[i][j] = w;
		}
	return best[h->given][k->given];
}

/* Which slots of two given names meet, from the first on; returns how many rows there are */
int
sm_align_given(SmAligned *aligned, const SmParts *a, const SmHypothesisParts *h, const SmParts *b,
			   const SmHypothesisParts *k)
{
	Alignments	best;
	int			i = h->given;
	int			j = k->given;
	int			n = 0;

	if (i != j)
		AlignGiven(best, a, h, b, k, sm_slot_weight);
	while (i > 0 || j > 0)
	{
		bool		meet = h->given == k->given ||
			(i > 0 && j > 0 &&
			 best[i][j] == best[i - 1][j - 1] + sm_slot_weight(a->slot[h->slot[i]], b->slot[k->slot[j]], sm_given));
		bool		left_a = !meet && i > 0 && (j == 0 || best[i][j] == best[i - 1][j] + SM_MISS);

		aligned[n].a = meet || left_a ? (uint8_t) i-- : 0;
		aligned[n++].b = !left_a ? (uint8_t) j-- : 0;
	}
	for (int from = 0, to = n - 1; from < to; from++, to--)
	{
		SmAligned	swap = aligned[from];

		aligned[from] = aligned[to];
		aligned[to] = swap;
	}
	return n;
}

/* Weight of a pair of hypotheses, their shares included */
static inline SmWeight
HypothesesWeight(const SmParts *a, const SmHypothesisParts *h, const SmParts *b,
				 const SmHypothesisParts *k, SlotWeight weigh)
{
	SmWeight	w = h->weight + k->weight;

	if (h->has_surname && k->has_surname)
		w += weigh(a->slot[h->slot[0]], b->slot[k->slot[0]], sm_surname);
	else if (h->has_surname || k->has_surname)
		w += SM_NO_SURNAME;
	if (h->given != k->given)
	{
		Alignments	best;

		return w + AlignGiven(best, a, h, b, k, weigh);
	}
	for (int s = 1; s <= h->given; s++)
		w += weigh(a->slot[h->slot[s]], b->slot[k->slot[s]], sm_given);
	return w;
}

/*
 * Match weight of two Korean readings if it is at least floor, else anything below floor.  best
 * may be NULL; it is set if the weight reaches floor.
 */
SmWeight
sm_korean_weight(const SmParts *a, const SmParts *b, SmWeight floor, SmBestPair *best)
{
	SmWeight	weight = floor - 1;

	for (int h = 0; h < a->count; h++)
		for (int k = 0; k < b->count; k++)
		{
			const SmHypothesisParts *x = &a->part[h];
			const SmHypothesisParts *y = &b->part[k];
			SmWeight	w;

			if (HypothesesWeight(a, x, b, y, MostOfSlots) <= weight)
				continue;
			w = HypothesesWeight(a, x, b, y, sm_slot_weight);
			if (w > weight)
			{
				weight = w;
				if (best)
					*best = (SmBestPair) {h, k};
			}
		}
	return weight;
}
