/* A part of two names as a row of a page shows it */
#include "postgres.h"

#include "pg/report/part_row.h"

#include <math.h>

#include "data/word_weight_table.h"
#include "name/korean/hypothesis.h"
#include "name/reading/korean_weight.h"
#include "name/weight.h"
#include "pg/report/html.h"

/* Is a part a syllable of a Korean name, or its surname? */
static bool
IsSyllable(const char *part)
{
	return strcmp(part, "surname") == 0 || strncmp(part, "given name", 10) == 0;
}

/* See part_row.h */
const char *
SanctPartTitle(const char *part, bool person)
{
	static const char *const titles[][3] = {
		{"surname", "Surname (in Korean it comes first)", "First syllable"},
		{"given name 1", "Given name, first syllable", "Second syllable"},
		{"given name 2", "Given name, second syllable", "Third syllable"},
		{"given name 3", "Given name, third syllable", "Fourth syllable"},
		{"given name 4", "Given name, fourth syllable", "Fifth syllable"},
		{"spelling", "How surely it is spelt so", "How surely it is spelt so"},
		{"word", "Word", "Word"},
		{"legal form", "Legal form of a company", "Legal form of a company"},
		{"all words", "All words together", "All words together"},
		{"kind", "What is compared", "What is compared"},
	};

	for (int i = 0; i < lengthof(titles); i++)
		if (strcmp(part, titles[i][0]) == 0)
			return titles[i][person ? 1 : 2];
	return part;
}

/* Are two texts of the same letters, whatever signs and capitals? */
static bool
AreSameLetters(const char *a, const char *b)
{
	for (;; a++, b++)
	{
		a += strspn(a, "'- .");
		b += strspn(b, "'- .");
		if (pg_ascii_tolower((unsigned char) *a) != pg_ascii_tolower((unsigned char) *b))
			return false;
		if (*a == '\0')
			return true;
	}
}

/* What stands behind the syllable that a side is read as: -96 of "준 Jun (-96), 춘 Chun (-480)" */
static double
CostOfSide(Json row, const char *read_key, const char *may_key)
{
	const char *read = SanctJsonText(row, read_key);
	const char *may = SanctJsonText(row, may_key);
	size_t		length = read != NULL ? strlen(read) : 0;

	for (; may != NULL && length > 0; may = strchr(may, ',') != NULL ? strchr(may, ',') + 2 : NULL)
		if (strncmp(may, read, length) == 0 && strncmp(may + length, " (-", 3) == 0)
			return strtod(may + length + 2, NULL);
	return 0;
}

/* How far apart two syllables are that differ, by what they weigh, and why it is more where it is */
static const char *
DifferenceWords(Json row, double weight, bool near)
{
	double		open = CostOfSide(row, "read_a", "may_a") + CostOfSide(row, "read_b", "may_b");
	double		fixed = weight - open;
	const char *what = fixed == SM_EPSILON + SM_NEAR ? "one sound is easily taken for the other" :
		fixed == SM_EPSILON + SM_FAR ? "they differ in one sound" :
		fixed == SM_EPSILON + SM_TWO_NEAR ? "two sounds are easily taken for one another" :
		fixed == SM_EPSILON + SM_UNLIKE ? "only a slip of the pen could make one of the other" : NULL;

	/* an explanation kept with an alert may tell bits alone */
	if (what == NULL)
		return near ? "one sound is easily taken for the other" : weight > SM_EPSILON + SM_UNLIKE ?
			"they differ in a sound or two, and cost less than syllables that sound quite different" :
			"only a slip of the pen could make one of the other";
	if (open == 0)
		return psprintf("%s: a fixed %.0f", what, fixed);
	return psprintf("%s: a fixed %.0f, and the %.0f that stand behind the two syllables", what, fixed, open);
}

