/*
 * Names as scanners, typists, programs and evaders spoil them, noise by noise: how many are still
 * found, and how many are taken for another person's that the clean name is not taken for.  Real
 * names from the directory SHARED, else from test/data/pairs.tsv.  Runs from the top of the project.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include "name/reading/read.h"
#include "name/reading/reading.h"
#include "name/reading/similarity.h"
#include "name/weight.h"
#include "harness.h"

#define NAMES_MAX 2000
#define NAME_BYTES 160
#define NOISY_BYTES 1024
#define ROUNDS 3000

/* Names in the order of the files; those of one row are one person's */
static char names[NAMES_MAX][NAME_BYTES];
static int	row[NAMES_MAX];
static uint8_t reading[NAMES_MAX][SM_READING_MAX];
static int	count;

/* Load two columns of a file of pairs */
static bool
LoadPairs(const char *directory, const char *file, int column)
{
	char		path[512];
	char		line[1024];
	FILE	   *in;

	snprintf(path, sizeof(path), "%s/%s", directory, file);
	if ((in = fopen(path, "r")) == NULL)
		return false;
	for (int n = 0; fgets(line, sizeof(line), in) != NULL; n++)
	{
		char	   *rest = line;

		line[strcspn(line, "\r\n")] = '\0';
		if (line[0] == '#' || (n == 0 && column == 0))
			continue;
		for (int i = 0; rest != NULL && i < column + 2; i++)
		{
			char	   *field = strsep(&rest, "\t");

			if (i < column || strlen(field) < 4 || strlen(field) >= NAME_BYTES || count == NAMES_MAX)
				continue;
			strcpy(names[count], field);
			row[count++] = n + (column << 16) + (int) (strlen(file) << 20);
		}
	}
	fclose(in);
	return true;
}

/* Characters of a name, and back */
typedef struct Letters
{
	UChar32		c[NOISY_BYTES];
	int			n;
} Letters;

static void
ToLetters(Letters *l, const char *name)
{
	int32_t		length = (int32_t) strlen(name);

	l->n = 0;
	for (int32_t i = 0; i < length;)
	{
		U8_NEXT_OR_FFFD(name, i, length, l->c[l->n]);
		l->n++;
	}
}

static void
FromLetters(char *out, const Letters *l)
{
	int			n = 0;

	for (int i = 0; i < l->n && n < NOISY_BYTES - 4; i++)
		U8_APPEND_UNSAFE(out, n, l->c[i]);
	out[n] = '\0';
}

static void
Insert(Letters *l, int at, UChar32 c)
{
	memmove(l->c + at + 1, l->c + at, (size_t) (l->n - at) * sizeof(UChar32));
	l->c[at] = c;
	l->n++;
}

static void
Delete(Letters *l, int at)
{
	memmove(l->c + at, l->c + at + 1, (size_t) (l->n - at - 1) * sizeof(UChar32));
	l->n--;
}

static bool
IsSmall(UChar32 c)
{
	return c >= 'a' && c <= 'z';
}

static bool
IsBig(UChar32 c)
{
	return c >= 'A' && c <= 'Z';
}

/* A noise: spoils the letters of a name; false if it finds nothing to spoil */
typedef bool (*Noise) (Letters *l);

/* A random place of a character of a set, -1 = none */
static int
PlaceOf(const Letters *l, const char *set)
{
	int			found = 0;
	int			at = -1;

	for (int i = 0; i < l->n; i++)
		if (l->c[i] < 0x80 && strchr(set, (int) l->c[i]) != NULL && Random((uint32_t) ++found) == 0)
			at = i;
	return at;
}

/* One letter of a set becomes another character */
static bool
Replace(Letters *l, const char *set, UChar32 by)
{
	int			at = PlaceOf(l, set);

	if (at >= 0)
		l->c[at] = by;
	return at >= 0;
}

static bool
ZeroForO(Letters *l)
{
	return Replace(l, "oO", '0');
}

static bool
OneForI(Letters *l)
{
	return Replace(l, "I", '1');
}

static bool
FiveForS(Letters *l)
{
	return Replace(l, "sS", '5');
}

static bool
EightForB(Letters *l)
{
	return Replace(l, "B", '8');
}

/* l between capitals */
static bool
SmallLForI(Letters *l)
{
	for (int i = 1; i + 1 < l->n; i++)
		if (l->c[i] == 'I' && IsBig(l->c[i - 1]) && IsBig(l->c[i + 1]))
		{
			l->c[i] = 'l';
			return true;
		}
	return false;
}

