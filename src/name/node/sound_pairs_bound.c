/* The bound of a name that follows from what stands together in the names of a node, see sound_pairs.c */
#include "name/node/sound_pairs_bound.h"

#include <stdbool.h>
#include <stdint.h>

#include "data/syllable_table.h"
#include "name/node/korean_summary.h"
#include "name/node/slot_bound.h"
#include "name/node/sound_pairs.h"
#include "name/reading/korean_weight.h"
#include "name/reading/reading.h"
#include "name/slot.h"

static uint32_t
GetSounds(const uint8_t *p)
{
	return p[0] | (uint32_t) p[1] << 8 | (uint32_t) p[2] << 16 | (uint32_t) p[3] << 24;
}

/* Is the given name of a hypothesis one of two syllables? */
bool
sm_is_pair(const SmKoreanProbe *query, const SmHypothesisParts *h)
{
	return h->given == 2 && SM_IS_SYLLABLE(query->parts->slot[h->slot[1]]) &&
		SM_IS_SYLLABLE(query->parts->slot[h->slot[2]]);
}

/* What a given slot of the query brings against members, by how it meets them */
typedef struct Meeting
{
	const uint8_t *slot;
	SmWeight	shared[SM_CANDIDATES];
	SmWeight	most;			/* of these */
	SmWeight	slip;			/* against the others */
	SmWeight	initial;
	SmSounds	sounds;			/* of the syllables near those it likely is, and of any like them */
} Meeting;

static inline SmWeight
GreaterWeight(SmWeight a, SmWeight b)
{
	return a > b ? a : b;
}

static void
StartMeeting(Meeting *meeting, const SmKoreanProbe *query, int n)
{
	const uint8_t *slot = query->parts->slot[n];

	meeting->slot = slot;
	meeting->sounds = query->sounds[n];
	for (int i = 0; i < *slot; i++)
		meeting->shared[i] = SM_NO_WEIGHT;
	meeting->most = meeting->slip = meeting->initial = SM_NO_WEIGHT;
}

/* Let slot n of the query meet the slots of a part of the node too */
static void
MeetPart(Meeting *meeting, const SmKoreanProbe *query, int n, const uint8_t *korean, int part)
{
	for (int i = 0; i < *meeting->slot; i++)
	{
		meeting->shared[i] = GreaterWeight(meeting->shared[i], sm_shared_bound(meeting->slot, i, korean, part));
		meeting->most = GreaterWeight(meeting->most, meeting->shared[i]);
	}
	meeting->slip = GreaterWeight(meeting->slip, sm_slip_bound(query, n, korean, part));
	meeting->initial = GreaterWeight(meeting->initial, sm_initial_bound(query, n, korean, part));
}

/* The sounds that given syllables have which members share, or to which they come near */
typedef struct Allowed
{
	uint32_t	first;
	uint32_t	second;
} Allowed;

/* The sounds after any of these */
static uint32_t
SoundsAfter(const uint8_t *pairs, uint32_t firsts)
{
	uint32_t	sounds = 0;

	for (; firsts != 0; firsts &= firsts - 1)
		sounds |= GetSounds(SM_SOUNDS_AFTER(pairs, __builtin_ctz(firsts)));
	return sounds;
}

/* Most that a slot brings beside one that is shared and has these sounds beside it */
static inline SmWeight
SlipBeside(const Meeting *meeting, uint32_t sounds)
{
	if (sounds & meeting->sounds.near)
		return meeting->slip;
	return SM_EPSILON + (sounds & meeting->sounds.alike ? SM_FAR : SM_UNLIKE);
}

/* Most that two slots bring together against two slots of one member, in the same order */
static SmWeight
BoundOfBoth(const Meeting *first, const Meeting *second, const uint8_t *pairs, Allowed allowed)
{
	uint32_t	after_near = SoundsAfter(pairs, first->sounds.near & allowed.first);
	uint32_t	after_alike = SoundsAfter(pairs, first->sounds.alike & allowed.first);
	SmWeight	best = first->slip + second->slip;

	best = GreaterWeight(best, first->initial +
						 GreaterWeight(GreaterWeight(second->most, second->slip), second->initial));
	best = GreaterWeight(best, GreaterWeight(first->most, first->slip) + second->initial);
	for (int j = 0; j < *second->slot; j++)
		if (allowed.second >> SM_GIVEN_SOUND(second->slot, j) & 1)
			best = GreaterWeight(best, second->shared[j] +
						   (after_near >> SM_GIVEN_SOUND(second->slot, j) & 1 ? first->slip :
							SM_EPSILON + (after_alike >> SM_GIVEN_SOUND(second->slot, j) & 1 ? SM_FAR : SM_UNLIKE)));
	for (int i = 0; i < *first->slot; i++)
	{
		uint32_t	after;

		if (!(allowed.first >> SM_GIVEN_SOUND(first->slot, i) & 1))
			continue;
		after = GetSounds(SM_SOUNDS_AFTER(pairs, SM_GIVEN_SOUND(first->slot, i))) & allowed.second;
		best = GreaterWeight(best, first->shared[i] + SlipBeside(second, after));
		for (int j = 0; j < *second->slot; j++)
			if (after >> SM_GIVEN_SOUND(second->slot, j) & 1)
				best = GreaterWeight(best, first->shared[i] + second->shared[j]);
	}
	return best;
}