/* The letters by which near syllables differ in words: ": a/wa"; nothing stands for no letter at all */
static const char *
NearLetters(const char *letters)
{
	letters += strspn(letters, ": ");
	if (letters[0] == '-' && letters[1] == '/')
		return psprintf("%s on one side and nothing on the other", letters + 2);
	if (strlen(letters) > 2 && strcmp(letters + strlen(letters) - 2, "/-") == 0)
		return psprintf("%.*s on one side and nothing on the other", (int) strlen(letters) - 2, letters);
	return letters;
}

/* How syllables that are the same are written */
static const char *
LettersWords(Json row)
{
	const char *a = SanctJsonText(row, "written_a");
	const char *b = SanctJsonText(row, "written_b");

	return a == NULL || b == NULL ? "the same" : AreSameLetters(a, b) ? "the same, written alike" :
		"the same, spelt in another way";
}

/* How two syllables that are the same compare, and what their weight is made of, where that is told */
static const char *
SameWords(Json row, double weight, const char *how)
{
	const char *read = SanctJsonText(row, "read_a");
	double		costs[] = {CostOfSide(row, "read_a", "may_a"), CostOfSide(row, "read_b", "may_b"), SM_AGREES};
	double		sure = weight - costs[0] - costs[1] - costs[2];
	char	   *rule = psprintf("%.0f", sure);

	/* initials have no such rule, and an explanation kept with an alert may tell bits alone */
	if (SanctJsonText(row, "weight") == NULL || read == NULL || strchr(read, '.') != NULL)
		return how;
	for (int i = 0; i < lengthof(costs); i++)
		if (costs[i] != 0)
			rule = psprintf("%s %c %.0f", rule, costs[i] < 0 ? '-' : '+', fabs(costs[i]));
	return psprintf("%s (%s)", how, rule);
}

/* How two syllables compare */
static const char *
SyllableRelation(Json row, const char *relation, double weight)
{
	if (strcmp(relation, "other script") == 0)
		return SameWords(row, weight, "the same, in another script");
	if (strcmp(relation, "same") == 0 || strcmp(relation, "romanisation variant") == 0)
		return SameWords(row, weight, LettersWords(row));
	if (strcmp(relation, "rare variant") == 0)
		return SameWords(row, weight, "may be the same, but is hardly ever spelt so");
	if (strcmp(relation, "initial") == 0)
		return "an initial that fits";
	if (strcmp(relation, "missing") == 0)
		return SanctJsonIs(row, "part", "surname") ?
			psprintf("only one side has a surname; people leave it out: a fixed %d", SM_NO_SURNAME) :
			psprintf("only one side has it, another name as a rule: a fixed %d", SM_MISS);
	if (strcmp(relation, "contradicts") == 0)
		return psprintf("different: %s", DifferenceWords(row, weight, false));
	if (strncmp(relation, "near", 4) == 0)
		return psprintf("different, but near (%s): %s", NearLetters(relation + 4), DifferenceWords(row, weight, true));
	return relation;
}

/* How two words that are one compare, which have the same letters or not */
static const char *
WordsTitle(const char *relation, bool same_letters)
{
	static const char *const titles[][2] = {
		{"spelling variant", "can be the same word, spelt otherwise"},
		{"same meaning", "another form of the same word"},
		{"initial", "an initial that fits"},
		{"sounds alike", "sounds alike"},
		{"near", "differs in a letter or so, easily taken for one another"},
		{"connective", "an article or the like on both sides, no evidence"},
		{"contradicts", "different: speaks against"},
	};

	if (strcmp(relation, "joined") == 0)
		return same_letters ? "the same, written together" : "alike, written together";
	for (int i = 0; i < lengthof(titles); i++)
		if (strcmp(relation, titles[i][0]) == 0)
			return titles[i][1];
	return relation;
}

