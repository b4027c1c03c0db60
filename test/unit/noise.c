/*
 * Names that were disguised must read, byte for byte, as they did before: invisible characters,
 * letters of other alphabets, full width, mathematical letters, loose marks, other normal forms.
 * Names with a slip of the pen must mostly be found.  Runs from the top of the project, whose TSV it reads.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include "name/reading/read.h"
#include "name/reading/reading.h"
#include "name/reading/similarity.h"
#include "name/weight.h"
#include "names.h"

#define ROUNDS 20000
#define LONG_BYTES 8192

/* Append a code point in UTF-8 */
static void
Put(char *out, int *n, UChar32 c)
{
	U8_APPEND_UNSAFE(out, *n, c);
	out[*n] = '\0';
}

/* What may stand for an ASCII character in a disguise; the character itself if nothing */
typedef UChar32 (*Disguise) (UChar32 c);

static UChar32
FullWidth(UChar32 c)
{
	return c > ' ' && c < 0x7F ? c + 0xFEE0 : c == ' ' ? 0x3000 : c;
}

static UChar32
Mathematical(UChar32 c)
{
	return c >= 'A' && c <= 'Z' ? 0x1D400 + (c - 'A') : c >= 'a' && c <= 'z' ? 0x1D41A + (c - 'a') : c;
}

static UChar32
NoBreak(UChar32 c)
{
	return c == ' ' ? 0xA0 : c;
}

/* Cyrillic letters for about half of those that look alike */
static UChar32
Cyrillic(UChar32 c)
{
	static const char latin[] = "aeopcyxijsAEOPCXIJSBKMHT";
	static const UChar32 twin[] = {
		0x430, 0x435, 0x43E, 0x440, 0x441, 0x443, 0x445, 0x456, 0x458, 0x455,
		0x410, 0x415, 0x41E, 0x420, 0x421, 0x425, 0x406, 0x408, 0x405, 0x412, 0x41A, 0x41C, 0x41D, 0x422
	};
	const char *at = c < 0x80 && c != 0 ? strchr(latin, (int) c) : NULL;

	return at && Random(2) == 0 ? twin[at - latin] : c;
}

/* Rewrite a name character by character; marks go behind letters, invisible ones anywhere */
static void
Rewrite(char *out, const char *name, Disguise disguise, const UChar32 *between, int count)
{
	int			length = (int) strlen(name);
	int			n = 0;

	for (int i = 0; i < length;)
	{
		UChar32		c;

		U8_NEXT_OR_FFFD(name, i, length, c);
		Put(out, &n, disguise ? disguise(c) : c);
		if (count > 0 && c != ' ' && Random(3) == 0)
			Put(out, &n, between[Random((uint32_t) count)]);
	}
}

static void
Decompose(char *out, const char *name)
{
	UChar		units[LONG_BYTES];
	UChar		normal[LONG_BYTES];
	UErrorCode	status = U_ZERO_ERROR;
	int32_t		n;
	int32_t		bytes;

	u_strFromUTF8(units, LONG_BYTES, &n, name, -1, &status);
	n = unorm2_normalize(unorm2_getNFDInstance(&status), units, n, normal, LONG_BYTES, &status);
	u_strToUTF8(out, LONG_BYTES, &bytes, normal, n, &status);
}

/* Must a disguised name read as the name? */
static void
CheckSame(const char *what, const char *name, const char *disguised)
{
	uint8_t		a[SM_READING_MAX];
	uint8_t		b[SM_READING_MAX];
	int			n = sm_read(a, name, strlen(name));

	Check(sm_read(b, disguised, strlen(disguised)) == n && memcmp(a, b, (size_t) n) == 0, what, name, disguised, 0);
}

/* Does a name keep a letter that only Latin has when all that look Cyrillic are? */
static bool
IsLatinStill(const char *name)
{
	return strpbrk(name, "bdfghklmnqrtuvwzDFGLNQRUVWYZ") != NULL;
}

static bool
IsAscii(const char *name)
{
	for (; *name; name++)
		if (*name & 0x80)
			return false;
	return true;
}

static bool
IsUtf8(const char *name)
{
	int			length = (int) strlen(name);

	for (int i = 0; i < length;)
	{
		UChar32		c;

		U8_NEXT(name, i, length, c);
		if (c < 0)
			return false;
	}
	return true;
}

