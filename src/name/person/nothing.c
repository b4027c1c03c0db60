/* Placeholders: what stands in a field of which nothing is known */
#include "name/person/nothing.h"

#include <stdint.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "data/nothing_table.h"

/* Longer texts say something */
#define LONGEST 64

/* Copy a text without the blanks around it, in lower case, with a terminator; false if it is too long or not UTF-8 */
static bool
Lower(char *out, const char *utf8, size_t length)
{
	int32_t		i = 0;
	int32_t		n = 0;
	int32_t		end = 0;

	while (i < (int32_t) length)
	{
		UChar32		c;
		UBool		failed = false;

		U8_NEXT(utf8, i, (int32_t) length, c);
		if (c <= 0 || n > LONGEST - 8)
			return false;
		if (u_isUWhiteSpace(c) && n == 0)
			continue;
		U8_APPEND((uint8_t *) out, n, LONGEST, u_tolower(c), failed);
		if (failed)
			return false;
		if (!u_isUWhiteSpace(c))
			end = n;
	}
	out[end] = '\0';
	return true;
}

/* Does a field say nothing: is it empty, or a word that stands for nothing? */
bool
sm_says_nothing(const char *utf8, size_t length)
{
	char		word[LONGEST + 1];
	int			low = 0;
	int			high = sm_nothing_count;

	if (length > LONGEST || !Lower(word, utf8, length))
		return false;
	while (low < high)
	{
		int			middle = (low + high) / 2;

		if (strcmp(sm_nothings[middle], word) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return word[0] == '\0' || (low < sm_nothing_count && strcmp(sm_nothings[low], word) == 0);
}