/* I at the end of a word in small letters */
static bool
BigIForL(Letters *l)
{
	for (int i = 1; i < l->n; i++)
		if (l->c[i] == 'l' && IsSmall(l->c[i - 1]) && (i + 1 == l->n || l->c[i + 1] == ' ' || l->c[i + 1] == '-'))
		{
			l->c[i] = 'I';
			return true;
		}
	return false;
}

static bool
RnForM(Letters *l)
{
	int			at = PlaceOf(l, "m");

	if (at < 0)
		return false;
	l->c[at] = 'r';
	Insert(l, at + 1, 'n');
	return true;
}

static bool
VvForW(Letters *l)
{
	int			at = PlaceOf(l, "wW");

	if (at < 0)
		return false;
	l->c[at] += 'v' - 'w';
	Insert(l, at, l->c[at]);
	return true;
}

/* A random place in a word but not its first letter, -1 = none */
static int
PlaceWithin(const Letters *l)
{
	for (int tries = 0; tries < 30; tries++)
	{
		int			at = 1 + (int) Random((uint32_t) l->n - 1);

		if ((IsSmall(l->c[at]) || IsBig(l->c[at])) && (IsSmall(l->c[at - 1]) || IsBig(l->c[at - 1])))
			return at;
	}
	return -1;
}

static bool
LeftOut(Letters *l)
{
	int			at = PlaceWithin(l);

	if (at >= 0)
		Delete(l, at);
	return at >= 0;
}

static bool
Twice(Letters *l)
{
	int			at = PlaceWithin(l);

	if (at >= 0)
		Insert(l, at, l->c[at]);
	return at >= 0;
}

static bool
TurnedRound(Letters *l)
{
	int			at = PlaceWithin(l);
	UChar32		c;

	if (at < 2 || IsBig(l->c[at]) != IsBig(l->c[at - 1]) || l->c[at] == l->c[at - 1])
		return false;
	c = l->c[at];
	l->c[at] = l->c[at - 1];
	l->c[at - 1] = c;
	return true;
}

/* The key beside it, to the left or right */
static bool
NeighbouringKey(Letters *l)
{
	static const char keys[] = "qwertyuiop asdfghjkl zxcvbnm";
	int			at = PlaceWithin(l);
	const char *key;
	int			turn = Random(2) ? 1 : -1;

	if (at < 0)
		return false;
	key = strchr(keys, (int) (l->c[at] | 0x20));
	if (key + turn < keys || key[turn] == ' ' || key[turn] == '\0')
		turn = -turn;
	if (key + turn < keys || key[turn] == ' ' || key[turn] == '\0')
		return false;
	l->c[at] = IsBig(l->c[at]) ? key[turn] - 0x20 : key[turn];
	return true;
}

static bool
StrayBlank(Letters *l)
{
	int			at = PlaceOf(l, "'");

	if (at > 0)
		Insert(l, at, ' ');
	return at > 0;
}

static bool
ApostrophesDropped(Letters *l)
{
	bool		any = false;

	for (int i = l->n - 1; i >= 0; i--)
		if (l->c[i] == '\'')
		{
			Delete(l, i);
			any = true;
		}
	return any;
}

/* The letters of a normal form */
static bool
Normal(Letters *l, const UNormalizer2 *form)
{
	char		utf8[NOISY_BYTES];
	UChar		units[NOISY_BYTES];
	UChar		normal[2 * NOISY_BYTES];
	UErrorCode	status = U_ZERO_ERROR;
	int32_t		n;
	int32_t		bytes;
	char		out[NOISY_BYTES];
	bool		changed;

	FromLetters(utf8, l);
	u_strFromUTF8(units, NOISY_BYTES, &n, utf8, -1, &status);
	n = unorm2_normalize(form, units, n, normal, 2 * NOISY_BYTES, &status);
	u_strToUTF8(out, NOISY_BYTES, &bytes, normal, n, &status);
	changed = U_SUCCESS(status) && strcmp(out, utf8) != 0;
	if (changed)
		ToLetters(l, out);
	return changed;
}

static bool
Decomposed(Letters *l)
{
	UErrorCode	status = U_ZERO_ERROR;

	return Normal(l, unorm2_getNFDInstance(&status));
}

static bool
Compatible(Letters *l)
{
	UErrorCode	status = U_ZERO_ERROR;

	return Normal(l, unorm2_getNFKDInstance(&status));
}

/* Marks of Latin letters are lost */
static bool
MarksDropped(Letters *l)
{
	int			n = 0;

	for (int i = 0; i < l->n; i++)
		if (l->c[i] >= 0x370 && l->c[i] != 0x2019)
			return false;
	if (!Decomposed(l))
		return false;
	for (int i = 0; i < l->n; i++)
		if (l->c[i] < 0x300 || l->c[i] > 0x36F)
			l->c[n++] = l->c[i];
	l->n = n;
	return true;
}

