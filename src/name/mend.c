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

/*
 * Undo an encoding too many: UTF-8 whose bytes were taken for windows-1252 and encoded again.
 * Writes at most SM_MEND_MAX bytes and returns how many; 0 if the text is none such.
 */
int
sm_mend_encoding(char *out, const char *utf8, size_t length)
{
	UChar		units[SM_TEXT_MAX];
	UErrorCode	status = U_ZERO_ERROR;
	UConverter *converter;
	int32_t		n;
	int32_t		bytes;

	u_strFromUTF8(units, SM_TEXT_MAX, &n, utf8, (int32_t) length, &status);
	if (U_FAILURE(status) || n > SM_TEXT_MAX || !LooksEncodedTwice(units, n))
		return 0;
	converter = ucnv_open("windows-1252", &status);
	if (U_FAILURE(status))
		return 0;
	ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
	bytes = ucnv_fromUChars(converter, out, SM_MEND_MAX, units, n, &status);
	ucnv_close(converter);
	return U_SUCCESS(status) && IsUtf8((const uint8_t *) out, bytes) ? bytes : 0;
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

/* The Latin letter that a letter of another script looks like, 0 = none */
static uint32_t
LatinTwin(uint32_t c, bool upper)
{
	for (int i = 0; i < sm_homoglyph_count; i++)
		if (sm_homoglyphs[i].letter == c && (!sm_homoglyphs[i].capital || upper))
			return (uint32_t) sm_homoglyphs[i].latin;
	return 0;
}

/* The Cyrillic letter that a Latin one looks like, 0 = none */
static uint32_t
CyrillicTwin(uint32_t c, bool upper)
{
	for (int i = 0; i < sm_homoglyph_count; i++)
		if ((uint32_t) sm_homoglyphs[i].latin == c && sm_homoglyphs[i].letter >= 0x400 &&
			(!sm_homoglyphs[i].capital || upper))
			return sm_homoglyphs[i].letter;
	return 0;
}

/* Bring the letters from..to of a word into one script, if the others all have a twin in it */
static void
MendWord(SmText *text, int from, int to, bool to_latin)
{
	uint32_t	mended[SM_TEXT_MAX];

	for (int i = from; i < to; i++)
	{
		uint32_t	c = text->cp[i];

		mended[i - from] = c;
		if (to_latin ? IsCyrillicOrGreek(c) : IsLatin(c))
		{
			mended[i - from] = to_latin ? LatinTwin(c, text->upper[i]) : CyrillicTwin(c, text->upper[i]);
			if (mended[i - from] == 0)
				return;
		}
	}
	memcpy(text->cp + from, mended, (size_t) (to - from) * sizeof(uint32_t));
}

/* Words of Latin and Cyrillic or Greek letters: bring them into the script that most are of */
void
sm_mend_scripts(SmText *text)
{
	int			from = 0;

	for (int i = 0; i <= text->length; i++)
	{
		int			latin = 0;
		int			other = 0;

		if (i < text->length && text->cp[i] != ' ' && text->cp[i] != '-' && text->cp[i] != ',')
			continue;
		for (int k = from; k < i; k++)
		{
			latin += IsLatin(text->cp[k]);
			other += IsCyrillicOrGreek(text->cp[k]);
		}
		if (latin > 0 && other > 0)
			MendWord(text, from, i, latin >= other);
		from = i + 1;
	}
}
