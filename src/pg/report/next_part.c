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
			SanctReportIsFound(page, way))
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

/* Append that other names of the customer are to be screened too */
static void
AddOtherNames(StringInfo html, Json page)
{
	if (strcmp(SanctReportLikely(page), "thing") == 0)
		appendStringInfoString(html, "<li>If it has other names (a former one, a short one, one that it trades "
									 "under), or one in another script (Korean, Chinese characters, Arabic, "
							   "Cyrillic), screen each by itself, and registration and IMO numbers as documents: a "
							   "document finds its entry whatever the name.</li>\n");
	else
		appendStringInfoString(html, "<li>If the customer has other names, or one in another script (Chinese "
							   "characters, Arabic, Cyrillic), screen each by itself, and passport numbers as "
							   "documents: a document finds its entry whatever the name.</li>\n");
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
	AddOtherNames(html, page);
	appendStringInfoString(html, "<li>Is the customer known by a name of an entry below? Then ask for more. If not, "
								 "nothing is to be decided: keep this page, it says what was compared with which lists "
								 "by which version. It raises no alert and writes nothing down: guards and runs do, "
								 "and <code>sanct_open_alert</code> shows theirs.</li>\n<li>Screen again when a list "
								 "changes (whoever runs the database does it for a table by "
								 "<code>sanct_run_new</code>).</li>\n");
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
									 "rules today. What is known beside the name fits the one who is listed as "
									 "strongly as the rule wants, see <b>Verdict</b> at the end. Only a document "
									 "proves it: a year, a nationality and even a day are those of others "
									 "too.</li>\n");
	if (HasVerdict(hits, "possible"))
		appendStringInfoString(html, "<li>Where it is possible: hold, and get what stands under <b>To ask for</b>; "
									 "make this page again with it.</li>\n");
	if (HasVerdict(hits, "weak") || HasVerdict(hits, "contradicted"))
		appendStringInfoString(html, "<li>Where it is weak or contradicted: check the fact that speaks against at its "
									 "source, a passport say. If it holds, clear the hit with that fact as the "
									 "reason.</li>\n");
	if (HasLooked(page))
		appendStringInfoString(html, "<li>Clear up what stands below under <b>Look at it</b>: it is no hit, and not "
									 "nothing.</li>\n");
	appendStringInfoString(html, "<li>Write down what you decide, and why. This page raises no alert: where a guard "
								 "or a run has raised one, <code>sanct_open_alert</code> shows it with its number, "
								 "and whoever decides answers it by <code>sanct_decide</code>.</li>\n");
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
