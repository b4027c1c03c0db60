/*
 * Korean words in names of bodies and ships, however they are romanised: HAEJIN and HAECHIN, KORYO and GORYO.
 *
 * A word is read as Korean syllables, sound by sound.  No more is known of what they mean than of other words; names of
 * people are read by the tables of name/korean.
 */
#include "name/words/korean_word.h"

#include <string.h>

#include "data/sound_table.h"
#include "name/words/dictionary.h"
#include "name/words/word.h"

/* Letters of the longest spelling of a sound */
#define LETTERS_MOST 3

/* Syllables of the longest word that is looked at */
#define SYLLABLES_MOST 6

/* A word as the sounds of its syllables */
typedef struct Sounds
{
	int			count;
	uint8_t		sound[SM_WORD_MAX];
} Sounds;

static bool
IsVowelLetter(uint8_t c)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y' || c == 'w';
}

/* At most three letters as the tables have them */
static uint32_t
PackedLetters(const uint8_t *letters, int length)
{
	uint32_t	packed = 0;

	for (int i = 0; i < length; i++)
		packed = packed << 8 | letters[i];
	return packed;
}

/* The sound of all of these letters a-z, 0 = they are none */
static uint8_t
SoundOf(const SmKoreanSound *sounds, const uint8_t *from, const uint8_t *letters, int length)
{
	uint32_t	packed;

	if (length == 0 || length > LETTERS_MOST)
		return 0;
	packed = PackedLetters(letters, length);
	for (int k = from[letters[0] - 'a']; k < from[letters[0] - 'a' + 1]; k++)
		if (sounds[k].letters == packed)
			return (uint8_t) sounds[k].sound;
	return 0;
}

/* The longest vowel that letters begin with; its sound, 0 = none */
static uint8_t
VowelAt(const uint8_t *letters, int length, int *taken)
{
	int			most = 1;

	while (most < LETTERS_MOST && most < length && IsVowelLetter(letters[most]))
		most++;
	for (; most > 0; most--)
	{
		uint8_t		sound = SoundOf(sm_korean_vowels, sm_korean_vowels_from, letters, most);

		*taken = most;
		if (sound != 0)
			return sound;
	}
	return 0;
}

static bool
AddSyllableSound(Sounds *sounds, uint8_t sound)
{
	if (sound == 0 || sounds->count == SM_WORD_MAX)
		return false;
	sounds->sound[sounds->count++] = sound;
	return true;
}

/* Consonants between two vowels: one, or one that ends a syllable and one that begins the next */
static bool
AddBetween(Sounds *sounds, const uint8_t *letters, int length)
{
	uint8_t		onset = SoundOf(sm_korean_onsets, sm_korean_onsets_from, letters, length);

	if (length == 0)
		return true;
	/* ng before a vowel is n and g as often as not */
	if (length == 2 && memcmp(letters, "ng", 2) == 0)
		return AddSyllableSound(sounds, 'n') && AddSyllableSound(sounds, 'k');
	if (onset != 0)
		return AddSyllableSound(sounds, onset);
	for (int k = length > 2 ? 2 : 1; k > 0; k--)
	{
		uint8_t		coda = SoundOf(sm_korean_codas, sm_korean_codas_from, letters, k);

		onset = SoundOf(sm_korean_onsets, sm_korean_onsets_from, letters + k, length - k);
		/* no syllable ends in a stop before r */
		if (coda != 0 && onset != 0 && (onset != 'r' || strchr("nmNr", coda) != NULL))
			return AddSyllableSound(sounds, coda) && AddSyllableSound(sounds, onset);
	}
	return false;
}

/* Read a word as Korean syllables; false if it is not made of them */
static bool
ReadSyllables(Sounds *sounds, const uint8_t *letters, int length)
{
	int			syllables = 0;
	int			i = 0;

	sounds->count = 0;
	for (int k = 0; k < length; k++)
		if (letters[k] < 'a' || letters[k] > 'z' || !(sm_korean_letters >> (letters[k] - 'a') & 1))
			return false;
	while (i < length)
	{
		int			c = i;

		while (c < length && !IsVowelLetter(letters[c]))
			c++;
		if (c == length)
			break;
		if (i == 0 ? c > 0 &&
			!AddSyllableSound(sounds, SoundOf(sm_korean_onsets, sm_korean_onsets_from, letters, c)) :
			!AddBetween(sounds, letters + i, c - i))
			return false;
		for (i = c; i < length && IsVowelLetter(letters[i]); syllables++)
		{
			int			taken = 1;

			if (!AddSyllableSound(sounds, VowelAt(letters + i, length - i, &taken)))
				return false;
			i += taken;
		}
	}
	if (syllables == 0 || syllables > SYLLABLES_MOST)
		return false;
	return i == length ||
		AddSyllableSound(sounds, SoundOf(sm_korean_codas, sm_korean_codas_from, letters + i, length - i));
}

/* The sounds of a word that may be Korean, at most SM_WORD_MAX; returns how many, 0 = it is none */
int
sm_korean_word(uint8_t *sound, const uint8_t *letters, int length)
{
	Sounds		sounds;

	if (!ReadSyllables(&sounds, letters, length))
		return 0;
	memcpy(sound, sounds.sound, (size_t) sounds.count);
	return sounds.count;
}

/* Are two words the same Korean syllables? */
bool
sm_korean_words_equal(const uint8_t *a, int la, const uint8_t *b, int lb)
{
	Sounds		x;
	Sounds		y;

	return ReadSyllables(&x, a, la) && ReadSyllables(&y, b, lb) && x.count == y.count &&
		memcmp(x.sound, y.sound, (size_t) x.count) == 0;
}

/* May all words of a name be Korean that are not generic?  There must be one, and no given name */
bool
sm_all_may_be_korean(const SmWords *words)
{
	int			korean = 0;

	for (int i = 0; i < words->count; i++)
	{
		const SmWord *word = &words->word[i];
		Sounds		sounds;

		if (word->kind != SM_WORD_LATIN || sm_is_generic(word->meaning) || word->bits <= 2 * SM_WORD_BIT)
			continue;
		if (words->given > 0 || !ReadSyllables(&sounds, word->letters, word->length))
			return false;
		korean++;
	}
	return korean > 0;
}