/* The same, with the rule of what they weigh together where it is told: "near: 2752 of the lighter one ..." */
static const char *
WordsRelation(Json row, const char *relation)
{
	const char *rule = strstr(relation, ": ");
	const char *a = SanctJsonText(row, "read_a");
	const char *b = SanctJsonText(row, "read_b");
	bool		same = a != NULL && b != NULL && AreSameLetters(a, b);

	if (rule == NULL)
		return WordsTitle(relation, same);
	return psprintf("%s (%s)", WordsTitle(pnstrdup(relation, rule - relation), same), rule + 2);
}

/* What part of its weight a word costs that only one side has: "31/256 (12 %)"; NULL: none that is told */
static const char *
MissingShare(double weighs, double weight)
{
	const SmWordWeights *weights = &sm_word_weights;
	const int	shares[] = {
		weights->missing_person, weights->missing_generic, weights->missing_common, weights->missing_rare
	};

	for (int i = 0; i < lengthof(shares); i++)
		if ((int) weighs * shares[i] / SM_BIT == (int) -weight)
			return psprintf("%d/256 (%.0f %%)", shares[i], shares[i] * 100.0 / SM_BIT);
	return NULL;
}

/* How words compare, one of which may be missing: its cost is a share of what it weighs by itself */
static const char *
WordRelation(Json row, const char *relation, double weight)
{
	const char *own_a = SanctJsonText(row, "may_a");
	const char *own = own_a != NULL ? own_a : SanctJsonText(row, "may_b");
	double		weighs = own != NULL ? strtod(own, NULL) : 0;

	if (strcmp(relation, "missing") == 0)
	{
		const char *share = weight < 0 ? MissingShare(weighs, weight) : NULL;

		return share == NULL ? "only one side has it" :
			psprintf("only one side has it: costs %s of the %.0f that it weighs, cut", share, weighs);
	}
	if (strcmp(relation, "same") == 0)
		return weight == 0 ? "the same, and proves nothing by itself" : "the same";
	return WordsRelation(row, relation);
}

/* How what all words together cost is reckoned of the mean of both names, in 256ths of a bit; NULL: not of that */
static const char *
MeanCost(const char *relation, const char *mean)
{
	const SmWordWeights *weights = &sm_word_weights;
	const char *of = mean != NULL ?
		psprintf("%s, the mean of what both names weigh without what stands beside them, cut", mean) :
		"the mean of what both names weigh without what stands beside them, cut";

	if (strcmp(relation, "contradicts") == 0)
		return psprintf("%d/256 of %s; of fathers' names %d/256; an initial that fits no name a fixed %d",
						weights->name_differs, of, weights->patronymic_differs, weights->initial_differs);
	if (strcmp(relation, "other number") == 0)
		return psprintf("%d/256 of %s, if one side has none; %d/256, at least %d, if it is another",
						weights->number_missing, of, weights->number_differs, weights->number_differs_least);
	return NULL;
}

/* How what all words together cost is reckoned, in 256ths of a bit; NULL: it is told nowhere */
static const char *
WholeCost(const char *relation)
{
	const SmWordWeights *weights = &sm_word_weights;

	if (strcmp(relation, "too little evidence") == 0)
		return psprintf("wanted are %d where one name is surely a person's, else %d, of two bodies %d",
						weights->evidence, weights->evidence - weights->evidence_no_person,
						weights->evidence - weights->evidence_no_person - weights->evidence_organisation);
	if (strcmp(relation, "names of their own") == 0)
		return psprintf("a fixed %d", weights->both);
	if (strcmp(relation, "other trades") == 0)
		return psprintf("a fixed %d", weights->both_generic);
	if (strcmp(relation, "one word alone") == 0)
		return psprintf("a fixed %d", weights->single);
	if (strcmp(relation, "no surname or first name") == 0)
		return psprintf("of words that agree %d are wanted: twice what is wanting is taken off",
						weights->evidence_chief);
	if (strcmp(relation, "consonants alone") == 0)
		return psprintf("of words that agree %d are wanted: twice what is wanting is taken off",
						weights->evidence_skeleton);
	if (strcmp(relation, "order") == 0)
		return psprintf("a fixed %d, of given name and surname %d", weights->turned, weights->halves_crossed);
	return NULL;
}

