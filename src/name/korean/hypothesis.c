/* The ways to read a name as a Korean person's: gathered, the likeliest kept */
#include "name/korean/hypothesis.h"

#include <stdint.h>
#include <string.h>

#include "name/log2.h"
#include "name/slot.h"

/* Hypotheses this much less likely than the whole name are not kept: 1/128, as candidates of a slot */
#define NEGLIGIBLE SM_WEIGHT(7)
/* Nor those that bring no more than this beyond a likelier one */
#define TOLERATED SM_WEIGHT(1)

const SmWeight sm_given_cost[1 + SM_GIVEN_MAX] = {
	0, SM_WEIGHT(4.33), 0, SM_WEIGHT(8.66), SM_WEIGHT(14.43)
};

/* Remember the likeliest hypothesis so far */
static void
NoteBest(SmFound *found, const SmHypothesis *hypothesis)
{
	if (found->count == 0 || hypothesis->weight > found->best)
	{
		found->best = hypothesis->weight;
		found->best_given = hypothesis->given;
	}
}

/* Few bits of what a hypothesis reads: the same for the same reading */
static uint32_t
DigestOf(const SmHypothesis *hypothesis)
{
	uintptr_t	digest = hypothesis->given;

	for (int i = 0; i <= SM_GIVEN_MAX; i++)
		digest = digest * 31 + (uintptr_t) hypothesis->slot[i];
	return (uint32_t) digest;
}

/* Add a hypothesis, or its likelihood to the one that reads the same */
void
sm_found_add(SmFound *found, const SmHypothesis *hypothesis)
{
	uint32_t	digest = DigestOf(hypothesis);

	for (int i = 0; i < found->count; i++)
	{
		SmHypothesis *f = &found->hypothesis[i];

		if (found->digest[i] == digest && f->given == hypothesis->given && f->has_surname == hypothesis->has_surname &&
			memcmp(f->slot, hypothesis->slot, sizeof(f->slot)) == 0)
		{
			SmWeight	both[2] = {f->weight, hypothesis->weight};

			if (hypothesis->weight > f->weight)
				f->system = hypothesis->system;
			f->weight = sm_log_sum(both, 2);
			NoteBest(found, f);
			return;
		}
	}
	NoteBest(found, hypothesis);
	if (found->count < SM_FOUND_MAX)
	{
		found->digest[found->count] = digest;
		found->hypothesis[found->count++] = *hypothesis;
	}
	else
	{
		int			least = 0;

		for (int i = 1; i < SM_FOUND_MAX; i++)
			if (found->hypothesis[i].weight < found->hypothesis[least].weight)
				least = i;
		if (hypothesis->weight > found->hypothesis[least].weight)
		{
			found->digest[least] = digest;
			found->hypothesis[least] = *hypothesis;
		}
	}
}

/* Most that slot b gives a syllable beyond what slot a gives it, in 1/8 bit; -1 = a lacks one of them */
static int
MostBeyond(SmSlot a, SmSlot b)
{
	int			most = 0;

	if (a == b)
		return 0;
	if (!sm_slot_has_syllables(a) || !sm_slot_has_syllables(b))
		return -1;
	for (int i = 1; i <= *b; i++)
	{
		int			j = 1;

		while (j <= *a && sm_candidate_id(a[j]) != sm_candidate_id(b[i]))
			j++;
		if (j > *a)
			return -1;
		if (b[i] - a[j] > most)
			most = b[i] - a[j];
	}
	return most;
}

/* Does a hypothesis h of this weight bring any name about as much as k does?  Weights are maxima over hypotheses */
static bool
Dominates(const SmHypothesis *h, SmWeight weight_h, const SmHypothesis *k, SmWeight weight_k)
{
	SmWeight	lead = weight_h - weight_k;

	if (h->given != k->given || h->has_surname != k->has_surname)
		return false;
	for (int s = !h->has_surname; s <= h->given; s++)
	{
		int			beyond = MostBeyond(h->slot[s], k->slot[s]);

		if (beyond < 0)
			return false;
		lead -= beyond * (SM_BIT / 8);
	}
	return lead + TOLERATED >= 0;
}

/* Keep the likeliest hypotheses with their shares; returns log2 of the likelihood of the name */
SmWeight
sm_found_keep(SmKorean *korean, const SmFound *found)
{
	SmWeight	weight[SM_FOUND_MAX];
	SmWeight	total;

	for (int i = 0; i < found->count; i++)
		weight[i] = found->hypothesis[i].weight;
	total = sm_log_sum(weight, found->count);
	korean->count = 0;
	while (korean->count < SM_HYPOTHESES)
	{
		int			best = -1;
		int			k = 0;

		for (int i = 0; i < found->count; i++)
			if (weight[i] != INT32_MIN && (best < 0 || weight[i] > weight[best]))
				best = i;
		if (best < 0 || weight[best] < total - NEGLIGIBLE)
			break;
		while (k < korean->count && !Dominates(&korean->hypothesis[k], korean->hypothesis[k].weight,
											   &found->hypothesis[best], weight[best] - total))
			k++;
		if (k == korean->count)
		{
			korean->hypothesis[korean->count] = found->hypothesis[best];
			korean->hypothesis[korean->count++].weight = weight[best] - total;
		}
		weight[best] = INT32_MIN;
	}
	return total;
}

/* Copy a reading whose slots may stand in itself */
void
sm_korean_copy(SmKorean *korean, const SmKorean *other)
{
	*korean = *other;
	for (int i = 0; i < korean->count; i++)
		for (int s = !korean->hypothesis[i].has_surname; s <= korean->hypothesis[i].given; s++)
			if (*korean->hypothesis[i].slot[s] & SM_SLOT_FOREIGN)
				korean->hypothesis[i].slot[s] = korean->foreign[korean->hypothesis[i].slot[s] - other->foreign[0] >= 3];
}
