/* What transport made of characters: &nbsp; &#39; &amp;amp; %20 %E2%80%99 */
#include "name/text/transport.h"

#include <string.h>

#include <unicode/utf8.h>

#include "data/entity_table.h"

/* Characters that nothing shows: a number that is none's */
#define NOTHING 0xFFFD
/* Bytes of a character in UTF-8 */
#define BYTES_MOST 4
/* Digits of the number of a character */
#define DIGITS_MOST 8

static int
HexOf(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* The byte that an escape at a place stands for, -1 = there is none */
static int
ByteAt(const char *utf8, int length)
{
	if (length < 3 || utf8[0] != '%' || HexOf(utf8[1]) < 0 || HexOf(utf8[2]) < 0)
		return -1;
	return HexOf(utf8[1]) << 4 | HexOf(utf8[2]);
}

/* An escaped character: its bytes in UTF-8, each as % and two digits */
static int
DecodeEscapes(uint32_t *character, const char *utf8, int length)
{
	uint8_t		bytes[BYTES_MOST];
	int			n = 0;
	int32_t		used = 0;
	UChar32		c;

	while (n < BYTES_MOST)
	{
		int			byte = ByteAt(utf8 + 3 * n, length - 3 * n);

		if (byte < 0)
			break;
		bytes[n++] = (uint8_t) byte;
	}
	if (n == 0)
		return 0;
	U8_NEXT(bytes, used, n, c);
	if (c <= 0)
		return 0;
	*character = (uint32_t) c;
	return 3 * (int) used;
}

/* The number of a character behind &, # and maybe x; returns its length with the semicolon */
static int
DecodeNumber(uint32_t *character, const char *utf8, int length)
{
	bool		hex = length > 1 && (utf8[1] == 'x' || utf8[1] == 'X');
	uint32_t	number = 0;
	int			from = hex ? 2 : 1;
	int			i = from;

	for (; i < length && i < from + DIGITS_MOST; i++)
	{
		int			digit = HexOf(utf8[i]);

		if (digit < 0 || (!hex && digit > 9))
			break;
		number = number * (hex ? 16 : 10) + (uint32_t) digit;
	}
	if (i == from || i == length || utf8[i] != ';')
		return 0;
	*character = number == 0 || number > 0x10FFFF || U_IS_SURROGATE(number) ? NOTHING : number;
	return i + 1;
}

/* The name of a character behind &; the same */
static int
DecodeName(uint32_t *character, const char *utf8, int length)
{
	int			low = 0;
	int			high = sm_entity_count - 1;
	int			most = (int) sizeof(sm_entities[0].name);
	const char *end = memchr(utf8, ';', (size_t) (length < most ? length : most));
	size_t		n = end != NULL ? (size_t) (end - utf8) : 0;

	while (n > 0 && low <= high)
	{
		int			middle = (low + high) / 2;
		int			order = strncmp(sm_entities[middle].name, utf8, n);

		if (order == 0 && sm_entities[middle].name[n] == '\0')
		{
			*character = sm_entities[middle].character;
			return (int) n + 1;
		}
		if (order < 0)
			low = middle + 1;
		else
			high = middle - 1;
	}
	return 0;
}

/* What stands behind &amp; as often as it was written for & */
static int
SkipAmpersands(const char *utf8, int length)
{
	int			at = 1;

	while (at + 4 <= length && memcmp(utf8 + at, "amp;", 4) == 0)
		at += 4;
	return at;
}

/*
 * The character that an entity or an escape at the start of some bytes stands for; returns how many bytes it has,
 * 0 = there is none
 */
int
sm_transport_decode(uint32_t *character, const char *utf8, int length)
{
	int			at;
	int			n;

	if (utf8[0] == '%')
		return DecodeEscapes(character, utf8, length);
	at = SkipAmpersands(utf8, length);
	n = at < length && utf8[at] == '#' ? DecodeNumber(character, utf8 + at, length - at) :
		at < length ? DecodeName(character, utf8 + at, length - at) : 0;
	if (n > 0)
		return at + n;
	*character = '&';
	return at > 1 ? at : 0;
}
