/* Two names explained word by word */
#include "postgres.h"

#include "pg/type/explain_words.h"

#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"

#include "data/word_table.h"
#include "name/reading/reading.h"
#include "name/reading/tier.h"
#include "name/script/skeleton.h"
#include "name/weight.h"
#include "name/words/align.h"
#include "name/words/dictionary.h"
#include "name/words/pack.h"
#include "name/words/relation.h"
#include "name/words/weights.h"
#include "name/words/word.h"
#include "pg/base/encoding.h"
#include "pg/type/word_rule.h"

/* Connectives, articles and titles that stand on both sides, and are no evidence */
#define WORDS_BESIDE SM_WORDS_RELATIONS

/* What a relation is called, and the tier of names of which it is the part that fits least */
static const struct
{
	const char *title;
	SmTier		tier;
}			relations[] = {
	[SM_WORDS_EQUAL] = {"same", SM_TIER_SAME},
	[SM_WORDS_VARIANT] = {"spelling variant", SM_TIER_SPELLING},
	[SM_WORDS_MEANING] = {"same meaning", SM_TIER_SPELLING},
	[SM_WORDS_INITIAL] = {"initial", SM_TIER_INITIAL},
	[SM_WORDS_SOUND] = {"sounds alike", SM_TIER_NEAR},
	[SM_WORDS_NEAR] = {"near", SM_TIER_NEAR},
	[SM_WORDS_JOINED] = {"joined", SM_TIER_SPELLING},
	[SM_WORDS_MISSING] = {"missing", SM_TIER_MISSING},
	[SM_WORDS_CONTRADICTION] = {"contradicts", SM_TIER_CONTRADICTS},
	[SM_WORDS_NUMBERS] = {"other number", SM_TIER_CONTRADICTS},
	[SM_WORDS_ORDER] = {"order", SM_TIER_SPELLING},
	[SM_WORDS_EVIDENCE] = {"too little evidence", SM_TIER_MISSING},
	[SM_WORDS_CHIEF] = {"no surname or first name", SM_TIER_MISSING},
	[SM_WORDS_BODIES] = {"names of their own", SM_TIER_MISSING},
	[SM_WORDS_TRADES] = {"other trades", SM_TIER_MISSING},
	[SM_WORDS_SINGLE] = {"one word alone", SM_TIER_MISSING},
	[SM_WORDS_CONSONANTS] = {"consonants alone", SM_TIER_MISSING},
	[WORDS_BESIDE] = {"connective", SM_TIER_MISSING},
};

/* The words of one side of a part in the server's encoding */
static char *
ReadWords(const uint8 *literal, int from, int count)
{
	char		utf8[SM_WORDS_TEXT_MAX];
	int			length = sm_words_text(utf8, literal, from, count);
	const char *words = SanctUtf8ToServer(utf8, &length);

	/* the letters of a stored reading may be damaged; what is converted has become valid */
	if (!pg_verifymbstr(words, length, true))
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED), errmsg("a word of a reading is damaged")));
	return pnstrdup(words, length);
}

/* What the words of one side weigh by themselves in 256ths of a bit; empty for none */
static char *
OwnWeight(const uint8 *literal, int from, int count)
{
	SmView		view;
	SmWeight	weight = 0;

	sm_words_open_heads(&view, literal);
	for (int i = from; i < from + count && i < view.count; i++)
		weight += SM_VIEW_BITS(&view, i);
	return count == 0 ? pstrdup("") : psprintf("%d", weight);
}

/* What a kind of legal form is */
static const char *
FormTitle(int form)
{
	static const char *const titles[] = {
		[SM_FORM_NONE] = "", [SM_FORM_LLC] = "limited company", [SM_FORM_JSC] = "company by shares",
		[SM_FORM_LP] = "limited partnership", [SM_FORM_GP] = "general partnership",
		[SM_FORM_LLP] = "partnership with limited liability", [SM_FORM_SP] = "business of one person",
		[SM_FORM_CORP] = "company of some kind", [SM_FORM_ORG] = "body of some kind"
	};

	return form < lengthof(titles) ? titles[form] : "body of some kind";
}

/* Add the row of the legal forms */
static void
ExplainForm(Explanation *explanation, const uint8 *a, const uint8 *b, SmWeight weight)
{
	int			form_a = a[1] & SM_FLAG_FORM;
	int			form_b = b[1] & SM_FLAG_FORM;
	SmTier		tier = weight > 0 ? SM_TIER_SAME : form_a && form_b ? SM_TIER_CONTRADICTS : SM_TIER_MISSING;

	SanctTellPart(explanation, "legal form", (LineSide) {.read = FormTitle(form_a)},
				  (LineSide) {.read = FormTitle(form_b)}, (Comparison) {sm_tier_titles[tier], tier, weight});
}

/*
 * Make one part of two words that are equal, each left on its side, and cost next to nothing: an article of a name of
 * which only the consonants are known, and one that is a word
 */
static void
JoinConnectives(SmWordsPart *parts, int n, const uint8 *a, const uint8 *b)
{
	for (int i = 0; i < n; i++)
		for (int k = 0; k < n; k++)
			if (parts[i].relation == SM_WORDS_MISSING && parts[k].relation == SM_WORDS_MISSING &&
				parts[i].count[0] > 0 && parts[k].count[1] > 0 && parts[k].count[0] == 0 && parts[i].count[1] == 0 &&
				strcmp(ReadWords(a, parts[i].from[0], parts[i].count[0]),
					   ReadWords(b, parts[k].from[1], parts[k].count[1])) == 0)
			{
				parts[i].relation = WORDS_BESIDE;
				parts[i].weight += parts[k].weight;
				parts[i].from[1] = parts[k].from[1];
				parts[i].count[1] = parts[k].count[1];
				parts[k].count[1] = 0;
				parts[k].weight = 0;
			}
}