/* The UTF-8 of the name was taken for another character set */
static bool
Encoded(Letters *l, const char *charset)
{
	char		utf8[NOISY_BYTES];
	UChar		units[NOISY_BYTES];
	UErrorCode	status = U_ZERO_ERROR;
	UConverter *converter;
	int32_t		n;
	int32_t		bytes;

	FromLetters(utf8, l);
	if ((int) strlen(utf8) == l->n)
		return false;
	converter = ucnv_open(charset, &status);
	n = ucnv_toUChars(converter, units, NOISY_BYTES, utf8, (int32_t) strlen(utf8), &status);
	ucnv_close(converter);
	u_strToUTF8(utf8, NOISY_BYTES, &bytes, units, n, &status);
	ToLetters(l, utf8);
	return U_SUCCESS(status);
}

static bool
EncodedWindows(Letters *l)
{
	return Encoded(l, "windows-1252");
}

static bool
EncodedLatin1(Letters *l)
{
	return Encoded(l, "ISO-8859-1");
}

/* Letters that look alike for about half of those that have a twin, if a Latin letter is left */
static bool
Alike(Letters *l, const char *latin, const UChar32 *twin)
{
	bool		any = false;
	bool		left = false;

	for (int i = 0; i < l->n; i++)
	{
		const char *at = l->c[i] < 0x80 ? strchr(latin, (int) l->c[i]) : NULL;

		if (l->c[i] > 0x2FF)
			return false;
		if (at != NULL && Random(2))
		{
			l->c[i] = twin[at - latin];
			any = true;
		}
		else if (IsSmall(l->c[i]) || IsBig(l->c[i]))
			left |= strchr("bdfghklmnqrtuvwzDFGLNQRUVWYZ", (int) l->c[i]) != NULL;
	}
	return any && left;
}

static bool
Cyrillic(Letters *l)
{
	static const UChar32 twin[] = {
		0x430, 0x435, 0x43E, 0x440, 0x441, 0x443, 0x445, 0x456, 0x458, 0x455,
		0x410, 0x415, 0x41E, 0x420, 0x421, 0x425, 0x406, 0x408, 0x405, 0x412, 0x41A, 0x41C, 0x41D, 0x422
	};

	return Alike(l, "aeopcyxijsAEOPCXIJSBKMHT", twin);
}

static bool
Greek(Letters *l)
{
	static const UChar32 twin[] = {0x3BF, 0x391, 0x392, 0x395, 0x397, 0x399, 0x39A, 0x39C, 0x39D, 0x39F, 0x3A1, 0x3A4,
		0x3A5};

	return Alike(l, "oABEHIKMNOPTY", twin);
}

/* Something behind every third letter or so */
static bool
Strew(Letters *l, const UChar32 *what, uint32_t n)
{
	for (int i = l->n; i > 0; i--)
		if (l->c[i - 1] != ' ' && Random(3) == 0 && l->n < NOISY_BYTES / 4 - 1)
			Insert(l, i, what[Random(n)]);
	return true;
}

static bool
Invisible(Letters *l)
{
	static const UChar32 what[] = {0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD, 0x34F, 0x202E, 0x202C, 0x2066,
		0x200F, 0xFE0F};

	return Strew(l, what, 12);
}

static bool
LooseMarks(Letters *l)
{
	static const UChar32 what[] = {0x335, 0x336, 0x338, 0x20DD};

	return l->c[0] < 0x80 && Strew(l, what, 4);
}

static bool
FullWidth(Letters *l)
{
	for (int i = 0; i < l->n; i++)
		if (l->c[i] > 0x7E)
			return false;
		else
			l->c[i] = l->c[i] == ' ' ? 0x3000 : l->c[i] + 0xFEE0;
	return true;
}

/* Half-width katakana; other kana have no narrow form */
static bool
HalfWidth(Letters *l)
{
	bool		any = false;

	for (int i = l->n - 1; i >= 0; i--)
		for (UChar32 c = 0xFF65; l->c[i] >= 0x30A1 && l->c[i] <= 0x30FC && c <= 0xFF9D; c++)
		{
			Letters		one = {{c}, 1};

			if (Compatible(&one) && one.c[0] == l->c[i])
			{
				l->c[i] = c;
				any = true;
			}
		}
	return any;
}

/* Small letters only, or capitals only */
static bool
Lower(Letters *l)
{
	for (int i = 0; i < l->n; i++)
		l->c[i] = u_tolower(l->c[i]);
	return true;
}

