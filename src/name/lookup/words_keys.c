/*
 * Blocking keys of names by their words.
 *
 * (1) Two words are aligned only if they have a key in common: of equal words their letters or
 * their sound; of words that sound alike the key of their sound; of words that are alike enough where others
 * agree, and of which none has a meaning, that of their frame; of Korean words of names that may be Korean that of
 * their syllables; of words one edit apart what remains of the one, or of both, without a letter; of words of one
 * meaning the meaning.  Neighbours
 * that make a word have a key of what they make: by its letters or, with a particle, by its sound.  A
 * skeleton, or several that are one word, has a key of each way that it may sound; what has so few
 * consonants that these are not the sound of the Latin word has keys of bones: one for skeletons and one for
 * Latin words, so that those of one kind do not meet by them; any two names share one.
 * Only an initial that meets a word has none; it earns G = min(2, half the word's bits).
 *
 * (2) A name looked up in a list.  It matches a member of self weight B at a share c of the mean if
 *
 *	W - c/2 B >= c/2 self
 *
 * The words with a key in common earn their bits at most, and the member has at least what they
 * earn: the left side has bits (1 - c/2) of each, and of the legal form.  One without costs what a
 * missing word does; or it meets an initial of the member, of 3 bits: G - c/2 3; or is an initial and
 * meets a word: of no bits is that worth more than of four, 2 - c/2 4.  If these sums do not reach c/2 self,
 * the member does not match.
 *
 * What stands beside a name adds its price to its self weight: to the right side, and of a member to B, which
 * is at least what is said here.
 *
 * (3) Any two names, at the built-in threshold, c = .6.  Each makes keys of its heaviest words
 * only, so many that what the others and all that has no key may earn is less than c/2 of its own self
 * weight: no match consists of that alone.  A pair of which one word is not among the heaviest
 * counts for that word's name, with all its bits.  The same legal form earns .7, half for each name.
 * An initial of the heaviest earns G: c/2 of its own 3 bits, .9, count for its name, G - .9 for the
 * word's, which is less than c/2 of the bits of any word.  So a name all of whose words have keys falls
 * short only where the form is most of it, below 1.2 bits: such names have a key of their own.
 */
#include "name/lookup/words_keys.h"

#include <string.h>

#include "data/word_table.h"
#include "name/reading/reading.h"
#include "name/script/skeleton.h"
#include "name/weight.h"
#include "name/words/join.h"
#include "name/words/korean_word.h"
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
	KEY_SKELETON_BONES,			/* fewer consonants than make a sound, of a skeleton; of a Latin word */
	KEY_LATIN_BONES,
	KEY_LIGHT,					/* a name with a legal form and hardly anything else */
	KEY_OTHER					/* and higher: an initial, a number, a word of another script */
} KeyKind;

/* Names with a form that weigh less have KEY_LIGHT: more than 2 / .6 - 1 times what falls short */
#define LIGHT SM_WEIGHT(3)

/* Base of the polynomials and a multiplier */
#define KEY_BASE UINT64_C(0x9E3779B97F4A7C15)
#define KEY_KIND UINT64_C(0xA0761D6478BD642F)

/* Where the keys of some words go, and which side they are of */
typedef struct Target
{
	const SmKeySink *sink;
	uint32_t	words;
	SmKeySide	side;
} Target;

static void
TakeHashed(Target target, int kind, uint64_t hash)
{
	target.sink->take(target.sink->state, sm_key_mix(hash + (uint64_t) (kind + 1) * KEY_KIND), target.words);
}

/* Hash of letters, a polynomial: those before and after a letter give that of the word without it */
static uint64_t
HashLetters(const uint8_t *letters, int length)
{
	uint64_t	hash = 0;

	for (int i = 0; i < length; i++)
		hash = hash * KEY_BASE + letters[i];
	return hash;
}

/* Key of the sound of a word or of words joined */
static void
TakeSound(Target target, const uint8_t *letters, int length)
{
	uint8_t		class[SM_CLASS_MAX];
	uint8_t		key[SM_CLASS_MAX];
	int			n = sm_word_class(class, letters, length);

	n = sm_word_sound(key, class, n);
	TakeHashed(target, KEY_SOUND, HashLetters(key, n));
}

/* Keys of the sound of a word and, if it is not known by another spelling, of its frame */
static void
TakeSounds(Target target, const uint8_t *letters, int length, bool known)
{
	uint8_t		class[SM_CLASS_MAX];
	uint8_t		key[SM_FRAME_MAX];
	int			letters_of_class = sm_word_class(class, letters, length);
	int			n = sm_word_sound(key, class, letters_of_class);

	TakeHashed(target, KEY_SOUND, HashLetters(key, n));
	if (known)
		return;
	n = sm_word_frame_vowel(key, class, letters_of_class);
	TakeHashed(target, KEY_FRAME, HashLetters(key, n));
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
		before[i] = before[i - 1] * KEY_BASE + letters[i - 1];
	for (int i = length - 1; i >= 0; i--)
	{
		/* of equal neighbours one is as good as the other */
		if (i == 0 || letters[i] != letters[i - 1])
			TakeHashed(target, KEY_LETTERS, before[i] * power + after);
		after += letters[i] * power;
		power *= KEY_BASE;
	}
}

