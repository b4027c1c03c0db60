/* What Unicode says of a letter, and which version of it that is */
#include "name/text/unicode.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

/* See text.h */
uint8_t
sm_unicode(void)
{
	UVersionInfo version;

	u_getUnicodeVersion(version);
	return (uint8_t) (version[0] << 2 | (version[1] < 3 ? version[1] : 3));
}

/* Take the marks off a Latin, Greek or Cyrillic letter: its base letter */
uint32_t
sm_base_letter(uint32_t c)
{
	UErrorCode	status = U_ZERO_ERROR;
	const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
	UChar		units[16];
	UChar32		base = (UChar32) c;
	int32_t		i = 0;
	int32_t		length = 0;

	if (U_SUCCESS(status))
		length = unorm2_getDecomposition(nfc, (UChar32) c, units, 16, &status);
	if (U_SUCCESS(status) && length > 0)
		U16_NEXT(units, i, length, base);
	return (uint32_t) base;
}
