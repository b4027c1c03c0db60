/* A listed entry as a page shows it, and tables of rows */
#include "postgres.h"

#include "pg/report/entry_part.h"

#include "pg/report/html.h"

/* Bytes from which a word is parted rather than make its column wider */
#define LONG_WORD 16

/* See entry_part.h */
char *
SanctReportJoined(Json object, const char *key)
{
	Json		array = SanctJsonIn(object, key);
	StringInfoData joined;

	if (array == NULL)
		return SanctJsonText(object, key);
	initStringInfo(&joined);
	for (int i = 0; i < SanctJsonCount(array); i++)
	{
		const char *text = SanctJsonTextAt(array, i);

		if (text != NULL)
			appendStringInfo(&joined, "%s%s", joined.len > 0 ? "; " : "", text);
	}
	return joined.data;
}

/* Is an entry a ship or an aircraft, or not known to be anything else? */
static bool
IsCraft(Json entry)
{
	return SanctJsonText(entry, "type") == NULL || SanctJsonIs(entry, "type", "vessel") ||
		SanctJsonIs(entry, "type", "aircraft");
}

/* See entry_part.h */
const char *
SanctReportNumbersAre(Json entry)
{
	const char *numbers = SanctReportJoined(entry, "numbers");
	const char *remarks = SanctJsonText(entry, "remarks");

	if (entry == NULL || IsCraft(entry))
		return "number of the ship or aircraft";
	if (numbers == NULL || strstr(numbers, "imo: ") == NULL)
		return "number of a ship or aircraft of its";
	return remarks != NULL && strstr(remarks, "Company Number IMO") != NULL ? "company IMO number" :
		"number (imo: its own, or that of a ship of its)";
}

/* Begin the table of an entry, by what no other entry has */
static void
BeginEntryTable(StringInfo html, Json entry)
{
	appendStringInfoString(html, "<table class=\"facts\">\n");
	SanctHtmlFact(html, "List", SanctJsonText(entry, "list"));
	SanctHtmlFact(html, "Its number there", SanctJsonText(entry, "list_uid"));
}

/* See entry_part.h */
bool
SanctReportHasEntry(StringInfo html, Json entry)
{
	StringInfoData begin;

	initStringInfo(&begin);
	BeginEntryTable(&begin, entry);
	return strstr(html->data, begin.data) != NULL;
}

/* See entry_part.h */
void
SanctReportEntry(StringInfo html, Json entry, bool brief)
{
	static const ReportColumn facts[] = {
		{"type", "Type"}, {"primary_name", "Name"},
		{"other_names", "Other names"}, {"weak_names", "Names that the list calls weak"}, {"birth_dates", "Born"},
		{"nationality", "Nationality"}, {"programs", "Programs"},
		/* these are left out of a brief one */
		{"birth_places", "Born in"}, {"genders", "Gender"}, {"documents", "Documents"},
		{"numbers", "Ship or aircraft"}, {"addresses", "Addresses"}, {"links", "Linked to"},
		{"title", "Titles, positions"}, {"listed_on", "Listed on"}, {"remarks", "Remarks"}
	};

	if (entry == NULL)
		return;
	BeginEntryTable(html, entry);
	for (int i = 0; i < (brief ? 7 : lengthof(facts)); i++)
		SanctHtmlFact(html, strcmp(facts[i].key, "numbers") != 0 || IsCraft(entry) ? facts[i].title :
					  psprintf("Its %s", SanctReportNumbersAre(entry)), SanctReportJoined(entry, facts[i].key));
	if (SanctJsonIs(entry, "delisted", "yes"))
		SanctHtmlFact(html, "Now", "no longer listed");
	appendStringInfoString(html, "</table>\n");
}

/* Is a text one of an array of a key? */
static bool
IsAmongTexts(Json object, const char *key, const char *text)
{
	Json		array = SanctJsonIn(object, key);

	for (int i = 0; i < SanctJsonCount(array); i++)
	{
		const char *one = SanctJsonTextAt(array, i);

		if (one != NULL && strcmp(one, text) == 0)
			return true;
	}
	return false;
}

/* See entry_part.h */
const char *
SanctReportAlias(Json entry, const char *name)
{
	if (entry == NULL || name == NULL)
		return "";
	if (SanctJsonIs(entry, "primary_name", name))
		return ", the primary name of the entry";
	if (IsAmongTexts(entry, "weak_names", name))
		return ", which the list calls a weak alias: little evidence by itself";
	return IsAmongTexts(entry, "other_names", name) ? ", an alias of the entry" : "";
}

/* Is a text a moment as JSON writes it, and not a name that has a T there? */
static bool
IsMoment(const char *text)
{
	static const char shape[] = "0000-00-00T00:00:00";

	for (int i = 0; i < (int) sizeof(shape) - 1; i++)
		if (shape[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != shape[i])
			return false;
	return true;
}

/* See entry_part.h */
char *
SanctReportMoment(const char *moment)
{
	const char *fraction;
	const char *zone;
	char	   *told;

	if (moment == NULL || !IsMoment(moment))
		return moment ? pstrdup(moment) : NULL;
	fraction = moment + 19;
	zone = fraction + strspn(fraction, ".0123456789");
	told = psprintf("%.19s %s", moment, zone);
	told[10] = ' ';
	return told;
}

/* See entry_part.h */
void
SanctReportFacts(StringInfo html, Json object, const ReportColumn *facts, int count)
{
	appendStringInfoString(html, "<table class=\"facts\">\n");
	for (int i = 0; i < count; i++)
		SanctHtmlFact(html, facts[i].title, SanctReportMoment(SanctJsonText(object, facts[i].key)));
	appendStringInfoString(html, "</table>\n");
}

/* Has a text a word that a column of a table has no room for, so that it may be parted anywhere? */
static bool
HasLongWord(const char *text)
{
	while (text != NULL && *text != '\0')
	{
		size_t		length = strcspn(text, " -\n");

		if (length > LONG_WORD)
			return true;
		text += length + strspn(text + length, " -\n");
	}
	return false;
}

/* See entry_part.h */
void
SanctReportTable(StringInfo html, Json rows, const ReportColumn *columns, int count, const char *none)
{
	if (SanctJsonCount(rows) == 0)
	{
		SanctHtmlElement(html, "p", "soft", none);
		return;
	}
	appendStringInfoString(html, "<table>\n<tr>");
	for (int i = 0; i < count; i++)
		appendStringInfo(html, "<th>%s</th>", columns[i].title);
	appendStringInfoString(html, "</tr>\n");
	for (int r = 0; r < SanctJsonCount(rows); r++)
	{
		appendStringInfoString(html, "<tr>");
		for (int i = 0; i < count; i++)
		{
			const char *text = SanctReportMoment(SanctReportJoined(SanctJsonAt(rows, r), columns[i].key));

			SanctHtmlBehind(html, HasLongWord(text) ? "<td>" : "<td class=\"w\">", text);
			appendStringInfoString(html, "</td>");
		}
		appendStringInfoString(html, "</tr>\n");
	}
	appendStringInfoString(html, "</table>\n");
}

/* See entry_part.h */
void
SanctReportMade(StringInfo html, Json made)
{
	SanctHtmlBehind(html, "<p class=\"soft\">Made on ", SanctReportMoment(SanctJsonText(made, "at")));
	SanctHtmlBehind(html, " by the database user ", SanctJsonText(made, "by"));
	SanctHtmlBehind(html, " from the database ", SanctJsonText(made, "database"));
	SanctHtmlBehind(html, ", sanctmatch ", SanctJsonText(made, "version"));
	appendStringInfoString(html, ".</p>\n");
}
