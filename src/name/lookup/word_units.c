/*
 * Units of a name's words
 *
 * Two units are aligned, see align.c and pair.c, only if one of a member of a list and one of a probe have the same
 * key and type:
 *
 * (1) STRONG: words that are equal, of one variant class, sound alike, or are aligned because others agree, have the
 * key of their frame, for words of one sound have one frame.  Those in other letters than a-z have that of their
 * bytes; Korean words that of their syllables; words of one meaning that of the meaning.  What a member makes a word
 * of, neighbours or skeletons, has a key of its own kind, for which a probe's Latin words ask, and the other way
 * round: no two such things are ever aligned.  Rows of consonants of skeletons are those of the Latin word; of three
 * and more the frame is made as of a word's class, and it is the word's.  Fewer are no sound: they are bones, which
 * have a key.  Of a member's plural there is a key of the singular, for which a probe's word asks; of its own plural
 * it asks for the frame of the singular.  If nothing else is aligned, the sound takes the place of the frame: others
 * must agree for that.
 *
 * (2) INITIAL: the letter.  An initial is only aligned with a word, so each asks for the other.
 *
 * (3) NEAR: parts of a word, see word_parts.c, with how many letters the member's word has.  A probe's word asks for
 * members' words of as many letters, one less and one more.
 */
#include "name/lookup/word_units.h"

#include "name/lookup/letters_key.h"
#include "name/lookup/word_parts.h"
#include "name/script/skeleton.h"
#include "name/words/join.h"
#include "name/words/korean_word.h"
#include "name/words/skeleton.h"
#include "name/words/sound.h"
#include "name/words/weights.h"
#include "name/words/word.h"

/* What a key is of */
typedef enum UnitKind
{
	UNIT_FRAME,
	UNIT_FRAME_MADE,			/* by a member, of neighbours or skeletons */
	UNIT_BONES,
	UNIT_BONES_MADE,
	UNIT_SINGULAR,				/* of a plural of a member */
	UNIT_KOREAN,
	UNIT_MEANING,				/* and of a patronymic */
	UNIT_MEANING_PATRONYMIC,
	UNIT_INITIAL,				/* of the member; of the probe */
	UNIT_INITIAL_PROBE,
	UNIT_OTHER,					/* and higher: an initial, a number, a word of another script */
	UNIT_PART = 16				/* and higher: some a length of the member's word */
} UnitKind;

/* A member's word of so many letters has a part that is left whatever two letters are turned round */
#define TURNED_LENGTH 7

/* Units under way */
typedef struct Units
{
	const SmView *view;
	bool		probe;
	const SmPresent *present;	/* of a probe: those that do not occur are left out */
	SmWordUnit *unit;
	int			count;
	uint32_t	words;			/* of those that are added, and the first of these */
	int			first;
} Units;

/* May a unit be of use?  A probe's is if the list has it, in pairs or by itself */
static inline bool
IsOfUse(const Units *units, uint64_t key)
{
	const SmPresent *present = units->present;

	return !units->probe || sm_is_present(present, key) ||
		(present->by_word && sm_is_present(present, sm_key_by_word(key)));
}

/* Add a unit of the words under way, unless they have it */
static void
AddUnit(Units *units, SmUnitType type, uint64_t key, uint64_t alone)
{
	for (int i = units->first; i < units->count; i++)
		if (units->unit[i].key == key && units->unit[i].alone == alone)
			return;
	units->unit[units->count++] = (SmWordUnit) {key, alone, units->words, (uint8_t) type};
}

static void
AddHashed(Units *units, SmUnitType type, int kind, uint64_t hash)
{
	uint64_t	key = sm_hash_key(kind, hash);

	if (IsOfUse(units, key))
		AddUnit(units, type, key, key);
}

static void
AddLetters(Units *units, SmUnitType type, int kind, const uint8_t *letters, int length)
{
	AddHashed(units, type, kind, sm_letters_polynomial(letters, length));
}

/* Begin the units of n words from i on */
static void
BeginWords(Units *units, int i, int n)
{
	units->words = ((1u << n) - 1) << i;
	units->first = units->count;
}

/* The letters that the parts of a member's word of so many have */
static SmPartLetters
LettersOfParts(int length)
{
	int			both = length < 9 ? 2 : length / 3;

	return (SmPartLetters) {length == SM_NEAR_SHORTER ? 3 : length - both - (length >= TURNED_LENGTH), both};
}

/* Add the parts of a word that it may have in common with a member's word of so many letters, see (3) */
static void
AddWordParts(Units *units, const uint8_t *letters, int length, int of_member)
{
	uint64_t	hash[SM_PARTS];

	sm_word_parts(hash, letters, length, LettersOfParts(of_member));
	for (int i = 0; i < SM_PARTS; i++)
		AddHashed(units, SM_UNIT_NEAR, UNIT_PART + SM_PARTS * of_member + i, hash[i]);
}

/* Add the parts of a word of a-z that it may have in common with one that is an edit apart */
static void
AddNear(Units *units, const uint8_t *letters, int length)
{
	uint64_t	turned[SM_TURNED_MAX];
	int			count;

	if (length < SM_NEAR_SHORTER)
		return;
	if (!units->probe)
	{
		AddWordParts(units, letters, length, length);
		return;
	}
	if (length > SM_NEAR_SHORTER)
		AddWordParts(units, letters, length, length - 1);
	if (length >= SM_NEAR_LONGER)
		AddWordParts(units, letters, length, length);
	AddWordParts(units, letters, length, length + 1);
	if (length < SM_NEAR_LONGER)
		return;
	count = sm_word_turned(turned, letters, length, LettersOfParts(length));
	for (int i = 0; i < count; i++)
		AddHashed(units, SM_UNIT_NEAR, UNIT_PART + SM_PARTS * length + SM_PART_FIRST, turned[i]);
}

