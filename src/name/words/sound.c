/* How words sound: spellings that writers use for one another, and how far two words are apart */
#include "name/words/sound.h"

#include <stddef.h>

#include "data/sound_table.h"
#include "data/word_weight_table.h"

/* The place of the rules of one letter among those of its second letters */
#define SECOND_NONE 26

/* What a letter costs that no custom puts for another: more than words may differ */
#define NO_CUSTOM 100

/* Does a rule fit the letters, of which the first two do? */
static bool
Fits(const SmSoundRule *rule, const uint8_t *letters, int length)
{
	if (rule->from_length > length)
		return false;
	for (int i = 2; i < rule->from_length; i++)
		if (letters[i] != (uint8_t) rule->from[i])
			return false;
	return true;
}

/* The longest rule that the first of some letters begin, or NULL */
static const SmSoundRule *
FindRule(const uint8_t *letters, int length)
{
	unsigned	first = (unsigned) letters[0] - 'a';
	unsigned	second = length > 1 ? (unsigned) letters[1] - 'a' : SECOND_NONE;
	const uint8_t *from = first < 26 ? &sm_sound_rules_from[first * 27] : NULL;

	if (from == NULL)
		return NULL;
	if (second < SECOND_NONE)
		for (int r = from[second]; r < from[second + 1]; r++)
			if (Fits(&sm_sound_rules[r], letters, length))
				return &sm_sound_rules[r];
	return from[SECOND_NONE] < from[SECOND_NONE + 1] ? &sm_sound_rules[from[SECOND_NONE]] : NULL;
}

/* Append a letter to a class unless it doubles the last one */
static int
AppendToClass(uint8_t *class, int n, uint8_t letter)
{
	if (n == 0 || class[n - 1] != letter)
		class[n++] = letter;
	return n;
}

/*
 * Variant class of a word of letters a-z: spellings that writers use for one another fall
 * together.  '#' stands for ch, '$' for sh.  Writes at most SM_CLASS_MAX bytes, returns how many.
 */
int
sm_word_class(uint8_t *class, const uint8_t *letters, int length)
{
	int			n = 0;

	/* -iy, -yy, -ij at the end are -i */
	if (length > 2 && ((letters[length - 1] == 'y' &&
						(letters[length - 2] == 'i' || letters[length - 2] == 'y')) ||
					   (letters[length - 1] == 'j' && letters[length - 2] == 'i')))
	{
		n = sm_word_class(class, letters, length - 2);
		return AppendToClass(class, n, 'i');
	}
	/* A final h after a vowel is mute */
	if (length > 3 && letters[length - 1] == 'h' && sm_is_vowel(letters[length - 2]))
		length--;
	for (int i = 0; i < length;)
	{
		const SmSoundRule *rule = FindRule(letters + i, length - i);

		if (rule == NULL)
			n = AppendToClass(class, n, letters[i]);
		for (const char *to = rule != NULL ? rule->to : ""; *to != '\0'; to++)
			n = AppendToClass(class, n, (uint8_t) *to);
		i += rule != NULL ? rule->from_length : 1;
	}
	return n;
}

/* Consonants that are written for one another, as one of them; SM_FRAME_NONE falls away behind the first letter */
static uint8_t
Frame(uint8_t c)
{
	if (c == '#' || c == '$')
		return 's';
	return c >= 'a' && c <= 'z' ? (uint8_t) sm_frame_of[c - 'a'] : c;
}

/* Consonants that sound alike, as one of them */
static uint8_t
Sound(uint8_t c)
{
	return c >= 'a' && c <= 'z' ? (uint8_t) sm_sound_of[c - 'a'] : c;
}

/* The consonants of a word, an h and a vowel only in front (any vowel as 'a') */
int
sm_word_consonants(uint8_t *sound, const uint8_t *class, int length)
{
	int			n = 0;

	for (int i = 0; i < length; i++)
	{
		uint8_t		c = sm_is_vowel(class[i]) ? 'a' : Sound(class[i]);

		if (i == 0 || (c != 'a' && c != 'h'))
			sound[n++] = c;
	}
	return n;
}

/* The sound of a word: its consonants; if these are fewer than three, its class.  Words of one class have one sound. */
int
sm_word_sound(uint8_t *sound, const uint8_t *class, int length)
{
	int			n = sm_word_consonants(sound, class, length);

	if (n >= SM_SOUND_LEAST)
		return n;
	for (int i = 0; i < length; i++)
		sound[i] = class[i];
	return length;
}

