/*
 * A number's text in ASCII: full-width forms as usual ones, letters of other scripts as the Latin ones they look
 * like
 */
#include "name/person/plain.h"

#include <stdint.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "name/text/lookalike.h"

/* The Latin capital that a letter of another script looks like, in small; 0 = none */
static char
LooksLike(UChar32 c)
{
	uint32_t	letter = (uint32_t) u_tolower(c);
	uint32_t	twin = sm_latin_twin(letter, true);

	return (char) (twin != 0 ? twin : sm_latin_twin(letter, false));
}

/* A character in ASCII: a blank for what is no letter, figure or sign of it */
static char
Plain(UChar32 c)
{
	int32_t		figure = u_charDigitValue(c);

	if (c < 0x80)
		return c < ' ' ? ' ' : (char) c;
	if (figure >= 0)
		return (char) ('0' + figure);
	if (c >= 0xFF01 && c <= 0xFF5E)
		return (char) (c - 0xFF01 + '!');
	if (u_charType(c) == U_DASH_PUNCTUATION)
		return '-';
	return u_isalpha(c) ? LooksLike(c) : ' ';
}

/*
 * Copy a text into so many bytes, in ASCII, letters as capitals if asked for; a letter that looks like no Latin one
 * becomes a blank. Returns its length without blanks around it, -1 = it is too long or not UTF-8.
 */
int
sm_plain_text(char *out, int size, const char *utf8, size_t length, bool capitals)
{
	int32_t		i = 0;
	int			n = 0;

	while (i < (int32_t) length)
	{
		UChar32		c;
		char		plain;

		U8_NEXT(utf8, i, (int32_t) length, c);
		if (c < 0 || n == size)
			return -1;
		plain = Plain(c);
		if (plain == 0)
			plain = ' ';
		if (plain == ' ' && n == 0)
			continue;
		out[n++] = capitals && plain >= 'a' && plain <= 'z' ? (char) (plain - 'a' + 'A') : plain;
	}
	while (n > 0 && out[n - 1] == ' ')
		n--;
	return n;
}
