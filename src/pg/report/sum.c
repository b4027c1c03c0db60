/* How two names compare, as a page shows it: a table of parts whose bars add up, and what is wanted for a match */
#include "postgres.h"

#include "pg/report/sum.h"

#include "lib/stringinfo.h"
#include "name/reading/korean_share.h"
#include "name/words/share.h"
#include "pg/report/html.h"
#include "pg/report/part_row.h"

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

/* Append the row of a part */
static void
AddPartRow(StringInfo html, const ReportedPair *pair, const Scale *scale, Json row, double *sum)
{
	double		bits = SanctJsonNumber(row, "bits", 0);

	SanctReportPart(html, row, pair->person);
	appendStringInfo(html, "<td class=\"n\">%+.2f</td><td>", bits);
	AddBar(html, scale, *sum, *sum + bits);
	*sum += bits;
	appendStringInfoString(html, "</td></tr>\n");
}

/* What something beside a name is for somebody who has not read the manual */
static const char *
BesideTitle(const char *relation)
{
	if (relation != NULL && strcmp(relation, "other name") == 0)
		return "another name, which is compared by itself";
	if (relation != NULL && strcmp(relation, "without names of fathers") == 0)
		return "all of it, read without the names of fathers, which people leave out";
	return relation;
}

/* Append what words beside a name are, and what they add */
static void
EndBesideKind(StringInfo html, const char *kind, double bits)
{
	SanctHtmlBehind(html, " (", BesideTitle(kind));
	appendStringInfo(html, ": %.2f bits)", Max(bits, 0));
}

/* Append what stands beside the name of one side, words of one kind that follow one another together */
static void
AddBesideOf(StringInfo html, Json rows, bool first)
{
	const char *key = first ? "read_a" : "read_b";
	const char *kind = NULL;
	double		bits = 0;
	double		all = 0;

	for (int i = 0; i < SanctJsonCount(rows); i++)
	{
		Json		row = SanctJsonAt(rows, i);
		const char *relation = SanctJsonText(row, "relation");

		if (!SanctJsonIs(row, "part", "beside") || SanctJsonText(row, key) == NULL || relation == NULL)
			continue;
		if (kind == NULL)
			appendStringInfo(html, "<p class=\"soft\">Beside the name %s stands: ",
							 first ? "of the customer" : "on the list");
		else if (strcmp(kind, relation) != 0)
		{
			EndBesideKind(html, kind, bits);
			appendStringInfoString(html, ", ");
			bits = 0;
		}
		else
			appendStringInfoString(html, " ");
		SanctHtmlText(html, SanctJsonText(row, key));
		kind = relation;
		bits -= SanctJsonNumber(row, "bits", 0);
		all -= SanctJsonNumber(row, "bits", 0);
	}
	if (kind == NULL)
		return;
	EndBesideKind(html, kind, bits);
	appendStringInfo(html, ". It is no part of the name that is compared, and adds %.2f bits to what this side weighs."
					 "</p>\n", all);
}

/* Append the similarity on a scale from 0 to 1, with the threshold, and the sentence that says so */
static void
AddResult(StringInfo html, const ReportedPair *pair)
{
	bool		match = pair->similarity + 0.0005 >= pair->threshold;

	appendStringInfo(html, "<p><span class=\"tag %s\">%s</span> Similarity <b>%.3f</b>, a match from %.3f on.</p>\n",
					 pair->supposed ? "soft" : match ? "for" : "against",
					 pair->supposed ? "SUPPOSED" : match ? "MATCH" : "NO MATCH", pair->similarity, pair->threshold);
	appendStringInfo(html, "<div class=\"bar\"><b class=\"mark\" style=\"left:%.1f%%\"></b>"
					 "<i%s style=\"left:0;width:%.1f%%\"></i></div>\n"
					 "<p class=\"soft\">0 on the left, 1 on the right; the line is the threshold.</p>\n",
					 pair->threshold * 100, match ? "" : " class=\"minus\"", Max(pair->similarity * 100, 0.3));
}

/* Append which names are compared, and what the list calls its one */
static void
AddCompared(StringInfo html, const ReportedPair *pair)
{
	if (pair->subject == NULL || pair->listed == NULL)
		return;
	SanctHtmlBehind(html, "<p>Compared: <b>", pair->subject);
	SanctHtmlBehind(html, "</b> with <b>", pair->listed);
	appendStringInfo(html, "</b>%s.</p>\n", pair->alias);
}