/* Key of consonants that are too few to be a sound: members hold their own kind, and are asked for by the other */
static void
TakeBones(Target target, const SmBones *bones, bool skeleton)
{
	bool		own = skeleton ? target.side != SM_KEYS_OF_PROBE : target.side == SM_KEYS_OF_PROBE;

	if (target.side == SM_KEYS_OF_ANY || own)
		TakeHashed(target, KEY_SKELETON_BONES, HashLetters(bones->letter, bones->length));
	else
		TakeHashed(target, KEY_LATIN_BONES, HashLetters(bones->letter, bones->length));
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

		if (way->length >= SM_SOUND_LEAST)
			TakeHashed(target, KEY_SOUND, HashLetters(way->letter, way->length));
		else
			TakeBones(target, way, true);
	}
}

/* Keys of word i alone */
static void
WordKeys(const SmView *view, int i, SmKeySide side, const SmKeySink *sink)
{
	const uint8_t *letters = view->word[i];
	int			length = SM_VIEW_LENGTH(view, i);
	int			kind = SM_VIEW_KIND(view, i);
	Target		target = {sink, 1u << i, side};
	uint8_t		sounds[SM_WORD_MAX];
	int			korean;
	SmBones		bones;

	if (SM_VIEW_MEANING(view, i) != 0)
		TakeHashed(target, KEY_MEANING, SM_VIEW_MEANING(view, i));
	if (kind != SM_WORD_LATIN)
	{
		TakeHashed(target, KEY_OTHER + kind, HashLetters(letters, length));
		if (kind == SM_WORD_SCRIPT && sm_is_skeleton(letters))
			TakeSkeleton(target, letters, length);
		return;
	}
	TakeSounds(target, letters, length, SM_VIEW_MEANING(view, i) != 0);
	if (view->korean && (korean = sm_korean_word(sounds, letters, length)) > 0)
		TakeHashed(target, KEY_KOREAN, HashLetters(sounds, korean));
	sm_bare_bones(&bones, letters, length);
	if (bones.length < SM_SOUND_LEAST)
		TakeBones(target, &bones, false);
	if (length >= SM_NEAR_SHORTER)
		TakeHashed(target, KEY_LETTERS, HashLetters(letters, length));
	if (length >= SM_NEAR_LONGER)
		TakeShortened(target, letters, length);
}

/* Key of n neighbours from i on that may make one word */
static void
RunKey(const SmView *view, int i, int n, SmKeySide side, const SmKeySink *sink)
{
	Target		target = {sink, ((1u << n) - 1) << i, side};
	SmJoin		join;

	if (sm_join_skeletons(&join, view, i, n))
		TakeSkeleton(target, view->word[i], join.length);
	if (!sm_join(&join, view, i, n))
		return;
	if (join.particle)
		TakeSound(target, view->word[i], join.length);
	else
		TakeHashed(target, KEY_LETTERS, HashLetters(view->word[i], join.length));
}

/* Make the keys of those words of a name that are among these, a bit each */
void
sm_words_keys(const uint8_t *packed, uint32_t words, SmKeySide side, const SmKeySink *sink)
{
	SmView		view;

	sm_words_open(&view, packed);
	for (int i = 0; i < view.count; i++)
	{
		if (words & 1u << i)
			WordKeys(&view, i, side, sink);
		for (int n = 2; n <= SM_JOIN_WORDS && i + n <= view.count; n++)
			if (words & ((1u << n) - 1) << i)
				RunKey(&view, i, n, side, sink);
	}
}

/* What words of a name looked up are worth at a threshold, in 1/131072 of a weight.  See (2). */
void
sm_words_values(SmWordValues *values, const SmName *name, int threshold)
{
	const uint8_t *words = SM_WORDS_PART(name->reading);
	SmView		view;
	int64_t		half = sm_words_least_share(threshold);	/* c/2 */
	int64_t		one = 131072;
	bool		person;

	sm_words_open_heads(&view, words);
	person = !(view.flags & SM_FLAG_ORGANISATION);
	values->need = half * (sm_words_self(words) + name->price);
	if ((view.flags & SM_FLAG_FORM) != SM_FORM_NONE)
		values->need -= (one - half) * SM_FORM_WEIGHT;
	values->need_initials = values->need;
	for (int i = 0; i < view.count; i++)
	{
		SmWeight	bits = SM_VIEW_BITS(&view, i);
		int			kind = SM_VIEW_KIND(&view, i);
		int64_t		apart = 0;
		int64_t		initial;

		if (kind != SM_WORD_NUMBER)
			apart = -one * sm_words_missing(bits, person && view.count >= 3);
		values->gain[i] = (one - half) * bits - apart;
		values->need -= apart;
		if (kind == SM_WORD_INITIAL)
			initial = one * SM_INITIAL_WEIGHT - half * SM_WEIGHT(4);
		else
			initial = one * (bits / 2 < SM_INITIAL_WEIGHT ? bits / 2 : SM_INITIAL_WEIGHT) - half * SM_WEIGHT(3);
		if (person && kind != SM_WORD_NUMBER && initial > apart)
			apart = initial;
		values->gain_initials[i] = (one - half) * bits - apart;
		values->need_initials -= apart;
	}
}

/* What a word that has keys may earn without them: the initials it may meet, or be.  See (3). */
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

	sm_words_keys(words, HeaviestWords(words, &light), SM_KEYS_OF_ANY, sink);
	if (light)
		TakeHashed((Target) {sink, 0, SM_KEYS_OF_ANY}, KEY_LIGHT, 0);
}
