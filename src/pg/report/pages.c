/* The pages that compare names: a case, a name */
#include "postgres.h"

#include "pg/report/pages.h"

#include "pg/report/answer_part.h"
#include "pg/report/entry_part.h"
#include "pg/report/evidence_part.h"
#include "pg/report/glossary.h"
#include "pg/report/html.h"
#include "pg/report/next_part.h"
#include "pg/report/part_row.h"
#include "pg/report/sum.h"
#include "pg/report/ways_part.h"

/* The end of the sentence on what is known beside the names, by the verdict */
static const char *
VerdictWords(const char *verdict)
{
	static const char *const words[][2] = {
		{"strong", "What is known beside the name speaks strongly for its being the person"},
		{"possible", "What is known beside the name neither proves nor excludes that it is the person"},
		{"weak", "What is known beside the name speaks against its being the person, and does not exclude it"},
		{"contradicted", "What is known beside the name says that it is somebody else"},
	};

	for (int i = 0; verdict != NULL && i < lengthof(words); i++)
		if (strcmp(verdict, words[i][0]) == 0)
			return words[i][1];
	return NULL;
}

/* Is a fact of the row among those that are held against what the list says? */
static bool
IsWeighed(Json evidence)
{
	for (int i = 0; i < SanctJsonCount(evidence); i++)
		if (SanctJsonText(SanctJsonAt(evidence, i), "read_a") != NULL)
			return true;
	return false;
}

/* Say that nothing was compared beside the name: there is nothing, or what the row has, and why it was not */
static void
AddUncompared(StringInfo html, Json alert, Json evidence)
{
	const char *given = SanctJsonText(alert, "given");

	if (given == NULL)
	{
		appendStringInfoString(html, " Nothing is known beside the name");
		return;
	}
	SanctHtmlBehind(html, " Beside the name the row has ", given);
	appendStringInfoString(html, IsWeighed(evidence) ? ", and the list nothing that is compared with it" :
						   ", which was noted, and not compared with what the list says");
}

/* The case in two sentences */
static void
AddLead(StringInfo html, Json alert, Json evidence)
{
	const char *verdict = VerdictWords(SanctJsonText(alert, "verdict"));
	const char *facts = SanctJsonText(alert, "facts");

	if (SanctJsonIs(alert, "kind", "unread"))
	{
		appendStringInfoString(html, "<p>The name could not be read, so nothing says that nobody of that name is "
							   "listed. ");
		SanctHtmlText(html, SanctJsonText(alert, "note"));
		appendStringInfoString(html, "</p>\n");
		return;
	}
	SanctHtmlBehind(html, "<p>", SanctJsonText(alert, "subject_name"));
	if (SanctJsonText(alert, "matched_name") != NULL)
	{
		SanctHtmlBehind(html, " can be the listed name ", SanctJsonText(alert, "matched_name"));
		appendStringInfo(html, ": similarity %.3f, and %.3f is enough.", SanctJsonNumber(alert, "similarity", 0),
						 SanctJsonNumber(alert, "threshold", 0.67));
	}
	else
		appendStringInfoString(html, " has a document of the entry, whatever the names are.");
	if (verdict != NULL && facts == NULL)
		AddUncompared(html, alert, evidence);
	else if (verdict != NULL)
		SanctHtmlBehind(html, psprintf(" %s: ", verdict), facts);
	appendStringInfoString(html, verdict != NULL ? ".</p>\n" : "</p>\n");
}

/* Who wrote what, when, and where it stands */
static void
AddAlert(StringInfo html, Json alert)
{
	static const ReportColumn facts[] = {
		{"subject_name", "Name as it was written"}, {"matched_name", "Name on the list"}, {"subject", "Table"},
		{"key", "Row"}, {"known", "What else was written"}, {"status", "Status"}, {"assigned_to", "Assigned to"},
		{"due", "Due"}, {"verdict", "Verdict"},
		{"facts", "Because of"}, {"tier", "Names are"}, {"note", "Could not be read, because"}, {"raised_at", "Raised"},
		{"raised_by", "Written by"}, {"raised_actor", "for"}, {"action", "What was done"}, {"guard", "By the guard"},
		{"run_id", "By run"}, {"release_id", "Release of the list"}, {"threshold", "Threshold"},
		{"algorithm", "Version of the algorithm"}
	};

	SanctReportFacts(html, alert, facts, lengthof(facts));
}

