/* What two words of two names weigh together */
#include "name/words/pair.h"

#include <string.h>

#include "data/word_table.h"
#include "data/word_weight_table.h"
#include "name/words/korean_word.h"
#include "name/words/patronymic.h"
#include "name/words/relation.h"
#include "name/words/sound.h"
#include "name/words/weights.h"
#include "name/words/word.h"

/* Longest word that must be equal when it stands alone */
#define ALONE_LENGTH 5

/* Words of this many letters have so many neighbours that a changed consonant earns half */
#define CROWDED_EDIT 6

/* Is the longer of two words the plural of the other: PEARL, PEARLS? */
static bool
IsPlural(const uint8_t *shorter, int length, const uint8_t *longer, int longer_length)
{
	return longer_length == length + 1 && longer[length] == 's' && memcmp(shorter, longer, (size_t) length) == 0;
}

/* Weight of two words one edit apart, 0 = they are not */
static SmWeight
NearWeight(const SmView *a, int i, const SmView *b, int j, SmWeight bits)
{
	int			la = SM_VIEW_LENGTH(a, i);
	int			lb = SM_VIEW_LENGTH(b, j);
	const uint8_t *x = a->word[i];
	const uint8_t *y = b->word[j];
	int			tenths;
	SmWeight	weight;

	/* What most pairs fail: one edit leaves the first two letters or the last two alone */
	if (SM_VIEW_FIRST(a, i) != SM_VIEW_FIRST(b, j) && SM_VIEW_LAST(a, i) != SM_VIEW_LAST(b, j))
		return 0;
	if (la > lb)
		return NearWeight(b, j, a, i, bits);
	if (la < SM_NEAR_SHORTER || lb < SM_NEAR_LONGER || lb - la > 1)
		return 0;
	if (IsPlural(x, la, y, lb))
		return bits - SM_PLURAL_COST;
	tenths = sm_word_edit(x, la, y, lb);
	if (tenths < 0 || (la < 6 && tenths > 10))
		return 0;
	weight = sm_words_near(bits, lb, SM_NEAR_TENTHS > tenths ? SM_NEAR_TENTHS : tenths);
	return tenths >= SM_NEAR_TENTHS && lb <= CROWDED_EDIT ? weight / 2 : weight;
}

/* How far words may be apart of which the shorter has so many letters */
static const SmWordDistance *
DistanceOf(int shorter)
{
	return &sm_word_distances[shorter < SM_WORD_DISTANCES - 1 ? shorter : SM_WORD_DISTANCES - 1];
}

/* Weight of two words of one variant class, or whose consonants sound alike; 0 = they are not */
SmWeight
sm_pair_sound(const uint8_t *a, int la, const uint8_t *b, int lb, SmWeight bits)
{
	int			shorter = la < lb ? la : lb;
	uint8_t		x[SM_CLASS_MAX];
	uint8_t		y[SM_CLASS_MAX];
	uint8_t		key_x[SM_CLASS_MAX];
	uint8_t		key_y[SM_CLASS_MAX];
	int			length_x = sm_word_class(x, a, la);
	int			length_y = sm_word_class(y, b, lb);
	int			most = DistanceOf(shorter)->alone;
	int			key;
	int			tenths;
	SmWeight	weight;

	if (length_x == length_y && memcmp(x, y, length_x) == 0)
		return bits - SM_VARIANT_COST;
	if (shorter < SM_NEAR_SHORTER)
		return 0;
	key = sm_word_sound(key_x, x, length_x);
	if (key != sm_word_sound(key_y, y, length_y) || memcmp(key_x, key_y, key) != 0)
		return 0;
	tenths = sm_word_distance(x, length_x, y, length_y, most);
	if (tenths > most)
		return 0;
	weight = sm_words_near(bits, la > lb ? la : lb, tenths);
	return tenths > SM_NEAR_TENTHS && shorter <= SM_CROWDED_LENGTH ? weight / 2 : weight;
}

