/* How words sound: spellings that writers use for one another, and how far two words are apart */
#include "name/words/sound.h"

#include <string.h>

/* FNV-1a; src/data/word.pl computes the same */
uint32_t
sm_word_hash(const uint8_t *bytes, int length)
{
	uint32_t	hash = 2166136261u;

	for (int i = 0; i < length; i++)
		hash = (hash ^ bytes[i]) * 16777619u;
	return hash;
}

/* A rewriting of letters */
typedef struct Rule
{
	uint8_t		from_length;
	char		from[4];
	char		to[3];
} Rule;

/* By their first letter; the longer of two that fit comes first */
static const Rule rules[] = {
	{2, "ai", "e"}, {2, "ay", "e"},
	{2, "ck", "k"}, {2, "cz", "#"}, {2, "ch", "#"}, {2, "ce", "ce"}, {2, "ci", "ci"}, {2, "cy", "ci"}, {1, "c", "k"},
	{3, "dzh", "j"}, {2, "dh", "d"}, {2, "dj", "j"},
	{2, "ee", "i"}, {2, "ei", "e"}, {2, "ey", "e"},
	{2, "gh", "g"},
	{3, "iya", "a"}, {3, "iia", "a"}, {2, "ia", "a"}, {2, "iu", "u"},
	{2, "ja", "a"},
	{2, "kh", "h"},
	{2, "ou", "u"}, {2, "oo", "u"},
	{2, "ph", "f"},
	{1, "q", "k"},
	{3, "sch", "$"}, {2, "sh", "$"},
	{3, "tch", "#"}, {2, "th", "t"}, {2, "ts", "z"}, {2, "tz", "z"},
	{1, "w", "v"},
	{1, "x", "ks"},
	{2, "ya", "a"}, {2, "yu", "u"}, {1, "y", "i"}
};

/* The first rule of each letter from a on, and where its rules end */
static const uint8_t rules_from[] = {
	0, 2, 2, 9, 12, 15, 15, 16, 16, 20, 21, 22, 22, 22, 22, 24, 25, 26, 26, 28, 32, 32, 32, 33, 34, 37, 37
};

/* Does a rule fit the letters? */
static bool
Fits(const Rule *rule, const uint8_t *letters, int length)
{
	if (rule->from_length > length)
		return false;
	for (int i = 0; i < rule->from_length; i++)
		if (letters[i] != (uint8_t) rule->from[i])
			return false;
	return true;
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
		unsigned	letter = (unsigned) letters[i] - 'a';
		int			end = letter < 26 ? rules_from[letter + 1] : 0;
		int			r = letter < 26 ? rules_from[letter] : 0;

		while (r < end && !Fits(&rules[r], letters + i, length - i))
			r++;
		if (r == end)
			n = AppendToClass(class, n, letters[i++]);
		else
		{
			for (const char *to = rules[r].to; *to != '\0'; to++)
				n = AppendToClass(class, n, (uint8_t) *to);
			i += rules[r].from_length;
		}
	}
	return n;
}

/* Consonants that sound alike, as one of them */
static uint8_t
Sound(uint8_t c)
{
	switch (c)
	{
		case 'b':
			return 'p';
		case 'd':
			return 't';
		case 'g':
		case 'c':
			return 'k';
		case 'v':
			return 'f';
		case 'z':
			return 's';
		default:
			return c;
	}
}

/*
 * Key of a word by its sound: its consonants, an h and a vowel only in front (any vowel as 'a');
 * if these are fewer than three, its variant class.  Words of one class have one key.
 */
int
sm_word_key(uint8_t *key, const uint8_t *class, int length)
{
	int			n = 0;

	for (int i = 0; i < length; i++)
	{
		uint8_t		c = sm_is_vowel(class[i]) ? 'a' : Sound(class[i]);

		if (i == 0 || (c != 'a' && c != 'h'))
			key[n++] = c;
	}
	if (n >= SM_KEY_SOUNDS)
		return n;
	for (int i = 0; i < length; i++)
		key[i] = class[i];
	return length;
}

/* Cost in tenths of one letter of a class for another */
static int
ReplaceCost(uint8_t a, uint8_t b)
{
	if (a == b)
		return 0;
	if (sm_is_vowel(a) && sm_is_vowel(b))
		return 5;
	return !sm_is_vowel(a) && !sm_is_vowel(b) && Sound(a) == Sound(b) ? 7 : 20;
}

/* Cost in tenths of a letter of a class more */
static int
InsertCost(uint8_t c)
{
	return sm_is_vowel(c) || c == 'h' ? 7 : 20;
}

/* Distance in tenths of two classes with the same key; another first letter costs more */
int
sm_word_distance(const uint8_t *a, int la, const uint8_t *b, int lb)
{
	int			row[SM_CLASS_MAX + 1];

	row[0] = 0;
	for (int j = 0; j < lb; j++)
		row[j + 1] = row[j] + InsertCost(b[j]);
	for (int i = 0; i < la; i++)
	{
		int			diagonal = row[0];

		row[0] += InsertCost(a[i]);
		for (int j = 0; j < lb; j++)
		{
			int			best = diagonal + ReplaceCost(a[i], b[j]);

			diagonal = row[j + 1];
			if (row[j + 1] + InsertCost(a[i]) < best)
				best = row[j + 1] + InsertCost(a[i]);
			if (row[j] + InsertCost(b[j]) < best)
				best = row[j] + InsertCost(b[j]);
			row[j + 1] = best;
		}
	}
	return row[lb] + (a[0] != b[0] ? 3 : 0);
}

/* Are two consonants near each other in sound? */
static bool
IsNearConsonant(uint8_t a, uint8_t b)
{
	static const char near[] = "bppbdttdgkkgckkccqqckqqkvffvvwwvwffwszzssccs"
		"mnnmlrrljyyjgjjgczzctssthgghkhhk";

	for (const char *pair = near; *pair != '\0'; pair += 2)
		if (a == (uint8_t) pair[0] && b == (uint8_t) pair[1])
			return true;
	return false;
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
