/*
 * stub_text.c: strings that grow, UTF-8, and what the server does with text beside
 */
#include "harness.h"

#include <stdarg.h>

#include "common/string.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "utils/formatting.h"
#include "utils/varlena.h"

#undef vsnprintf
#undef qsort

/* Bytes of the UTF-8 character that begins here, 0 if none does */
static int
CharacterLength(const unsigned char *s, size_t room)
{
	static const uint32 least[] = {0, 0, 0x80, 0x800, 0x10000};
	int			length = s[0] < 0x80 ? 1 : s[0] >> 5 == 6 ? 2 : s[0] >> 4 == 14 ? 3 : s[0] >> 3 == 30 ? 4 : 0;
	uint32		c = length == 1 ? s[0] : s[0] & (0x7F >> length);

	if (length == 0 || (size_t) length > room || s[0] == '\0')
		return 0;
	for (int i = 1; i < length; i++)
	{
		if (s[i] >> 6 != 2)
			return 0;
		c = c << 6 | (s[i] & 0x3F);
	}
	return c < least[length] || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000) ? 0 : length;
}

/* Bytes at the begin of a text that are UTF-8 */
static size_t
ValidLength(const char *s, size_t length)
{
	size_t		n = 0;

	while (n < length)
	{
		int			step = CharacterLength((const unsigned char *) s + n, length - n);

		if (step == 0)
			break;
		n += step;
	}
	return n;
}

/* That of the database, PG_UTF8 or PG_LATIN1 */
static int	server_encoding = PG_UTF8;

void
stub_set_encoding(int encoding)
{
	server_encoding = encoding;
}

void
stub_demand_text(const char *text, const char *what)
{
	Demand(text == NULL || pg_verifymbstr(text, strlen(text), true), what);
}

int
GetDatabaseEncoding(void)
{
	return server_encoding;
}

bool
pg_verify_mbstr(int encoding, const char *s, int length, bool no_error)
{
	if (encoding == PG_LATIN1 ? memchr(s, '\0', length) == NULL : ValidLength(s, length) == (size_t) length)
		return true;
	if (!no_error)
		ereport(ERROR,
				(errcode(ERRCODE_CHARACTER_NOT_IN_REPERTOIRE),
				 errmsg("invalid byte sequence for encoding \"UTF8\"")));
	return false;
}

bool
pg_verifymbstr(const char *s, int length, bool no_error)
{
	return pg_verify_mbstr(server_encoding, s, length, no_error);
}

int
pg_encoding_verifymbstr(int encoding, const char *s, int length)
{
	return (int) ValidLength(s, length);
}

int
pg_utf_mblen(const unsigned char *s)
{
	return s[0] < 0x80 ? 1 : s[0] >> 5 == 6 ? 2 : s[0] >> 4 == 14 ? 3 : s[0] >> 3 == 30 ? 4 : 1;
}

/* Texts of the server end with '\0' */
int
pg_mbstrlen(const char *s)
{
	int			count = 0;

	for (; *s; s += pg_mblen(s))
		count++;
	return count;
}

