/* Countries by their codes, whatever language or list names them */
#include "name/person/country.h"

#include <stdbool.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include "data/country_table.h"

/* Longer names are of no country */
#define LONGEST 120

/* Letters and digits of a name in lower case, without marks; 0 = it is too long or not UTF-8 */
static int
FoldCountry(char *out, const char *utf8, size_t length)
{
	UErrorCode	status = U_ZERO_ERROR;
	const UNormalizer2 *nfkd = unorm2_getNFKDInstance(&status);
	UChar		text[LONGEST + 1];
	UChar		apart[4 * LONGEST];
	int32_t		n;
	int32_t		written = 0;

	if (length > LONGEST)
		return 0;
	u_strFromUTF8(text, LONGEST + 1, &n, utf8, (int32_t) length, &status);
	n = unorm2_normalize(nfkd, text, n, apart, 4 * LONGEST, &status);
	if (U_FAILURE(status))
		return 0;
	for (int32_t i = 0; i < n && written < LONGEST;)
	{
		UChar32		c;

		U16_NEXT(apart, i, n, c);
		if (u_isalnum(c))
			U8_APPEND_UNSAFE((uint8_t *) out, written, u_tolower(c));
	}
	return written;
}

/* The code of a country by a name or code of it; 0 = it is no country */
uint16_t
sm_country_find(const char *utf8, size_t length)
{
	char		name[LONGEST + 8];
	int			n = FoldCountry(name, utf8, length);
	int			low = 0;
	int			high = sm_country_name_count;

	while (low < high)
	{
		int			middle = (low + high) / 2;
		const SmCountryName *other = &sm_country_names[middle];
		int			length = (int) (other[1].from - other->from);
		int			order = memcmp(sm_country_letters + other->from, name, (size_t) (length < n ? length : n));

		if (order < 0 || (order == 0 && length < n))
			low = middle + 1;
		else if (order > 0 || length > n)
			high = middle;
		else
			return n > 0 ? other->code : 0;
	}
	return 0;
}

/* Add a country to a set; returns how many it has */
static int
AddCountry(uint16_t *codes, int n, uint16_t code)
{
	if (code != 0 && n < SM_COUNTRIES_MAX && !sm_country_among(codes, n, code))
		codes[n++] = code;
	return n;
}

/* Does a part of a field hold anything but blanks? */
static bool
HasMoreThanBlanks(const char *utf8, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (utf8[i] != ' ' && utf8[i] != '\t')
			return true;
	return false;
}

/* Does a separator of several countries start here? How many bytes it has */
static size_t
CountrySeparator(const char *at, size_t left)
{
	if (strchr(",;./|\n", *at))
		return 1;
	if (left > 5 && strncmp(at, " and ", 5) == 0)
		return 5;
	return left > 3 && strncmp(at, " & ", 3) == 0 ? 3 : 0;
}

/*
 * Read the countries that a field names into at most SM_COUNTRIES_MAX codes: a country, or several with commas, full
 * stops and the like between. Returns how many; -1 if something of it is no country.
 */
int
sm_countries_read(uint16_t *codes, const char *utf8, size_t length)
{
	uint16_t	whole = sm_country_find(utf8, length);
	size_t		start = 0;
	int			n = 0;
	bool		unknown = false;

	if (whole != 0)
		return AddCountry(codes, 0, whole);
	for (size_t i = 0; i <= length; i++)
	{
		size_t		separator = i < length ? CountrySeparator(utf8 + i, length - i) : 1;
		uint16_t	code;

		if (separator == 0)
			continue;
		code = sm_country_find(utf8 + start, i - start);
		unknown |= code == 0 && HasMoreThanBlanks(utf8 + start, i - start);
		n = AddCountry(codes, n, code);
		i += separator - 1;
		start = i + 1;
	}
	return unknown ? -1 : n;
}