/* The vowels of a short word: a; e, i and y; o and u */
static uint8_t
VowelGroup(uint8_t c)
{
	return c == 'a' ? 'a' : c == 'o' || c == 'u' ? 'u' : 'i';
}

/* Is it a consonant that may be a vowel, or be left out? */
static bool
IsLight(uint8_t c)
{
	return c == 'h' || (!sm_is_vowel(c) && Frame(c) == SM_FRAME_NONE);
}

/* The frame of a word of few consonants: these and its vowels, in groups */
static int
ShortFrame(uint8_t *frame, const uint8_t *class, int length)
{
	int			n = 0;

	for (int i = 0; i < length; i++)
		if (i == 0 || !IsLight(class[i]))
			n = AppendToClass(frame, n, sm_is_vowel(class[i]) ? VowelGroup(class[i]) : Frame(class[i]));
	return n;
}

/*
 * The frame of a word: its consonants by classes of what writers of many countries write for one another, some of which
 * fall away behind the first; its sound if that leaves too few.  Words of one sound have one frame.
 */
int
sm_word_frame(uint8_t *frame, const uint8_t *class, int length)
{
	int			sounds = 0;
	int			n = 0;

	for (int i = 0; i < length; i++)
	{
		bool		vowel = sm_is_vowel(class[i]);

		if (i > 0 && (vowel || class[i] == 'h'))
			continue;
		sounds++;
		if (i == 0 || Frame(class[i]) != SM_FRAME_NONE)
			frame[n++] = vowel ? 'a' : Frame(class[i]);
	}
	if (sounds < SM_SOUND_LEAST)
		return ShortFrame(frame, class, length);
	return n >= SM_SOUND_LEAST ? n : sm_word_sound(frame, class, length);
}

/* The frame of a word with its first vowel behind the first letter, which tells most words of one frame apart */
int
sm_word_frame_vowel(uint8_t *frame, const uint8_t *class, int length)
{
	int			n = sm_word_frame(frame, class, length);
	int			i = 1;

	while (i < length && !sm_is_vowel(class[i]))
		i++;
	frame[n++] = i < length ? VowelGroup(class[i]) : '.';
	return n;
}

static int
Lesser(int a, int b)
{
	return a < b ? a : b;
}

/* Cost in tenths of one letter of a class for another, of words of one frame or of one sound */
static int
ReplaceCost(uint8_t a, uint8_t b, bool framed)
{
	if (a == b)
		return 0;
	if (sm_is_vowel(a) && sm_is_vowel(b))
		return 5;
	if (!sm_is_vowel(a) && !sm_is_vowel(b) && Sound(a) == Sound(b))
		return 7;
	if (!framed)
		return 20;
	if (sm_is_vowel(a) || sm_is_vowel(b))
		return IsLight(a) || IsLight(b) ? 7 : 20;
	return Frame(a) == Frame(b) ? 8 : 20;
}

/* Cost in tenths of a letter of a class more */
static int
InsertCost(uint8_t c, bool framed)
{
	return sm_is_vowel(c) || c == 'h' ? 7 : framed && IsLight(c) ? 9 : 20;
}

/* Distance in tenths of two classes, or more than the most that is asked for; another first letter costs more */
static int
ClassDistance(const uint8_t *a, int la, const uint8_t *b, int lb, bool framed, int most)
{
	int			row[SM_CLASS_MAX + 1];
	int			more[SM_CLASS_MAX];

	row[0] = 0;
	for (int j = 0; j < lb; j++)
	{
		more[j] = InsertCost(b[j], framed);
		row[j + 1] = row[j] + more[j];
	}
	for (int i = 0; i < la; i++)
	{
		int			diagonal = row[0];
		int			out = InsertCost(a[i], framed);
		int			least = row[0] += out;

		for (int j = 0; j < lb; j++)
		{
			int			best = diagonal + ReplaceCost(a[i], b[j], framed);

			diagonal = row[j + 1];
			best = Lesser(best, Lesser(diagonal + out, row[j] + more[j]));
			row[j + 1] = best;
			least = Lesser(least, best);
		}
		/* what follows only adds to one of them */
		if (least > most)
			return least;
	}
	return row[lb] + (a[0] != b[0] ? 3 : 0);
}

/* Distance in tenths of two classes of one sound, or any above most */
int
sm_word_distance(const uint8_t *a, int la, const uint8_t *b, int lb, int most)
{
	return ClassDistance(a, la, b, lb, false, most);
}

