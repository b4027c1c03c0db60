/* In which ways a name was read and compared, and which spellings would be found */
#include "postgres.h"

#include "pg/report/ways_part.h"

#include "name/person/country.h"
#include "pg/base/encoding.h"
#include "pg/base/shown.h"
#include "pg/report/html.h"
#include "pg/report/part_row.h"
#include "pg/report/sum.h"

/* See ways_part.h */
const char *
SanctReportLikely(Json page)
{
	Json		ways = SanctJsonIn(page, "ways");
	const char *likely = SanctJsonCount(ways) > 0 ? SanctJsonText(SanctJsonAt(ways, 0), "likely") : NULL;

	return likely != NULL ? likely : "unknown";
}

/* Is a way one that is named so at its end: "as a Korean name", behind "a part of it, " as well? */
static bool
IsWay(Json way, const char *title)
{
	const char *told = SanctJsonText(way, "way");
	size_t		length = told != NULL ? strlen(told) : 0;

	return length >= strlen(title) && strcmp(told + length - strlen(title), title) == 0;
}

/* Is a name read in a way that is named so at its end? */
static bool
HasWay(Json page, const char *title)
{
	Json		ways = SanctJsonIn(page, "ways");

	for (int i = 0; i < SanctJsonCount(ways); i++)
		if (IsWay(SanctJsonAt(ways, i), title))
			return true;
	return false;
}

/* See ways_part.h */
bool
SanctReportHasLatin(Json page)
{
	Json		ways = SanctJsonIn(page, "ways");

	for (int i = 0; i < SanctJsonCount(ways); i++)
	{
		const char *reads = SanctJsonText(SanctJsonAt(ways, i), "reads");

		if (reads != NULL && strpbrk(reads, "abcdefghijklmnopqrstuvwxyz") != NULL)
			return true;
	}
	return SanctJsonCount(ways) == 0;
}

/* See ways_part.h */
bool
SanctReportIsPerson(Json page)
{
	Json		names = SanctJsonIn(page, "read_as");
	static const char *const facts[] = {"birth_date", "birth_place", "gender"};

	for (int i = 0; i < lengthof(facts); i++)
	{
		const char *given = SanctJsonText(page, facts[i]);

		if (given != NULL && *given != '\0')
			return true;
	}
	return SanctJsonIs(page, "entry_type", "person") ||
		(SanctJsonCount(names) > 0 && strcmp(SanctReportLikely(page), "thing") != 0 &&
		 !HasWay(page, "Koreans within it"));
}

/* See ways_part.h */
bool
SanctReportIsBusiness(Json page)
{
	return strcmp(SanctReportLikely(page), "thing") == 0 ||
		(HasWay(page, "Koreans within it") && !SanctReportIsPerson(page));
}

/* See ways_part.h */
bool
SanctReportIsHit(Json page, Json way)
{
	Json		hits = SanctJsonIn(page, "hits");
	const char *entry = SanctJsonText(way, "entry");

	for (int i = 0; entry != NULL && i < SanctJsonCount(hits); i++)
	{
		Json		hit = SanctJsonAt(hits, i);

		if (strcmp(entry, psprintf("%s %s", SanctJsonText(hit, "list"), SanctJsonText(hit, "list_uid"))) == 0)
			return true;
	}
	return false;
}

/* See ways_part.h */
bool
SanctReportIsFound(Json page, Json way)
{
	return SanctJsonNumber(way, "similarity", 0) + 0.0005 >= SanctJsonNumber(page, "threshold", 0.67);
}

/* See ways_part.h */
Json
SanctReportMoreAlike(Json page)
{
	Json		ways = SanctJsonIn(page, "ways");
	Json		near = SanctJsonIn(page, "near");
	double		most = SanctJsonCount(near) > 0 ? SanctJsonNumber(SanctJsonAt(near, 0), "similarity", 0) : 0;
	Json		best = NULL;

	for (int i = 0; i < SanctJsonCount(ways); i++)
	{
		Json		way = SanctJsonAt(ways, i);
		double		similarity = SanctJsonNumber(way, "similarity", 0);

		if (similarity <= most || SanctJsonIs(way, "screened", "yes") || SanctReportIsHit(page, way) ||
			SanctJsonText(way, "nearest_name") == NULL)
			continue;
		most = similarity;
		best = way;
	}
	return best;
}

