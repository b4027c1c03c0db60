/* Countries: every row of the table is found, and what names several */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "data/country_table.h"
#include "name/person/country.h"
#include "harness.h"

/* A text and the codes it names; NULL = something of it is no country */
typedef struct Case
{
	const char *text;
	const char *codes;
} Case;

static const Case cases[] = {
	{"KP", "KP"}, {"prk", "KP"}, {"Korea, North", "KP"}, {"North Korea", "KP"}, {"NORTH  KOREA", "KP"}, {"북한", "KP"},
	{"Democratic People's Republic of Korea", "KP"}, {"조선민주주의인민공화국", "KP"}, {"КНДР", "KP"}, {"北朝鮮", "KP"},
	{"D.P.R.K.", "KP"}, {"Korea, Republic of", "KR"}, {"한국", "KR"}, {"Côte d’Ivoire", "CI"}, {"Cote d'Ivoire", "CI"},
	{"Estonia, Russia", "EE RU"}, {"Germany. Russia", "DE RU"}, {"Syria; Lebanon", "SY LB"}, {"Iran and Iraq", "IR IQ"},
	{"Bulgaria\xC2\xA0", "BG"}, {"Bosnia & Herzegovina", "BA"}, {"Russia, Russian", "RU"}, {"", ""},
	{"Congo (Democratic Republic)", "CD"}, {"Congo (Republic)", "CG"}, {"Republic of Korea", "KR"},
	{"Korea (Democratic People's Republic)", "KP"}, {"Korea (Republic)", "KR"}, {"Holy See", "VA"},
	{"Korea", NULL}, {"Atlantis", NULL}, {"Russia, Atlantis", NULL}, {"Russia, ", "RU"}, {"K", NULL}, {"\xFF", NULL}
};

static void
TestCase(const Case *c)
{
	uint16_t	codes[SM_COUNTRIES_MAX];
	char		found[8 * SM_COUNTRIES_MAX] = "";
	size_t		length = strlen(c->text);
	/* just as long, without an end: a part of a longer text has none */
	char	   *part = malloc(length > 0 ? length : 1);
	int			n;

	memcpy(part, c->text, length);
	n = sm_countries_read(codes, part, length);
	free(part);

	for (int i = 0; i < n; i++)
		snprintf(found + strlen(found), 8, "%s%c%c", i ? " " : "", codes[i] >> 8, codes[i] & 255);
	Check(c->codes ? n >= 0 && strcmp(found, c->codes) == 0 : n < 0, "is read as", c->text,
		  n < 0 ? "no country" : found, 0);
}

/* What the generator folds is what is folded here */
static void
TestTable(void)
{
	FILE	   *file = fopen("src/data/countries.tsv", "r");
	char		line[512];
	int			rows = 0;

	while (file && fgets(line, sizeof(line), file))
	{
		if (line[0] == '#')
			continue;
		line[strcspn(line, "\n")] = '\0';
		rows++;
		Check(sm_country_find(line + 3, strlen(line + 3)) == SM_COUNTRY(line[0], line[1]), "is read as", line,
			  "another", 0);
	}
	if (file)
		fclose(file);
	Check(rows > 3000, "is read as", "src/data/countries.tsv", "too few rows", 0);
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		TestCase(&cases[i]);
	TestTable();
	return Finish("country");
}