static void
TestDisguises(void)
{
	static const UChar32 invisible[] = {0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD, 0x34F, 0x202E, 0x2066, 0xFE0F,
		0x3164};
	static const UChar32 marks[] = {0x335, 0x336, 0x338, 0x20DD, 0x489};
	char		name[NAME_MAX_BYTES];
	char		other[LONG_BYTES];

	for (int round = 0; round < ROUNDS; round++)
	{
		RandomName(name);
		/* broken bytes are nobody's disguise, and what is longer than a name is cut */
		if (strlen(name) > 400 || !IsUtf8(name))
			continue;
		Rewrite(other, name, NULL, invisible, 11);
		CheckSame("invisible characters", name, other);
		Decompose(other, name);
		CheckSame("decomposed", name, other);
		if (!IsAscii(name))
			continue;
		Rewrite(other, name, NULL, marks, 4);
		CheckSame("loose marks", name, other);
		Rewrite(other, name, FullWidth, NULL, 0);
		CheckSame("full width", name, other);
		Rewrite(other, name, Mathematical, NULL, 0);
		CheckSame("mathematical letters", name, other);
		Rewrite(other, name, NoBreak, NULL, 0);
		CheckSame("no-break blanks", name, other);
		Rewrite(other, name, Cyrillic, NULL, 0);
		if (IsLatinStill(name))
			CheckSame("Cyrillic letters", name, other);
	}
}

/* Change a name by a slip of the pen of one kind; false if there is no room for it */
static bool
MakeSlip(char *name, int kind)
{
	size_t		length = strlen(name);
	size_t		at = 1 + Random((uint32_t) length - 1);
	static const char vowels[] = "aeiou";

	if (name[at] < 'a' || name[at] > 'z')
		return false;
	switch (kind)
	{
		case 0:					/* left out */
			memmove(name + at, name + at + 1, length - at);
			return true;
		case 1:					/* twice */
			memmove(name + at + 1, name + at, length - at + 1);
			return true;
		case 2:					/* turned round */
			if (name[at + 1] < 'a' || name[at + 1] > 'z' || name[at] == name[at + 1])
				return false;
			name[at] ^= name[at + 1];
			name[at + 1] ^= name[at];
			name[at] ^= name[at + 1];
			return true;
		default:				/* another vowel */
			if (!strchr(vowels, name[at]))
				return false;
			name[at] = vowels[(strchr(vowels, name[at]) - vowels + 1 + Random(4)) % 5];
			return true;
	}
}

/*
 * One slip in a name of two given syllables.  Half of them make another name of it (Son, Song), which
 * no matcher may take for the first: the share found is what remains.
 */
static void
TestSlips(void)
{
	static const char *const kinds[] = {"left out", "twice", "turned round", "another vowel"};
	static const int least[] = {40, 60, 70, 40};	/* per cent found */

	for (int kind = 0; kind < 4; kind++)
	{
		int			found = 0;
		int			n = 0;

		while (n < 3000)
		{
			char		name[NAME_MAX_BYTES];
			char		slipped[NAME_MAX_BYTES];
			uint8_t		a[SM_READING_MAX];
			uint8_t		b[SM_READING_MAX];

			name[0] = '\0';
			KoreanName(name);
			strcpy(slipped, name);
			if (!IsAscii(name) || strlen(name) < 9 || strlen(name) > 30 || !MakeSlip(slipped, kind))
				continue;
			sm_read(a, name, strlen(name));
			sm_read(b, slipped, strlen(slipped));
			found += sm_similarity(a, b) >= SM_THRESHOLD;
			n++;
		}
		printf("slips: letter %s, %d of %d names found\n", kinds[kind], found, n);
		Check(found * 100 >= n * least[kind], "slips", kinds[kind], "", 0);
	}
}

int
main(void)
{
	if (LoadTable(&surnames, "src/data/surname_spellings.tsv") && LoadTable(&givens, "src/data/syllable_spellings.tsv"))
	{
		TestDisguises();
		TestSlips();
	}
	else
		Check(false, "no spellings in src/data", "", "", 0);
	return Finish("noise");
}