/* Weight of two words that are not equal, 0 = nothing in common; says how they are related */
SmWeight
sm_pair_weight(const SmView *a, int i, const SmView *b, int j, SmPairNames names, uint8_t *relation)
{
	int			kind_a = SM_VIEW_KIND(a, i);
	int			kind_b = SM_VIEW_KIND(b, j);
	SmWeight	bits = SM_VIEW_BITS(a, i);
	SmWeight	best = 0;

	*relation = SM_WORDS_VARIANT;
	if (SM_VIEW_BITS(b, j) < bits)
		bits = SM_VIEW_BITS(b, j);
	if (kind_a == SM_WORD_LATIN && kind_b == SM_WORD_LATIN)
	{
		best = NearWeight(a, i, b, j, bits);
		*relation = SM_WORDS_NEAR;
		if (SM_VIEW_HASH(a, i) == SM_VIEW_HASH(b, j) &&
			sm_is_vowel(a->word[i][0]) == sm_is_vowel(b->word[j][0]))
		{
			SmWeight	sound = sm_pair_sound(a->word[i], SM_VIEW_LENGTH(a, i),
											b->word[j], SM_VIEW_LENGTH(b, j), bits);

			if (sound >= best)
			{
				best = sound;
				*relation = sound == bits - SM_VARIANT_COST ? SM_WORDS_VARIANT : SM_WORDS_SOUND;
			}
		}
		if (names.korean && best < bits - SM_KOREAN_COST && SM_VIEW_HASH(a, i) == SM_VIEW_HASH(b, j) &&
			sm_korean_words_equal(a->word[i], SM_VIEW_LENGTH(a, i), b->word[j], SM_VIEW_LENGTH(b, j)))
		{
			best = bits - SM_KOREAN_COST;
			*relation = SM_WORDS_VARIANT;
		}
		/* A short word that stands alone must be equal */
		if (names.alone &&
			(SM_VIEW_LENGTH(a, i) <= ALONE_LENGTH || SM_VIEW_LENGTH(b, j) <= ALONE_LENGTH))
			best /= 2;
	}
	else if (names.person && (kind_a == SM_WORD_INITIAL) != (kind_b == SM_WORD_INITIAL) &&
			 kind_a != SM_WORD_NUMBER && kind_b != SM_WORD_NUMBER &&
			 a->word[i][0] == b->word[j][0])
	{
		SmWeight	word = kind_a == SM_WORD_INITIAL ? SM_VIEW_BITS(b, j) : SM_VIEW_BITS(a, i);

		best = a->count > 3 || b->count > 3 ? SM_INITIAL_WEIGHT * 3 / 4 : SM_INITIAL_WEIGHT;
		if (best > word / 2)
			best = word / 2;
		*relation = SM_WORDS_INITIAL;
	}
	/* a name that stands alone is no other spelling of itself, and a patronymic no name */
	if (best < bits - SM_MEANING_COST && SM_VIEW_MEANING(a, i) != 0 &&
		SM_VIEW_MEANING(a, i) == SM_VIEW_MEANING(b, j) &&
		!(names.alone && SM_VIEW_MEANING(a, i) >= sm_meaning_names) &&
		SM_VIEW_PATRONYMIC(a, i) == SM_VIEW_PATRONYMIC(b, j))
	{
		best = bits - SM_MEANING_COST;
		*relation = SM_WORDS_MEANING;
	}
	return best;
}

/* Has a word a meaning by which it is known if it has another spelling? */
static bool
HasMeaning(const SmView *view, int i)
{
	return SM_VIEW_MEANING(view, i) != 0;
}

/*
 * Weight of two words that are not alike enough by themselves, where others of the names agree: words of one frame,
 * somewhat further apart; 0 = they are not.
 */
SmWeight
sm_pair_in_context(const SmView *a, int i, const SmView *b, int j)
{
	int			la = SM_VIEW_LENGTH(a, i);
	int			lb = SM_VIEW_LENGTH(b, j);
	int			shorter = la < lb ? la : lb;
	int			most = DistanceOf(shorter)->in_context;
	SmWeight	bits = SM_VIEW_BITS(a, i) < SM_VIEW_BITS(b, j) ? SM_VIEW_BITS(a, i) : SM_VIEW_BITS(b, j);
	uint8_t		x[SM_CLASS_MAX];
	uint8_t		y[SM_CLASS_MAX];
	uint8_t		frame_x[SM_FRAME_MAX];
	uint8_t		frame_y[SM_FRAME_MAX];
	int			length_x;
	int			length_y;
	int			frame;
	int			tenths;
	SmWeight	weight;

	if (SM_VIEW_KIND(a, i) != SM_WORD_LATIN || SM_VIEW_KIND(b, j) != SM_WORD_LATIN ||
		SM_VIEW_HASH(a, i) != SM_VIEW_HASH(b, j) || SM_VIEW_PATRONYMIC(a, i) != SM_VIEW_PATRONYMIC(b, j) ||
		HasMeaning(a, i) || HasMeaning(b, j))
		return 0;
	length_x = sm_word_class(x, a->word[i], la);
	length_y = sm_word_class(y, b->word[j], lb);
	frame = sm_word_frame_vowel(frame_x, x, length_x);
	if (frame != sm_word_frame_vowel(frame_y, y, length_y) || memcmp(frame_x, frame_y, (size_t) frame) != 0)
		return 0;
	tenths = sm_frame_distance(x, length_x, y, length_y, most);
	if (tenths > most)
		return 0;
	weight = sm_words_near(bits, la > lb ? la : lb, tenths);
	if (shorter <= SM_CROWDED_LENGTH)
		return weight * 2 / 3;
	if (tenths > SM_NEAR_TENTHS)
		weight = weight * 3 / 4;
	return weight < SM_CONTEXT_MOST(bits) ? weight : SM_CONTEXT_MOST(bits);
}

