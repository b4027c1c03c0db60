/* A Korean reading prepared to be held against nodes */
#include "name/node/korean_probe.h"

#include <stdint.h>
#include <string.h>

#include "data/spelling_table.h"
#include "name/reading/korean_weight.h"
#include "name/slot.h"

/* Which syllables are near those that have more than 1/8 of slot n, see korean_bound.c */
static void
PrepareNear(SmKoreanProbe *query, int n, bool surname)
{
	const uint8_t *slot = query->parts->slot[n];
	const SmSyllable *syllables = surname ? sm_surname : sm_given;
	int			bytes = surname ? SM_SURNAME_BYTES : SM_GIVEN_BYTES;

	memset(query->near[n], 0, SM_GIVEN_BYTES);
	query->sounds[n] = (SmSounds) {0, 0};
	for (int i = 0; i < sm_slot_count(slot); i++)
	{
		int			c = sm_slot_candidate(slot, i);
		int			id = sm_candidate_id(c);
		const uint8_t *near = surname ? sm_surname_near[id] : sm_given_near[id];
		const SmSounds *sounds = surname ? &sm_surname_sounds[id] : &sm_given_sounds[id];

		query->sounds[n].alike |= sounds->alike;
		if (!sm_candidate_is_likely(c, syllables))
			continue;
		query->sounds[n].near |= sounds->near;
		for (int k = 0; k < bytes; k++)
			query->near[n][k] |= near[k];
	}
}

/* What slot n, the surname or of the given name, brings against itself and against initials */
static void
PrepareSlot(SmKoreanProbe *query, int n, bool surname)
{
	const uint8_t *slot = query->parts->slot[n];

	query->self[n] = sm_slot_weight(slot, slot, surname ? sm_surname : sm_given);
	query->initial[n] = SM_NO_WEIGHT;
	for (int letter = 0; letter < 26 && !surname; letter++)
	{
		SmWeight	w = sm_initial_weight(letter, slot);

		if (sm_initials[letter].cost != SM_NEVER && w > query->initial[n])
			query->initial[n] = w;
	}
	query->most[n] = query->self[n] > query->initial[n] ? query->self[n] : query->initial[n];
	if (query->most[n] < SM_EPSILON + SM_SAME)
		query->most[n] = SM_EPSILON + SM_SAME;
	for (int i = 0; i < sm_slot_count(slot); i++)
	{
		SmWeight	w = sm_candidate_lift(sm_slot_candidate(slot, i)) * 32 + SM_AGREES;

		query->most[n] = w > query->most[n] ? w : query->most[n];
	}
	PrepareNear(query, n, surname);
}

/* The sums of the most that slots of a given name can bring, the greatest first */
static void
PrepareHeaviest(SmKoreanProbe *query, int h)
{
	const SmHypothesisParts *part = &query->parts->part[h];
	SmWeight	weight[SM_GIVEN_MAX];

	for (int s = 0; s < part->given; s++)
	{
		SmWeight	w = query->most[part->slot[1 + s]];
		int			i = s;

		for (; i > 0 && weight[i - 1] < w; i--)
			weight[i] = weight[i - 1];
		weight[i] = w;
	}
	query->heaviest[h][0] = 0;
	for (int s = 0; s < part->given; s++)
		query->heaviest[h][s + 1] = query->heaviest[h][s] + weight[s];
}

/* Prepare a Korean reading to be held against nodes; the reading and its parts must live as long */
void
sm_korean_probe(SmKoreanProbe *query, const SmName *name, const SmParts *parts)
{
	query->self_weight = SM_KOREAN_SELF(name->reading);
	query->price = name->price;
	query->parts = parts;
	for (int h = 0; h < parts->count; h++)
	{
		const SmHypothesisParts *part = &parts->part[h];

		for (int s = !part->has_surname; s <= part->given; s++)
			PrepareSlot(query, part->slot[s], s == 0);
		PrepareHeaviest(query, h);
	}
}