/* How many people bear a name, as an object has it */
static void
AddRarity(StringInfo html, Json object, const char *name)
{
	Json		words = SanctJsonIn(object, "rarity");

	/* of a name that is not Korean no number is known, and the page says what it is read as */
	if (SanctJsonCount(words) == 0 || strncmp(SanctJsonTextAt(words, 0), "how many", 8) == 0)
		return;
	SanctHtmlBehind(html, "<p>How common ", name != NULL ? name : "the name");
	appendStringInfoString(html, " is: ");
	for (int i = 0; i < SanctJsonCount(words); i++)
	{
		appendStringInfoString(html, i > 0 ? "; " : "");
		SanctHtmlText(html, SanctJsonTextAt(words, i));
	}
	appendStringInfoString(html, ". How many others bear it, Chinese say, is not known: only Koreans are counted. It "
						   "is reckoned from shares of names and syllables, and who bears a rare one is in no list "
						   "for that: it says only how seldom namesakes are. A name alone identifies "
						   "nobody.</p>\n");
}

/* Names of an entry in other scripts, side by side */
static void
TellNames(StringInfo html, Json names)
{
	static const ReportColumn columns[] = {
		{"name", "Name"}, {"kind", "Kind"}, {"script", "Script"}, {"reads", "Read as"}, {"latin", "In Latin letters"}
	};

	if (SanctJsonCount(names) == 0)
		return;
	appendStringInfoString(html, "<h3>Its names in every script that the list has</h3>\n");
	SanctReportTable(html, names, columns, lengthof(columns), NULL);
}

/* Entries, most of other lists, that are likely the same */
static void
AddLinked(StringInfo html, Json page)
{
	static const ReportColumn columns[] = {
		{"list", "List"}, {"list_uid", "Number there"}, {"primary_name", "Name"}, {"births", "Born"},
		{"by", "In common"}, {"value", "Which is"}
	};

	if (SanctJsonCount(SanctJsonIn(page, "linked")) == 0)
		return;
	appendStringInfoString(html, "<h2>Likely the same on the lists</h2>\n");
	SanctReportTable(html, SanctJsonIn(page, "linked"), columns, lengthof(columns), NULL);
}

/* What happened to an alert */
static void
AddHistory(StringInfo html, Json page)
{
	static const ReportColumn columns[] = {
		{"at", "When"}, {"what", "What"}, {"by", "By"}, {"actor", "For"}, {"reason", "Why"}
	};

	appendStringInfoString(html, "<h2>What happened</h2>\n");
	SanctReportTable(html, SanctJsonIn(page, "history"), columns, lengthof(columns), "Nothing was decided.");
}

/* The release that the names were held against, and what it cannot say because it is old */
static void
AddRelease(StringInfo html, Json page)
{
	static const ReportColumn columns[] = {
		{"list", "List"}, {"title", "Called"}, {"publisher", "Publisher"}, {"release_id", "Release in force"},
		{"published", "Published"}, {"age_days", "Days old"}, {"imported_at", "Imported"}, {"entries", "Entries"},
		{"names", "Names"}
	};
	Json		lists = SanctJsonIn(page, "lists");

	appendStringInfoString(html, "<h2>Lists</h2>\n");
	SanctReportTable(html, lists, columns, lengthof(columns), "No list is loaded.");
	for (int i = 0; i < SanctJsonCount(lists); i++)
	{
		Json		list = SanctJsonAt(lists, i);

		if (SanctJsonNumber(list, "age_days", 0) < OLD_LIST_DAYS)
			continue;
		SanctHtmlBehind(html, "<p class=\"against\"><b>Old:</b> ", SanctJsonText(list, "list"));
		SanctHtmlBehind(html, " is as it was ", SanctJsonText(list, "age_days"));
		appendStringInfoString(html, " days ago. Who was listed since is not found, and a silence says nothing of it: "
							   "load a newer one and look again.</p>\n");
	}
}

