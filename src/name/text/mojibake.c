/* Bytes that a program took for another encoding than theirs */
#include "name/text/mojibake.h"

#include <unicode/ucnv.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

/* May characters be bytes that were taken for others?  None is beyond U+2FFF then, some are below U+0100 */
static bool
MayBeBytes(const char *utf8, size_t length)
{
	bool		found = false;

	for (size_t i = 0; i < length; i++)
	{
		unsigned char c = (unsigned char) utf8[i];

		if (c >= 0xE3)
			return false;
		found = found || c == 0xC2 || c == 0xC3;
	}
	return found;
}

/* Decode to UTF-16, of more than two blanks two; returns the units, 0 if they are too many or there is a fault */
static int32_t
DecodeUnits(UChar *units, const uint8_t *utf8, int32_t length)
{
	int32_t		n = 0;

	for (int32_t i = 0; i < length;)
	{
		UChar32		c;

		U8_NEXT(utf8, i, length, c);
		if (c < 0 || c > 0xFFFF)
			return 0;
		if (c == ' ' && n > 1 && units[n - 1] == ' ' && units[n - 2] == ' ')
			continue;
		if (n == SM_TEXT_MAX)
			return 0;
		units[n++] = (UChar) c;
	}
	return n;
}

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

/* The bytes that a text has in a character set, at most SM_REPAIR_MAX; 0 if it cannot hold the text */
static int32_t
BytesIn(char *out, const char *charset, const UChar *units, int32_t n)
{
	UErrorCode	status = U_ZERO_ERROR;
	UConverter *converter = ucnv_open(charset, &status);
	int32_t		bytes;

	if (U_FAILURE(status))
		return 0;
	ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
	bytes = ucnv_fromUChars(converter, out, SM_REPAIR_MAX, units, n, &status);
	ucnv_close(converter);
	return U_SUCCESS(status) ? bytes : 0;
}

/* Do so many code points look like pairs of bytes of Hangul or Chinese characters in EUC-KR? */
static bool
LooksLikeEucKr(const UChar *units, int32_t n)
{
	int			pairs = 0;

	for (int32_t i = 0; i < n; i++)
		if (units[i] >= 0xB0 && units[i] <= 0xFD && i + 1 < n && units[i + 1] >= 0xA1 && units[i + 1] <= 0xFE)
		{
			pairs++;
			i++;
		}
	return pairs > 1;
}

/* Is a code point a Hangul syllable or a Chinese character? */
static bool
IsKorean(UChar c)
{
	return sm_is_hangul(c) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF);
}

/* Are these words in Korean letters alone, and enough of them that they are no accident? */
static bool
IsKoreanText(const UChar *units, int32_t n)
{
	int			korean = 0;

	for (int32_t i = 0; i < n; i++)
	{
		if (IsKorean(units[i]))
			korean++;
		else if (units[i] >= 0x80 ? u_isalpha(units[i]) : u_isalpha(units[i]) &&
				 ((i > 0 && IsKorean(units[i - 1])) || (i + 1 < n && IsKorean(units[i + 1]))))
			return false;
	}
	return korean > 1;
}

/* Turn Korean of windows-949 into UTF-8 in its place; returns the number of bytes, 0 if it is none such */
static int32_t
FromKorean(char *bytes, int32_t length)
{
	UChar		units[SM_REPAIR_MAX];
	UErrorCode	status = U_ZERO_ERROR;
	UConverter *converter = ucnv_open("windows-949", &status);
	int32_t		n;

	if (U_FAILURE(status))
		return 0;
	ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
	n = ucnv_toUChars(converter, units, SM_REPAIR_MAX, bytes, length, &status);
	ucnv_close(converter);
	if (U_FAILURE(status) || !IsKoreanText(units, n))
		return 0;
	u_strToUTF8(bytes, SM_REPAIR_MAX, &length, units, n, &status);
	return U_SUCCESS(status) ? length : 0;
}

/*
 * Undo a wrong encoding: UTF-8 whose bytes were taken for windows-1252 or Latin-1 and encoded
 * again, and Korean of windows-949 taken for these.  Writes at most SM_REPAIR_MAX bytes and returns
 * how many; 0 if the text is none such.
 */
int
sm_repair_encoding(char *out, const char *utf8, size_t length)
{
	static const char *const charsets[] = {"windows-1252", "ISO-8859-1"};
	UChar		units[SM_TEXT_MAX];
	int32_t		n = MayBeBytes(utf8, length) ? DecodeUnits(units, (const uint8_t *) utf8, (int32_t) length) : 0;
	bool		twice = n > 0 && LooksEncodedTwice(units, n);
	bool		korean = n > 0 && LooksLikeEucKr(units, n);

	for (int i = 0; (twice || korean) && i < 2; i++)
	{
		int32_t		bytes = BytesIn(out, charsets[i], units, n);

		if (bytes > 0 && twice && IsUtf8((const uint8_t *) out, bytes))
			return bytes;
		if (bytes > 0 && korean && (bytes = FromKorean(out, bytes)) > 0)
			return bytes;
	}
	return 0;
}
