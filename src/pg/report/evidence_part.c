/* What facts beside the names say, and what to ask for */
#include "postgres.h"

#include "pg/report/evidence_part.h"

#include "pg/report/entry_part.h"
#include "pg/report/html.h"

/* Append the row of a fact */
static void
AddEvidenceRow(StringInfo html, Json row)
{
	bool		compared = !SanctJsonIs(row, "relation", "not compared");
	double		bits = SanctJsonNumber(row, "bits", 0);
	const char *class = !compared ? "soft" : bits > 0 ? "for" : bits < 0 ? "against" : "soft";

	SanctHtmlBehind(html, "<tr><td class=\"w\">", SanctJsonText(row, "part"));
	SanctHtmlBehind(html, "</td><td>", SanctJsonText(row, "read_a"));
	SanctHtmlBehind(html, "</td><td>", SanctJsonText(row, "read_b"));
	appendStringInfo(html, "</td><td><span class=\"tag %s\">%s</span> ", class,
					 !compared ? "? unknown" : bits > 0 ? "+ agrees" : bits < 0 ? "- contradicts" : "= says nothing");
	SanctHtmlText(html, compared ? SanctJsonText(row, "relation") : SanctJsonText(row, "read_a") != NULL ?
				  "the list says nothing of it" : SanctJsonText(row, "read_b") != NULL ? "not given for the customer" :
				  "neither side says anything of it");
	if (compared)
		appendStringInfo(html, "</td><td class=\"n\">%+.2f</td></tr>\n", bits);
	else
		appendStringInfoString(html, "</td><td></td></tr>\n");
}

/* Is a row the sum of others? */
static bool
IsTotal(Json row)
{
	return SanctJsonIs(row, "part", "evidence") || SanctJsonIs(row, "part", "total") ||
		SanctJsonIs(row, "part", "verdict");
}

/* See evidence_part.h */
void
SanctReportEvidence(StringInfo html, Json rows)
{
	appendStringInfoString(html, "<table class=\"evidence\">\n<tr><th>Fact</th><th>Customer</th><th>Listed</th>"
						   "<th>How they compare</th><th class=\"n\">Bits</th></tr>\n");
	for (int i = 0; i < SanctJsonCount(rows); i++)
	{
		Json		row = SanctJsonAt(rows, i);

		if (!IsTotal(row))
		{
			AddEvidenceRow(html, row);
			continue;
		}
		SanctHtmlBehind(html, "<tr class=\"sum\"><td class=\"w\">", SanctJsonText(row, "part"));
		SanctHtmlBehind(html, "</td><td></td><td></td><td>", SanctJsonText(row, "relation"));
		if (SanctJsonText(row, "bits") != NULL)
			appendStringInfo(html, "</td><td class=\"n\">%+.2f</td></tr>\n", SanctJsonNumber(row, "bits", 0));
		else
			appendStringInfoString(html, "</td><td></td></tr>\n");
	}
	appendStringInfoString(html, "</table>\n");
}

/* Is a fact compared in these rows? */
static bool
IsCompared(Json rows, const char *part)
{
	for (int i = 0; i < SanctJsonCount(rows); i++)
		if (SanctJsonIs(SanctJsonAt(rows, i), "part", part))
			return !SanctJsonIs(SanctJsonAt(rows, i), "relation", "not compared");
	return false;
}

/* See evidence_part.h */
void
SanctReportQuestions(StringInfo html, Json rows, Json entry)
{
	static const char *const facts[][3] = {
		{"birth date", "birth_dates", "date of birth"}, {"document", "documents", "passport or other document"},
		{"nationality", "nationality", "nationality"}, {"gender", "genders", "gender"},
		{"birth place", "birth_places", "place of birth"}, {"", "numbers", "number of the ship or aircraft"},
		{"", "addresses", "address"}
	};
	int			asked = 0;

	for (int i = 0; i < lengthof(facts); i++)
	{
		const char *listed = SanctReportJoined(entry, facts[i][1]);

		if (listed == NULL || *listed == '\0' || (facts[i][0][0] != '\0' && IsCompared(rows, facts[i][0])))
			continue;
		appendStringInfo(html, "%s%s (the list has ", asked++ == 0 ? "<p><b>To ask for:</b> " : "; ", facts[i][2]);
		SanctHtmlText(html, listed);
		appendStringInfoString(html, ")");
	}
	if (asked > 0)
		appendStringInfoString(html, ". The one that tells people apart best stands first.</p>\n");
	else
		appendStringInfoString(html, "<p><b>To ask for:</b> the list has nothing more that could be compared.</p>\n");
}
