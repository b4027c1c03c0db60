#include "name/text.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include "name/mend.h"

/* NFKC may lengthen: at most this many UTF-16 units are kept */
#define UNITS_MAX (SM_TEXT_MAX * 2)

/* One code point for each family of marks that writers use for one another */
static UChar32
FoldMark(UChar32 c)
{
	switch (c)
	{
		case 0x60:				/* grave accent */
		case 0xB4:				/* acute accent */
		case 0x2BB:
		case 0x2BC:
		case 0x2BE:
		case 0x2BF:
		case 0x2018:
		case 0x2019:
		case 0x201B:
		case 0x2032:
		case 0xFF07:
			return '\'';
		case 0x2010:
		case 0x2011:
		case 0x2012:
		case 0x2013:
		case 0x2014:
		case 0x2015:
		case 0x2212:
		case 0xFE58:
		case 0xFE63:
		case 0xFF0D:
			return '-';
		case 0x3001:			/* ideographic comma */
		case 0xFF0C:
			return ',';
		default:
			return c;
	}
}

/* Is this a character that shows nothing and separates nothing? */
static bool
IsInvisible(UChar32 c)
{
	int8_t		type;

	if (c < 0x80)
		return false;
	type = u_charType(c);
	return type == U_FORMAT_CHAR || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

/* A mark that has found no letter to be one with: stress, strokes and what evaders heap upon letters */
static bool
IsLooseMark(UChar32 c)
{
	return (c >= 0x300 && c <= 0x36F) || (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) ||
		(c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE20 && c <= 0xFE2F);
}

/* Append one code point in its folded form */
static void
AppendFolded(SmText *text, UChar32 c)
{
	bool		upper = u_isupper(c) || u_istitle(c);

	if (c < 0x20 || c == 0x7F || u_isUWhiteSpace(c) || u_iscntrl(c))
		c = ' ';
	text->cp[text->length] = (uint32_t) u_tolower(c);
	text->upper[text->length] = upper;
	text->length++;
	if (u_isalpha(c))
		text->letters++;
	if (c > 0x7F)
		text->ascii = false;
}

/* Fold a run of ASCII; false at the first byte that is not */
static bool
FoldAscii(SmText *text, const char *utf8, size_t length)
{
	for (size_t i = 0; i < length && text->length < SM_TEXT_MAX; i++)
	{
		unsigned char c = (unsigned char) utf8[i];
		bool		upper = c >= 'A' && c <= 'Z';

		if (c >= 0x80)
			return false;
		if (upper)
			c += 'a' - 'A';
		else if (c < 0x20 || c == 0x7F)
			c = ' ';
		else if (c == '`')
			c = '\'';
		text->letters += c >= 'a' && c <= 'z';
		text->cp[text->length] = c;
		text->upper[text->length] = upper;
		text->length++;
	}
	return true;
}

/* Decode to UTF-16 with marks folded; returns the units written */
static int32_t
Decode(UChar *units, const uint8_t *utf8, int32_t length)
{
	int32_t		n = 0;
	int32_t		i = 0;

	for (int count = 0; i < length && count < SM_TEXT_MAX; count++)
	{
		UChar32		c;

		U8_NEXT_OR_FFFD(utf8, i, length, c);
		c = FoldMark(c);
		if (!IsInvisible(c))
			U16_APPEND_UNSAFE(units, n, c);
	}
	return n;
}

/* Fold text with characters beyond ASCII: normalise, then lower case */
static void
FoldUnicode(SmText *text, const char *utf8, size_t length)
{
	UChar		raw[UNITS_MAX];
	UChar		normal[UNITS_MAX];
	UErrorCode	status = U_ZERO_ERROR;
	const UNormalizer2 *nfkc = unorm2_getNFKCInstance(&status);
	int32_t		bytes = length < 4 * SM_TEXT_MAX ? (int32_t) length : 4 * SM_TEXT_MAX;
	int32_t		n = Decode(raw, (const uint8_t *) utf8, bytes);
	int32_t		units;

	/* What grows past the buffer is cut: half of it always fits in the end */
	do
	{
		status = U_ZERO_ERROR;
		units = unorm2_normalize(nfkc, raw, n, normal, UNITS_MAX, &status);
	} while (status == U_BUFFER_OVERFLOW_ERROR && (n /= 2) > 0);
	if (U_FAILURE(status))
		units = 0;

	for (int32_t i = 0; i < units && text->length < SM_TEXT_MAX;)
	{
		UChar32		c;

		U16_NEXT(normal, i, units, c);
		if (!IsLooseMark(c))
			AppendFolded(text, FoldMark(c));
	}
}

/* Fold the first SM_TEXT_MAX code points of a name; never fails, empty input gives no letters */
void
sm_text_fold(SmText *text, const char *utf8, size_t length)
{
	char		mended[SM_MEND_MAX];
	int			mended_length;

	text->length = 0;
	text->letters = 0;
	text->ascii = true;
	text->cut = length > SM_TEXT_MAX;
	if (FoldAscii(text, utf8, length))
	{
		sm_mend_spacing(text);
		return;
	}
	text->length = 0;
	text->letters = 0;
	length = length < SM_MEND_MAX ? length : SM_MEND_MAX;
	mended_length = sm_mend_encoding(mended, utf8, length);
	if (mended_length > 0)
		FoldUnicode(text, mended, (size_t) mended_length);
	else
		FoldUnicode(text, utf8, length);
	sm_mend_jamo(text);
	sm_mend_scripts(text);
	sm_mend_spacing(text);
}

/* See text.h */
uint8_t
sm_unicode(void)
{
	UVersionInfo version;

	u_getUnicodeVersion(version);
	return (uint8_t) (version[0] << 2 | (version[1] < 3 ? version[1] : 3));
}
