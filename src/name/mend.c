/* What programs and evaders do to a text: UTF-8 taken for windows-1252, letters of another script */
#include "name/mend.h"

#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include "data/homoglyph_table.h"

/* Could these code points be the bytes of UTF-8: a lead byte, then what windows-1252 has for 80-BF? */
static bool
LooksEncodedTwice(const UChar *units, int32_t n)
{
	bool		found = false;

	for (int32_t i = 0; i < n; i++)
	{
		UChar		c = units[i];

		if (c > 0xFF && c < 0x2000 && c != 0x152 && c != 0x153 && c != 0x160 && c != 0x161 &&
			c != 0x178 && c != 0x17D && c != 0x17E && c != 0x192 && c != 0x2C6 && c != 0x2DC)
			return false;
		if (c > 0x2122)
			return false;
		if (c >= 0xC2 && c <= 0xF4 && i + 1 < n)
			found = found || units[i + 1] > 0xFF || (units[i + 1] >= 0x80 && units[i + 1] < 0xC0);
	}
	return found;
}

/* Is it UTF-8 without a fault? */
static bool
IsUtf8(const uint8_t *bytes, int32_t length)
{
	for (int32_t i = 0; i < length;)
	{
		UChar32		c;

		U8_NEXT(bytes, i, length, c);
		if (c < 0)
			return false;
	}
	return true;
}

/* The bytes that a text has in a character set, at most SM_MEND_MAX; 0 if they are no UTF-8 or it cannot hold the text */
static int
BytesIn(char *out, const char *charset, const UChar *units, int32_t n)
{
	UErrorCode	status = U_ZERO_ERROR;
	UConverter *converter = ucnv_open(charset, &status);
	int32_t		bytes;

	if (U_FAILURE(status))
		return 0;
	ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
	bytes = ucnv_fromUChars(converter, out, SM_MEND_MAX, units, n, &status);
	ucnv_close(converter);
	return U_SUCCESS(status) && IsUtf8((const uint8_t *) out, bytes) ? bytes : 0;
}

/*
 * Undo an encoding too many: UTF-8 whose bytes were taken for windows-1252 or Latin-1 and encoded
 * again.  Writes at most SM_MEND_MAX bytes and returns how many; 0 if the text is none such.
 */
int
sm_mend_encoding(char *out, const char *utf8, size_t length)
{
	UChar		units[SM_TEXT_MAX];
	UErrorCode	status = U_ZERO_ERROR;
	int32_t		n;
	int			bytes;

	u_strFromUTF8(units, SM_TEXT_MAX, &n, utf8, (int32_t) length, &status);
	if (U_FAILURE(status) || n > SM_TEXT_MAX || !LooksEncodedTwice(units, n))
		return 0;
	bytes = BytesIn(out, "windows-1252", units, n);
	return bytes > 0 ? bytes : BytesIn(out, "ISO-8859-1", units, n);
}

static bool
IsLatin(uint32_t c)
{
	return c >= 'a' && c <= 'z';
}

static bool
IsCyrillicOrGreek(uint32_t c)
{
	return c >= 0x370 && c <= 0x52F;
}

/* Phonetic letters and small capitals: Latin ones that no orthography needs */
static bool
IsPhonetic(uint32_t c)
{
	return (c >= 0x250 && c <= 0x2AF) || (c >= 0x1D00 && c <= 0x1DBF) || (c >= 0xA720 && c <= 0xAB6F && (c < 0xA960 || c >= 0xAB30));
}

/* The Latin letter that a letter looks like, 0 = none */
static uint32_t
LatinTwin(uint32_t c, bool upper)
{
	int			lo = 0;
	int			hi = sm_homoglyph_count;

	while (lo < hi)
	{
		int			mid = (lo + hi) / 2;

		if (sm_homoglyphs[mid].letter == c)
			return (uint32_t) (upper ? sm_homoglyphs[mid].capital : sm_homoglyphs[mid].small);
		if (sm_homoglyphs[mid].letter < c)
			lo = mid + 1;
		else
			hi = mid;
	}
	return 0;
}

/* Is it a letter that only looks Latin, or one of Cyrillic or Greek? */
static bool
IsForeign(uint32_t c)
{
	return IsCyrillicOrGreek(c) || (c >= 0x250 && (LatinTwin(c, false) != 0 || LatinTwin(c, true) != 0));
}

/* The Cyrillic letter that a Latin one looks like, 0 = none */
static uint32_t
CyrillicTwin(uint32_t c, bool upper)
{
	for (int i = 0; i < sm_homoglyph_count; i++)
		if ((uint32_t) (upper ? sm_homoglyphs[i].capital : sm_homoglyphs[i].small) == c &&
			sm_homoglyphs[i].letter >= 0x400 && sm_homoglyphs[i].letter <= 0x52F)
			return sm_homoglyphs[i].letter;
	return 0;
}