/* Let the sounds that stand with surnames of a sound meet the slots */
static void
AllowSurname(Allowed *allowed, const uint8_t *pairs, int surname, bool longer)
{
	uint32_t	firsts = GetSounds(SM_SOUNDS_FIRST(pairs, surname));
	uint32_t	laters = GetSounds(SM_SOUNDS_LATER(pairs, surname));

	allowed->first |= longer ? firsts | laters : firsts;
	allowed->second |= longer ? firsts | laters : laters;
}

/* A given name of two, which bring so much, against given names of two or longer ones */
typedef struct Given
{
	Meeting		first;
	Meeting		second;
	SmWeight	most;
	bool		longer;
	const uint8_t *pairs;
} Given;

/* What the slots bring together with surnames of these sounds, which bring w; best if that is more anyway */
static SmWeight
BesideSurnames(SmWeight best, SmWeight w, uint32_t surnames, const Given *given)
{
	Allowed		allowed = {0, 0};

	if (w + given->most <= best)
		return best;
	for (; surnames != 0; surnames &= surnames - 1)
		AllowSurname(&allowed, given->pairs, __builtin_ctz(surnames), given->longer);
	return GreaterWeight(best, w + BoundOfBoth(&given->first, &given->second, given->pairs, allowed));
}

/* Most that the slots of a given name of two and the surname, slot n, bring together */
static SmWeight
BoundOfName(const SmKoreanProbe *query, int n, const Given *given, const uint8_t *korean)
{
	const uint8_t *surname = query->parts->slot[n];
	const SmSounds *sounds = &query->sounds[n];
	SmWeight	shared = SM_NO_WEIGHT;
	uint32_t	shared_sounds = 0;
	SmWeight	best = SM_EPSILON + SM_UNLIKE + given->most;

	for (int i = 0; i < *surname; i++)
	{
		SmWeight	w = sm_shared_bound(surname, i, korean, SM_PART_SURNAME);

		shared = GreaterWeight(shared, w);
		if (w != SM_NO_WEIGHT)
			shared_sounds |= (uint32_t) 1 << SM_SURNAME_SOUND(surname, i);
	}
	best = BesideSurnames(best, shared, shared_sounds, given);
	best = BesideSurnames(best, sm_slip_bound(query, n, korean, SM_PART_SURNAME), sounds->near, given);
	return BesideSurnames(best, SM_EPSILON + SM_FAR, sounds->alike, given);
}

/* Bounds of a hypothesis whose given name is a pair, against given names of two or longer ones */
void
sm_sound_pairs_bound(SmSoundPairsBound *bound, const SmKoreanProbe *query, const SmHypothesisParts *h, bool longer,
					 const uint8_t *korean)
{
	static const Allowed all = {UINT32_MAX, UINT32_MAX};
	Given		given = {.longer = longer, .pairs = korean + SM_SOUND_PAIRS_AT};

	StartMeeting(&given.first, query, h->slot[1]);
	StartMeeting(&given.second, query, h->slot[2]);
	MeetPart(&given.first, query, h->slot[1], korean, SM_PART_FIRST);
	MeetPart(&given.second, query, h->slot[2], korean, SM_PART_LATER);
	if (longer)
	{
		MeetPart(&given.first, query, h->slot[1], korean, SM_PART_LATER);
		MeetPart(&given.second, query, h->slot[2], korean, SM_PART_FIRST);
	}
	given.most = BoundOfBoth(&given.first, &given.second, given.pairs, all);
	bound->given = given.most;
	bound->name = h->has_surname ? BoundOfName(query, h->slot[0], &given, korean) : 0;
}