/* The less of what both names weigh against themselves */
static double
LeastOwnBits(Json own)
{
	const char *a = SanctJsonText(own, "read_a");
	const char *b = SanctJsonText(own, "read_b");

	return a != NULL && b != NULL ? Min(strtod(a, NULL), strtod(b, NULL)) : 0;
}

/* Append the rule by which the sum became a similarity, for a pencil */
static void
AddRule(StringInfo html, const ReportedPair *pair, const Scale *scale, double sum)
{
	const char *share = SanctJsonText(RowOf(pair->parts, "share"), "relation");
	Json		own = RowOf(pair->parts, "own bits");
	double		mean = MeanOf(pair->parts);

	if (share == NULL || mean <= 0)
		return;
	appendStringInfoString(html, "<p class=\"soft\">In the bars the grey line is 0 bits, the brown one what a match "
						   "wants.</p>\n<p class=\"soft\">With a pencil: against itself the name of the customer "
						   "weighs ");
	SanctHtmlText(html, SanctJsonText(own, "read_a"));
	SanctHtmlBehind(html, " bits, the listed one ", SanctJsonText(own, "read_b"));
	appendStringInfo(html, ": what each would reach if the other were written as it is. The mean of the two is %.3f, "
					 "and %.1f %% of it, %.2f bits, make a match at %.3f. The sum with a third digit: ", mean,
					 scale->wanted / mean * 100, scale->wanted, pair->threshold);
	SanctHtmlText(html, share);
	if (sum <= 0)
		appendStringInfo(html, ". It is %.1f %% of the mean", sum / mean * 100);
	appendStringInfo(html, ".%s</p>\n", scale->korean && sum > LeastOwnBits(own) + 0.01 ? " It is more than one of the "
					 "names weighs against itself: that name leaves more open than the other, and against itself it "
					 "does so on both sides." : "");
}

/* Is the surname the last of a name as it is written, the given name before it? */
static bool
IsTurned(Json parts, const char *key, const char *name)
{
	const char *surname = SanctJsonText(RowOf(parts, "surname"), key);
	const char *given = SanctJsonText(RowOf(parts, "given name 1"), key);
	size_t		length = surname != NULL ? strlen(surname) : 0;

	return length > 0 && given != NULL && name != NULL && strlen(name) > length &&
		strcmp(name + strlen(name) - length, surname) == 0 && strncmp(name, given, strlen(given)) == 0;
}

/* Append which names are read with the surname last */
static void
AddTurned(StringInfo html, const ReportedPair *pair)
{
	bool		subject = IsTurned(pair->parts, "written_a", pair->subject);
	bool		listed = IsTurned(pair->parts, "written_b", pair->listed);

	if (subject || listed)
		appendStringInfo(html, "<p class=\"soft\">%s: the surname is the last word, as people of the West write it. "
						 "Either order is tried, and the one that agrees more is compared.</p>\n", subject && listed ?
						 "Both names are read the other way round" : subject ?
						 "The name of the customer is read the other way round" :
						 "The name on the list is read the other way round");
}

/* Has a side a surname of which no letters are told? */
static bool
LacksLetters(Json parts, const char *read, const char *written)
{
	Json		surname = RowOf(parts, "surname");

	return SanctJsonText(surname, read) != NULL && SanctJsonText(surname, written) == NULL;
}

/* Append for which names it is not known which letters stand for which syllable */
static void
AddUntold(StringInfo html, const ReportedPair *pair)
{
	bool		subject = LacksLetters(pair->parts, "read_a", "written_a");
	bool		listed = LacksLetters(pair->parts, "read_b", "written_b");

	if (subject || listed)
		appendStringInfo(html, "<p class=\"soft\">Which letters stand for which syllable cannot be told of %s.</p>\n",
						 subject && listed ? "either name" : subject ? "the name of the customer" :
						 "the name on the list");
}

/* Is a side spelt as Chinese characters sound in Chinese? */
static bool
IsMandarin(Json parts, const char *read)
{
	const char *system = SanctJsonText(RowOf(parts, "spelling"), read);

	return system != NULL && strncmp(system, "Mandarin", 8) == 0;
}