/* Bring the letters from..to into one script, if the others all have a twin in it; false if not */
static bool
MendLetters(SmText *text, int from, int to, bool to_latin)
{
	uint32_t	mended[SM_TEXT_MAX];

	for (int i = from; i < to; i++)
	{
		uint32_t	c = text->cp[i];

		mended[i - from] = c;
		if (to_latin ? IsForeign(c) : IsLatin(c))
		{
			mended[i - from] = to_latin ? LatinTwin(c, text->upper[i]) : CyrillicTwin(c, text->upper[i]);
			if (mended[i - from] == 0)
				return false;
		}
	}
	memcpy(text->cp + from, mended, (size_t) (to - from) * sizeof(uint32_t));
	return true;
}

/* Count the letters from..to of Latin and those that may be there in their place */
static void
CountScripts(const SmText *text, int from, int to, int *latin, int *foreign)
{
	*latin = *foreign = 0;
	for (int i = from; i < to; i++)
	{
		*latin += IsLatin(text->cp[i]);
		*foreign += IsForeign(text->cp[i]);
	}
}

/* Words of Latin and Cyrillic or Greek letters: bring them into the script that most are of */
static void
MendWords(SmText *text)
{
	int			from = 0;

	for (int i = 0; i <= text->length; i++)
	{
		int			latin;
		int			foreign;

		if (i < text->length && text->cp[i] != ' ' && text->cp[i] != '-' && text->cp[i] != ',')
			continue;
		CountScripts(text, from, i, &latin, &foreign);
		if (latin > 0 && foreign > 0)
			MendLetters(text, from, i, latin >= foreign);
		from = i + 1;
	}
}

/*
 * Letters of one script in place of another's: the whole name is brought into one script if every
 * letter of the others has a twin there, else word by word.
 */
void
sm_mend_scripts(SmText *text)
{
	int			latin;
	int			foreign;

	for (int i = 0; i < text->length; i++)
		if (IsPhonetic(text->cp[i]) && LatinTwin(text->cp[i], text->upper[i]) != 0)
			text->cp[i] = LatinTwin(text->cp[i], text->upper[i]);
	CountScripts(text, 0, text->length, &latin, &foreign);
	if (latin > 0 && foreign > 0 && !MendLetters(text, 0, text->length, true) &&
		!MendLetters(text, 0, text->length, false))
		MendWords(text);
}

/* The coda that an initial consonant alone stands for, as Unicode counts codas; 0 = none */
static uint32_t
CodaOf(uint32_t c)
{
	static const uint8_t coda[] = {1, 2, 4, 7, 0, 8, 16, 17, 0, 19, 20, 21, 22, 0, 23, 24, 25, 26, 27};

	return c >= 0x1100 && c <= 0x1112 ? coda[c - 0x1100] : 0;
}

/* Hangul typed letter by letter: normalisation has made codas initial consonants */
void
sm_mend_jamo(SmText *text)
{
	int			n = 0;

	for (int i = 0; i < text->length; i++)
	{
		uint32_t	coda = CodaOf(text->cp[i]);

		if (coda > 0 && n > 0 && text->cp[n - 1] >= 0xAC00 && text->cp[n - 1] <= 0xD7A3 &&
			(text->cp[n - 1] - 0xAC00) % 28 == 0)
		{
			text->cp[n - 1] += coda;
			text->letters--;
			continue;
		}
		text->cp[n] = text->cp[i];
		text->upper[n++] = text->upper[i];
	}
	text->length = n;
}

/* Fewest letters that are a name spaced out, not initials, and most that are one name */
#define SPACED_LEAST 6
#define SPACED_MOST 24

/* Are all letters a-z apart from one another? */
static bool
IsSpacedOut(const SmText *text)
{
	int			letters = 0;

	for (int i = 0; i < text->length; i++)
	{
		if (IsLatin(text->cp[i]))
			letters++;
		else if (text->cp[i] != ' ')
			return false;
		if (i > 0 && (text->cp[i] == ' ') == (text->cp[i - 1] == ' ') && text->cp[i] != ' ')
			return false;
	}
	return letters >= SPACED_LEAST && letters <= SPACED_MOST;
}

/* A name spaced out, K I M  J o n g  U n: single blanks go, more than one part words */
void
sm_mend_spacing(SmText *text)
{
	int			n = 0;

	if (!IsSpacedOut(text))
		return;
	for (int i = 0; i < text->length; i++)
	{
		bool		single = text->cp[i] == ' ' && i + 1 < text->length && text->cp[i + 1] != ' ' &&
			(i == 0 || text->cp[i - 1] != ' ');

		if (single || (text->cp[i] == ' ' && n > 0 && text->cp[n - 1] == ' '))
			continue;
		text->cp[n] = text->cp[i];
		text->upper[n++] = text->upper[i];
	}
	text->length = n;
}