unsigned char
pg_ascii_tolower(unsigned char c)
{
	return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

/* No two words are near but equal ones */
int
varstr_levenshtein_less_equal(const char *source, int source_length, const char *target, int target_length, int insert,
							  int delete, int substitute, int most, bool trusted)
{
	return source_length == target_length && memcmp(source, target, source_length) == 0 ? 0 : most + 1;
}

int
pg_mblen(const char *s)
{
	return pg_encoding_mblen(server_encoding, s);
}

int
pg_dsplen(const char *s)
{
	return *s != '\0';
}

int
pg_encoding_mblen(int encoding, const char *s)
{
	return encoding == PG_LATIN1 ? 1 : pg_utf_mblen((const unsigned char *) s);
}

int
pg_mbcliplen(const char *s, int length, int limit)
{
	int			n = 0;

	while (n < length && s[n])
	{
		int			step = pg_encoding_mblen(server_encoding, s + n);

		if (n + step > limit)
			break;
		n += step;
	}
	return Min(n, length);
}

int
pg_mbcharcliplen(const char *s, int length, int limit)
{
	int			n = 0;

	for (int i = 0; i < limit && n < length && s[n]; i++)
		n += pg_encoding_mblen(server_encoding, s + n);
	return Min(n, length);
}

#if PG_VERSION_NUM < 170000
pg_wchar
utf8_to_unicode(const unsigned char *s)
{
	if (s[0] < 0x80)
		return s[0];
	if (s[0] >> 5 == 6)
		return (s[0] & 0x1F) << 6 | (s[1] & 0x3F);
	if (s[0] >> 4 == 14)
		return (s[0] & 0x0F) << 12 | (s[1] & 0x3F) << 6 | (s[2] & 0x3F);
	if (s[0] >> 3 == 30)
		return (s[0] & 0x07) << 18 | (s[1] & 0x3F) << 12 | (s[2] & 0x3F) << 6 | (s[3] & 0x3F);
	return 0xFFFFFFFF;
}

unsigned char *
unicode_to_utf8(pg_wchar c, unsigned char *s)
{
	int			length = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;

	if (length == 1)
		s[0] = (unsigned char) c;
	for (int i = length - 1; length > 1 && i > 0; i--, c >>= 6)
		s[i] = 0x80 | (c & 0x3F);
	if (length > 1)
		s[0] = (unsigned char) (0xF00 >> length | c);
	return s;
}
#endif

/* Conversions are between UTF-8 and Latin-1; they need no more than to be told apart from none */
Oid
FindDefaultConversion(Oid namespace, int32 from, int32 to)
{
	return from + to == PG_UTF8 + PG_LATIN1 ? 1 : InvalidOid;
}

Oid
FindDefaultConversionProc(int32 from, int32 to)
{
	return FindDefaultConversion(InvalidOid, from, to);
}

/* Converts as far as it goes, and returns how far that is */
int
pg_do_encoding_conversion_buf(Oid proc, int from, int to, unsigned char *src, int srclen,
							  unsigned char *dest, int destlen, bool no_error)
{
	int			n = 0;

	Demand(proc == 1 && no_error && destlen > 0, "a conversion");
	srclen = Min(srclen, (destlen - 1) / MAX_CONVERSION_GROWTH);
	while (n < srclen)
	{
		int			step = from == PG_LATIN1 ? 1 : CharacterLength(src + n, srclen - n);
		pg_wchar	c = step == 0 ? 0 : from == PG_LATIN1 ? src[n] : utf8_to_unicode(src + n);

		if (step == 0 || (to == PG_LATIN1 && c > 0xFF))
			break;
		if (to == PG_LATIN1)
			*dest++ = (unsigned char) c;
		else
			dest += pg_utf_mblen(unicode_to_utf8(c, dest));
		n += step;
	}
	*dest = '\0';
	return n;
}

/* Converts all, or complains; in its place where there is nothing to do */
static char *
ConvertAll(const char *s, int length, int from, int to)
{
	char	   *result;

	pg_verify_mbstr(from, s, length, false);
	if (from == to)
		return unconstify(char *, s);
	result = palloc(length * MAX_CONVERSION_GROWTH + 1);
	if (pg_do_encoding_conversion_buf(1, from, to, (unsigned char *) s, length, (unsigned char *) result,
									  length * MAX_CONVERSION_GROWTH + 1, true) < length)
		ereport(ERROR,
				(errcode(ERRCODE_UNTRANSLATABLE_CHARACTER),
				 errmsg("character has no equivalent in encoding \"LATIN1\"")));
	return result;
}

char *
pg_any_to_server(const char *s, int length, int encoding)
{
	return ConvertAll(s, length, encoding, server_encoding);
}

char *
pg_server_to_any(const char *s, int length, int encoding)
{
	return ConvertAll(s, length, server_encoding, encoding);
}

/* From Windows-1252, the only one that is converted from */
unsigned char *
pg_do_encoding_conversion(unsigned char *s, int length, int from, int to)
{
	static const uint16 middle[32] = {
		0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17D, 0,
		0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0, 0x17E, 0x178,
	};
	unsigned char *result = palloc(3 * length + 1);
	int			n = 0;

	Demand(from == PG_WIN1252 && to == PG_UTF8, "encodings of a conversion");
	for (int i = 0; i < length; i++)
	{
		pg_wchar	c = s[i] >= 0x80 && s[i] < 0xA0 ? middle[s[i] - 0x80] : s[i];

		if (c == 0)
			ereport(ERROR,
					(errcode(ERRCODE_UNTRANSLATABLE_CHARACTER),
					 errmsg("character has no equivalent in encoding \"UTF8\"")));
		unicode_to_utf8(c, result + n);
		n += pg_utf_mblen(result + n);
	}
	result[n] = '\0';
	return result;
}

void
initStringInfo(StringInfo string)
{
	string->maxlen = 16;
	string->data = palloc(string->maxlen);
	resetStringInfo(string);
}

void
resetStringInfo(StringInfo string)
{
	string->data[0] = '\0';
	string->len = 0;
	string->cursor = 0;
}

void
enlargeStringInfo(StringInfo string, int needed)
{
	int			length = string->maxlen;

	while (length < string->len + needed + 1)
		length *= 2;
	if (length == string->maxlen)
		return;
	string->data = repalloc(string->data, length);
	string->maxlen = length;
}

int
appendStringInfoVA(StringInfo string, const char *format, va_list args)
{
	int			room = string->maxlen - string->len;
	int			n = vsnprintf(string->data + string->len, room, format, args);

	if (n < room)
	{
		string->len += n;
		return 0;
	}
	string->data[string->len] = '\0';
	return n + 1;
}

void
appendStringInfo(StringInfo string, const char *format,...)
{
	int			needed;

	do
	{
		va_list		args;

		va_start(args, format);
		needed = appendStringInfoVA(string, format, args);
		va_end(args);
		if (needed > 0)
			enlargeStringInfo(string, needed);
	} while (needed > 0);
}

#if PG_VERSION_NUM >= 160000
void
appendBinaryStringInfo(StringInfo string, const void *data, int length)
#else
void
appendBinaryStringInfo(StringInfo string, const char *data, int length)
#endif
{
	enlargeStringInfo(string, length);
	memcpy(string->data + string->len, data, length);
	string->len += length;
	string->data[string->len] = '\0';
}

void
appendStringInfoString(StringInfo string, const char *s)
{
	appendBinaryStringInfo(string, s, strlen(s));
}

void
appendStringInfoChar(StringInfo string, char c)
{
	appendBinaryStringInfo(string, &c, 1);
}

char *
psprintf(const char *format,...)
{
	va_list		args;
	char	   *result;
	int			length;

	va_start(args, format);
	length = vsnprintf(NULL, 0, format, args);
	va_end(args);
	Demand(length >= 0, "a format is valid");
	result = palloc(length + 1);
	va_start(args, format);
	vsnprintf(result, length + 1, format, args);
	va_end(args);
	return result;
}

int
pg_snprintf(char *string, size_t size, const char *format,...)
{
	va_list		args;
	int			length;

	va_start(args, format);
	length = vsnprintf(string, size, format, args);
	va_end(args);
	return length;
}

size_t
strlcpy(char *to, const char *from, size_t size)
{
	size_t		length = strlen(from);

	if (size > 0)
	{
		size_t		n = Min(length, size - 1);

		memcpy(to, from, n);
		to[n] = '\0';
	}
	return length;
}

char *
asc_tolower(const char *text, size_t length)
{
	char	   *result = pnstrdup(text, length);

	for (char *s = result; *s; s++)
		*s = *s >= 'A' && *s <= 'Z' ? *s | 0x20 : *s;
	return result;
}

int
pg_strncasecmp(const char *a, const char *b, size_t length)
{
	for (; length > 0; length--, a++, b++)
	{
		int			x = *a >= 'A' && *a <= 'Z' ? *a | 0x20 : (unsigned char) *a;
		int			y = *b >= 'A' && *b <= 'Z' ? *b | 0x20 : (unsigned char) *b;

		if (x != y || x == '\0')
			return x - y;
	}
	return 0;
}

int
pg_strcasecmp(const char *a, const char *b)
{
	return pg_strncasecmp(a, b, SIZE_MAX);
}

void
pg_qsort(void *base, size_t n, size_t size, int (*compare) (const void *, const void *))
{
	qsort(base, n, size, compare);
}

void
qsort_arg(void *base, size_t n, size_t size, qsort_arg_comparator compare, void *arg)
{
	qsort_r(base, n, size, compare, arg);
}