/* The letters of a word but for the end that makes a patronymic of it, as a class */
static int
StemClass(uint8_t *class, const SmView *view, int i)
{
	int			length = SM_VIEW_LENGTH(view, i);

	if (SM_VIEW_PATRONYMIC(view, i))
		length -= sm_patronymic_end(view->word[i], length);
	return sm_word_class(class, view->word[i], length);
}

/* May they, by their heads? */
bool
sm_pair_may_resemble(const SmView *a, int i, const SmView *b, int j)
{
	return SM_VIEW_KIND(a, i) == SM_WORD_LATIN && SM_VIEW_KIND(b, j) == SM_WORD_LATIN &&
		SM_VIEW_PATRONYMIC(a, i) == SM_VIEW_PATRONYMIC(b, j) && !(HasMeaning(a, i) && HasMeaning(b, j));
}

/*
 * Are two words that are left likely one, written by people who heard it?  They earn nothing for it, but do not
 * contradict one another.  Words known by what they mean are not.
 */
bool
sm_pair_resembles(const SmView *a, int i, const SmView *b, int j)
{
	uint8_t		x[SM_CLASS_MAX];
	uint8_t		y[SM_CLASS_MAX];
	int			length_x;
	int			length_y;
	int			most;

	if (!sm_pair_may_resemble(a, i, b, j))
		return false;
	length_x = StemClass(x, a, i);
	length_y = StemClass(y, b, j);
	if (length_x < sm_word_weights.resembling_least || length_y < sm_word_weights.resembling_least)
		return false;
	most = sm_word_weights.resembling * (length_x > length_y ? length_x : length_y);
	return sm_frame_distance(x, length_x, y, length_y, most) <= most;
}

/* Has a word a q, which is k, and g to others? */
static bool
HasQ(const SmView *view, int i)
{
	return memchr(view->word[i], 'q', (size_t) SM_VIEW_LENGTH(view, i)) != NULL;
}

/* Do two words differ only by what writers of one name put for one another, and not in much?  Known names do not */
bool
sm_pair_by_custom(const SmView *a, int i, const SmView *b, int j)
{
	int			la = SM_VIEW_LENGTH(a, i);
	int			lb = SM_VIEW_LENGTH(b, j);
	uint8_t		x[SM_CLASS_MAX];
	uint8_t		y[SM_CLASS_MAX];
	int			length_x;
	int			length_y;
	int			most;

	if (HasMeaning(a, i) && HasMeaning(b, j))
		return SM_VIEW_MEANING(a, i) == SM_VIEW_MEANING(b, j);
	length_x = sm_word_class(x, a->word[i], la);
	length_y = sm_word_class(y, b->word[j], lb);
	/* as far as that goes, q is g */
	for (int k = 0; k < length_x && HasQ(b, j); k++)
		x[k] = x[k] == 'g' ? 'k' : x[k];
	for (int k = 0; k < length_y && HasQ(a, i); k++)
		y[k] = y[k] == 'g' ? 'k' : y[k];
	most = (la < lb ? la : lb) > SM_NEAR_SHORTER ? sm_word_weights.custom_most : sm_word_weights.custom_short;
	return sm_customs_apart(x, length_x, y, length_y, most) <= most;
}

/* Are two words of one frame, by which they are known where others agree? */
bool
sm_pair_framed(const SmView *a, int i, const SmView *b, int j)
{
	uint8_t		class[SM_CLASS_MAX];
	uint8_t		x[SM_FRAME_MAX];
	uint8_t		y[SM_FRAME_MAX];
	int			length_x;
	int			length_y;

	if (HasMeaning(a, i) || HasMeaning(b, j))
		return false;
	length_x = sm_word_class(class, a->word[i], SM_VIEW_LENGTH(a, i));
	length_x = sm_word_frame_vowel(x, class, length_x);
	length_y = sm_word_class(class, b->word[j], SM_VIEW_LENGTH(b, j));
	length_y = sm_word_frame_vowel(y, class, length_y);
	return length_x == length_y && memcmp(x, y, (size_t) length_x) == 0;
}
