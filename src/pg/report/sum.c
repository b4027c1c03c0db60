/* How two names compare, as a page shows it: a table of parts whose bars add up, and what is wanted for a match */
#include "postgres.h"

#include "pg/report/sum.h"

#include <math.h>

#include "lib/stringinfo.h"
#include "name/reading/korean_share.h"
#include "name/weight.h"
#include "name/words/share.h"
#include "pg/report/entry_part.h"
#include "pg/report/html.h"
#include "pg/report/part_row.h"

/* Where bars begin and how long a bit is; all in 256ths of a bit */
typedef struct Scale
{
	double		from;			/* the left end */
	double		span;			/* from there to the right end */
	double		both;			/* what both sides weigh against themselves */
	double		wanted;			/* what makes a match; not above 0: unknown */
	bool		korean;
	bool		exact;			/* every part tells its weight exactly */
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

/* What a row weighs in 256ths of a bit */
static double
WeightOf(Json row)
{
	return SanctJsonNumber(row, "weight", SanctJsonNumber(row, "bits", 0) * SM_BIT);
}

/* The sum of all parts in 256ths of a bit */
static double
SumOf(Json rows)
{
	double		sum = 0;

	for (int i = 0; i < SanctJsonCount(rows); i++)
		sum += IsPart(SanctJsonAt(rows, i)) ? WeightOf(SanctJsonAt(rows, i)) : 0;
	return sum;
}

/* Does a row tell its weight exactly, and the bits that were kept with an alert say the same? */
static bool
IsExact(Json row)
{
	return SanctJsonText(row, "weight") != NULL &&
		fabs(SanctJsonNumber(row, "weight", 0) / SM_BIT - SanctJsonNumber(row, "bits", 0)) < 0.015;
}

/* What both sides weigh against themselves, told as "mean 3338.5/256 = 13.04"; 0 = nothing is compared */
static double
BothOf(Json rows)
{
	const char *told = SanctJsonText(RowOf(rows, "own bits"), "relation");

	return told != NULL && strncmp(told, "mean ", 5) == 0 && strstr(told, "/256") != NULL ?
		2 * strtod(told + 5, NULL) : 0;
}

/* Do rows explain Korean names, and not words? */
static bool
AreKorean(Json rows)
{
	return RowOf(rows, "spelling") != NULL;
}

/* A threshold in thousandths */
static int
ThousandthsOf(double threshold)
{
	return (int) (Min(Max(threshold, 0.001), 1) * 1000 + 0.5);
}

/* The least weight that makes a match */
static double
WantedOf(const Scale *scale, double threshold)
{
	int			thousandths = ThousandthsOf(threshold);

	if (scale->korean)
		return ceil(sm_korean_share(thousandths) * scale->both / 2000);
	return sm_words_least(thousandths, (int64) scale->both);
}

/* Find the scale of the bars: from the least sum on the way, or 0, to what both sides weigh against themselves */
static Scale
ScaleOf(const ReportedPair *pair)
{
	Scale		scale = {.korean = AreKorean(pair->parts), .both = BothOf(pair->parts), .exact = true};
	double		to = scale.both / 2;
	double		sum = 0;

	for (int i = 0; i < SanctJsonCount(pair->parts); i++)
	{
		Json		row = SanctJsonAt(pair->parts, i);

		if (!IsPart(row))
			continue;
		sum += WeightOf(row);
		scale.from = Min(scale.from, sum);
		scale.exact = scale.exact && IsExact(row);
		to = Max(to, sum);
	}
	scale.span = Max(to - scale.from, SM_BIT) * 1.02;
	scale.wanted = WantedOf(&scale, pair->threshold);
	return scale;
}

/* A place on the scale in percent */
static double
PlaceOf(const Scale *scale, double weight)
{
	double		place = (weight - scale->from) / scale->span * 100;

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

/* Append the cells of a weight and of the sum that it makes, which is a number as well as a bar */
static void
AddWeight(StringInfo html, const Scale *scale, double before, double weight)
{
	appendStringInfo(html, "<td class=\"n\">%+.2f</td>", sm_hundredths((SmWeight) rint(weight)) / 100.0);
	if (scale->exact)
		appendStringInfo(html, "<td class=\"n\">%+.0f</td><td class=\"n\">%.0f", weight, before + weight);
	else
		appendStringInfo(html, "<td class=\"n\">%.2f", sm_hundredths((SmWeight) rint(before + weight)) / 100.0);
	AddBar(html, scale, before, before + weight);
	appendStringInfoString(html, "</td></tr>\n");
}

/* Append the row of a part */
static void
AddPartRow(StringInfo html, const ReportedPair *pair, const Scale *scale, Json row, double *sum)
{
	SanctReportPart(html, row, pair->person);
	AddWeight(html, scale, *sum, WeightOf(row));
	*sum += WeightOf(row);
}

/* What something beside a name is for somebody who has not read the manual */
static const char *
BesideTitle(const char *relation)
{
	static const char *const titles[][2] = {
		{"other name", "another name, which is compared by itself"},
		{"without names of fathers", "all of it, read without the names of fathers, which people leave out"},
		{"place", "a word of places and addresses: the name is read once with it and once without"},
		{"further word", "a further word: the name is read once with it and once without"},
		{"ship's label", "what stands before a ship's name"},
	};

	for (int i = 0; relation != NULL && i < lengthof(titles); i++)
		if (strcmp(relation, titles[i][0]) == 0)
			return titles[i][1];
	return relation;
}

/* Append what words beside a name are, and what they add */
static void
EndBesideKind(StringInfo html, const char *kind, double weight)
{
	appendStringInfo(html, " %.0f (", Max(weight, 0));
	SanctHtmlText(html, BesideTitle(kind));
	appendStringInfoString(html, ")");
}

/* Append what stands beside the name of one side, words of one kind that follow one another together */
static void
AddBesideOf(StringInfo html, Json rows, bool first)
{
	const char *key = first ? "read_a" : "read_b";
	const char *kind = NULL;
	double		weight = 0;

	for (int i = 0; i < SanctJsonCount(rows); i++)
	{
		Json		row = SanctJsonAt(rows, i);
		const char *relation = SanctJsonText(row, "relation");

		if (!SanctJsonIs(row, "part", "beside") || SanctJsonText(row, key) == NULL || relation == NULL)
			continue;
		if (kind != NULL && strcmp(kind, relation) == 0)
			appendStringInfoString(html, " ");
		else
		{
			if (kind != NULL)
				EndBesideKind(html, kind, weight);
			appendStringInfoString(html, kind == NULL ? ", and beside the name, at a price whatever it weighs as a "
								   "word, in the mean alone: " : " + ");
			weight = 0;
		}
		SanctHtmlText(html, SanctJsonText(row, key));
		kind = relation;
		weight -= WeightOf(row);
	}
	if (kind != NULL)
		EndBesideKind(html, kind, weight);
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
					 "<i%s style=\"left:0;width:%.1f%%\"></i></div>\n",
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
	appendStringInfo(html, "</b>%s", pair->alias);
	SanctHtmlEndSentence(html, pair->alias[0] == '\0' ? pair->listed : pair->alias);
}

/* What a side weighs against itself, with what stands beside it: "(3738 + 64 beside)/256 = 14.85" */
static double
OwnOf(Json own, const char *key)
{
	const char *told = SanctJsonText(own, key);
	const char *more = told != NULL ? strchr(told, '+') : NULL;

	if (told == NULL)
		return 0;
	return strtod(told + strspn(told, "("), NULL) + (more != NULL ? strtod(more + 1, NULL) : 0);
}

/* Append what a side weighs by itself, and of what that is made */
static void
AddOwn(StringInfo html, Json rows, bool first)
{
	Json		own = RowOf(rows, "own bits");
	const char *parts = SanctJsonText(own, first ? "may_a" : "may_b");

	appendStringInfo(html, "<tr><th>%s by itself</th><td>", first ? "Customer" : "Listed");
	SanctHtmlText(html, parts);
	AddBesideOf(html, rows, first);
	appendStringInfo(html, " = %.0f</td></tr>\n", OwnOf(own, first ? "read_a" : "read_b"));
}

/* The share of the mean that a match wants, in words */
static char *
WantedShare(const Scale *scale, double threshold)
{
	int			thousandths = ThousandthsOf(threshold);

	if (scale->korean)
		return psprintf("%.1f %%", sm_korean_share(thousandths) / 10.0);
	return psprintf("%d/65536 (%.1f %%)", (int) sm_words_least_share(thousandths),
					sm_words_least_share(thousandths) / 655.36);
}

/* Append the rule by which the sum became a similarity, for a pencil */
static void
AddRule(StringInfo html, const ReportedPair *pair, const Scale *scale, double sum)
{
	const char *share = SanctJsonText(RowOf(pair->parts, "share"), "relation");
	Json		own = RowOf(pair->parts, "own bits");
	double		least = Min(OwnOf(own, "read_a"), OwnOf(own, "read_b"));

	if (share == NULL || scale->both <= 0)
		return;
	SanctHtmlFold(html, "With a pencil, in 256ths of a bit");
	appendStringInfoString(html, "<table class=\"facts\">\n");
	AddOwn(html, pair->parts, true);
	AddOwn(html, pair->parts, false);
	appendStringInfo(html, "<tr><th>Mean of both</th><td>(%.0f + %.0f) / 2 = %.*f</td></tr>\n", OwnOf(own, "read_a"),
					 OwnOf(own, "read_b"), fmod(scale->both, 2) != 0, scale->both / 2);
	appendStringInfo(html, "<tr><th>A match wants</th><td>%s of it, rounded up to a whole number: %.0f, for %.3f"
					 "</td></tr>\n", WantedShare(scale, pair->threshold), scale->wanted, pair->threshold);
	SanctHtmlBehind(html, "<tr><th>Reached</th><td>", share);
	if (scale->korean && sum > least)
		appendStringInfoString(html, ". It is more than one of the names weighs by itself: that name leaves more open "
							   "than the other, and against itself it does so on both sides");
	appendStringInfoString(html, "</td></tr>\n</table>\n");
	SanctHtmlUnfold(html);
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
		appendStringInfo(html, "<p class=\"soft\">%s read as Chinese characters that sound so in Chinese, since "
						 "these letters can be that. Koreans have names in the same characters and say them "
						 "otherwise: %s, the sound that they have in Korean stands beside the Chinese one "
						 "(Zhen is Jin), and is compared. That does not say that anybody is a Korean.</p>\n",
						 subject && listed ? "Both names are" :
						 subject ? "The name of the customer is" : "The name on the list is",
						 subject && listed ? "on both sides" : subject ? "on his side" : "on its side");
}

/* Least loss that counts as a way in which names differ */
#define LOSS_LEAST (SM_BIT / 2)

/* What keeps names from matching, by the sum without the greatest of so many losses, which may be that of spelling */
static const char *
WantingWords(int losses, bool enough, bool spelling)
{
	if (enough)
		return spelling ? "It would match if it were surely spelt so." : "One difference keeps it from matching.";
	return losses > 1 ? "It differs in more than one way." : "Too little of it is the same.";
}

/* Append what would have to be otherwise for a match */
static void
AddWanting(StringInfo html, const ReportedPair *pair, const Scale *scale, double sum)
{
	Json		worst = NULL;
	int			losses = 0;
	double		without;

	for (int i = 0; i < SanctJsonCount(pair->parts); i++)
	{
		Json		row = SanctJsonAt(pair->parts, i);

		if (!IsPart(row) || WeightOf(row) >= 0)
			continue;
		losses += WeightOf(row) <= -LOSS_LEAST && !SanctJsonIs(row, "part", "spelling");
		if (worst == NULL || WeightOf(row) < WeightOf(worst))
			worst = row;
	}
	if (worst == NULL || scale->wanted <= 0 || pair->similarity + 0.0005 >= pair->threshold)
		return;
	without = sum - WeightOf(worst);
	appendStringInfo(html, "<p><b>%s</b> The greatest loss is ", WantingWords(losses, without >= scale->wanted,
					 SanctJsonIs(worst, "part", "spelling")));
	SanctHtmlText(html, SanctPartTitle(SanctJsonText(worst, "part"), pair->person));
	if (SanctJsonText(worst, "read_a") != NULL || SanctJsonText(worst, "read_b") != NULL)
	{
		SanctHtmlBehind(html, ": ", SanctJsonText(worst, "read_a") ? SanctJsonText(worst, "read_a") : "nothing");
		SanctHtmlBehind(html, " against ", SanctJsonText(worst, "read_b") ? SanctJsonText(worst, "read_b") : "nothing");
	}
	appendStringInfo(html, " (%.0f). Without that loss the sum would be %.0f: %s the %.0f that a match wants.</p>\n",
					 WeightOf(worst), without, without >= scale->wanted ? "enough for" : "still less than",
					 scale->wanted);
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
ReportedPair
SanctReportedPair(Json row, Json entry, const char *subject, const char *listed, double threshold)
{
	const char *name = SanctJsonText(row, listed);
	const char *type = SanctJsonText(entry, "type");

	return (ReportedPair) {
		.subject = subject, .listed = name, .alias = SanctReportAlias(entry, name),
		.person = type == NULL || strcmp(type, "person") == 0, .parts = SanctJsonIn(row, "parts"),
		.similarity = SanctJsonNumber(row, "similarity", 0), .threshold = threshold
	};
}

/* See sum.h */
void
SanctReportWanting(StringInfo html, const ReportedPair *pair)
{
	Scale		scale = ScaleOf(pair);

	AddWanting(html, pair, &scale, SumOf(pair->parts));
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
						   "<th>How they compare</th><th class=\"n\">Bits</th>");
	appendStringInfoString(html, scale.exact ? "<th class=\"n\">256ths</th><th class=\"n\">The sum so far</th></tr>\n" :
						   "<th class=\"n\">The sum so far</th></tr>\n");
	for (int i = 0; i < SanctJsonCount(pair->parts); i++)
	{
		Json		row = SanctJsonAt(pair->parts, i);

		if (IsPart(row))
			AddPartRow(html, pair, &scale, row, &sum);
	}
	appendStringInfoString(html, "<tr class=\"sum\"><td>Sum</td><td></td><td></td><td></td>");
	AddWeight(html, &scale, 0, sum);
	appendStringInfoString(html, "</table>\n");
	AddTurned(html, pair);
	AddUntold(html, pair);
	AddMandarin(html, pair);
	AddWanting(html, pair, &scale, sum);
	AddRule(html, pair, &scale, sum);
}
