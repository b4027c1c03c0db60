/*
 * Blocking keys of words that any two names have in common which match at the built-in threshold
 *
 * (1) Two words are aligned only if they have a key in common: of equal words their letters or
 * their sound; of words that sound alike the key of their sound; of words that are alike enough where others
 * agree, and of which none has a meaning, that of their frame; of Korean words of names that may be Korean that of
 * their syllables; of words one edit apart what remains of the one, or of both, without a letter; of words of one
 * meaning the meaning.  Neighbours
 * that make a word have a key of the sound of what they make.  A
 * skeleton, or several that are one word, has a key of each way that it may sound; what has so few
 * consonants that these are not the sound of the Latin word has keys of bones.
 * Only an initial that meets a word has none; it earns G = min(2, half the word's bits).
 *
 * (2) Of any two names at the built-in threshold, c = .6, each makes keys of its heaviest words
 * only, so many that what the others and all that has no key may earn is less than c/2 of its own self
 * weight: no match consists of that alone.  A pair of which one word is not among the heaviest
 * counts for that word's name, with all its bits.  The same legal form earns .7, half for each name.
 * An initial of the heaviest earns G: c/2 of its own 3 bits, .9, count for its name, G - .9 for the
 * word's, which is less than c/2 of the bits of any word.  So a name all of whose words have keys falls
 * short only where the form is most of it, below 1.2 bits: such names have a key of their own.
 *
 * What stands beside a name adds its price to its self weight, so that it matches less.  Names of a list in memory have
 * other keys, see pair_keys.c.
 */
#include "name/lookup/words_keys.h"

#include <string.h>

#include "data/word_table.h"
#include "name/lookup/letters_key.h"
#include "name/script/skeleton.h"
#include "name/weight.h"
#include "name/words/join.h"
#include "name/words/korean_word.h"
#include "name/words/pack.h"
#include "name/words/share.h"
#include "name/words/skeleton.h"
#include "name/words/sound.h"
#include "name/words/weights.h"
#include "name/words/word.h"

/* What a key is of */
typedef enum KeyKind
{
	KEY_SOUND,
	KEY_FRAME,					/* and its first vowel */
	KEY_KOREAN,
	KEY_LETTERS,				/* all of a word, or all but one */
	KEY_MEANING,
	KEY_BONES,					/* fewer consonants than make a sound */
	KEY_LIGHT,					/* a name with a legal form and hardly anything else */
	KEY_OTHER					/* and higher: an initial, a number, a word of another script */
} KeyKind;

/* Names with a form that weigh less have KEY_LIGHT: more than 2 / .6 - 1 times what falls short */
#define LIGHT SM_WEIGHT(3)

/* Where the keys of some words go */
typedef struct Target
{
	const SmKeySink *sink;
	uint32_t	words;
} Target;

static void
TakeHashed(Target target, int kind, uint64_t hash)
{
	target.sink->take(target.sink->state, sm_hash_key(kind, hash), target.words);
}

/* Key of the sound of a word or of words joined */
static void
TakeSound(Target target, const uint8_t *letters, int length)
{
	uint8_t		class[SM_CLASS_MAX];
	uint8_t		key[SM_CLASS_MAX];
	int			n = sm_word_class(class, letters, length);

	n = sm_word_sound(key, class, n);
	TakeHashed(target, KEY_SOUND, sm_letters_polynomial(key, n));
}

/* Keys of the sound of a word and, if it is not known by another spelling, of its frame */
static void
TakeSounds(Target target, const uint8_t *letters, int length, bool known)
{
	uint8_t		class[SM_CLASS_MAX];
	uint8_t		key[SM_FRAME_MAX];
	int			letters_of_class = sm_word_class(class, letters, length);
	int			n = sm_word_sound(key, class, letters_of_class);

	TakeHashed(target, KEY_SOUND, sm_letters_polynomial(key, n));
	if (known)
		return;
	n = sm_word_frame_vowel(key, class, letters_of_class);
	TakeHashed(target, KEY_FRAME, sm_letters_polynomial(key, n));
}

/* Keys of a word without any one of its letters */
static void
TakeShortened(Target target, const uint8_t *letters, int length)
{
	uint64_t	before[SM_WORD_MAX];
	uint64_t	after = 0;
	uint64_t	power = 1;

	before[0] = 0;
	for (int i = 1; i < length; i++)
		before[i] = before[i - 1] * SM_LETTERS_BASE + letters[i - 1];
	for (int i = length - 1; i >= 0; i--)
	{
		/* of equal neighbours one is as good as the other */
		if (i == 0 || letters[i] != letters[i - 1])
			TakeHashed(target, KEY_LETTERS, before[i] * power + after);
		after += letters[i] * power;
		power *= SM_LETTERS_BASE;
	}
}