/* Append why syllables look unlike the letters that they are read from, where these are Chinese */
static void
AddMandarin(StringInfo html, const ReportedPair *pair)
{
	bool		subject = IsMandarin(pair->parts, "read_a");
	bool		listed = IsMandarin(pair->parts, "read_b");

	if (subject || listed)
		appendStringInfo(html, "<p class=\"soft\">%s spelt as Chinese characters sound in Chinese. Koreans have names "
						 "in the same characters and say them otherwise: %s, the sound that they have in Korean stands "
						 "beside the Chinese one (Zhen is Jin), and is compared. That does not say that anybody is a "
						 "Korean.</p>\n", subject && listed ? "Both names are" : subject ?
						 "The name of the customer is" : "The name on the list is",
						 subject && listed ? "on both sides" : subject ? "on his side" : "on its side");
}

/* Append what would have to be otherwise for a match */
static void
AddWanting(StringInfo html, const ReportedPair *pair, const Scale *scale, double sum)
{
	Json		worst = NULL;
	double		without;

	for (int i = 0; i < SanctJsonCount(pair->parts); i++)
	{
		Json		row = SanctJsonAt(pair->parts, i);

		if (IsPart(row) && SanctJsonNumber(row, "bits", 0) < (worst ? SanctJsonNumber(worst, "bits", 0) : 0))
			worst = row;
	}
	if (worst == NULL || scale->wanted <= 0 || pair->similarity + 0.0005 >= pair->threshold)
		return;
	without = sum - SanctJsonNumber(worst, "bits", 0);
	appendStringInfo(html, "<p><b>%s</b> The costliest difference is ", without >= scale->wanted ?
					 "One difference keeps it from matching." : "It differs in more than one way.");
	SanctHtmlText(html, SanctPartTitle(SanctJsonText(worst, "part"), pair->person));
	if (SanctJsonText(worst, "read_a") != NULL || SanctJsonText(worst, "read_b") != NULL)
	{
		SanctHtmlBehind(html, ": ", SanctJsonText(worst, "read_a") ? SanctJsonText(worst, "read_a") : "nothing");
		SanctHtmlBehind(html, " against ", SanctJsonText(worst, "read_b") ? SanctJsonText(worst, "read_b") : "nothing");
	}
	appendStringInfo(html, " (%.2f). Without that loss the sum would be %.2f bits: %s the %.2f that a match wants."
					 "</p>\n", SanctJsonNumber(worst, "bits", 0), without,
					 without >= scale->wanted ? "enough for" : "still less than", scale->wanted);
}

/* See sum.h */
double
SanctReportedSimilarity(Json parts)
{
	const char *result = SanctJsonText(RowOf(parts, "whole name"), "relation");
	const char *at = result != NULL ? strstr(result, "match at ") : NULL;

	return at != NULL ? strtod(at + strlen("match at "), NULL) : 0;
}

/* See sum.h */
void
SanctReportSum(StringInfo html, const ReportedPair *pair)
{
	Scale		scale = ScaleOf(pair);
	Json		kind = RowOf(pair->parts, "kind");
	double		sum = 0;

	AddCompared(html, pair);
	AddResult(html, pair);
	if (kind != NULL)
	{
		const char *why = SanctJsonText(kind, "relation");

		SanctHtmlBehind(html, "<p>There is nothing to add up: ",
						why != NULL && strncmp(why, "none: ", 6) == 0 ? why + 6 : why);
		appendStringInfoString(html, ".</p>\n");
		return;
	}
	appendStringInfoString(html, "<table class=\"parts\">\n<tr><th>Part</th><th>Customer</th><th>Listed</th>"
						   "<th>How they compare</th><th class=\"n\">Bits</th><th>The sum so far</th></tr>\n");
	for (int i = 0; i < SanctJsonCount(pair->parts); i++)
	{
		Json		row = SanctJsonAt(pair->parts, i);

		if (IsPart(row))
			AddPartRow(html, pair, &scale, row, &sum);
	}
	appendStringInfo(html, "<tr class=\"sum\"><td>Sum</td><td></td><td></td><td></td><td class=\"n\">%+.2f</td><td>",
					 sum);
	AddBar(html, &scale, 0, sum);
	appendStringInfoString(html, "</td></tr>\n</table>\n");
	AddTurned(html, pair);
	AddUntold(html, pair);
	AddMandarin(html, pair);
	AddWanting(html, pair, &scale, sum);
	AddBesideOf(html, pair->parts, true);
	AddBesideOf(html, pair->parts, false);
	AddRule(html, pair, &scale, sum);
}