/* Distance in tenths of two classes of one frame, or any above most */
int
sm_frame_distance(const uint8_t *a, int la, const uint8_t *b, int lb, int most)
{
	return ClassDistance(a, la, b, lb, true, most);
}

/* The number of a letter of a class among those of customs */
static int
CustomLetter(uint8_t c)
{
	return c == '#' ? SM_CUSTOM_CH : c == '$' ? SM_CUSTOM_SH : c >= 'a' && c <= 'z' ? c - 'a' : SM_CUSTOM_NONE;
}

/* What one letter of a class for another costs, or more than words may differ */
static int
CustomReplaceCost(uint8_t a, uint8_t b)
{
	if (a == b)
		return 0;
	return sm_custom_letters[CustomLetter(a)] >> CustomLetter(b) & 1 ? sm_word_weights.custom_letter : NO_CUSTOM;
}

/* What a letter costs that one class lacks; a vowel at the end makes another name: Khatib, Khatibi */
static int
CustomInsertCost(const uint8_t *class, int length, int at)
{
	if (at + 1 == length && sm_is_vowel(class[at]))
		return NO_CUSTOM;
	return sm_custom_letters[CustomLetter(class[at])] >> SM_CUSTOM_NONE & 1 ? sm_word_weights.custom_more : NO_CUSTOM;
}

/*
 * How far two classes are apart in letters that writers of one name put for one another, or any above most; in others
 * NO_CUSTOM or more
 */
int
sm_customs_apart(const uint8_t *a, int la, const uint8_t *b, int lb, int most)
{
	int			row[SM_CLASS_MAX + 1];
	int			more[SM_CLASS_MAX];

	row[0] = 0;
	for (int j = 0; j < lb; j++)
	{
		more[j] = CustomInsertCost(b, lb, j);
		row[j + 1] = row[j] + more[j];
	}
	for (int i = 0; i < la; i++)
	{
		int			diagonal = row[0];
		int			out = CustomInsertCost(a, la, i);
		int			least = row[0] += out;

		for (int j = 0; j < lb; j++)
		{
			int			best = diagonal + CustomReplaceCost(a[i], b[j]);

			diagonal = row[j + 1];
			row[j + 1] = Lesser(best, Lesser(diagonal + out, row[j] + more[j]));
			least = Lesser(least, row[j + 1]);
		}
		if (least > most)
			return least;
	}
	return row[lb];
}

/* Are two letters consonants near each other in sound? */
static bool
IsNearConsonant(uint8_t a, uint8_t b)
{
	return a >= 'a' && a <= 'z' && b >= 'a' && b <= 'z' && (sm_near_consonants[a - 'a'] >> (b - 'a') & 1);
}

/* Cost in tenths of one letter more, next to what it stands beside */
static int
MoreCost(const uint8_t *word, int length, int at)
{
	uint8_t		c = word[at];

	if ((at > 0 && word[at - 1] == c) || (at + 1 < length && word[at + 1] == c))
		return 5;
	return sm_is_vowel(c) || c == 'h' ? 7 : 10;
}

/*
 * Distance in tenths of two words at most one edit apart, a the shorter; -1 = further, or fewer
 * than four and five letters.
 */
int
sm_word_edit(const uint8_t *a, int la, const uint8_t *b, int lb)
{
	int			prefix = 0;
	int			suffix = 0;
	int			cost = -1;

	if (lb - la > 1 || la < 4 || lb < 5)
		return -1;

	while (prefix < la && a[prefix] == b[prefix])
		prefix++;
	if (prefix == lb)
		return 0;
	while (suffix < la - prefix && a[la - 1 - suffix] == b[lb - 1 - suffix])
		suffix++;
	if (la < lb)
	{
		if (prefix + suffix >= la)
			cost = MoreCost(b, lb, prefix);
	}
	else if (prefix + suffix + 1 >= la)
	{
		uint8_t		x = a[prefix];
		uint8_t		y = b[prefix];

		cost = sm_is_vowel(x) && sm_is_vowel(y) ? 5 : IsNearConsonant(x, y) ? 7 : 10;
	}
	else if (prefix + suffix + 2 == la && a[prefix] == b[prefix + 1] && a[prefix + 1] == b[prefix])
		cost = 8;
	return cost >= 0 && a[0] != b[0] ? cost + 3 : cost;
}