/* Append the row of a way */
static void
AddWayRow(StringInfo html, Json page, Json way)
{
	bool		screened = SanctJsonIs(way, "screened", "yes");

	SanctHtmlBehind(html, "<tr><td class=\"w\">", SanctJsonText(way, "way"));
	if (!screened)
		appendStringInfoString(html, " <span class=\"soft\">(for this page alone, no screening does it)</span>");
	SanctHtmlBehind(html, "</td><td>", SanctJsonText(way, "reads"));
	SanctHtmlBehind(html, "</td><td class=\"n\">", SanctJsonText(way, "compared"));
	appendStringInfoString(html, "</td><td>");
	if (SanctJsonText(way, "nearest_name") == NULL)
		appendStringInfoString(html, "none: all have 0.000");
	else
	{
		SanctHtmlText(html, SanctJsonText(way, "nearest_name"));
		SanctHtmlBehind(html, " <span class=\"soft\">", SanctJsonText(way, "entry"));
		appendStringInfo(html, "</span> %.3f", SanctJsonNumber(way, "similarity", 0));
	}
	appendStringInfo(html, "</td><td class=\"w\"><span class=\"tag %s\">%s</span></td></tr>\n",
					 SanctReportIsFound(page, way) ? "for" : "soft",
					 SanctReportIsFound(page, way) ? "found" : "nothing found");
}

/* What the whole name of a Korean is spelt as: systems with their shares, of the first such name; NULL: it is none */
static const char *
SystemsOf(Json page)
{
	Json		names = SanctJsonIn(page, "read_as");

	return SanctJsonCount(names) > 0 ? SanctJsonText(SanctJsonAt(names, 0), "ways") : NULL;
}

/* Is a text in Latin letters, with whatever signs? */
static bool
IsLatin(const char *text)
{
	for (; text != NULL && *text != '\0'; text++)
		if ((unsigned char) *text >= 0xC8)
			return false;
	return text != NULL;
}

/* Append what the syllables of Korean names may be */
static void
AddSyllables(StringInfo html, Json page)
{
	Json		names = SanctJsonIn(page, "read_as");
	bool		beside = false;
	int			told = 0;

	for (int i = 0; i < SanctJsonCount(names); i++)
	{
		Json		name = SanctJsonAt(names, i);
		const char *words = SanctReadAsWords(SanctJsonIn(name, "parts"));

		if (words == NULL)
			continue;
		beside |= SanctJsonIs(name, "beside", "yes");
		SanctHtmlBehind(html, told++ == 0 ? "<p>As a Korean name, " : "; ", SanctJsonText(name, "name"));
		SanctHtmlBehind(html, ": ", words);
		SanctHtmlBehind(html, "; the whole by spelling: ", SanctJsonText(name, "ways"));
	}
	if (told > 0)
		appendStringInfoString(html, ". Where letters may be several syllables, the one that makes most of the "
									 "likeliest spelling of the whole stands first; a comparison takes the one that "
							   "the other name may be as well, which may be that of a rarer spelling.</p>\n");
	else if (!HasWay(page, "as a Korean name"))
		appendStringInfoString(html, "<p>It is not read as a Korean name: no spelling of Korean makes it one that is "
							   "likely enough.</p>\n");
	if (beside)
		appendStringInfoString(html, "<p>A name in these letters may be a Korean's or anybody's, so it is compared in "
							   "both ways: by its Korean syllables, and word by word. The greater similarity "
							   "counts.</p>\n");
}

