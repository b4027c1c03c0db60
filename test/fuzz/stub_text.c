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

void
stub_demand_text(const char *text, const char *what)
{
	Demand(text == NULL || ValidLength(text, strlen(text)) == strlen(text), what);
}

int
GetDatabaseEncoding(void)
{
	return PG_UTF8;
}

bool
pg_verify_mbstr(int encoding, const char *s, int length, bool no_error)
{
	if (ValidLength(s, length) == (size_t) length)
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
	return pg_verify_mbstr(PG_UTF8, s, length, no_error);
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

int
pg_encoding_mblen(int encoding, const char *s)
{
	return pg_utf_mblen((const unsigned char *) s);
}

int
pg_mbcliplen(const char *s, int length, int limit)
{
	int			n = 0;

	while (n < length && s[n])
	{
		int			step = pg_encoding_mblen(PG_UTF8, s + n);

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
		n += pg_encoding_mblen(PG_UTF8, s + n);
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

/* The database is in UTF-8: what comes is checked and stays as it is */
char *
pg_any_to_server(const char *s, int length, int encoding)
{
	pg_verify_mbstr(encoding, s, length, false);
	return unconstify(char *, s);
}

char *
pg_server_to_any(const char *s, int length, int encoding)
{
	return unconstify(char *, s);
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

/* Of encodings that the database does not have */
Oid
FindDefaultConversion(Oid namespace, int32 from, int32 to)
{
	Demand(false, "the database is in UTF-8");
	return InvalidOid;
}

int
pg_do_encoding_conversion_buf(Oid proc, int from, int to, unsigned char *src, int srclen,
							  unsigned char *dest, int destlen, bool no_error)
{
	Demand(false, "the database is in UTF-8");
	return 0;
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