/* See pages.h */
void
SanctReportCase(StringInfo html, Json page)
{
	Json		alert = SanctJsonIn(page, "alert");
	const char *name = SanctJsonText(alert, "subject_name");
	Json		entry = SanctJsonIn(page, "entry");
	ReportedPair pair = SanctReportedPair(alert, entry, name, "matched_name",
										  SanctJsonNumber(alert, "threshold", 0.67));

	pair.parts = SanctJsonIn(page, "parts");
	SanctHtmlBegin(html, psprintf("Alert %s", SanctJsonText(alert, "id")));
	SanctReportMade(html, SanctJsonIn(page, "made"));
	AddLead(html, alert, SanctJsonIn(page, "evidence"));
	if (pair.person)
		AddRarity(html, page, NULL);
	AddAlert(html, alert);
	if (SanctJsonCount(pair.parts) > 0)
	{
		appendStringInfoString(html, "<h2>How the names compare</h2>\n");
		SanctReportSum(html, &pair);
	}
	if (SanctJsonCount(SanctJsonIn(page, "evidence")) > 0)
	{
		appendStringInfoString(html, "<h2>What is known beside the name</h2>\n");
		SanctReportEvidence(html, SanctJsonIn(page, "evidence"), entry);
	}
	if (entry != NULL)
	{
		SanctReportQuestions(html, SanctJsonIn(page, "evidence"), entry);
		appendStringInfoString(html, "<h2>The entry as the list has it now</h2>\n");
		SanctReportEntry(html, entry, false);
		TellNames(html, SanctJsonIn(page, "names"));
	}
	AddLinked(html, page);
	AddHistory(html, page);
	AddRelease(html, page);
	SanctReportGlossary(html, page);
	SanctHtmlEnd(html);
}

/* Begin the box of an entry, by its names */
static void
BeginEntry(StringInfo html, Json row)
{
	SanctHtmlBehind(html, "<div class=\"case\"><h3>", SanctJsonText(row, "primary_name"));
	appendStringInfoString(html, " <span class=\"soft\">");
	SanctHtmlText(html, psprintf("%s %s, %s", SanctJsonText(row, "list"), SanctJsonText(row, "list_uid"),
								 SanctJsonText(row, "type")));
	appendStringInfoString(html, "</span></h3>\n");
}

/* A year that stands as a number beside the name of the customer; NULL: there is none */
static const char *
YearBeside(Json parts)
{
	for (int i = 0; i < SanctJsonCount(parts); i++)
	{
		Json		row = SanctJsonAt(parts, i);
		const char *text = SanctJsonText(row, "read_a");

		if (SanctJsonIs(row, "part", "beside") && text != NULL && strlen(text) == 4 &&
			strspn(text, "0123456789") == 4 && (strncmp(text, "19", 2) == 0 || strncmp(text, "20", 2) == 0))
			return text;
	}
	return NULL;
}

/* Does anything stand beside the name of the customer in its field, a place say? */
static bool
HasBeside(Json parts)
{
	for (int i = 0; i < SanctJsonCount(parts); i++)
		if (SanctJsonIs(SanctJsonAt(parts, i), "part", "beside") &&
			SanctJsonText(SanctJsonAt(parts, i), "read_a") != NULL)
			return true;
	return false;
}

/* Was anything of the customer given beside the name? */
static bool
IsMoreGiven(Json page)
{
	static const char *const keys[] = {
		"birth_date", "birth_place", "nationality", "gender", "documents", "entry_type"
	};

	for (int i = 0; i < lengthof(keys); i++)
	{
		const char *given = SanctJsonText(page, keys[i]);

		if (given != NULL && *given != '\0')
			return true;
	}
	return false;
}

/* Say that the name alone is known, and why */
static void
AddNameAlone(StringInfo html, Json page, Json row)
{
	const char *year = SanctJsonText(page, "birth_date") == NULL ? YearBeside(SanctJsonIn(row, "parts")) : NULL;

	appendStringInfoString(html, "<p><b>Verdict: possible.</b> The name can be the listed one, and ");
	if (!IsMoreGiven(page))
		appendStringInfoString(html, HasBeside(SanctJsonIn(row, "parts")) ? "but for what stands beside it in its "
																"field, which is not held against the facts of the "
							   "list, nothing else of the customer was given" :
							   "nothing else of the customer was given");
	else if (SanctJsonIs(row, "type", "person"))
		appendStringInfoString(html, "what else was given of the customer is not compared");
	else
		appendStringInfoString(html, "what else was given of the customer is not compared, since birth date, "
							   "nationality and gender are facts of a person and this entry is none");
	appendStringInfoString(html, ": the name alone neither proves nor excludes that it is the one who is listed.");
	if (year != NULL)
	{
		SanctHtmlBehind(html, " In the field of the name stands ", year);
		appendStringInfoString(html, ", which is not compared there: if it is the year of birth, give it as the birth "
							   "date.");
	}
	appendStringInfoString(html, "</p>\n");
}

/* The end of a hit: what is known beside the name, what that makes of it, and what to ask for */
static void
TellVerdict(StringInfo html, Json page, Json row)
{
	Json		evidence = SanctJsonIn(row, "evidence");

	if (SanctJsonCount(evidence) > 0)
	{
		appendStringInfoString(html, "<h3>What is known beside the name</h3>\n");
		SanctReportEvidence(html, evidence, SanctJsonIn(row, "entry"));
	}
	else
		AddNameAlone(html, page, row);
	SanctReportQuestions(html, evidence, SanctJsonIn(row, "entry"));
}