/* Keys of the ways that letters of skeletons may sound */
static void
TakeSkeleton(Target target, const uint8_t *letters, int length)
{
	SmSkeleton	skeleton;

	sm_skeleton_open(&skeleton, letters, length);
	for (int i = 0; i < skeleton.count; i++)
	{
		const SmBones *way = &skeleton.way[i];

		TakeHashed(target, way->length >= SM_SOUND_LEAST ? KEY_SOUND : KEY_BONES,
				   sm_letters_polynomial(way->letter, way->length));
	}
}

/* Keys of word i alone */
static void
WordKeys(const SmView *view, int i, const SmKeySink *sink)
{
	const uint8_t *letters = view->word[i];
	int			length = SM_VIEW_LENGTH(view, i);
	int			kind = SM_VIEW_KIND(view, i);
	Target		target = {sink, 1u << i};
	uint8_t		sounds[SM_WORD_MAX];
	int			korean;
	SmBones		bones;

	if (SM_VIEW_MEANING(view, i) != 0)
		TakeHashed(target, KEY_MEANING, SM_VIEW_MEANING(view, i));
	if (kind != SM_WORD_LATIN)
	{
		TakeHashed(target, KEY_OTHER + kind, sm_letters_polynomial(letters, length));
		if (kind == SM_WORD_SCRIPT && sm_is_skeleton(letters))
			TakeSkeleton(target, letters, length);
		return;
	}
	TakeSounds(target, letters, length, SM_VIEW_MEANING(view, i) != 0);
	if (view->korean && (korean = sm_korean_word(sounds, letters, length)) > 0)
		TakeHashed(target, KEY_KOREAN, sm_letters_polynomial(sounds, korean));
	sm_bare_bones(&bones, letters, length);
	if (bones.length < SM_SOUND_LEAST)
		TakeHashed(target, KEY_BONES, sm_letters_polynomial(bones.letter, bones.length));
	if (length >= SM_NEAR_SHORTER)
		TakeHashed(target, KEY_LETTERS, sm_letters_polynomial(letters, length));
	if (length >= SM_NEAR_LONGER)
		TakeShortened(target, letters, length);
}

/* Key of n neighbours from i on that may make one word */
static void
RunKey(const SmView *view, int i, int n, const SmKeySink *sink)
{
	Target		target = {sink, ((1u << n) - 1) << i};
	int			length;

	if (sm_join_skeletons(&length, view, i, n))
		TakeSkeleton(target, view->word[i], length);
	if (sm_join(&length, view, i, n))
		TakeSound(target, view->word[i], length);
}

/* Make the keys of those words of a name that are among these, a bit each */
static void
KeysOfWords(const uint8_t *packed, uint32_t words, const SmKeySink *sink)
{
	SmView		view;

	sm_words_open(&view, packed);
	for (int i = 0; i < view.count; i++)
	{
		if (words & 1u << i)
			WordKeys(&view, i, sink);
		for (int n = 2; n <= SM_JOIN_WORDS && i + n <= view.count; n++)
			if (words & ((1u << n) - 1) << i)
				RunKey(&view, i, n, sink);
	}
}

/* What a word that has keys may earn without them: the initials it may meet, or be.  See (2). */
static SmWeight
WithoutKey(const SmView *view, int i)
{
	SmWeight	half = SM_VIEW_BITS(view, i) / 2;
	SmWeight	initial = SM_WEIGHT(.9);

	if (view->flags & SM_FLAG_ORGANISATION || SM_VIEW_KIND(view, i) == SM_WORD_NUMBER)
		return 0;
	if (SM_VIEW_KIND(view, i) == SM_WORD_INITIAL)
		return initial;
	half = half < SM_INITIAL_WEIGHT ? half : SM_INITIAL_WEIGHT;
	return half > initial ? half - initial : 0;
}

/* The words of a name whose keys any two names that match have in common; light = that may not be enough */
static uint32_t
HeaviestWords(const uint8_t *packed, bool *light)
{
	SmView		view;
	uint32_t	words = 0;
	SmWeight	self = sm_words_self(packed);
	SmWeight	rest;
	bool		form;

	sm_words_open_heads(&view, packed);
	form = (view.flags & SM_FLAG_FORM) != SM_FORM_NONE;
	rest = form ? self - SM_FORM_WEIGHT / 2 : self;
	while (sm_words_least(SM_THRESHOLD, 2 * (int64_t) self) <= 2 * rest)
	{
		int			best = -1;

		for (int i = 0; i < view.count; i++)
			if (!(words & 1u << i) && (best < 0 || SM_VIEW_BITS(&view, i) > SM_VIEW_BITS(&view, best)))
				best = i;
		if (best < 0)
			break;
		words |= 1u << best;
		rest -= SM_VIEW_BITS(&view, best) - WithoutKey(&view, best);
	}
	*light = form && self < LIGHT;
	return words;
}

/* Make the keys of words that they have in common with any others that match them at the built-in threshold */
void
sm_words_any_keys(const uint8_t *words, const SmKeySink *sink)
{
	bool		light;

	KeysOfWords(words, HeaviestWords(words, &light), sink);
	if (light)
		TakeHashed((Target) {sink, 0}, KEY_LIGHT, 0);
}