/* Is the customer of a nationality whose names are Chinese? */
static bool
IsChinese(Json page)
{
	static const char *const chinese[] = {"CN", "HK", "MO", "SG", "TW"};
	const char *nationality = SanctJsonText(page, "nationality");
	uint16		codes[SM_COUNTRIES_MAX];
	int			length = nationality != NULL ? (int) strlen(nationality) : 0;
	const char *utf8 = length > 0 ? SanctServerToUtf8(nationality, &length) : "";
	int			n = sm_countries_read(codes, utf8, (size_t) length);

	for (int i = 0; i < lengthof(chinese); i++)
		if (sm_country_among(codes, n, sm_country_find(chinese[i], 2)))
			return true;
	return false;
}

/* Append whether a name in Latin letters was taken for a Chinese one, where it is or the customer may be Chinese */
static void
AddMandarinWay(StringInfo html, Json page)
{
	const char *systems = SystemsOf(page);

	if (systems == NULL || !IsLatin(SanctJsonText(page, "name")))
		return;
	if (strstr(systems, "Mandarin") != NULL)
		appendStringInfoString(html, "<p>Mandarin, Chinese as it is spelt in Latin letters, is among these ways: so "
									 "the name is compared by the Korean sound of the characters that it may stand "
									 "for.</p>\n");
	else if (IsChinese(page))
		appendStringInfoString(html, "<p>Mandarin, Chinese as it is spelt in Latin letters, is not among these ways: "
									 "as such the name is compared by its letters alone. Ask for it in Chinese "
									 "characters, and screen that as well.</p>\n");
}

/* Why no screening finds what a way of the page alone does */
static const char *
WhyUnscreened(Json page, bool inside)
{
	if (!inside)
		return "the name is Korean for sure, and of such the syllables decide";
	return SanctReportIsPerson(page) ?
		"nothing parts these words from the others, no comma, bracket or title, and so all are read as one name; "
		"screen these by themselves if they are the name" :
		"a body or ship that is called after a person is not the person; whether it belongs to him, no comparison of "
		"names can tell";
}

/* Append that nobody is found within a name, and what was looked at */
static void
AddNobodyInside(StringInfo html, Json way)
{
	if (SanctJsonNumber(way, "compared", 0) == 0)
	{
		appendStringInfoString(html, "<p>Was a person in it looked for? For this page each run of neighbouring words "
							   "was read as a Korean name: none can be one.</p>\n");
		return;
	}
	appendStringInfo(html, "<p>Was a person in it looked for? Screening takes the name of a person out of a longer one "
					 "where a comma, a bracket, a title or the like parts it; without such a sign the words are one "
					 "name. For this page each run of neighbouring words%s was compared with all names of listed "
					 "persons that have more than one word, as if it stood alone: none matches.</p>\n",
					 IsWay(way, "Koreans within it") ? " that can be a Korean name" : "");
}

/* See ways_part.h */
void
SanctReportUnscreened(StringInfo html, Json page, Json way)
{
	bool		inside = !IsWay(way, "word by word");

	if (SanctReportIsFound(page, way) && SanctReportIsHit(page, way))
	{
		SanctHtmlBehind(html, inside ? "<p>Within the name, " : "<p>", SanctJsonText(way, "nearest_part"));
		SanctHtmlBehind(html, inside ? " is like the listed " : ", word by word, is like the listed ",
						SanctJsonText(way, "nearest_name"));
		appendStringInfo(html, ", similarity %.3f: screening finds that entry as well, see above.</p>\n",
						 SanctJsonNumber(way, "similarity", 0));
	}
	else if (SanctReportIsFound(page, way))
	{
		SanctHtmlBehind(html, "<p class=\"against\"><b>Look at it:</b> ", SanctJsonText(way, "nearest_part"));
		SanctHtmlBehind(html, inside ? " within the name is like the listed " : ", word by word, is like the listed ",
						SanctJsonText(way, "nearest_name"));
		SanctHtmlBehind(html, ", ", SanctJsonText(way, "entry"));
		appendStringInfo(html, ", similarity %.3f. Screening raises no hit for that: %s.</p>\n",
						 SanctJsonNumber(way, "similarity", 0),
						 WhyUnscreened(page, inside));
	}
	else if (inside)
		AddNobodyInside(html, way);
}

