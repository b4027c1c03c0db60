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
		if (to > i)
			bones->vowels[CountConsonants(letters, i)] |= VowelsOf(letters + i, to - i);
		to += to == i;
	}
	/* a vowel in front is one of the bones */
	bones->vowels[0] = 0;
}

/* Add a sound, or a letter for a vowel that is none, to a row */
static void
AddSoundTo(SmBones *bones, char sound, char vowel)
{
	if (sound != '-')
		bones->letter[bones->length++] = (uint8_t) sound;
	else if (vowel != 0)
		bones->vowels[bones->length] |= VowelBit((uint8_t) vowel);
}

/* The code that a letter of a skeleton is; a damaged one is the first */
static const SmAbjadCode *
CodeOfLetter(uint8_t letter)
{
	return &sm_abjad_codes[letter >= SM_ABJAD_FIRST && letter <= SM_ABJAD_LAST ? letter - SM_ABJAD_FIRST : 0];
}

/* The ways that a skeleton of at most SM_WORD_MAX letters may sound */
void
sm_skeleton_open(SmSkeleton *skeleton, const uint8_t *letters, int length)
{
	skeleton->count = 1;
	memset(&skeleton->way[0], 0, sizeof(SmBones));
	for (int i = 0; i < length; i++)
	{
		const SmAbjadCode *code = CodeOfLetter(letters[i]);
		const char *sound = code->sound[i == 0 ? 0 : i + 1 < length ? 1 : 2];
		int			before = skeleton->count;

		/* further ways behind those that there are, as long as there is room */
		for (int k = 1; k < SM_ABJAD_WAYS && sound[k] != 0; k++)
			for (int w = 0; w < before && skeleton->count < SM_SKELETON_WAYS; w++)
			{
				skeleton->way[skeleton->count] = skeleton->way[w];
				AddSoundTo(&skeleton->way[skeleton->count++], sound[k], code->vowel);
			}
		for (int w = 0; w < before; w++)
			AddSoundTo(&skeleton->way[w], sound[0], code->vowel);
	}
}

/* Bits of a skeleton, in 1/16: those of the words that it may be, of all its ways the fewest */
uint8_t
sm_skeleton_bits(const uint8_t *letters, int length)
{
	SmSkeleton	skeleton;
	uint8_t		least = UINT8_MAX;

	if (sm_is_article(letters, length))
		return sm_unseen_connective_bits;

	sm_skeleton_open(&skeleton, letters, length);
	for (int i = 0; i < skeleton.count; i++)
	{
		const SmBones *way = &skeleton.way[i];
		const SmBonesBits *row = sm_table_find(sm_bones_bits, sm_bones_bits_count, sizeof(SmBonesBits),
											   sm_key_32, sm_word_hash(way->letter, way->length));
		uint8_t		bits = row != NULL ? row->bits :
			sm_unseen_bones_bits[way->length < SM_UNSEEN_BONES ? way->length : SM_UNSEEN_BONES];

		bits = (uint8_t) (i > 0 ? bits + RARER_WAY : bits);
		least = bits < least ? bits : least;
	}
	return least;
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
		cost += spoken & (VOWEL_A | VOWEL_E) ? 1 : 4;
	return cost;
}

/* Cost in tenths of the vowels of a word against a way that has its consonants */
static int
VowelCost(const SmBones *way, const SmBones *bones)
{
	int			cost = 0;

	for (int i = 0; i <= bones->length; i++)
		cost += GapCost(way->vowels[i], bones->vowels[i], i == bones->length);
	return cost;
}

/* Weight of a skeleton and a word in Latin letters that have so many bits in common, 0 = they are not alike */
SmWeight
sm_skeleton_weight(const SmSkeleton *skeleton, const SmBones *bones, SmWeight bits)
{
	int			least = -1;
	SmWeight	weight;

	for (int i = 0; i < skeleton->count; i++)
	{
		const SmBones *way = &skeleton->way[i];

		if (way->length == bones->length && memcmp(way->letter, bones->letter, way->length) == 0)
		{
			int			cost = VowelCost(way, bones) + (i > 0 ? 1 : 0);

			least = least < 0 || cost < least ? cost : least;
		}
	}
	if (least < 0)
		return 0;
	weight = sm_words_near(bits, bones->length + 2, least) - SM_VARIANT_COST;
	if (bones->length < SM_SOUND_LEAST)
		weight -= sm_word_weights.few_consonants * (SM_SOUND_LEAST - bones->length);
	return weight > 0 ? weight : 0;
}

/* A skeleton as it is shown; returns the bytes written, at most two a letter */
int
sm_skeleton_text(char *out, const uint8_t *letters, int length)
{
	int			n = 0;

	for (int i = 0; i < length; i++)
	{
		const char *shown = CodeOfLetter(letters[i])->shown;

		memcpy(out + n, shown, strlen(shown));
		n += (int) strlen(shown);
	}
	return n;
}
