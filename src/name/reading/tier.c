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
	"same", "other script", "romanisation variant", "spelling variant", "rare variant", "initial", "misspelt", "near",
	"missing", "contradicts"
};

static int
Syllable(const uint8_t *slot, int i)
{
	return sm_candidate_id(sm_slot_candidate(slot, i));
}

/* Do two slots have a syllable in common? */
static bool
Share(const uint8_t *a, const uint8_t *b)
{
	for (int i = 0; i < *a; i++)
		for (int j = 0; j < *b; j++)
			if (Syllable(a, i) == Syllable(b, j))
				return true;
	return false;
}

/* Find the likeliest syllables of two slots that are near; false if there are none */
static bool
FindNear(const uint8_t *a, const uint8_t *b, bool surname, const SmSyllable **s, const SmSyllable **t)
{
	const SmSyllable *syllables = surname ? sm_surname : sm_given;

	for (int i = 0; i < *a; i++)
		for (int j = 0; j < *b; j++)
		{
			int			x = Syllable(a, i);
			int			y = Syllable(b, j);
			const uint8_t *near = surname ? sm_surname_near[x] : sm_given_near[x];

			if (near[y >> 3] >> (y & 7) & 1)
			{
				*s = &syllables[x];
				*t = &syllables[y];
				return true;
			}
		}
	return false;
}

/* What two slots are to one another; systems tell how the names are written */
SmTier
sm_slot_tier(const uint8_t *a, int system_a, const uint8_t *b, int system_b, bool surname)
{
	SmWeight	weight = sm_slot_weight(a, b, surname ? sm_surname : sm_given);
	const SmSyllable *s;
	const SmSyllable *t;

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
	if (Share(a, b))
		return SM_TIER_RARE;
	return FindNear(a, b, surname, &s, &t) ? SM_TIER_NEAR : SM_TIER_CONTRADICTS;
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
	const SmSyllable *s;
	const SmSyllable *t;
	const char *letters[2];
	size_t		n;

	out[0] = '\0';
	if (!SM_IS_SYLLABLE(a) || !SM_IS_SYLLABLE(b) || !FindNear(a, b, surname, &s, &t))
		return;
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
