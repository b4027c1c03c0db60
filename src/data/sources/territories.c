/*
 * Prints src/data/countries.tsv's rows of CLDR: code and name of every territory that ISO 3166-1 has, in the
 * languages of the lists and of their readers, as ICU knows them. cc territories.c $(pkg-config --cflags --libs
 * icu-uc icu-i18n) -o territories && ./territories
 */
#include <stdio.h>
#include <string.h>

#include <unicode/uloc.h>
#include <unicode/ures.h>
#include <unicode/ustring.h>

int
main(void)
{
	static const char *const locales[] = {
		"en", "ko", "zh", "zh_Hant", "ja", "ru", "uk", "fr", "de", "es", "pt", "it", "tr", "ar", "fa", "vi", "id"
	};

	for (const char *const *code = uloc_getISOCountries(); *code; code++)
		for (size_t i = 0; i < sizeof(locales) / sizeof(locales[0]); i++)
		{
			char		of[16];
			UChar		name[256];
			char		utf8[512];
			UErrorCode	status = U_ZERO_ERROR;

			snprintf(of, sizeof(of), "und_%s", *code);
			uloc_getDisplayCountry(of, locales[i], name, 256, &status);
			u_strToUTF8(utf8, sizeof(utf8), NULL, name, -1, &status);
			if (U_SUCCESS(status) && strcmp(utf8, *code) != 0)
				printf("%s\t%s\n", *code, utf8);
		}
	return 0;
}
