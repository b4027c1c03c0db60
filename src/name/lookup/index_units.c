/*
 * What of a name's words may be aligned with another's, a key each: what keys of a stored index are made of.
 *
 * A stored index does not know which units occur in it, and each key of a name that is looked up is a search of
 * its own: so units are few, and coarse, and those of both sides are as many as can be the same.
 *
 * Two words, or neighbours and the word that they make, are aligned only if a member and a name looked up have a
 * unit in common, of the kind that the alignment is of:
 *
 *	strong: Latin words that are equal, spellings of one class, alike in sound, of one frame, and neighbours joined
 *		have the key of their frame, which words of one sound have in common; Korean words that are the same
 *		syllables that of these; words of one meaning the meaning; equal words of other kinds their letters.  A
 *		skeleton has the frame of each way that it may sound, alone or joined: the sound of the Latin word; what has
 *		so few consonants that these are not the sound has keys of bones instead, of the member's kind on both sides.
 *	near: words one edit apart have a part in common, see word_parts.c.
 *	initial: a letter and a word that begins with it have the letter, and which of both is the member's.
 *
 * A plural, of s, has the frame of its singular as well, on both sides: it is that of the word which is the other's
 * plural.  Where nothing else is aligned words of one frame must be of one sound as well: that is the key alone.
 */
#include "name/lookup/index_units.h"

#include "data/word_weight_table.h"
#include "name/lookup/letters_key.h"
#include "name/lookup/word_parts.h"
#include "name/script/skeleton.h"
#include "name/words/join.h"
#include "name/words/korean_word.h"
#include "name/words/skeleton.h"
#include "name/words/sound.h"
#include "name/words/word.h"

/* What a key is of */
typedef enum UnitOf
{
	OF_FRAME,
	OF_SOUND,
	OF_SYLLABLES,
	OF_MEANING,
	OF_BONES,					/* of a member that is a skeleton; of one that is a Latin word */
	OF_LATIN_BONES,
	OF_INITIAL,					/* of a member that is an initial; of one that is a word */
	OF_FIRST_LETTER,
	OF_PART,					/* and higher: of each part of a word */
	OF_LETTERS = OF_PART + SM_PARTS		/* and higher: of a kind of word */
} UnitOf;

/* Some words whose units are made */
typedef struct Maker
{
	SmWordUnit *unit;
	int			count;
	SmKeySide	side;
	uint32_t	words;
} Maker;

static uint64_t
KeyOf(UnitOf of, const uint8_t *letters, int length)
{
	return sm_hash_key(of, sm_letters_polynomial(letters, length));
}

/* Add a unit, unless it is there */
static void
PutUnit(Maker *maker, SmUnitType type, uint64_t key, uint64_t alone)
{
	for (int i = maker->count; i-- > 0 && maker->unit[i].words == maker->words;)
		if (maker->unit[i].key == key && maker->unit[i].alone == alone)
			return;
	maker->unit[maker->count++] = (SmWordUnit) {key, alone, maker->words, (uint8_t) type};
}

static void
PutLetters(Maker *maker, SmUnitType type, UnitOf of, const uint8_t *letters, int length)
{
	uint64_t	key = KeyOf(of, letters, length);

	PutUnit(maker, type, key, key);
}

/* The unit of a class, or of consonants that are a sound */
static void
PutFrame(Maker *maker, const uint8_t *class, int length)
{
	uint8_t		frame[SM_FRAME_MAX];
	uint8_t		sound[SM_CLASS_MAX];
	int			n = sm_word_frame(frame, class, length);

	PutUnit(maker, SM_UNIT_STRONG, KeyOf(OF_FRAME, frame, n),
			KeyOf(OF_SOUND, sound, sm_word_sound(sound, class, length)));
}

/* The unit of consonants that are too few to be a sound */
static void
PutBones(Maker *maker, const uint8_t *letters, int length, bool skeleton)
{
	bool		of_skeleton = skeleton == (maker->side == SM_KEYS_OF_MEMBER);

	PutLetters(maker, SM_UNIT_STRONG, of_skeleton ? OF_BONES : OF_LATIN_BONES, letters, length);
}

/* The units of the ways that letters of skeletons may sound */
static void
PutSkeleton(Maker *maker, const uint8_t *letters, int length)
{
	SmSkeleton	skeleton;

	sm_skeleton_open(&skeleton, letters, length);
	for (int i = 0; i < skeleton.count; i++)
	{
		const SmBones *way = &skeleton.way[i];

		if (way->length >= SM_SOUND_LEAST)
			PutFrame(maker, way->letter, way->length);
		else
			PutBones(maker, way->letter, way->length, true);
	}
}

/* The letters that the parts of a member's word of so many have: few kinds, so that others ask for few */
static SmPartLetters
PartsOf(int length)
{
	return length < 6 ? (SmPartLetters) {3, 2} : length < 9 ? (SmPartLetters) {4, 2} : (SmPartLetters) {5, 3};
}

