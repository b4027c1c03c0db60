/* How two names compare, as a page shows it: a table of parts whose bars add up, and what is wanted for a match */
#include "postgres.h"

#include "pg/report/sum.h"

#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"

#include "name/reading/korean_share.h"
#include "name/words/share.h"
#include "pg/base/encoding.h"
#include "pg/list/script.h"
#include "pg/report/html.h"

/* Where bars begin and how long a bit is */
typedef struct Scale
{
	double		from;			/* bits at the left end */
	double		bits;			/* from there to the right end */
	double		wanted;			/* bits that make a match; not above 0: unknown */
	bool		korean;
} Scale;

/* Is a row one of a part that adds to the sum? */
static bool
IsPart(Json row)
{
	return SanctJsonText(row, "part") != NULL && SanctJsonText(row, "bits") != NULL &&
		!SanctJsonIs(row, "part", "whole name") && !SanctJsonIs(row, "part", "beside");
}

/* The row of a part; NULL: there is none */
static Json
RowOf(Json rows, const char *part)
{
	for (int i = 0; i < SanctJsonCount(rows); i++)
		if (SanctJsonIs(SanctJsonAt(rows, i), "part", part))
			return SanctJsonAt(rows, i);
	return NULL;
}

/* The mean of what both sides weigh against themselves: "mean 13.04"; 0 = nothing is compared */
static double
MeanOf(Json rows)
{
	const char *told = SanctJsonText(RowOf(rows, "own bits"), "relation");

	return told != NULL && strncmp(told, "mean ", 5) == 0 ? strtod(told + 5, NULL) : 0;
}

/* Do rows explain Korean names, and not words? */
static bool
AreKorean(Json rows)
{
	return RowOf(rows, "spelling") != NULL;
}

/* Find the scale of the bars: from the least sum on the way, or 0, to what both sides weigh against themselves */
static Scale
ScaleOf(const ReportedPair *pair)
{
	Scale		scale = {.korean = AreKorean(pair->parts)};
	int			threshold = (int) (Min(Max(pair->threshold, 0.001), 1) * 1000 + 0.5);
	double		share = scale.korean ? sm_korean_share(threshold) / 1000.0 :
		sm_words_least_share(threshold) / 65536.0;
	double		mean = MeanOf(pair->parts);
	double		to = mean;
	double		sum = 0;

	for (int i = 0; i < SanctJsonCount(pair->parts); i++)
	{
		Json		row = SanctJsonAt(pair->parts, i);

		if (!IsPart(row))
			continue;
		sum += SanctJsonNumber(row, "bits", 0);
		scale.from = Min(scale.from, sum);
		to = Max(to, sum);
	}
	scale.bits = Max(to - scale.from, 1) * 1.02;
	scale.wanted = mean * share;
	return scale;
}

/* A place on the scale in percent */
static double
PlaceOf(const Scale *scale, double bits)
{
	double		place = (bits - scale->from) / scale->bits * 100;

	return Min(Max(place, 0), 100);
}

/* Append the bar from one sum to the next, with lines at 0 and at what is wanted */
static void
AddBar(StringInfo html, const Scale *scale, double before, double after)
{
	double		left = PlaceOf(scale, Min(before, after));

	appendStringInfo(html, "<div class=\"bar\"><b style=\"left:%.1f%%\"></b>", PlaceOf(scale, 0));
	if (scale->wanted > 0)
		appendStringInfo(html, "<b class=\"mark\" style=\"left:%.1f%%\"></b>", PlaceOf(scale, scale->wanted));
	appendStringInfo(html, "<i%s style=\"left:%.1f%%;width:%.1f%%\"></i></div>",
					 after < before ? " class=\"minus\"" : "",
					 left, Max(PlaceOf(scale, Max(before, after)) - left, 0.4));
}

/* What a part is called for somebody who knows no Korean */
static const char *
PartTitle(const char *part, bool korean)
{
	static const char *const titles[][2] = {
		{"surname", "Surname, which comes first in Korean"},
		{"given name 1", "Given name, first syllable"},
		{"given name 2", "Given name, second syllable"},
		{"given name 3", "Given name, third syllable"},
		{"spelling", "How usual these spellings are"},
		{"word", "Word"},
		{"legal form", "Legal form of a company"},
		{"all words", "All words together"},
		{"kind", "What is compared"},
		{"beside", "Stands beside the name"},
	};

	for (int i = 0; i < lengthof(titles); i++)
		if (strcmp(part, titles[i][0]) == 0)
			return titles[i][1];
	return part;
}

