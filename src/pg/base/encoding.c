/* Texts between the server's encoding and UTF-8, in which names are read; never an error */
#include "postgres.h"

#include "pg/base/encoding.h"

#include "catalog/pg_conversion.h"
#include "catalog/pg_namespace.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"

#include "pg/base/compat.h"

/* What stands for characters that another encoding does not have */
#define REPLACEMENT_UTF8 "\xEF\xBF\xBD"

/* Is this plain ASCII, which is the same in every server encoding? */
static bool
IsAscii(const char *s, int length)
{
	for (int i = 0; i < length; i++)
		if (IS_HIGHBIT_SET(s[i]))
			return false;
	return true;
}

/*
 * Convert by PostgreSQL's own conversion, whatever the search path says and whatever the bytes
 * are: each character that cannot be converted becomes the replacement, and complete false.
 * Returns a palloc'd string and its length.
 */
static char *
Convert(const char *s, int *length, int from, int to, const char *replacement, bool *complete)
{
	Oid			proc = FindDefaultConversion(PG_CATALOG_NAMESPACE, from, to);
	Size		room = (Size) *length * MAX_CONVERSION_GROWTH + 1;
	const char *end = s + *length;
	char	   *out = palloc_extended(room, MCXT_ALLOC_HUGE);
	char	   *p = out;

	while (s < end)
	{
		if (OidIsValid(proc))
		{
			s += pg_do_encoding_conversion_buf(proc, from, to, (unsigned char *) s, (int) (end - s),
											   (unsigned char *) p,
											   (int) Min(room - (p - out), PG_INT32_MAX), true);
			p += strlen(p);
		}
		if (s < end && !IS_HIGHBIT_SET(*s))
			*p++ = *s++;
		else if (s < end)
		{
			*complete = false;
			memcpy(p, replacement, strlen(replacement));
			p += strlen(replacement);
			s += Min(Max(pg_encoding_mblen(from, s), 1), end - s);
		}
	}
	*length = (int) (p - out);
	return out;
}

/* Are names read byte for byte as UTF-8? */
bool
SanctIsServerUtf8(void)
{
	return GetDatabaseEncoding() == PG_UTF8 || GetDatabaseEncoding() == PG_SQL_ASCII;
}

/*
 * A string of the server's encoding as UTF-8, never an error.  Returns the string itself where
 * nothing has to be done, or else a palloc'd one; not terminated.
 */
const char *
SanctServerToUtf8(const char *s, int *length)
{
	bool		complete;

	if (SanctIsServerUtf8() || IsAscii(s, *length))
		return s;
	return Convert(s, length, GetDatabaseEncoding(), PG_UTF8, REPLACEMENT_UTF8, &complete);
}

/* The way back; what the server's encoding does not have becomes a question mark */
const char *
SanctUtf8ToServer(const char *s, int *length)
{
	bool		complete;

	return SanctUtf8ToServerMarked(s, length, &complete);
}

/* The same; complete tells whether nothing became one */
const char *
SanctUtf8ToServerMarked(const char *s, int *length, bool *complete)
{
	*complete = true;
	if (SanctIsServerUtf8() || IsAscii(s, *length))
		return s;
	return Convert(s, length, PG_UTF8, GetDatabaseEncoding(), "?", complete);
}

/* See encoding.h */
char *
SanctTextToUtf8(const text *string)
{
	int			length = VARSIZE_ANY_EXHDR(string);
	const char *utf8 = SanctServerToUtf8(VARDATA_ANY(string), &length);

	return pnstrdup(utf8, length);
}

/* See encoding.h */
text *
SanctUtf8ToText(const char *utf8)
{
	int			length = strlen(utf8);
	const char *server = SanctUtf8ToServer(utf8, &length);

	return cstring_to_text_with_len(server, length);
}
