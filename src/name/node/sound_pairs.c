/*
 * What stands together in the names of an index node, and the bound that follows.
 *
 * A node's bitmaps of syllables mix its members: the first syllable of one and the second of another
 * look like a name.  So the pairs are noted too, by their sounds, which are few, and alike for the
 * syllables that one spelling stands for.  A member that shares one syllable with the query and shares
 * the other one or comes near it has the pair of their sounds; where the node has no such pair, no
 * member does so.  Likewise the surname and each given syllable.
 *
 * In given names longer than the query's the two slots may meet any two.
 */
#include "name/node/sound_pairs.h"

#include "name/korean/hypothesis.h"

static void
AddSounds(uint8_t *p, uint32_t sounds)
{
	for (int i = 0; i < 4; i++)
		p[i] |= (uint8_t) (sounds >> (8 * i));
}

/* The sounds of the syllables that a given slot may be, a bit each */
static uint32_t
SoundsOf(const uint8_t *slot)
{
	uint32_t	sounds = 0;

	for (int i = 0; i < sm_slot_count(slot); i++)
		sounds |= (uint32_t) 1 << SM_GIVEN_SOUND(slot, i);
	return sounds;
}

/* Note the sounds of given syllables that stand with a surname */
static void
MarkSurname(uint8_t *pairs, const uint8_t *surname, const uint32_t *sounds, int given)
{
	for (int i = 0; i < *surname; i++)
	{
		AddSounds(SM_SOUNDS_FIRST(pairs, SM_SURNAME_SOUND(surname, i)), sounds[1]);
		for (int s = 2; s <= given; s++)
			AddSounds(SM_SOUNDS_LATER(pairs, SM_SURNAME_SOUND(surname, i)), sounds[s]);
	}
}

/* Note the pairs of a reading */
void
sm_sound_pairs_mark(uint8_t *pairs, const SmParts *parts)
{
	for (int h = 0; h < parts->count; h++)
	{
		const SmHypothesisParts *part = &parts->part[h];
		uint32_t	sounds[1 + SM_GIVEN_MAX];

		for (int s = 1; s <= part->given; s++)
			sounds[s] = SoundsOf(parts->slot[part->slot[s]]);
		for (int s = 1; s < part->given; s++)
			for (int t = s + 1; t <= part->given; t++)
				for (uint32_t firsts = sounds[s]; firsts != 0; firsts &= firsts - 1)
					AddSounds(SM_SOUNDS_AFTER(pairs, __builtin_ctz(firsts)), sounds[t]);
		if (part->has_surname)
			MarkSurname(pairs, parts->slot[part->slot[0]], sounds, part->given);
	}
}