static void
PutPart(Maker *maker, UnitOf of, uint64_t hash)
{
	uint64_t	key = sm_hash_key(of, hash);

	PutUnit(maker, SM_UNIT_NEAR, key, key);
}

/* The units of a word's parts */
static void
PutParts(Maker *maker, const uint8_t *letters, int length, SmPartLetters parts)
{
	uint64_t	hash[SM_PARTS];

	sm_word_parts(hash, letters, length, parts);
	for (int i = 0; i < SM_PARTS; i++)
		PutPart(maker, OF_PART + i, hash[i]);
}

/* The units of a word that may be one edit from another */
static void
PutNear(Maker *maker, const uint8_t *letters, int length)
{
	uint64_t	turned[SM_TURNED_MAX];
	int			count;

	if (maker->side == SM_KEYS_OF_MEMBER)
	{
		PutParts(maker, letters, length, PartsOf(length));
		return;
	}
	for (int of_member = length - 1; of_member <= length + 1; of_member++)
		if (of_member >= SM_NEAR_SHORTER)
			PutParts(maker, letters, length, PartsOf(of_member));
	if (length < SM_NEAR_LONGER)
		return;
	count = sm_word_turned(turned, letters, length, PartsOf(length));
	for (int i = 0; i < count; i++)
		PutPart(maker, OF_PART + SM_PART_FIRST, turned[i]);
}

/* The units of a word in Latin letters */
static void
PutLatin(Maker *maker, const SmView *view, int i)
{
	const uint8_t *letters = view->word[i];
	int			length = SM_VIEW_LENGTH(view, i);
	uint8_t		class[SM_CLASS_MAX];
	uint8_t		singular[SM_CLASS_MAX];
	uint8_t		sound[SM_CLASS_MAX];
	uint8_t		syllables[SM_WORD_MAX];
	int			of_class = sm_word_class(class, letters, length);
	int			korean;
	int			bones;

	PutFrame(maker, class, of_class);
	if (length >= SM_NEAR_LONGER && letters[length - 1] == 's')
		PutFrame(maker, singular, sm_word_class(singular, letters, length - 1));
	if (view->korean && (korean = sm_korean_word(syllables, letters, length)) > 0)
		PutLetters(maker, SM_UNIT_STRONG, OF_SYLLABLES, syllables, korean);
	bones = sm_word_consonants(sound, class, of_class);
	if (bones < SM_SOUND_LEAST)
		PutBones(maker, sound, bones, false);
	if (length >= SM_NEAR_SHORTER)
		PutNear(maker, letters, length);
}

/* The units of word i alone */
static void
PutWord(Maker *maker, const SmView *view, int i)
{
	const uint8_t *letters = view->word[i];
	int			kind = SM_VIEW_KIND(view, i);
	bool		initial = (kind == SM_WORD_INITIAL) == (maker->side == SM_KEYS_OF_MEMBER);
	int			number = SM_VIEW_MEANING(view, i);
	uint8_t		meaning[2] = {(uint8_t) (number & 0xFF), (uint8_t) (number >> 8)};

	if (number != 0)
		PutLetters(maker, SM_UNIT_STRONG, OF_MEANING, meaning, 2);
	if (kind == SM_WORD_LATIN)
		PutLatin(maker, view, i);
	else
		PutLetters(maker, SM_UNIT_STRONG, OF_LETTERS + kind, letters, SM_VIEW_LENGTH(view, i));
	if (kind == SM_WORD_SCRIPT && sm_is_skeleton(letters))
		PutSkeleton(maker, letters, SM_VIEW_LENGTH(view, i));
	if (kind != SM_WORD_NUMBER && !(view->flags & SM_FLAG_ORGANISATION))
		PutLetters(maker, SM_UNIT_INITIAL, initial ? OF_INITIAL : OF_FIRST_LETTER, letters, 1);
}

/* The units of n neighbours from i on that may make one word */
static void
PutRun(Maker *maker, const SmView *view, int i, int n)
{
	uint8_t		class[SM_CLASS_MAX];
	int			length;

	if (sm_join_skeletons(&length, view, i, n))
		PutSkeleton(maker, view->word[i], length);
	else if (sm_join(&length, view, i, n))
		PutFrame(maker, class, sm_word_class(class, view->word[i], length));
}

/* Make the units of the words of a name, of a member or of one that is looked up; returns how many */
int
sm_index_units(SmWordUnit units[SM_UNITS_MAX], const SmView *view, SmKeySide side)
{
	Maker		maker = {.unit = units, .side = side};

	for (int i = 0; i < view->count; i++)
	{
		maker.words = 1u << i;
		PutWord(&maker, view, i);
		for (int n = 2; n <= SM_JOIN_WORDS && i + n <= view->count; n++)
		{
			maker.words = ((1u << n) - 1) << i;
			PutRun(&maker, view, i, n);
		}
	}
	return maker.count;
}
