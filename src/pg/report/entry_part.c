/* A listed entry as a page shows it, and tables of rows */
#include "postgres.h"

#include "pg/report/entry_part.h"

#include "pg/report/html.h"

/* The elements of an array that are texts, with semicolons between; a scalar as it is; NULL for none */
static char *
JoinTexts(Json object, const char *key)
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

/* See entry_part.h */
void
SanctReportEntry(StringInfo html, Json entry)
{
	static const ReportColumn facts[] = {
		{"list", "List"}, {"list_uid", "Its number there"}, {"type", "Type"}, {"primary_name", "Name"},
		{"other_names", "Other names"}, {"weak_names", "Names that the list calls weak"}, {"birth_dates", "Born"},
		{"birth_places", "Born in"}, {"nationality", "Nationality"}, {"genders", "Gender"}, {"documents", "Documents"},
		{"numbers", "Ship or aircraft"}, {"addresses", "Addresses"}, {"links", "Linked to"}, {"programs", "Programs"},
		{"title", "Titles, positions"}, {"listed_on", "Listed on"}, {"remarks", "Remarks"}
	};

	if (entry == NULL)
		return;
	appendStringInfoString(html, "<table class=\"facts\">\n");
	for (int i = 0; i < lengthof(facts); i++)
		SanctHtmlFact(html, facts[i].title, JoinTexts(entry, facts[i].key));
	if (SanctJsonIs(entry, "delisted", "yes"))
		SanctHtmlFact(html, "Now", "no longer listed");
	appendStringInfoString(html, "</table>\n");
}

/* See entry_part.h */
char *
SanctReportMoment(const char *moment)
{
	const char *fraction;
	const char *zone;
	char	   *told;

	if (moment == NULL || strlen(moment) < 19 || moment[10] != 'T')
		return moment ? pstrdup(moment) : NULL;
	fraction = moment + 19;
	zone = fraction + strspn(fraction, ".0123456789");
	told = psprintf("%.19s %s", moment, zone);
	told[10] = ' ';
	return told;
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
			SanctHtmlBehind(html, "<td>", SanctReportMoment(JoinTexts(SanctJsonAt(rows, r), columns[i].key)));
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
	SanctHtmlBehind(html, " by ", SanctJsonText(made, "by"));
	SanctHtmlBehind(html, " from database ", SanctJsonText(made, "database"));
	SanctHtmlBehind(html, ", sanctmatch ", SanctJsonText(made, "version"));
	appendStringInfoString(html, ".</p>\n");
}
