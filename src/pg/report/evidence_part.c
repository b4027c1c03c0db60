/* What facts beside the names say, and what to ask for */
#include "postgres.h"

#include "pg/report/evidence_part.h"

#include "pg/report/entry_part.h"
#include "pg/report/html.h"

/* Words by which remarks speak of a fact */
typedef struct RemarkWord
{
	const char *part;
	const char *word;
} RemarkWord;

static const RemarkWord remark_words[] = {
	{"birth date", "date of birth"}, {"birth date", "dob"}, {"birth date", "born"}, {"nationality", "nationality"},
	{"nationality", "citizen"}, {"nationality", "national of"}, {"gender", "gender"}, {"gender", " male"},
	{"gender", " female"}, {"birth place", "place of birth"}, {"birth place", "pob"}, {"birth place", "born in"},
	{"document", "passport"}, {"document", "identity card"}, {"document", "identification"}, {"document", "national id"}
};

/* Letters of remarks that are shown before and behind such a word, at most */
#define REMARK_BEFORE 60
#define REMARK_BEHIND 100

/* The place of a word in a text, whatever its capitals; NULL: it is not there */
static const char *
FindInRemarks(const char *text, const char *word)
{
	for (; *text != '\0'; text++)
		if (pg_strncasecmp(text, word, strlen(word)) == 0)
			return text;
	return NULL;
}

/* The clause of remarks around a place */
static char *
ClauseAt(const char *remarks, const char *place)
{
	const char *from = place;
	const char *to = place;

	while (from > remarks && from[-1] != ';' && place - from < REMARK_BEFORE)
		from--;
	/* a character, and a word, are not cut in two */
	while (from > remarks && from < place && from[-1] != ' ' && from[-1] != ';')
		from++;
	while (*to != '\0' && *to != ';' && (to - place < REMARK_BEHIND || *to != ' '))
		to++;
	return pnstrdup(from, to - from);
}

/* What the remarks of an entry say of a fact that its fields say nothing of; NULL: nothing */
static char *
RemarkOf(Json entry, const char *part)
{
	const char *remarks = SanctJsonText(entry, "remarks");

	for (int i = 0; remarks != NULL && part != NULL && i < lengthof(remark_words); i++)
	{
		const char *place = strcmp(remark_words[i].part, part) == 0 ?
			FindInRemarks(remarks, remark_words[i].word) : NULL;

		if (place != NULL)
			return ClauseAt(remarks, place);
	}
	return NULL;
}

/* What the entry has of a fact, compared or not; NULL or empty: nothing */
static char *
ListedFact(Json entry, const char *part)
{
	static const char *const keys[][2] = {
		{"birth date", "birth_dates"}, {"nationality", "nationality"}, {"gender", "genders"},
		{"birth place", "birth_places"}, {"document", "documents"}
	};

	for (int i = 0; entry != NULL && part != NULL && i < lengthof(keys); i++)
		if (strcmp(part, keys[i][0]) == 0)
			return SanctReportJoined(entry, keys[i][1]);
	return NULL;
}

/* Append why a fact was not compared */
static void
AddUncomparedFact(StringInfo html, Json row, Json entry)
{
	char	   *listed = ListedFact(entry, SanctJsonText(row, "part"));
	bool		given = SanctJsonText(row, "read_a") != NULL;
	char	   *remark;

	if (SanctJsonText(row, "read_b") != NULL)
	{
		SanctHtmlText(html, "not given for the customer");
		return;
	}
	if (listed != NULL && *listed != '\0')
	{
		SanctHtmlBehind(html, given ? "" : "not given for the customer; ", "the list has, in a form that is not "
																		   "compared: ");
		SanctHtmlText(html, listed);
		return;
	}
	remark = RemarkOf(entry, SanctJsonText(row, "part"));
	if (remark == NULL)
		SanctHtmlText(html, given ? "the list says nothing of it" : "neither side says anything of it");
	else
	{
		SanctHtmlText(html, given ? "no field of the list says anything of it" :
					  "not given for the customer, and no field of the list says anything of it");
		SanctHtmlBehind(html, "; its remarks hold text on it, which is not weighed: read it: ", remark);
	}
}

/* Is a nationality held against a country of birth, since one side tells none, and is it another one? */
static bool
IsOfBirth(Json row)
{
	return SanctJsonIs(row, "part", "nationality") && SanctJsonIs(row, "relation", "not the country of birth");
}

/* What such a row says */
static const char *
OfBirthWords(Json row)
{
	const char *listed = SanctJsonText(row, "read_b");

	return listed != NULL && strncmp(listed, "born in ", 8) == 0 ?
		"the list tells no nationality, but a country of birth that is another: counts a little against" :
		"of the customer no nationality is known, but a country of birth that is another: counts a little against";
}

/* Append the row of a fact */
static void
AddEvidenceRow(StringInfo html, Json row, Json entry)
{
	bool		compared = !SanctJsonIs(row, "relation", "not compared");
	double		bits = SanctJsonNumber(row, "bits", 0);
	const char *class = !compared ? "soft" : bits > 0 ? "for" : bits < 0 ? "against" : "soft";

	const char *birth = IsOfBirth(row) ? OfBirthWords(row) : NULL;

	SanctHtmlBehind(html, "<tr><td class=\"w\">", SanctJsonText(row, "part"));
	SanctHtmlBehind(html, "</td><td>", SanctJsonText(row, "read_a"));
	SanctHtmlBehind(html, "</td><td>", SanctJsonText(row, "read_b"));
	appendStringInfo(html, "</td><td><span class=\"tag %s\">%s</span> ", class,
					 !compared ? "? unknown" : bits > 0 ? "+ agrees" : bits == 0 ? "= says nothing" :
					 birth != NULL ? "- a little against" : "- contradicts");
	if (compared)
		SanctHtmlText(html, birth != NULL ? birth : SanctJsonText(row, "relation"));
	else
		AddUncomparedFact(html, row, entry);
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
SanctReportEvidence(StringInfo html, Json rows, Json entry)
{
	appendStringInfoString(html, "<table class=\"evidence\">\n<tr><th>Fact</th><th>Customer</th><th>Listed</th>"
						   "<th>How they compare</th><th class=\"n\">Bits</th></tr>\n");
	for (int i = 0; i < SanctJsonCount(rows); i++)
	{
		Json		row = SanctJsonAt(rows, i);

		if (!IsTotal(row))
		{
			AddEvidenceRow(html, row, entry);
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
		{"birth place", "birth_places", "place of birth"}, {"", "numbers", NULL},
		{"", "addresses", "address"}
	};
	int			asked = 0;

	for (int i = 0; i < lengthof(facts); i++)
	{
		const char *listed = SanctReportJoined(entry, facts[i][1]);

		if (listed == NULL || *listed == '\0' || (facts[i][0][0] != '\0' && IsCompared(rows, facts[i][0])))
			continue;
		appendStringInfo(html, "%s%s (the list has ", asked++ == 0 ? "<p><b>To ask for:</b> " : "; ",
						 facts[i][2] != NULL ? facts[i][2] : SanctReportNumbersAre(entry));
		SanctHtmlText(html, listed);
		appendStringInfoString(html, ")");
	}
	if (asked > 0)
		appendStringInfoString(html, ". The one that tells people apart best stands first.</p>\n");
	else
		appendStringInfoString(html, "<p><b>To ask for:</b> the list has nothing more that could be compared.</p>\n");
}