/* What a relation means, by its first word or words */
static const char *
RelationTitle(const char *relation, bool korean)
{
	static const char *const titles[][2] = {
		{"same", "the same"},
		{"other script", "the same, in another script"},
		{"romanisation variant", "the same, spelt by another system"},
		{"spelling variant", "the same word, spelt otherwise"},
		{"same meaning", "another form of the same word"},
		{"rare variant", "may be the same, but is hardly ever spelt so"},
		{"initial", "an initial that fits"},
		{"sounds alike", "sounds alike"},
		{"joined", "the same, written together"},
		{"missing", "only one side has it"},
		{"contradicts", "different: speaks against"},
		{"other system", "two ways of spelling"},
		{"order", "the words are turned round"},
		{"too little evidence", "what is alike proves too little by itself"},
	};

	if (strncmp(relation, "near", 4) == 0)
		return psprintf("%s easily taken for one another%s", korean ? "different, but" : "differs in a letter,",
						relation + 4);
	for (int i = 0; i < lengthof(titles); i++)
		if (strcmp(relation, titles[i][0]) == 0)
			return titles[i][1];
	return relation;
}

/*
 * Append a character of a name that is written in Chinese characters beside the syllable it is read as: character i of
 * a name of just so many
 */
static void
AddCharacter(StringInfo html, const char *name, int i, int count)
{
	int			length = strlen(name);
	const char *utf8 = SanctServerToUtf8(name, &length);
	const char *script = SanctScriptOf(utf8, length);
	const char *end = utf8 + length;
	const char *found = NULL;
	int			n = 0;

	if (script == NULL || strcmp(script, "Hani") != 0)
		return;
	for (const char *p = utf8; p < end; p += pg_utf_mblen((const unsigned char *) p))
	{
		const char *is = SanctScriptAt(p);

		if (is == NULL)
			continue;
		if (n++ == i)
			found = p;
	}
	if (n != count || found == NULL)
		return;
	length = pg_utf_mblen((const unsigned char *) found);
	script = SanctUtf8ToServer(found, &length);
	SanctHtmlBehind(html, " ", pnstrdup(script, length));
}

/* How many rows tell a syllable */
static int
CountSyllables(Json rows)
{
	int			n = 0;

	for (int i = 0; i < SanctJsonCount(rows); i++)
	{
		const char *part = SanctJsonText(SanctJsonAt(rows, i), "part");

		n += part != NULL && (strcmp(part, "surname") == 0 || strncmp(part, "given name", 10) == 0);
	}
	return n;
}

/* Append the cell of one side of a part: what it is read as, the character it is written with, its other spelling */
static void
AddSide(StringInfo html, const ReportedPair *pair, Json row, bool first, int syllable)
{
	const char *read = SanctJsonText(row, first ? "read_a" : "read_b");
	const char *south = SanctJsonText(row, first ? "south_a" : "south_b");

	appendStringInfoString(html, "<td>");
	if (syllable >= 0 && read != NULL)
	{
		SanctHtmlBehind(html, "<span class=\"syllable\">", read);
		if ((first ? pair->subject : pair->listed) != NULL)
			AddCharacter(html, first ? pair->subject : pair->listed, syllable, CountSyllables(pair->parts));
		appendStringInfoString(html, "</span>");
		if (south != NULL && strstr(read, south) == NULL)
		{
			SanctHtmlBehind(html, " <span class=\"soft\">in the South ", south);
			appendStringInfoString(html, "</span>");
		}
	}
	else
		SanctHtmlText(html, read != NULL ? read : "-");
	appendStringInfoString(html, "</td>");
}

/* Append the row of a part */
static void
AddPartRow(StringInfo html, const ReportedPair *pair, const Scale *scale, Json row, double *sum)
{
	const char *part = SanctJsonText(row, "part");
	const char *relation = SanctJsonText(row, "relation");
	double		bits = SanctJsonNumber(row, "bits", 0);
	int			syllable = -1;

	if (strcmp(part, "surname") == 0)
		syllable = 0;
	else if (strncmp(part, "given name ", 11) == 0)
		syllable = atoi(part + 11) - (RowOf(pair->parts, "surname") == NULL);
	appendStringInfo(html, "<tr><td>%s</td>", PartTitle(part, scale->korean));
	AddSide(html, pair, row, true, syllable);
	AddSide(html, pair, row, false, syllable);
	appendStringInfo(html, "<td class=\"%s\">", bits < -1 ? "against" : bits > 0 ? "for" : "soft");
	SanctHtmlText(html, RelationTitle(relation ? relation : "", scale->korean));
	if (SanctJsonText(row, "bits") == NULL)
	{
		appendStringInfoString(html, "</td><td></td><td></td></tr>\n");
		return;
	}
	appendStringInfo(html, "</td><td class=\"n\">%+.2f</td><td>", bits);
	AddBar(html, scale, *sum, *sum + bits);
	*sum += bits;
	appendStringInfoString(html, "</td></tr>\n");
}

/* Append what stands beside the names, which makes more wanting */
static void
AddBeside(StringInfo html, Json rows)
{
	bool		any = false;

	for (int i = 0; i < SanctJsonCount(rows); i++)
	{
		Json		row = SanctJsonAt(rows, i);
		const char *word = SanctJsonText(row, "read_a");

		if (!SanctJsonIs(row, "part", "beside"))
			continue;
		appendStringInfoString(html, any ? ", " : "<p class=\"soft\">Beside the names stand: ");
		SanctHtmlText(html, word != NULL ? word : SanctJsonText(row, "read_b"));
		SanctHtmlBehind(html, " (", SanctJsonText(row, "relation"));
		appendStringInfoString(html, ")");
		any = true;
	}
	if (any)
		appendStringInfoString(html, ". They are no part of the names; each makes a little more wanting.</p>\n");
}

