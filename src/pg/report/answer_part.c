/* What the page of a name answers, with the reason, in its first lines */
#include "postgres.h"

#include "pg/report/answer_part.h"

#include "data/word_weight_table.h"
#include "name/weight.h"
#include "pg/report/entry_part.h"
#include "pg/report/html.h"
#include "pg/report/ways_part.h"

/* See answer_part.h */
bool
SanctReportIsFurtherReason(const char *why, Json parts)
{
	return why != NULL && (SanctJsonCount(parts) == 0 || (strncmp(why, "alike: ", 7) != 0 &&
														  strncmp(why, "nothing alike", 13) != 0));
}

/* See answer_part.h */
bool
SanctReportIsAlike(Json row)
{
	return SanctJsonNumber(row, "similarity", 0) > 0 ||
		SanctReportIsFurtherReason(SanctJsonText(row, "why"), SanctJsonIn(row, "parts"));
}

/* See answer_part.h */
bool
SanctReportHasInCommon(Json row)
{
	Json		parts = SanctJsonIn(row, "parts");

	for (int i = 0; i < SanctJsonCount(parts); i++)
	{
		Json		part = SanctJsonAt(parts, i);
		double		bits = SanctJsonNumber(part, "bits", 0);

		if (!SanctJsonIs(part, "part", "whole name") &&
			bits > (SanctJsonIs(part, "part", "word") ? (double) sm_word_weights.particle / SM_BIT : 0))
			return true;
	}
	return SanctReportIsAlike(row);
}

/* Append an entry by its name and its number on the list */
static void
AddEntryName(StringInfo html, Json row)
{
	SanctHtmlBehind(html, "<b>", SanctJsonText(row, "primary_name"));
	SanctHtmlBehind(html, "</b> <span class=\"soft\">",
					psprintf("%s %s, %s", SanctJsonText(row, "list"), SanctJsonText(row, "list_uid"),
							 SanctJsonText(row, "type")));
	appendStringInfoString(html, "</span>");
}

/* The facts that speak for or against a hit, of its evidence; NULL: none does */
static const char *
SpeakingFacts(Json hit)
{
	Json		rows = SanctJsonIn(hit, "evidence");
	StringInfoData facts;

	initStringInfo(&facts);
	for (int i = 0; i < SanctJsonCount(rows); i++)
	{
		Json		row = SanctJsonAt(rows, i);
		const char *relation = SanctJsonText(row, "relation");

		bool		type = SanctJsonIs(row, "part", "type") && SanctJsonIs(row, "relation", "another");

		if ((type || SanctJsonNumber(row, "bits", 0) != 0) && relation != NULL &&
			SanctJsonText(row, "read_a") != NULL)
			appendStringInfo(&facts, "%s%s: %s", facts.len > 0 ? "; " : "", SanctJsonText(row, "part"), relation);
	}
	return facts.len > 0 ? facts.data : NULL;
}

/* Append a hit in a line: by which name, how alike, and with what verdict */
static void
AddHit(StringInfo html, Json hit)
{
	const char *verdict = SanctJsonText(hit, "verdict");
	const char *facts = SanctJsonIn(hit, "evidence") != NULL ? SpeakingFacts(hit) : SanctJsonText(hit, "facts");

	appendStringInfoString(html, "<li>");
	AddEntryName(html, hit);
	if (SanctJsonText(hit, "matched_name") != NULL)
	{
		SanctHtmlBehind(html, " by its name ", SanctJsonText(hit, "matched_name"));
		appendStringInfo(html, ", similarity %.3f", SanctJsonNumber(hit, "similarity", 0));
	}
	SanctHtmlBehind(html, "; verdict: ", verdict != NULL ? verdict : "possible");
	SanctHtmlBehind(html, ", because of ", facts != NULL ? facts : "the name alone");
	appendStringInfoString(html, "</li>\n");
}