/* Why all words together cost what they do */
static const char *
WholeTitle(const char *relation)
{
	static const char *const titles[][2] = {
		{"too little evidence", "words that are only alike count where enough agrees: what is wanting is taken off"},
		{"no surname or first name", "a surname or first given name stands on one side only, and too little agrees "
			"for that"},
		{"names of their own", "each of two bodies has a name that the other lacks"},
		{"other trades", "each of two bodies has words that the other lacks, and those of one side are all known words "
			"of trade, country or the like"},
		{"one word alone", "fewer than two words agree, and further names or a number stand beside: many have "
			"one word in common"},
		{"consonants alone", "of one side only consonants are known, and too few agree for that"},
		{"contradicts", "each has a name that the other lacks: two people of one family, say"},
		{"other number", "another number, or one side has none: a sister ship or company"},
		{"order", "the words are turned round"},
	};

	for (int i = 0; i < lengthof(titles); i++)
		if (strcmp(relation, titles[i][0]) == 0)
			return titles[i][1];
	return relation;
}

/* Why all words together cost what they do, and how that is reckoned: "contradicts: 5992" tells the mean as well */
static const char *
WholeRelation(const char *relation)
{
	const char *mean = strstr(relation, ": ");
	const char *kind = mean != NULL ? pnstrdup(relation, mean - relation) : relation;
	const char *cost = MeanCost(kind, mean != NULL ? mean + 2 : NULL);

	if (cost == NULL)
		cost = WholeCost(kind);
	return cost == NULL ? WholeTitle(kind) : psprintf("%s (%s)", WholeTitle(kind), cost);
}

/* How the legal forms compare */
static const char *
FormRelation(const char *relation)
{
	const SmWordWeights *weights = &sm_word_weights;

	if (strcmp(relation, "missing") == 0)
		return psprintf("only one side has one: a fixed %d", weights->form_missing);
	if (strcmp(relation, "same") == 0)
		return psprintf("the same: a fixed %d", weights->form_same);
	return psprintf("another one, speaks against: a fixed %d", weights->form_differs);
}

/* How the sides of a part compare, which weighs so many 256ths of a bit */
static const char *
RelationOf(Json row, const char *part, double weight)
{
	const char *relation = SanctJsonText(row, "relation");

	if (relation == NULL)
		return "";
	if (IsSyllable(part))
		return SyllableRelation(row, relation, weight);
	if (strcmp(part, "spelling") == 0)
		return weight > -1 ? "no other system of spelling fits the whole" :
			"the whole may be read in another way, too: log2 of one share times the other";
	if (strcmp(part, "all words") == 0)
		return WholeRelation(relation);
	if (strcmp(part, "legal form") == 0)
		return FormRelation(relation);
	return strcmp(part, "word") == 0 ? WordRelation(row, relation, weight) : relation;
}

/* Append what a syllable is read as, from which letters, and what they may be as well */
static void
AddSyllable(StringInfo html, Json row, bool first)
{
	const char *read = SanctJsonText(row, first ? "read_a" : "read_b");
	const char *written = SanctJsonText(row, first ? "written_a" : "written_b");
	const char *may = SanctJsonText(row, first ? "may_a" : "may_b");
	const char *south = SanctJsonText(row, first ? "south_a" : "south_b");

	if (written != NULL)
	{
		SanctHtmlBehind(html, "<b>", written);
		appendStringInfoString(html, "</b> <span class=\"soft\">is</span> ");
	}
	/* an initial of a name that is not Korean: (V...) */
	if (read[0] == '(')
	{
		SanctHtmlBehind(html, "<span class=\"soft\">not read as a Korean syllable there: a name ", read);
		appendStringInfoString(html, "</span>");
		return;
	}
	SanctHtmlBehind(html, "<span class=\"syllable\">", read);
	appendStringInfoString(html, "</span>");
	if (south != NULL && strstr(read, south) == NULL)
	{
		SanctHtmlBehind(html, " <span class=\"soft\">in the South ", south);
		appendStringInfoString(html, "</span>");
	}
	if (may != NULL)
	{
		SanctHtmlBehind(html, strchr(may, ',') != NULL || strstr(may, " (-") == NULL ?
						"<div class=\"soft\">these letters may be " :
						"<div class=\"soft\">by rounding, or syllables too unlikely to be named: ", may);
		appendStringInfoString(html, "</div>");
	}
}