/* Add the frame of the class of a word, or of consonants that are enough for a sound; alone it is the sound */
static void
AddFrame(Units *units, int kind, const uint8_t *class, int length)
{
	uint8_t		letters[SM_FRAME_MAX];
	int			n = sm_word_frame(letters, class, length);
	uint64_t	key = sm_hash_key(kind, sm_letters_polynomial(letters, n));

	if (!IsOfUse(units, key))
		return;
	n = sm_word_sound(letters, class, length);
	AddUnit(units, SM_UNIT_STRONG, key, sm_hash_key(kind, sm_letters_polynomial(letters, n)));
}

/* Add the ways that skeletons may sound */
static void
AddSkeleton(Units *units, const uint8_t *letters, int length)
{
	SmSkeleton	skeleton;

	sm_skeleton_open(&skeleton, letters, length);
	for (int i = 0; i < skeleton.count; i++)
	{
		const SmBones *way = &skeleton.way[i];

		if (way->length >= SM_SOUND_LEAST)
			AddFrame(units, units->probe ? UNIT_FRAME : UNIT_FRAME_MADE, way->letter, way->length);
		else
			AddLetters(units, SM_UNIT_STRONG, units->probe ? UNIT_BONES : UNIT_BONES_MADE, way->letter, way->length);
	}
}

/* Add the singular of a plural, and of a probe's word that it may be one */
static void
AddSingular(Units *units, const uint8_t *letters, int length)
{
	uint8_t		class[SM_CLASS_MAX];

	if (units->probe && length >= SM_NEAR_SHORTER)
		AddLetters(units, SM_UNIT_STRONG, UNIT_SINGULAR, letters, length);
	if (length < SM_NEAR_LONGER || letters[length - 1] != 's')
		return;
	if (units->probe)
		AddFrame(units, UNIT_FRAME, class, sm_word_class(class, letters, length - 1));
	else
		AddLetters(units, SM_UNIT_STRONG, UNIT_SINGULAR, letters, length - 1);
}

/* Add the frame of a word of a-z, and its bones if it has few consonants */
static void
AddSoundUnits(Units *units, const uint8_t *letters, int length)
{
	uint8_t		class[SM_CLASS_MAX];
	uint8_t		bones[SM_CLASS_MAX];
	int			n = sm_word_class(class, letters, length);

	AddFrame(units, UNIT_FRAME, class, n);
	if (units->probe)
		AddFrame(units, UNIT_FRAME_MADE, class, n);
	n = sm_word_consonants(bones, class, n);
	if (n < SM_SOUND_LEAST)
		AddLetters(units, SM_UNIT_STRONG, units->probe ? UNIT_BONES_MADE : UNIT_BONES, bones, n);
}

/* Add the units of word i alone */
static void
AddWordUnits(Units *units, int i)
{
	const SmView *view = units->view;
	const uint8_t *letters = view->word[i];
	int			length = SM_VIEW_LENGTH(view, i);
	int			kind = SM_VIEW_KIND(view, i);
	uint8_t		sounds[SM_WORD_MAX];
	int			korean;

	BeginWords(units, i, 1);
	if (SM_VIEW_MEANING(view, i) != 0)
		AddHashed(units, SM_UNIT_STRONG, UNIT_MEANING + SM_VIEW_PATRONYMIC(view, i), SM_VIEW_MEANING(view, i));
	if (kind != SM_WORD_NUMBER && !(view->flags & SM_FLAG_ORGANISATION))
		AddLetters(units, SM_UNIT_INITIAL,
				   (kind == SM_WORD_INITIAL) != units->probe ? UNIT_INITIAL : UNIT_INITIAL_PROBE, letters, 1);
	if (kind != SM_WORD_LATIN)
	{
		AddLetters(units, SM_UNIT_STRONG, UNIT_OTHER + kind, letters, length);
		if (kind == SM_WORD_SCRIPT && sm_is_skeleton(letters))
			AddSkeleton(units, letters, length);
		return;
	}
	AddSoundUnits(units, letters, length);
	if (view->korean && (korean = sm_korean_word(sounds, letters, length)) > 0)
		AddLetters(units, SM_UNIT_STRONG, UNIT_KOREAN, sounds, korean);
	AddSingular(units, letters, length);
	AddNear(units, letters, length);
}

/* Add the units of n neighbours from i on that may make one word */
static void
AddRunUnits(Units *units, int i, int n)
{
	uint8_t		class[SM_CLASS_MAX];
	int			length;

	BeginWords(units, i, n);
	if (sm_join_skeletons(&length, units->view, i, n))
		AddSkeleton(units, units->view->word[i], length);
	if (!sm_join(&length, units->view, i, n))
		return;
	n = sm_word_class(class, units->view->word[i], length);
	AddFrame(units, units->probe ? UNIT_FRAME : UNIT_FRAME_MADE, class, n);
}

/*
 * Make the units of the words of a name of a list, present being NULL, or of one looked up in a list in which these
 * are present, and leave out those that are not; returns how many
 */
int
sm_word_units(SmWordUnit units[SM_UNITS_MAX], const SmView *view, const SmPresent *present)
{
	Units		under_way = {.view = view, .probe = present != NULL, .present = present, .unit = units};

	for (int i = 0; i < view->count; i++)
	{
		AddWordUnits(&under_way, i);
		for (int n = 2; n <= SM_JOIN_WORDS && i + n <= view->count; n++)
			AddRunUnits(&under_way, i, n);
	}
	return under_way.count;
}
