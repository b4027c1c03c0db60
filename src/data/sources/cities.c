/*
 * Prints what sources/places.pl takes of CLDR: the town that each time zone is named after, in the languages of the lists
 * and of their readers, as ICU knows them.
 * cc cities.c $(pkg-config --cflags --libs icu-uc icu-i18n) -o cities && ./cities > cities.txt
 */
#include <stdio.h>
#include <string.h>

#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/uenum.h>
#include <unicode/ustring.h>

/* The exemplar city of a time zone, or nothing */
static void
PrintCity(const char *locale, const UChar *zone)
{
	static const UChar pattern[] = {'V', 'V', 'V', 0};
	UErrorCode	status = U_ZERO_ERROR;
	UDateFormat *format = udat_open(UDAT_PATTERN, UDAT_PATTERN, locale, zone, -1, pattern, -1, &status);
	UChar		name[256];
	char		utf8[512];

	if (U_FAILURE(status))
		return;
	udat_format(format, 0, name, 256, NULL, &status);
	u_strToUTF8(utf8, sizeof(utf8), NULL, name, -1, &status);
	if (U_SUCCESS(status))
		printf("%s\n", utf8);
	udat_close(format);
}

int
main(void)
{
	static const char *const locales[] = {"en", "ko", "zh", "zh_Hant", "ja", "ru", "uk", "fr", "de", "es", "pt", "it", "tr", "vi",
	"id", "pl", "nl"};
	UErrorCode	status = U_ZERO_ERROR;
	UEnumeration *zones = ucal_openTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL_LOCATION, NULL, NULL, &status);
	const UChar *zone;

	while (U_SUCCESS(status) && (zone = uenum_unext(zones, NULL, &status)) != NULL)
		for (size_t i = 0; i < sizeof(locales) / sizeof(locales[0]); i++)
			PrintCity(locales[i], zone);
	uenum_close(zones);
	return 0;
}