/* Names of the lists that are compared in the first way that is named so at its end; NULL: there is no such way */
static const char *
ComparedIn(Json page, const char *title)
{
	Json		ways = SanctJsonIn(page, "ways");

	for (int i = 0; i < SanctJsonCount(ways); i++)
		if (IsWay(SanctJsonAt(ways, i), title))
			return SanctJsonText(SanctJsonAt(ways, i), "compared");
	return NULL;
}

/* Append how many of all names of the lists a name is compared with in its ways, and why no more */
static void
AddHowMany(StringInfo html, Json page)
{
	const char *korean = ComparedIn(page, "as a Korean name");
	const char *words = ComparedIn(page, "word by word");
	const char *inside = ComparedIn(page, "within it");
	Json		lists = SanctJsonIn(page, "lists");
	double		names = 0;
	int			told = 0;

	for (int i = 0; i < SanctJsonCount(lists); i++)
		names += SanctJsonNumber(SanctJsonAt(lists, i), "names", 0);
	appendStringInfo(html, "<p class=\"soft\">The lists below have %s in all", SanctCounted(names, "name", "names"));
	if (korean != NULL)
	{
		SanctHtmlBehind(html, told++ == 0 ? ": " : "; ", korean);
		appendStringInfoString(html, " can be Korean, and with these it is compared as a Korean name");
		if (words == NULL)
			appendStringInfoString(html, " (the others have no reading as one, and this name has none but that: no "
								   "syllable can agree)");
	}
	if (words != NULL)
	{
		SanctHtmlBehind(html, told++ == 0 ? ": " : "; ", words);
		appendStringInfoString(html, " may be something else than a Korean name, and with these it is compared word by "
							   "word");
	}
	if (inside != NULL && strcmp(inside, "0") != 0)
	{
		SanctHtmlBehind(html, told++ == 0 ? ": " : "; ", inside);
		appendStringInfoString(html, " are names of persons of more than one word, and with these each part of it is "
							   "compared");
	}
	appendStringInfo(html, ". A name may be both, and what was not asked for is in none of these numbers.%s</p>\n",
					 told > 1 ? " The similarity of two names is the greatest that any way of the one and any of the "
					 "other make." : "");
}

/* See ways_part.h */
void
SanctReportWays(StringInfo html, Json page)
{
	Json		ways = SanctJsonIn(page, "ways");
	bool		inside = false;

	appendStringInfoString(html, "<h2>How the name was read and compared</h2>\n");
	AddSyllables(html, page);
	AddMandarinWay(html, page);
	if (SanctJsonCount(ways) == 0)
		return;
	appendStringInfoString(html, "<table>\n<tr><th>Read</th><th>As</th><th class=\"n\">Listed names compared</th>"
						   "<th>The nearest of them</th><th>At the threshold</th></tr>\n");
	for (int i = 0; i < SanctJsonCount(ways); i++)
		AddWayRow(html, page, SanctJsonAt(ways, i));
	appendStringInfoString(html, "</table>\n");
	AddHowMany(html, page);
	for (int i = 0; i < SanctJsonCount(ways); i++)
	{
		Json		way = SanctJsonAt(ways, i);

		inside |= IsWay(way, "within it");
		if (!SanctJsonIs(way, "screened", "yes"))
			SanctReportUnscreened(html, page, way);
	}
	if (!inside && strcmp(SanctReportLikely(page), "thing") == 0)
		appendStringInfoString(html, "<p>Was a person in it looked for? It has too few words for the whole name of a "
							   "person and more.</p>\n");
}

