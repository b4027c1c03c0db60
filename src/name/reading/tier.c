/* What two parts of names are to one another, said in words */
#include "name/reading/tier.h"

#include <string.h>

#include "data/romanize_table.h"
#include "data/spelling_table.h"
#include "data/syllable_table.h"
#include "name/korean/romanize.h"
#include "name/korean/system.h"
#include "name/reading/korean_weight.h"
#include "name/slot.h"
#include "name/weight.h"

const char *const sm_tier_titles[SM_TIERS] = {
	"same", "other script", "romanisation variant", "spelling variant", "rare variant", "initial", "misspelt",
	"unlikely", "near", "missing", "contradicts"
};

static int
Syllable(const uint8_t *slot, int i)
{
	return sm_candidate_id(sm_slot_candidate(slot, i));
}

/* The likeliest syllable of a slot that starts with a letter, of none the likeliest */
static int
SyllableOfInitial(const uint8_t *slot, int letter)
{
	const SmInitial *initial = &sm_initials[letter];

	for (int i = 0; i < *slot; i++)
	{
		int			id = Syllable(slot, i);

		if (initial->syllables[id >> 3] >> (id & 7) & 1)
			return id;
	}
	return Syllable(slot, 0);
}

/* The syllables of two slots that carry what these weigh together, of several the likeliest of the first */
static SmSlotPair
CarryingPair(const uint8_t *a, const uint8_t *b, const SmSyllable *syllables)
{
	SmSlotPair	pair = {Syllable(a, 0), Syllable(b, 0)};
	SmWeight	most = INT32_MIN;

	for (int i = 0; i < *a; i++)
		for (int j = 0; j < *b; j++)
		{
			SmWeight	weight = sm_candidates_weight(sm_slot_candidate(a, i), sm_slot_candidate(b, j), syllables);

			if (weight > most)
			{
				pair = (SmSlotPair) {Syllable(a, i), Syllable(b, j)};
				most = weight;
			}
		}
	return pair;
}

/* What two slots are told by: the syllables that carry their weight; beside an initial, what starts with it */
SmSlotPair
sm_slot_pair(const uint8_t *a, const uint8_t *b, bool surname)
{
	if (!SM_IS_SYLLABLE(a) || !SM_IS_SYLLABLE(b))
		return (SmSlotPair) {
			!SM_IS_SYLLABLE(a) ? -1 : SM_IS_INITIAL(b) ? SyllableOfInitial(a, SM_INITIAL_LETTER(b)) : Syllable(a, 0),
			!SM_IS_SYLLABLE(b) ? -1 : SM_IS_INITIAL(a) ? SyllableOfInitial(b, SM_INITIAL_LETTER(a)) : Syllable(b, 0)
		};
	return CarryingPair(a, b, surname ? sm_surname : sm_given);
}

/* Are two syllables near, not the same? */
static bool
AreNear(SmSlotPair pair, bool surname)
{
	const uint8_t *near = surname ? sm_surname_near[pair.a] : sm_given_near[pair.a];

	return near[pair.b >> 3] >> (pair.b & 7) & 1;
}

/* What two slots are to one another; systems tell how the names are written */
SmTier
sm_slot_tier(const uint8_t *a, int system_a, const uint8_t *b, int system_b, bool surname)
{
	SmWeight	weight = sm_slot_weight(a, b, surname ? sm_surname : sm_given);
	SmSlotPair	pair;

	if (weight > 0)
	{
		if (SM_IS_INITIAL(a) || SM_IS_INITIAL(b))
			return SM_TIER_INITIAL;
		if (sm_system_script(system_a) != sm_system_script(system_b))
			return SM_TIER_SCRIPT;
		return memcmp(a, b, SM_IS_FOREIGN(a) ? SM_FOREIGN_SLOT_BYTES : 3) == 0 ? SM_TIER_SAME : SM_TIER_VARIANT;
	}
	if (!SM_IS_SYLLABLE(a) || !SM_IS_SYLLABLE(b))
		return SM_TIER_CONTRADICTS;
	pair = sm_slot_pair(a, b, surname);
	if (pair.a == pair.b)
		return SM_TIER_RARE;
	return AreNear(pair, surname) ? SM_TIER_NEAR : SM_TIER_CONTRADICTS;
}

/* What the spelling of two names adds: slips of the pen; any other system is a variant of its parts */
SmTier
sm_system_tier(int system_a, int system_b)
{
	return system_a == SM_SYSTEM_SLIP || system_b == SM_SYSTEM_SLIP ? SM_TIER_SLIP : SM_TIER_SAME;
}

/* The letters by which two slots that are near differ: "n/ng", in McCune-Reischauer, which tells all apart, or none */
void
sm_near_letters(char *out, const uint8_t *a, const uint8_t *b, bool surname)
{
	const SmRomanisation *mr = &sm_romanisations[sm_romanisation("mr", 2)];
	const SmSyllable *syllables = surname ? sm_surname : sm_given;
	SmSlotPair	pair;
	const SmSyllable *s;
	const SmSyllable *t;
	const char *letters[2];
	size_t		n;

	out[0] = '\0';
	if (!SM_IS_SYLLABLE(a) || !SM_IS_SYLLABLE(b))
		return;
	pair = sm_slot_pair(a, b, surname);
	if (!AreNear(pair, surname))
		return;
	s = &syllables[pair.a];
	t = &syllables[pair.b];
	for (int side = 0; side < 2; side++)
	{
		const SmSyllable *x = side == 0 ? s : t;

		letters[side] = s->onset != t->onset ? mr->onset[x->onset] :
			s->nucleus != t->nucleus ? mr->nucleus[x->nucleus] : mr->coda[x->coda];
		if (letters[side][0] == '\0')
			letters[side] = "-";
	}
	n = strlen(letters[0]);
	memcpy(out, letters[0], n);
	out[n] = '/';
	memcpy(out + n + 1, letters[1], strlen(letters[1]) + 1);
}