static bool
Upper(Letters *l)
{
	for (int i = 0; i < l->n; i++)
		l->c[i] = u_toupper(l->c[i]);
	return true;
}

/*
 * A noise, how many of a thousand spoilt names must be found, and may be taken for another's.  What
 * leaves the name readable loses none; half of the slips make another name of it, Son of Song, which
 * no matcher may take for the first.
 */
typedef struct Class
{
	const char *what;
	Noise		spoil;
	int			found;
	int			other;
} Class;

static const Class classes[] = {
	{"0 for o", ZeroForO, 1000, 0},
	{"1 for I", OneForI, 1000, 0},
	{"5 for s", FiveForS, 1000, 0},
	{"8 for B", EightForB, 1000, 0},
	{"l for I", SmallLForI, 1000, 0},
	{"I for l", BigIForL, 1000, 0},
	{"rn for m", RnForM, 1000, 0},
	{"vv for w", VvForW, 1000, 0},
	{"letter left out", LeftOut, 350, 3},
	{"letter twice", Twice, 600, 3},
	{"letters turned round", TurnedRound, 600, 3},
	{"neighbouring key", NeighbouringKey, 400, 3},
	{"blank before an apostrophe", StrayBlank, 1000, 0},
	{"apostrophes dropped", ApostrophesDropped, 950, 3},
	{"marks dropped", MarksDropped, 950, 3},
	{"decomposed", Decomposed, 1000, 0},
	{"compatibility forms decomposed", Compatible, 1000, 0},
	{"encoded twice, windows-1252", EncodedWindows, 1000, 0},
	{"encoded twice, Latin-1", EncodedLatin1, 1000, 0},
	{"Cyrillic letters among Latin ones", Cyrillic, 1000, 0},
	{"Greek letters among Latin ones", Greek, 1000, 0},
	{"invisible characters", Invisible, 1000, 0},
	{"loose marks", LooseMarks, 1000, 0},
	{"full width", FullWidth, 1000, 0},
	{"half width", HalfWidth, 1000, 0},
	{"small letters", Lower, 950, 3},
	{"capitals", Upper, 950, 3}
};

static bool
Matches(const uint8_t *a, const uint8_t *b)
{
	return sm_similarity(a, b) >= SM_THRESHOLD;
}

static void
TestClass(const Class *class)
{
	int			n = 0;
	int			found = 0;
	int			other = 0;
	bool		ok;

	for (int round = 0; round < ROUNDS; round++)
	{
		int			k = (int) Random((uint32_t) count);
		int			stranger = (int) Random((uint32_t) count);
		Letters		letters;
		char		noisy[NOISY_BYTES];
		uint8_t		spoilt[SM_READING_MAX];

		ToLetters(&letters, names[k]);
		if (!class->spoil(&letters))
			continue;
		FromLetters(noisy, &letters);
		sm_read(spoilt, noisy, strlen(noisy));
		n++;
		if (Matches(reading[k], spoilt))
			found++;
		else if (class->found == 1000 && failed < SHOWN_MOST)
			printf("not found: \"%s\" \"%s\"\n", names[k], noisy);
		if (row[stranger] != row[k] && !Matches(reading[k], reading[stranger]) && Matches(spoilt, reading[stranger]))
		{
			other++;
			if (class->other == 0)
				printf("taken for another: \"%s\" \"%s\" \"%s\"\n", names[k], noisy, names[stranger]);
		}
	}
	ok = found * 1000 >= n * class->found && other * 1000 <= n * class->other;
	printf("%s%s: %d of %d names found, %d taken for another\n", ok ? "" : "too bad, ", class->what, found, n, other);
	Check(ok, "found and taken for another", class->what, NULL, other);
}

int
main(void)
{
	const char *shared = getenv("SHARED") ? getenv("SHARED") : "../shared";
	char		pairs[512];

	seed = 2463534242u;
	snprintf(pairs, sizeof(pairs), "%s/pairs", shared);
	if (!LoadPairs(pairs, "designee_aliases.tsv", 0) || !LoadPairs(pairs, "north_korean_names.tsv", 0))
	{
		printf("no names in the directory SHARED: those of test/data/pairs.tsv\n");
		if (!LoadPairs("test/data", "pairs.tsv", 2))
			Check(false, "no names", "test/data/pairs.tsv", NULL, 0);
	}
	for (int i = 0; i < count; i++)
		sm_read(reading[i], names[i], strlen(names[i]));
	for (size_t i = 0; i < sizeof(classes) / sizeof(classes[0]) && count > 0; i++)
		TestClass(&classes[i]);
	return Finish("slips");
}