/* Append the row of a spelling */
static void
AddSpelling(StringInfo html, Json spelling)
{
	const char *result = SanctJsonText(spelling, "result");
	const char *at = result != NULL ? strstr(result, "match at ") : NULL;
	bool		found = result != NULL && strncmp(result, "match", 5) == 0;

	SanctHtmlBehind(html, "<tr><td>", SanctJsonText(spelling, "spelt"));
	SanctHtmlBehind(html, "</td><td>", SanctJsonText(spelling, "how"));
	appendStringInfo(html, "</td><td class=\"n\">%.3f</td><td><span class=\"tag %s\">%s</span></td></tr>\n",
					 at != NULL ? strtod(at + strlen("match at "), NULL) : 0, found ? "for" : "against",
					 found ? "would be found" : "would not be found");
}

/* Append that not all names of an entry were tried, where that is so */
static void
AddTried(StringInfo html, Json name, int tried)
{
	if (SanctJsonNumber(name, "of", 0) > tried)
		appendStringInfo(html, " (%d of %.0f names tried, the one that is compared among them)", tried,
						 SanctJsonNumber(name, "of", 0));
}

/* Append by which of its names the nearest entry is found */
static void
AddFoundBy(StringInfo html, Json row)
{
	Json		names = SanctJsonIn(row, "found_by");

	for (int found = 1; found >= 0; found--)
	{
		const char *last = NULL;

		for (int i = 0; i < SanctJsonCount(names); i++)
		{
			Json		name = SanctJsonAt(names, i);

			if (SanctJsonIs(name, "found", "yes") != (found == 1))
				continue;
			if (last == NULL)
			{
				SanctHtmlBehind(html, found ? "<p>And the first entry below, " : "<p>Of ",
								SanctJsonText(row, "primary_name"));
				AddTried(html, name, SanctJsonCount(names));
				appendStringInfoString(html, found ? ", would be found under any of these names of its, each of which "
													 "was screened: " : " these names find nothing: ");
			}
			else
				appendStringInfoString(html, "; ");
			last = SanctJsonText(name, "name");
			SanctHtmlText(html, last);
		}
		if (last != NULL)
			SanctHtmlEndSentence(html, last);
	}
}

/* The row of a comparison that is of a part; NULL: it has none */
static Json
PartNamed(Json parts, const char *part)
{
	for (int i = 0; i < SanctJsonCount(parts); i++)
		if (SanctJsonIs(SanctJsonAt(parts, i), "part", part))
			return SanctJsonAt(parts, i);
	return NULL;
}

/* Append why a listed name that is spelt so would not be found; false if it would */
static bool
AddWhyUnfound(StringInfo html, Json page, Json spelling)
{
	const char *result = SanctJsonText(spelling, "result");
	const char *reads = SanctJsonText(spelling, "reads");
	Json		parts = SanctJsonIn(spelling, "parts");
	Json		kind = PartNamed(parts, "kind");
	ReportedPair pair = {
		.subject = SanctJsonText(page, "name"), .listed = SanctJsonText(spelling, "spelt"), .alias = "",
		.person = strcmp(SanctReportLikely(page), "thing") != 0, .parts = parts,
		.similarity = SanctReportedSimilarity(parts), .threshold = SanctJsonNumber(page, "threshold", 0.67)
	};

	if (result == NULL || strncmp(result, "match", 5) == 0)
		return false;
	SanctHtmlBehind(html, "<p>Why is ", pair.listed);
	appendStringInfoString(html, " not found?");
	if ((kind != NULL || PartNamed(parts, "surname") != NULL) && reads != NULL && *reads != '\0' &&
		strchr(reads, '(') == NULL)
	{
		SanctHtmlBehind(html, " It is read as the Korean name ", reads);
		appendStringInfoString(html, ".");
	}
	if (kind != NULL)
	{
		const char *why = SanctJsonText(kind, "relation");

		SanctHtmlBehind(html, " There is nothing to compare: ",
						why != NULL && strncmp(why, "none: ", 6) == 0 ? why + 6 : why);
		appendStringInfoString(html, ".");
	}
	appendStringInfoString(html, "</p>\n");
	SanctReportWanting(html, &pair);
	return true;
}