/* One entry that is found, with the comparison */
static void
TellFound(StringInfo html, Json page, Json row)
{
	Json		entry = SanctJsonIn(row, "entry");
	const char *part = SanctJsonText(row, "matched_part");
	ReportedPair pair = SanctReportedPair(row, entry, part != NULL ? part : SanctJsonText(page, "name"), "matched_name",
							   SanctJsonNumber(page, "threshold", 0.67));

	BeginEntry(html, row);
	if (part != NULL && !SanctJsonIs(page, "name", part))
	{
		SanctHtmlBehind(html, "<p>Of the field this part is compared: ", part);
		appendStringInfoString(html, "</p>\n");
	}
	if (SanctJsonCount(pair.parts) > 0)
		SanctReportSum(html, &pair);
	if (pair.person)
		AddRarity(html, row, pair.subject);
	TellVerdict(html, page, row);
	SanctReportEntry(html, entry, false);
	appendStringInfoString(html, "</div>\n");
}

/* Append how names of two kinds would compare word by word, if the listed one were a body's as well */
static void
AddAsWords(StringInfo html, const ReportedPair *pair, Json words)
{
	ReportedPair as_words = *pair;

	as_words.parts = words;
	as_words.person = false;
	as_words.similarity = SanctReportedSimilarity(words);
	as_words.alias = ", as if that were the name of a body: it is not, and so none of this counts";
	as_words.supposed = true;
	appendStringInfoString(html, "<p><b>The rule:</b> the name of a person and that of something called after one are "
						   "two names: no sum is made of them, and the similarity is 0, however many words they have "
						   "in common. The name of a body that is written as the listed one would compare as follows. "
						   "Whether the customer belongs to the person, no comparison of names can tell.</p>\n");
	SanctReportSum(html, &as_words);
}

/* One entry that is near and not found */
static void
TellNearest(StringInfo html, Json page, Json row, bool first)
{
	Json		entry = SanctJsonIn(row, "entry");
	const char *why = SanctJsonText(row, "why");
	ReportedPair pair = SanctReportedPair(row, entry, SanctJsonText(page, "name"), "nearest_name",
							   SanctJsonNumber(page, "threshold", 0.67));

	if (!first)
		SanctHtmlFold(html, psprintf("%s, %s %s, similarity %.3f", SanctJsonText(row, "primary_name"),
									 SanctJsonText(row, "list"), SanctJsonText(row, "list_uid"), pair.similarity));
	BeginEntry(html, row);
	if (SanctReportIsFurtherReason(why, pair.parts))
		SanctHtmlElement(html, "p", NULL, why);
	if (SanctJsonCount(pair.parts) > 0)
		SanctReportSum(html, &pair);
	if (SanctJsonCount(SanctJsonIn(row, "as_words")) > 0)
		AddAsWords(html, &pair, SanctJsonIn(row, "as_words"));
	SanctReportEntry(html, entry, true);
	appendStringInfoString(html, "</div>\n");
	if (!first)
		SanctHtmlUnfold(html);
}

/* Near entries that are told in full: where nothing is found, and where nobody needs to defend a silence */
#define NEAR_ALONE 3
#define NEAR_BESIDE_HITS 2

/* Append the near entries from one on in a line each has a part of */
static void
AddFurther(StringInfo html, Json near, int from)
{
	int			told = 0;

	for (int i = from; i < SanctJsonCount(near); i++)
	{
		Json		row = SanctJsonAt(near, i);

		SanctHtmlBehind(html, told++ == 0 ? "<p>Further off: " : "; ", SanctJsonText(row, "nearest_name"));
		SanctHtmlBehind(html, " <span class=\"soft\">",
						psprintf("%s %s", SanctJsonText(row, "list"), SanctJsonText(row, "list_uid")));
		appendStringInfo(html, "</span> %.3f", SanctJsonNumber(row, "similarity", 0));
	}
	if (told > 0)
		appendStringInfoString(html, ".</p>\n");
}

/* Append the order in which near entries stand */
static void
AddNearOrder(StringInfo html, int count)
{
	if (count == 0)
		appendStringInfoString(html, "<p>No other name of the lists can be compared with it at all: none is read in "
							   "the same way, and none has two of its words.</p>\n");
	else
		appendStringInfoString(html, "<p>Of all names of the lists below that screening compares these come nearest "
									 "without matching, each entry by its nearest name, in the order of similarity, "
									 "and where that is 0 of the sum as a share of the mean. Of those of 0 persons "
									 "stand first where the name is likely that of a person, and bodies and ships "
									 "where it is that of a body; last those of which no word is like one of "
									 "it.</p>\n");
}

