/* What is to be done with a page */
#include "postgres.h"

#include "pg/report/next_part.h"

#include "pg/report/html.h"
#include "pg/report/ways_part.h"

/* Is one of the lists of a page old? */
static bool
HasOldList(Json page)
{
	Json		lists = SanctJsonIn(page, "lists");

	for (int i = 0; i < SanctJsonCount(lists); i++)
		if (SanctJsonNumber(SanctJsonAt(lists, i), "age_days", 0) >= OLD_LIST_DAYS)
			return true;
	return false;
}

/* Was not everything looked at that is listed? */
static bool
IsNarrowed(Json page)
{
	return SanctJsonText(page, "types") != NULL || SanctJsonText(page, "programs") != NULL ||
		SanctJsonText(page, "weak") != NULL;
}

/* Was a way found to match that screening does not take? */
static bool
HasLooked(Json page)
{
	Json		ways = SanctJsonIn(page, "ways");

	for (int i = 0; i < SanctJsonCount(ways); i++)
	{
		Json		way = SanctJsonAt(ways, i);

		if (!SanctJsonIs(way, "screened", "yes") && !SanctReportIsHit(page, way) &&
			SanctJsonNumber(way, "similarity", 0) + 0.0005 >= SanctJsonNumber(page, "threshold", 0.67))
			return true;
	}
	return false;
}

/* Append that new lists are to be loaded, where those of the page are old */
static void
AddLoading(StringInfo html, Json page)
{
	if (HasOldList(page))
		appendStringInfoString(html, "<li>Load the lists of today and make this page again: those below are old.</li>"
							   "\n");
}

/* Append whom to screen of a body */
static void
AddOwners(StringInfo html, Json page)
{
	if (strcmp(SanctReportLikely(page), "thing") != 0)
	{
		appendStringInfoString(html, "<li>If it is a business, one that is called after a person, say: screen that "
							   "person by his name alone, without the other words, and so owners, directors and who "
							   "signs.</li>\n");
		return;
	}
	appendStringInfoString(html, "<li>Screen owners, directors and who signs by themselves, each as a name of its own: "
						   "a name of a body says nothing of them. Of a ship, screen the IMO number as a "
						   "document.</li>\n");
}

/* Append what to do where nothing was found */
static void
AddAfterSilence(StringInfo html, Json page)
{
	AddLoading(html, page);
	if (IsNarrowed(page))
		appendStringInfoString(html, "<li>Not all was asked for, see above: leave these limits out, and make this page "
							   "again.</li>\n");
	if (HasLooked(page))
		appendStringInfoString(html, "<li>Clear up first what stands below under <b>Look at it</b>.</li>\n");
	if (!SanctReportHasLatin(page))
		appendStringInfoString(html, "<li>Ask for the name in Latin letters, and screen that: of its own letters "
							   "nothing but the same letters is found, and lists have few names in them.</li>\n");
	if (SanctReportIsBusiness(page))
		AddOwners(html, page);
	if (strcmp(SanctReportLikely(page), "thing") != 0)
		appendStringInfoString(html, "<li>If the customer has other names, or one in another script (Chinese "
									 "characters, Arabic, Cyrillic), screen each by itself, and passport numbers as "
									 "documents: a document finds its entry whatever the name.</li>\n");
	appendStringInfoString(html, "<li>Is the customer known by a name of an entry below? Then ask for more. If not, "
								 "nothing is to be decided: keep this page, it says what was compared with which lists "
								 "by which version.</li>\n<li>Screen again when a list changes "
								 "(<code>sanct_run_new</code> does it for a table).</li>\n");
}

/* Has a hit a verdict? */
static bool
HasVerdict(Json hits, const char *verdict)
{
	for (int i = 0; i < SanctJsonCount(hits); i++)
		if (SanctJsonIs(SanctJsonAt(hits, i), "verdict", verdict))
			return true;
	return false;
}

/* Append what to do where something was found */
static void
AddAfterHits(StringInfo html, Json page, Json hits)
{
	AddLoading(html, page);
	if (HasVerdict(hits, "strong"))
		appendStringInfoString(html, "<li>Where the verdict is strong: stop, and hand it to whoever decides by your "
									 "rules today. What is known beside the name says that it is the one who is "
									 "listed.</li>\n");
	if (HasVerdict(hits, "possible"))
		appendStringInfoString(html, "<li>Where it is possible: hold, and get what stands under <b>To ask for</b>; "
									 "make this page again with it.</li>\n");
	if (HasVerdict(hits, "weak") || HasVerdict(hits, "contradicted"))
		appendStringInfoString(html, "<li>Where it is weak or contradicted: check the fact that speaks against at its "
									 "source, a passport say. If it holds, clear the hit with that fact as the "
									 "reason.</li>\n");
	appendStringInfoString(html, "<li>Write down what you decide, and why: <code>sanct_decide</code> does so for an "
								 "alert.</li>\n");
}

/* See next_part.h */
void
SanctReportNext(StringInfo html, Json page)
{
	Json		hits = SanctJsonIn(page, "hits");

	appendStringInfoString(html, "<h2>What to do next</h2>\n<ol>\n");
	if (SanctJsonCount(hits) > 0)
		AddAfterHits(html, page, hits);
	else
		AddAfterSilence(html, page);
	appendStringInfoString(html, "</ol>\n");
}
