/*
 * Birth places: whether they have a town or a country in common.  A part between commas is a country or words of a
 * town
 */
#include "name/person/place.h"

#include <stdbool.h>
#include <string.h>
#include <unicode/utf8.h>

#include "data/place_word_table.h"
#include "name/hash.h"
#include "name/person/country.h"
#include "name/person/nothing.h"
#include "name/text/fold.h"
#include "name/text/text.h"
#include "name/text/unicode.h"

/* Fewest bytes of a word that is a town */
#define TOWN_LENGTH 3
/* Longest word that is looked at */
#define WORD_BYTES 64

/* Is it a word of districts and the like? */
static bool
IsPlaceWord(const char *word, int length)
{
	int			low = 0;
	int			high = sm_place_word_count;

	while (low < high)
	{
		int			middle = (low + high) / 2;
		int			order = strncmp(sm_place_words[middle], word, (size_t) length);

		if (order == 0 && sm_place_words[middle][length] == '\0')
			return true;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

/* Add a word, folded as names are, unless it names no town */
static void
AddTown(SmPlace *place, const char *word, int length)
{
	if (length >= TOWN_LENGTH && place->towns < SM_TOWNS_MAX && !IsPlaceWord(word, length))
		place->town[place->towns++] = sm_word_hash((const uint8_t *) word, length);
}

/* Add the words of a part between commas, letters with marks as those below them */
static void
AddTowns(SmPlace *place, const char *utf8, size_t length)
{
	SmText		text;
	char		word[WORD_BYTES + 4];
	int32_t		n = 0;

	sm_text_fold(&text, utf8, length);
	for (int i = 0; i <= text.length; i++)
	{
		if (i < text.length && (sm_is_part(text.cp[i]) || text.cp[i] == '\''))
		{
			uint32_t	c = sm_base_letter(text.cp[i]);

			if (n < WORD_BYTES && c != '\'')
				U8_APPEND_UNSAFE((uint8_t *) word, n, c);
			continue;
		}
		AddTown(place, word, n);
		n = 0;
	}
}

/* Add the countries of a part between commas; false if it names none */
static bool
AddCountries(SmPlace *place, const char *utf8, size_t length)
{
	uint16_t	codes[SM_COUNTRIES_MAX];
	int			n = sm_countries_read(codes, utf8, length);

	for (int i = 0; i < n && place->countries < SM_PLACE_COUNTRIES; i++)
		place->country[place->countries++] = codes[i];
	return n > 0;
}

/* Read a birth place: Pyongyang, Democratic People's Republic of Korea */
void
sm_place_read(SmPlace *place, const char *utf8, size_t length)
{
	size_t		start = 0;

	memset(place, 0, sizeof(SmPlace));
	if (sm_says_nothing(utf8, length) || AddCountries(place, utf8, length))
		return;
	for (size_t i = 0; i <= length; i++)
	{
		if (i < length && !strchr(",;()", utf8[i]))
			continue;
		if (!AddCountries(place, utf8 + start, i - start))
			AddTowns(place, utf8 + start, i - start);
		start = i + 1;
	}
}

/* Compare two birth places */
SmPlaceLevel
sm_place_compare(const SmPlace *a, const SmPlace *b)
{
	if (a->towns + a->countries == 0 || b->towns + b->countries == 0)
		return SM_PLACE_UNKNOWN;
	for (int i = 0; i < a->towns; i++)
		for (int j = 0; j < b->towns; j++)
			if (a->town[i] == b->town[j])
				return SM_PLACE_TOWN;
	for (int i = 0; i < a->countries; i++)
		for (int j = 0; j < b->countries; j++)
			if (a->country[i] == b->country[j])
				return SM_PLACE_COUNTRY;
	return a->countries && b->countries ? SM_PLACE_OTHER_COUNTRY : SM_PLACE_OTHER_TOWN;
}