/* Append the similarity on a scale from 0 to 1, with the threshold, and the sentence that says so */
static void
AddResult(StringInfo html, const ReportedPair *pair)
{
	bool		match = pair->similarity + 0.0005 >= pair->threshold;

	appendStringInfo(html, "<p><span class=\"tag %s\">%s</span> Similarity <b>%.3f</b>, a match from %.3f on.</p>\n",
					 match ? "for" : "against", match ? "MATCH" : "NO MATCH", pair->similarity, pair->threshold);
	appendStringInfo(html, "<div class=\"bar\"><b class=\"mark\" style=\"left:%.1f%%\"></b>"
					 "<i%s style=\"left:0;width:%.1f%%\"></i></div>\n"
					 "<p class=\"soft\">0 on the left, 1 on the right; the line is the threshold.</p>\n",
					 pair->threshold * 100, match ? "" : " class=\"minus\"", Max(pair->similarity * 100, 0.3));
}

/* Append the rule by which the sum became a similarity */
static void
AddRule(StringInfo html, const ReportedPair *pair, const Scale *scale)
{
	const char *share = SanctJsonText(RowOf(pair->parts, "share"), "relation");
	Json		own = RowOf(pair->parts, "own bits");

	if (share == NULL)
		return;
	appendStringInfoString(html, "<p class=\"soft\">With a pencil: against itself the one side weighs ");
	SanctHtmlText(html, SanctJsonText(own, "read_a"));
	SanctHtmlBehind(html, ", the other ", SanctJsonText(own, "read_b"));
	SanctHtmlBehind(html, "; ", share);
	appendStringInfo(html, ". A match wants %.2f bits here, the line in the bars.</p>\n", scale->wanted);
}

/* See sum.h */
void
SanctReportSum(StringInfo html, const ReportedPair *pair)
{
	Scale		scale = ScaleOf(pair);
	double		sum = 0;

	AddResult(html, pair);
	appendStringInfoString(html, "<table>\n<tr><th>Part</th><th>Customer</th><th>Listed</th><th>Each to the other</th>"
						   "<th class=\"n\">Bits</th><th>The sum so far</th></tr>\n");
	for (int i = 0; i < SanctJsonCount(pair->parts); i++)
	{
		Json		row = SanctJsonAt(pair->parts, i);

		if (IsPart(row) || SanctJsonIs(row, "part", "kind"))
			AddPartRow(html, pair, &scale, row, &sum);
	}
	appendStringInfo(html, "<tr class=\"sum\"><td>Sum</td><td></td><td></td><td></td><td class=\"n\">%+.2f</td><td>",
					 sum);
	AddBar(html, &scale, 0, sum);
	appendStringInfoString(html, "</td></tr>\n</table>\n");
	AddBeside(html, pair->parts);
	AddRule(html, pair, &scale);
}

/* Append the row of a fact */
static void
AddEvidenceRow(StringInfo html, Json row)
{
	bool		compared = !SanctJsonIs(row, "relation", "not compared");
	double		bits = SanctJsonNumber(row, "bits", 0);
	const char *class = !compared ? "soft" : bits > 0 ? "for" : bits < 0 ? "against" : "soft";

	SanctHtmlBehind(html, "<tr><td>", SanctJsonText(row, "part"));
	SanctHtmlBehind(html, "</td><td>", SanctJsonText(row, "read_a"));
	SanctHtmlBehind(html, "</td><td>", SanctJsonText(row, "read_b"));
	appendStringInfo(html, "</td><td><span class=\"tag %s\">%s</span> ", class,
					 !compared ? "? unknown" : bits > 0 ? "+ agrees" : bits < 0 ? "- contradicts" : "= says nothing");
	SanctHtmlText(html, compared ? SanctJsonText(row, "relation") : "one side says nothing of it");
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

/* See sum.h */
void
SanctReportEvidence(StringInfo html, Json rows)
{
	appendStringInfoString(html, "<table>\n<tr><th>Fact</th><th>Customer</th><th>Listed</th><th>Each to the other</th>"
						   "<th class=\"n\">Bits</th></tr>\n");
	for (int i = 0; i < SanctJsonCount(rows); i++)
	{
		Json		row = SanctJsonAt(rows, i);

		if (!IsTotal(row))
		{
			AddEvidenceRow(html, row);
			continue;
		}
		SanctHtmlBehind(html, "<tr class=\"sum\"><td>", SanctJsonText(row, "part"));
		SanctHtmlBehind(html, "</td><td></td><td></td><td>", SanctJsonText(row, "relation"));
		if (SanctJsonText(row, "bits") != NULL)
			appendStringInfo(html, "</td><td class=\"n\">%+.2f</td></tr>\n", SanctJsonNumber(row, "bits", 0));
		else
			appendStringInfoString(html, "</td><td></td></tr>\n");
	}
	appendStringInfoString(html, "</table>\n");
}