/* Append the cell of one side */
static void
AddSide(StringInfo html, Json row, const char *part, bool first)
{
	const char *read = SanctJsonText(row, first ? "read_a" : "read_b");
	const char *share = SanctJsonText(row, first ? "may_a" : "may_b");

	appendStringInfoString(html, "<td>");
	if (strcmp(part, "all words") == 0)
		SanctHtmlText(html, share != NULL ? share : "");
	else if (read == NULL)
		appendStringInfoString(html, "-");
	else if (IsSyllable(part))
		AddSyllable(html, row, first);
	else
	{
		SanctHtmlText(html, read);
		if (strcmp(part, "spelling") == 0 && share != NULL)
		{
			SanctHtmlBehind(html, "<div class=\"soft\">", share);
			appendStringInfoString(html, " of the ways to read the whole name</div>");
		}
	}
	appendStringInfoString(html, "</td>");
}

/* See part_row.h */
void
SanctReportPart(StringInfo html, Json row, bool person)
{
	const char *part = SanctJsonText(row, "part");
	double		bits = SanctJsonNumber(row, "bits", 0);
	bool		soft = strcmp(part, "spelling") == 0 || (bits <= 0 && bits >= -1);

	SanctHtmlBehind(html, "<tr><td class=\"w\">", SanctPartTitle(part, person));
	appendStringInfoString(html, "</td>");
	AddSide(html, row, part, true);
	AddSide(html, row, part, false);
	appendStringInfo(html, "<td class=\"w %s\">", soft ? "soft" : bits > 0 ? "for" : "against");
	SanctHtmlText(html, RelationOf(row, part, SanctJsonNumber(row, "weight", bits * SM_BIT)));
	appendStringInfoString(html, "</td>");
}

/* Syllables that letters may be without what each costs: "준 Jun (-96), 춘 Chun (-480)" */
static char *
WithoutCosts(const char *may)
{
	StringInfoData words;

	initStringInfo(&words);
	while (*may != '\0')
	{
		const char *cost = strstr(may, " (-");

		if (cost == NULL)
			cost = may + strlen(may);
		appendBinaryStringInfo(&words, may, (int) (cost - may));
		may = *cost != '\0' ? cost + strcspn(cost, ")") + 1 : cost;
	}
	return words.data;
}

/* See part_row.h */
char *
SanctReadAsWords(Json rows)
{
	StringInfoData words;

	initStringInfo(&words);
	for (int i = 0; i < SanctJsonCount(rows); i++)
	{
		Json		row = SanctJsonAt(rows, i);
		const char *part = SanctJsonText(row, "part");
		const char *written = SanctJsonText(row, "written_a");
		const char *may = SanctJsonText(row, "may_a");

		if (part == NULL || !IsSyllable(part) || SanctJsonText(row, "read_a") == NULL)
			continue;
		appendStringInfoString(&words, words.len > 0 ? "; " : "");
		if (written != NULL)
			appendStringInfo(&words, "%s = ", written);
		appendStringInfoString(&words, may != NULL ? WithoutCosts(may) : SanctJsonText(row, "read_a"));
	}
	return words.len > 0 ? words.data : NULL;
}