/* Append what no screening compares so and is nearer than all that it does, with the comparison and the entry */
static void
AddMoreAlike(StringInfo html, Json page)
{
	Json		way = SanctReportMoreAlike(page);
	ReportedPair pair;

	if (way == NULL)
		return;
	pair = SanctReportWayPair(page, way);
	SanctHtmlBehind(html, "<div class=\"case\"><h3>For this page alone: ", SanctJsonText(way, "nearest_name"));
	SanctHtmlBehind(html, " <span class=\"soft\">", SanctJsonText(way, "entry"));
	appendStringInfoString(html, "</span></h3>\n");
	if (SanctReportIsFound(page, way))
		SanctReportUnscreened(html, page, way);
	else
		appendStringInfoString(html, "<p>No screening makes this comparison. It is the nearest of all, and does not "
							   "match either.</p>\n");
	if (SanctJsonCount(pair.parts) > 0)
		SanctReportSum(html, &pair);
	SanctReportEntry(html, SanctJsonIn(way, "facts"), true);
	appendStringInfoString(html, "</div>\n");
}

/* All that is near; where something is found, less */
static void
AddNearest(StringInfo html, Json page, bool found)
{
	Json		near = SanctJsonIn(page, "near");
	int			told = 0;
	int			i = 0;

	appendStringInfoString(html, "<h2>Near, and not found</h2>\n");
	AddMoreAlike(html, page);
	AddNearOrder(html, SanctJsonCount(near));
	for (; i < SanctJsonCount(near) && told < (found ? NEAR_BESIDE_HITS : NEAR_ALONE); i++)
		if (found ? SanctReportIsAlike(SanctJsonAt(near, i)) : SanctReportHasInCommon(SanctJsonAt(near, i)))
		{
			TellNearest(html, page, SanctJsonAt(near, i), told == 0);
			told++;
		}
	if (!found && told > 0)
		AddFurther(html, near, i);
	if (told == 0 && SanctJsonCount(near) > 0)
	{
		SanctHtmlBehind(html, found ? "<p>None of them is alike: the first is " :
						"<p>No listed name that can be compared with it shares a word with it, or has one like it. "
						"Least unlike is ", SanctJsonText(SanctJsonAt(near, 0), "nearest_name"));
		SanctHtmlBehind(html, ", ", SanctJsonText(SanctJsonAt(near, 0), "type"));
		appendStringInfo(html, ", with a sum of %+.2f bits, similarity %.3f.</p>\n",
						 SanctJsonNumber(SanctJsonAt(near, 0), "weight", 0),
						 SanctJsonNumber(SanctJsonAt(near, 0), "similarity", 0));
	}
}

/* See pages.h */
void
SanctReportName(StringInfo html, Json page)
{
	static const ReportColumn facts[] = {
		{"name", "Name"}, {"birth_date", "Born"}, {"birth_place", "Born in"}, {"nationality", "Nationality"},
		{"gender", "Gender"}, {"documents", "Documents"}, {"entry_type", "Type"}, {"threshold", "Threshold"},
		{"types", "Types asked for, no others"}, {"programs", "Programs asked for, no others"},
		{"weak", "Names that lists call weak"}
	};
	Json		hits = SanctJsonIn(page, "hits");
	const char *name = SanctJsonText(page, "name");

	SanctHtmlBegin(html, psprintf("%s against the lists", name != NULL ? name : "A name"));
	SanctReportMade(html, SanctJsonIn(page, "made"));
	SanctReportFacts(html, page, facts, lengthof(facts));
	SanctReportAnswer(html, page);
	SanctReportNext(html, page);
	if (SanctJsonCount(hits) > 0)
		appendStringInfoString(html, "<h2>What was found, one by one</h2>\n");
	for (int i = 0; i < SanctJsonCount(hits); i++)
		TellFound(html, page, SanctJsonAt(hits, i));
	SanctReportWays(html, page);
	if (SanctJsonCount(hits) == 0)
	{
		AddRarity(html, page, NULL);
		SanctReportSpellings(html, page);
	}
	AddNearest(html, page, SanctJsonCount(hits) > 0);
	AddRelease(html, page);
	SanctReportGlossary(html, page);
	SanctHtmlEnd(html);
}