/* Why a word weighs what it does */
static const char *
WeightReason(const SmView *view, int i)
{
	SmWeight	bits = SM_VIEW_BITS(view, i);
	int			kind = SM_VIEW_KIND(view, i);

	if (kind == SM_WORD_NUMBER)
		return "number";
	if (kind == SM_WORD_INITIAL)
		return "initial";
	if (kind == SM_WORD_SCRIPT && sm_is_skeleton(view->word[i]))
		return "of letters that leave vowels out";
	if (bits <= SM_PARTICLE_BITS)
		return "article or the like";
	if (sm_is_generic(SM_VIEW_MEANING(view, i)))
		return "trade or country";
	if (SM_VIEW_PATRONYMIC(view, i))
		return "name of a father";
	if (sm_word_lookup(view->word[i], SM_VIEW_LENGTH(view, i)) == NULL)
		return "in no table, by its length";
	return bits <= SM_GENERIC_BITS ? "very common" : bits <= sm_word_weights.common ? "common" : "rare";
}

/* See explain_words.h */
void
SanctTellOwnWords(StringInfo out, const uint8 *reading)
{
	const uint8 *words = SM_WORDS_PART(reading);
	SmView		view;

	sm_words_open(&view, words);
	for (int i = 0; i < view.count; i++)
		appendStringInfo(out, "%s%s %d (%s)", i > 0 ? " + " : "", ReadWords(words, i, 1), SM_VIEW_BITS(&view, i),
						 WeightReason(&view, i));
	if (words[1] & SM_FLAG_FORM)
		appendStringInfo(out, " + %s %d (legal form)", FormTitle(words[1] & SM_FLAG_FORM), SM_FORM_WEIGHT);
}

/* The words of a side that are left and count as names or trades, or as names alone */
static char *
LeftWords(const SmWordsPart *parts, int n, const uint8 *literal, int side, bool names)
{
	StringInfoData left;
	SmView		view;

	initStringInfo(&left);
	sm_words_open(&view, literal);
	for (int k = 0; k < n; k++)
	{
		int			i = parts[k].from[side];

		if (parts[k].relation != SM_WORDS_MISSING || parts[k].count[side] == 0 ||
			SM_VIEW_KIND(&view, i) == SM_WORD_NUMBER || SM_VIEW_KIND(&view, i) == SM_WORD_INITIAL ||
			SM_VIEW_BITS(&view, i) <= SM_PARTICLE_BITS || (names && sm_is_generic(SM_VIEW_MEANING(&view, i))))
			continue;
		appendStringInfo(&left, "%s%s", left.len > 0 ? ", " : "", ReadWords(literal, i, 1));
	}
	return left.data;
}

/* Tell what all words together cost, and by which of them that are left */
static void
ExplainWhole(Explanation *explanation, const SmWordsPart *parts, int n, int k, const uint8 *a, const uint8 *b)
{
	int			relation = parts[k].relation;
	bool		names = relation == SM_WORDS_BODIES;
	bool		left = SanctIsWideExplanation(explanation) && (names || relation == SM_WORDS_TRADES);
	const char *title = relations[relation].title;

	if (SanctIsWideExplanation(explanation) && (relation == SM_WORDS_CONTRADICTION || relation == SM_WORDS_NUMBERS))
		title = psprintf("%s: %d", title, (sm_words_self(a) + sm_words_self(b)) / 2);
	SanctTellPart(explanation, "all words",
				  (LineSide) {.read = "", .may = left ? LeftWords(parts, n, a, 0, names) : ""},
				  (LineSide) {.read = "", .may = left ? LeftWords(parts, n, b, 1, names) : ""},
				  (Comparison) {title, relations[relation].tier, parts[k].weight});
}

/* See explain_words.h */
void
SanctExplainWords(Explanation *explanation, const uint8 *reading_a, const uint8 *reading_b)
{
	SmWordsPart parts[SM_WORDS_PARTS];
	const uint8 *a = SM_WORDS_PART(reading_a);
	const uint8 *b = SM_WORDS_PART(reading_b);
	int			n = sm_words_explain(parts, a, b);
	bool		wide = SanctIsWideExplanation(explanation);

	JoinConnectives(parts, n, a, b);
	for (int i = 0; i < n; i++)
	{
		const SmWordsPart *part = &parts[i];
		bool		word = part->relation < SM_WORDS_FORM || part->relation == WORDS_BESIDE;

		if (word && part->count[0] + part->count[1] == 0)
			continue;
		if (part->relation == SM_WORDS_FORM)
		{
			ExplainForm(explanation, a, b, part->weight);
			continue;
		}
		if (!word)
		{
			ExplainWhole(explanation, parts, n, i, a, b);
			continue;
		}
		SanctTellPart(explanation, "word",
					  (LineSide) {ReadWords(a, part->from[0], part->count[0]), NULL,
						  OwnWeight(a, part->from[0], part->count[0])},
					  (LineSide) {ReadWords(b, part->from[1], part->count[1]), NULL,
						  OwnWeight(b, part->from[1], part->count[1])},
					  (Comparison) {wide ? SanctWordRule(relations[part->relation].title, part, a, b) :
						  relations[part->relation].title, relations[part->relation].tier, part->weight});
	}
}
