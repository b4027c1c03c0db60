/*
 * Words of Arabic and Hebrew, of which only the consonants are known, beside words in Latin letters.
 *
 * A letter may sound in several ways, so a skeleton is a few rows of consonants, those that sm_word_consonants makes of
 * Latin words.  It is a Latin word if one of them is its row.  Where it has a letter for a long vowel, the other
 * should have a vowel too: that tells Hasan and Husayn apart.
 */
#include "name/words/skeleton.h"

#include <string.h>

#include "data/abjad_table.h"
#include "data/word_table.h"
#include "data/word_weight_table.h"
#include "name/hash.h"
#include "name/script/skeleton.h"
#include "name/table.h"
#include "name/words/sound.h"
#include "name/words/weights.h"

/* What a way is rarer than the likeliest, in 1/16 bit */
#define RARER_WAY 16

/* Vowels, a bit each */
#define VOWEL_A 1
#define VOWEL_E 2
#define VOWEL_I 4
#define VOWEL_O 8
#define VOWEL_U 16
/* They are long: a skeleton must have a letter for it */
#define LONG_I 32
#define LONG_U 64
/* In front, of a letter j that the sounds of Latin words lose: Jan, Jamal */
#define LOST_J 128

static uint8_t
VowelBit(uint8_t c)
{
	switch (c)
	{
		case 'a':
			return VOWEL_A;
		case 'e':
			return VOWEL_E;
		case 'o':
			return VOWEL_O;
		case 'u':
			return VOWEL_U;
		default:
			return VOWEL_I;
	}
}

/* How many consonants the first letters of a word have */
static int
CountConsonants(const uint8_t *letters, int length)
{
	uint8_t		class[SM_CLASS_MAX];
	uint8_t		sound[SM_CLASS_MAX];
	int			n = sm_word_class(class, letters, length);
	int			count = sm_word_consonants(sound, class, n);

	return count < SM_WORD_MAX ? count : SM_WORD_MAX;
}

/* The vowels of letters that are vowels, y among them: which, and whether they are long */
static uint8_t
VowelsOf(const uint8_t *letters, int count)
{
	uint8_t		vowels = 0;

	for (int i = 0; i < count; i++)
		vowels |= VowelBit(letters[i]);
	for (int i = 0; i + 1 < count; i++)
	{
		uint8_t		next = letters[i + 1];

		if (letters[i] != 'i' && letters[i] != 'y' && (next == 'i' || next == 'y'))
			vowels |= LONG_I;
		if (letters[i] == next && (next == 'e' || next == 'i'))
			vowels |= LONG_I;
		if ((letters[i] == 'o' && (next == 'u' || next == 'o')) || (letters[i] == 'u' && next == 'u'))
			vowels |= LONG_U;
	}
	return vowels;
}

/* The consonants of a word in Latin letters, without its vowels, which are left as they are */
void
sm_bare_bones(SmBones *bones, const uint8_t *letters, int length)
{
	uint8_t		class[SM_CLASS_MAX];
	uint8_t		sound[SM_CLASS_MAX];
	int			n = sm_word_class(class, letters, length);
	int			count = sm_word_consonants(sound, class, n);

	bones->length = (uint8_t) (count > SM_WORD_MAX ? SM_WORD_MAX : count);
	memcpy(bones->letter, sound, bones->length);
}

/* The bones of a word in Latin letters */
void
sm_bones(SmBones *bones, const uint8_t *letters, int length)
{
	sm_bare_bones(bones, letters, length);
	memset(bones->vowels, 0, sizeof(bones->vowels));
	for (int i = 0, to; i < length; i = to)
	{
		for (to = i; to < length && sm_is_vowel(letters[to]); to++)
			;
		/* in front the first of them is one of the bones */
		if (i == 0 && to > 0)
			bones->vowels[0] |= VowelBit(letters[0]);
		if (to > (i > 0 ? i : 1))
			bones->vowels[CountConsonants(letters, to)] |= VowelsOf(letters + (i > 0 ? i : 1), to - (i > 0 ? i : 1));
		to += to == i;
	}
	if (letters[0] == 'j' && bones->letter[0] == 'a')
		bones->vowels[0] |= LOST_J;
}

/* Add a sound of a letter, or the vowel that it is, to a row; a vowel in front is a sound too */
static void
AddSoundTo(SmBones *bones, const SmAbjadCode *code, char sound)
{
	uint8_t		vowel = code->vowel != 0 ? VowelBit((uint8_t) code->vowel) : 0;

	if (sound == '-')
		bones->vowels[bones->length] |= vowel;
	else
	{
		if (bones->length == 0 && sound == 'a')
			bones->vowels[0] = code->sound[0][0] == 'j' ? LOST_J : vowel & (VOWEL_I | VOWEL_U);
		bones->letter[bones->length++] = (uint8_t) sound;
	}
}