/* Append why listed names of some spellings would not be found, and what follows from that */
static void
AddUnfound(StringInfo html, Json page, Json spellings)
{
	bool		any = false;

	for (int i = 0; i < SanctJsonCount(spellings); i++)
		any |= AddWhyUnfound(html, page, SanctJsonAt(spellings, i));
	if (any)
		appendStringInfoString(html, "<p>A list that had the customer by such a spelling alone would be silent: if "
									 "it may be spelt so, screen that spelling by itself.</p>\n");
}

/* What a script is called, by its code of ISO 15924 */
static const char *
ScriptName(const char *code)
{
	static const char *const names[][2] = {
		{"Latn", "Latin"}, {"Cyrl", "Cyrillic"}, {"Arab", "Arabic"}, {"Hani", "Chinese characters"},
		{"Hang", "Korean (Hangul)"}, {"Jpan", "Japanese"}, {"Hebr", "Hebrew"}, {"Geor", "Georgian"},
		{"Grek", "Greek"}, {"Armn", "Armenian"}, {"Thai", "Thai"}, {"Deva", "Devanagari"}, {"Mymr", "Burmese"},
		{"-", "no letters or several scripts"}
	};

	for (int i = 0; code != NULL && i < lengthof(names); i++)
		if (strcmp(code, names[i][0]) == 0)
			return names[i][1];
	return code;
}

/* Append in which scripts the lists have names, and how those are compared */
static void
AddScripts(StringInfo html, Json page)
{
	Json		scripts = SanctJsonIn(page, "scripts");

	if (SanctJsonCount(scripts) == 0)
		return;
	appendStringInfoString(html, "<p>And in other scripts? The lists below have names in ");
	for (int i = 0; i < SanctJsonCount(scripts); i++)
	{
		Json		script = SanctJsonAt(scripts, i);
		const char *entries = SanctJsonText(script, "entries");

		SanctHtmlBehind(html, i == 0 ? "" : ", ", ScriptName(SanctJsonText(script, "script")));
		SanctHtmlBehind(html, " ", SanctJsonText(script, "names"));
		if (entries != NULL && strcmp(entries, "0") != 0)
		{
			SanctHtmlBehind(html, " (", entries);
			appendStringInfoString(html, " of their entries without a name in Latin letters)");
		}
	}
	appendStringInfoString(html, ". Names are compared by their sound where both may be of one kind, Koreans' or "
						   "others', as the table above counts them: Cyrillic, Greek and other alphabets letter by "
						   "letter; Arabic and Hebrew by their consonants, since they leave vowels out; Chinese "
						   "characters as Mandarin, Cantonese, Japanese and Korean say them; Hangul as Korean. Of a "
						   "script that is not read only the same letters are found. What a sound does not tell, no "
						   "trial can: where the customer has a name in another script, screen that by itself.</p>\n");
}

/* See ways_part.h */
void
SanctReportSpellings(StringInfo html, Json page)
{
	Json		spellings = SanctJsonIn(page, "spellings");
	Json		near = SanctJsonIn(page, "near");

	if (SanctJsonCount(spellings) == 0 && SanctJsonCount(near) == 0)
		return;
	appendStringInfoString(html, "<details>\n<summary><h2>Which spellings would have been found</h2></summary>\n");
	if (SanctJsonCount(spellings) > 0)
	{
		appendStringInfoString(html, "<p>If a list had the customer, spelt as follows, this name would have found the "
							   "entry or not. Each was compared for this page.</p>\n<table>\n<tr><th>Listed as</th>"
							   "<th>That is</th><th class=\"n\">Similarity</th><th>So</th></tr>\n");
		for (int i = 0; i < SanctJsonCount(spellings); i++)
			AddSpelling(html, SanctJsonAt(spellings, i));
		appendStringInfoString(html, "</table>\n<p class=\"soft\">Each is read by itself, as a name of a list "
							   "is.</p>\n");
		AddUnfound(html, page, spellings);
	}
	AddScripts(html, page);
	if (SanctJsonCount(near) > 0)
		AddFoundBy(html, SanctJsonAt(near, 0));
	SanctHtmlUnfold(html);
}