/* See answer_part.h */
ReportedPair
SanctReportWayPair(Json page, Json way)
{
	Json		entry = SanctJsonIn(way, "facts");
	const char *listed = SanctJsonText(way, "nearest_name");

	return (ReportedPair) {
		.subject = SanctJsonText(way, "nearest_part"), .listed = listed, .alias = SanctReportAlias(entry, listed),
		.person = entry == NULL || SanctJsonIs(entry, "type", "person"), .parts = SanctJsonIn(way, "parts"),
		.similarity = SanctJsonNumber(way, "similarity", 0), .threshold = SanctJsonNumber(page, "threshold", 0.67)
	};
}

/* Append what no screening compares so and is nearer than all that it does: it is to be looked at, or it is nearest */
static void
AddNearer(StringInfo html, Json page, Json way)
{
	ReportedPair pair = SanctReportWayPair(page, way);

	if (SanctReportIsFound(page, way))
	{
		SanctReportUnscreened(html, page, way);
		return;
	}
	SanctHtmlBehind(html, "<p>The nearest of all that was compared is <b>", pair.listed);
	SanctHtmlBehind(html, "</b> <span class=\"soft\">", SanctJsonText(way, "entry"));
	SanctHtmlBehind(html, "</span>, by ", pair.subject);
	SanctHtmlBehind(html, " (", SanctJsonText(way, "way"));
	appendStringInfo(html, ", for this page alone, no screening does it): similarity %.3f, a match from %.3f on.</p>\n",
					 pair.similarity, pair.threshold);
	SanctReportWanting(html, &pair);
}

/* Append the answer where nothing was found: what is nearest, and what keeps it from matching */
static void
AddSilence(StringInfo html, Json page)
{
	Json		way = SanctReportMoreAlike(page);
	Json		near;
	const char *why;
	ReportedPair pair;

	appendStringInfoString(html, "<p>No entry of the lists below has a name that matches at the threshold, or "
						   "one of the documents. Other facts are compared where a name matches; here none "
						   "does.</p>\n");
	if (way != NULL)
		AddNearer(html, page, way);
	if (SanctJsonCount(SanctJsonIn(page, "near")) == 0)
		return;
	near = SanctJsonAt(SanctJsonIn(page, "near"), 0);
	why = SanctJsonText(near, "why");
	if (!SanctReportHasInCommon(near))
	{
		appendStringInfoString(html, "<p>No listed name that can be compared with it shares a word with it, or has one "
							   "like it.</p>\n");
		return;
	}
	pair = SanctReportedPair(near, SanctJsonIn(near, "entry"), SanctJsonText(page, "name"), "nearest_name",
							 SanctJsonNumber(page, "threshold", 0.67));
	appendStringInfoString(html, way != NULL ? "<p>Of what screening compares the nearest is " : "<p>The nearest is ");
	if (pair.listed != NULL && !SanctJsonIs(near, "primary_name", pair.listed))
	{
		SanctHtmlText(html, pair.listed);
		appendStringInfoString(html, ", a name of ");
	}
	AddEntryName(html, near);
	appendStringInfo(html, ": similarity %.3f, a match from %.3f on.</p>\n", pair.similarity, pair.threshold);
	if (SanctReportIsFurtherReason(why, pair.parts))
		SanctHtmlElement(html, "p", NULL, why);
	SanctReportWanting(html, &pair);
}

/* See answer_part.h */
void
SanctReportAnswer(StringInfo html, Json page)
{
	Json		hits = SanctJsonIn(page, "hits");

	appendStringInfo(html, "<h2>Found: %d</h2>\n", SanctJsonCount(hits));
	if (SanctJsonCount(hits) == 0)
	{
		AddSilence(html, page);
		return;
	}
	appendStringInfoString(html, "<ul>\n");
	for (int i = 0; i < SanctJsonCount(hits); i++)
		AddHit(html, SanctJsonAt(hits, i));
	appendStringInfoString(html, "</ul>\n");
}