/* The ways that a skeleton of at most SM_WORD_MAX letters may sound */
void
sm_skeleton_open(SmSkeleton *skeleton, const uint8_t *letters, int length)
{
	skeleton->count = 1;
	memset(&skeleton->way[0], 0, sizeof(SmBones));
	for (int i = 0; i < length; i++)
	{
		const SmAbjadCode *code = sm_abjad_code_of(letters[i]);
		const char *sound = code->sound[i == 0 ? 0 : i + 1 < length ? 1 : 2];
		int			before = skeleton->count;

		/* further ways behind those that there are, as long as there is room */
		for (int k = 1; k < SM_ABJAD_WAYS && sound[k] != 0; k++)
			for (int w = 0; w < before && skeleton->count < SM_SKELETON_WAYS; w++)
			{
				skeleton->way[skeleton->count] = skeleton->way[w];
				AddSoundTo(&skeleton->way[skeleton->count++], code, sound[k]);
			}
		for (int w = 0; w < before; w++)
			AddSoundTo(&skeleton->way[w], code, sound[0]);
	}
}

/* Bits of a skeleton, in 1/16: those of the words that it may be, of all its ways the fewest */
uint8_t
sm_skeleton_least_bits(const SmSkeleton *skeleton)
{
	uint8_t		least = UINT8_MAX;

	for (int i = 0; i < skeleton->count; i++)
	{
		const SmBones *way = &skeleton->way[i];
		const SmBonesBits *row = sm_table_find(sm_bones_bits, sm_bones_bits_count, sizeof(SmBonesBits),
											   sm_key_32, sm_word_hash(way->letter, way->length));
		uint8_t		bits = row != NULL ? row->bits :
			sm_unseen_bones_bits[way->length < SM_UNSEEN_BONES ? way->length : SM_UNSEEN_BONES];

		bits = (uint8_t) (i > 0 ? bits + RARER_WAY : bits);
		least = bits < least ? bits : least;
	}
	return least;
}

/* Bits of a word of which only the consonants are known, in 1/16 */
uint8_t
sm_skeleton_bits(const uint8_t *letters, int length)
{
	SmSkeleton	skeleton;

	if (sm_is_article(letters, length))
		return sm_unseen_connective_bits;
	sm_skeleton_open(&skeleton, letters, length);
	return sm_skeleton_least_bits(&skeleton);
}

/* Cost in tenths of the vowels between two consonants: those that a skeleton has letters for, those of a word */
static int
GapCost(int written, int spoken, bool last)
{
	int			cost = 0;

	if ((written & VOWEL_A) && spoken == 0)
		cost += 4;
	if ((written & VOWEL_U) && !(spoken & (VOWEL_U | VOWEL_O)))
		cost += 6;
	if ((written & VOWEL_I) && !(spoken & (VOWEL_I | VOWEL_E)))
		cost += (spoken & VOWEL_A) && last ? 0 : 8;
	if ((spoken & LONG_I) && !(written & (VOWEL_I | VOWEL_A)))
		cost += 12;
	if ((spoken & LONG_U) && !(written & VOWEL_U))
		cost += 4;
	if (last && written == 0 && spoken != 0)
		cost += spoken & (VOWEL_A | VOWEL_E) ? 1 : 8;
	return cost;
}

/* Cost in tenths of what a word begins with: a vowel that is written and another one, a letter j that one lacks */
static int
FrontCost(int written, int spoken)
{
	if ((written & LOST_J) && !(spoken & LOST_J))
		return 16;
	if ((spoken & LOST_J) && !(written & (LOST_J | VOWEL_I)))
		return 10;
	if ((written & VOWEL_U) && !(spoken & (VOWEL_U | VOWEL_O)))
		return 8;
	return (written & VOWEL_I) && !(spoken & (VOWEL_I | VOWEL_E | LOST_J)) ? 8 : 0;
}

/* Cost in tenths of the vowels of a word against a way that has its consonants */
static int
VowelCost(const SmBones *way, const SmBones *bones)
{
	int			cost = FrontCost(way->vowels[0], bones->vowels[0]);

	for (int i = 1; i <= bones->length; i++)
	{
		/* two letters may be the one vowel in front: Iran, Eli */
		int			front = i == 1 && bones->vowels[1] == 0 ? bones->vowels[0] : 0;

		cost += GapCost(way->vowels[i], bones->vowels[i] | front, i == bones->length);
	}
	return cost;
}

/* Cost in tenths of what differs between a skeleton and a word in Latin letters, -1 = they are not alike */
int
sm_skeleton_cost(const SmSkeleton *skeleton, const SmBones *bones)
{
	int			least = -1;

	for (int i = 0; i < skeleton->count; i++)
	{
		const SmBones *way = &skeleton->way[i];

		if (way->length == bones->length && memcmp(way->letter, bones->letter, way->length) == 0)
		{
			int			cost = VowelCost(way, bones) + (i > 0 ? 1 : 0);

			least = least < 0 || cost < least ? cost : least;
		}
	}
	return least;
}

/* Weight of a skeleton and a word that have so many consonants and bits in common, at such a cost */
SmWeight
sm_skeleton_weight(int consonants, int cost, SmWeight bits)
{
	SmWeight	weight = sm_words_near(bits, consonants + 2, cost) - SM_VARIANT_COST;

	if (consonants < SM_SOUND_LEAST)
		weight -= sm_word_weights.few_consonants * (SM_SOUND_LEAST - consonants);
	return weight > 0 ? weight : 0;
}

/* A skeleton as it is shown; returns the bytes written, at most two a letter */
int
sm_skeleton_text(char *out, const uint8_t *letters, int length)
{
	int			n = 0;

	for (int i = 0; i < length; i++)
	{
		const char *shown = sm_abjad_code_of(letters[i])->shown;

		memcpy(out + n, shown, strlen(shown));
		n += (int) strlen(shown);
	}
	return n;
}
