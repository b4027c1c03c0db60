/* Why two names are one or are not, and what a name is read as */
#include "postgres.h"

#include "pg/type/explain.h"

#include "fmgr.h"
#include "funcapi.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"

#include "name/field/candidate.h"
#include "name/field/field.h"
#include "name/reading/account.h"
#include "name/reading/reading.h"
#include "name/reading/similarity.h"
#include "name/reading/tier.h"
#include "name/weight.h"
#include "name/words/named.h"
#include "pg/base/compat.h"
#include "pg/type/checked.h"
#include "pg/type/explain_korean.h"
#include "pg/type/explain_rows.h"
#include "pg/type/explain_words.h"
#include "pg/type/field_names.h"
#include "pg/type/read_name.h"
#include "pg/type/sum_words.h"

PG_FUNCTION_INFO_V1(sanct_explain);
PG_FUNCTION_INFO_V1(sanct_reading_explain);
PG_FUNCTION_INFO_V1(sanct_tier);
PG_FUNCTION_INFO_V1(sanct_reading_tier);

/* What a name is read as */
static const char *
KindOf(const uint8 *reading)
{
	return SM_IS_KOREAN(reading) ? "Korean name" : SM_HAS_WORDS(reading) ? "words" : "no name";
}

/* Why two readings have nothing that can be compared */
static const char *
WhyNone(const uint8 *a, const uint8 *b)
{
	if (!SM_READING_KINDS(a) || !SM_READING_KINDS(b))
		return "none: a text without a letter is no name";
	if (a[2] & b[2] & SM_KIND_NUMBER)
		return "none: each has a number beside it, and is told apart by that";
	if (((a[2] ^ b[2]) & SM_KIND_NUMBER) && (a[2] & b[2] & SM_KIND_WORDS))
		return "none: both have a number, which the whole of the field compares";
	if (a[2] & b[2] & SM_KIND_SOUNDS)
		return "none: of both only the sound of their characters is known, and too many names sound so";
	if (SM_IS_KOREAN(a) && SM_IS_KOREAN(b))
		return "none: both are Korean names for sure, and no reading of them is common";
	return "none: one is read as a Korean name, the other as words, which cannot be compared";
}

/* The field that a name stands in, read once more, if its letters are to be told; NULL for no field */
static const SmAccount *
AccountOf(const Explanation *explanation, const Explained *field)
{
	return field != NULL && (explanation->agrees != NULL || SanctIsWideExplanation(explanation)) ?
		SanctAccountOf(field->name, field->length, field->as) : NULL;
}

/* Explain the parts of the two names that a sum is of; of fields, or of readings alone if these are NULL */
static void
ExplainParts(Explanation *explanation, const SmSum *sum, const Explained *a, const Explained *b)
{
	switch (sum->kind)
	{
		case SM_KIND_KOREAN:
			SanctExplainKorean(explanation, &(KoreanSide) {sum->reading[0], AccountOf(explanation, a), sum->names.a},
							   &(KoreanSide) {sum->reading[1], AccountOf(explanation, b), sum->names.b});
			break;
		case SM_KIND_WORDS:
			SanctExplainWords(explanation, sum->reading[0], sum->reading[1]);
			break;
		default:
			explanation->tier = SM_TIER_CONTRADICTS;
			SanctTellLine(explanation, &(Line) {"kind", {.read = KindOf(sum->reading[0])},
				{.read = KindOf(sum->reading[1])},
				WhyNone(sum->reading[0], sum->reading[1]), .no_bits = true});
	}
}

/* Rows of what stands beside a name of a field, each with its price: it is added to the name's own weight */
static void
ExplainBeside(Explanation *explanation, const Explained *field, int name, bool first)
{
	SmBesideWord beside[SM_BESIDE_MAX];
	const SmAccount *account;
	int			n;

	if (name == 0)
		return;
	account = SanctAccountOf(field->name, field->length, field->as);
	n = name < account->count ? sm_account_beside(beside, account, name) : 0;
	for (int i = 0; i < n; i++)
	{
		const char *word = SanctAccountText(account, beside[i].at);

		SanctTellLine(explanation, &(Line) {"beside", {.read = first ? word : NULL}, {.read = first ? NULL : word},
			SanctBesideTitle(&beside[i]),
			.hundredths = -sm_hundredths((SmWeight) beside[i].price * (SM_BIT / SM_PRICE_BIT)),
			.weight = -(SmWeight) beside[i].price * (SM_BIT / SM_PRICE_BIT)});
	}
}

/*
 * The tier of two names: of the part that fits least; but none that speaks for a match where there is none, and no
 * contradiction where there is a match, in which it is outweighed
 */
static SmTier
TierOf(const Explanation *explanation, int similarity, int threshold)
{
	if (similarity < threshold && explanation->tier < SM_TIER_UNLIKELY)
		return SM_TIER_UNLIKELY;
	if (similarity >= threshold && explanation->tier > SM_TIER_MISSING)
		return SM_TIER_MISSING;
	return explanation->tier;
}

/* The name as a row shows it: not more than the first thousand bytes */
static const char *
CutName(const Explained *field)
{
	return pnstrdup(field->name, pg_mbcliplen(field->name, field->length, 1000));
}

/* Of what the self weight of a side of a sum is made, in 256ths of a bit: surname 735 + given name 1 1277 */
static char *
OwnParts(const SmSum *sum, int side)
{
	StringInfoData own;

	initStringInfo(&own);
	if (sum->kind == SM_KIND_WORDS)
		SanctTellOwnWords(&own, sum->reading[side]);
	else
		SanctTellOwnKorean(&own, sum->reading, side);
	return own.data;
}

/* Rows of what makes a similarity of the sum */
static void
ExplainSum(const Explanation *explanation, const SmSum *sum)
{
	bool		wide = SanctIsWideExplanation(explanation);

	SanctTellLine(explanation, &(Line) {"own bits",
		{.read = SanctOwnBitsWords(sum, 0), .may = wide ? OwnParts(sum, 0) : NULL},
		{.read = SanctOwnBitsWords(sum, 1), .may = wide ? OwnParts(sum, 1) : NULL},
		SanctMeanWords(sum), .no_bits = true});
	SanctTellLine(explanation, &(Line) {"share", .relation = SanctShareWords(sum), .no_bits = true});
}

/* See explain.h */
void
SanctExplain(ReturnSetInfo *set, const Explained *a, const Explained *b, int threshold)
{
	Explanation explanation = {.set = set};
	int			similarity = sm_similarity(a->reading, b->reading);
	SmSum		sum;

	sm_sum(&sum, a->reading, b->reading);
	ExplainParts(&explanation, &sum, a, b);
	if (sum.kind != 0)
	{
		ExplainBeside(&explanation, a, sum.names.a, true);
		ExplainBeside(&explanation, b, sum.names.b, false);
		ExplainSum(&explanation, &sum);
	}
	SanctTellLine(&explanation, &(Line) {"tier",
		.relation = sm_tier_titles[TierOf(&explanation, similarity, threshold)], .no_bits = true});
	SanctTellLine(&explanation, &(Line) {"whole name", {.read = CutName(a)}, {.read = CutName(b)},
		SanctResultWords(similarity, threshold), .hundredths = sm_hundredths(sum.weight), .weight = sum.weight});
}

/* See explain.h */
const char *
SanctTierOf(const uint8 *a, const uint8 *b, int threshold)
{
	Explanation explanation = {.set = NULL};
	SmSum		sum;

	sm_sum(&sum, a, b);
	ExplainParts(&explanation, &sum, NULL, NULL);
	return sm_tier_titles[TierOf(&explanation, sm_similarity(a, b), threshold)];
}

/* See explain.h */
char *
SanctWhyNot(const Explained *a, const Explained *b, int threshold)
{
	StringInfoData agrees;
	StringInfoData against;
	Explanation explanation = {.agrees = &agrees, .against = &against};
	SmSum		sum;

	initStringInfo(&agrees);
	initStringInfo(&against);
	sm_sum(&sum, a->reading, b->reading);
	if (sum.kind == 0)
		return pstrdup(WhyNone(sum.reading[0], sum.reading[1]));
	ExplainParts(&explanation, &sum, a, b);
	return psprintf("%s%s%s; %s", agrees.len > 0 ? "alike: " : "nothing alike", agrees.data, against.data,
					SanctWantingWords(&sum, threshold));
}

Datum
sanct_tier(PG_FUNCTION_ARGS)
{
	const uint8 *a = SanctReadCached(fcinfo, 0, PG_GETARG_TEXT_PP(0));
	const uint8 *b = SanctReadCached(fcinfo, 1, PG_GETARG_TEXT_PP(1));

	PG_RETURN_TEXT_P(cstring_to_text(SanctTierOf(a, b, SM_THRESHOLD)));
}

Datum
sanct_reading_tier(PG_FUNCTION_ARGS)
{
	const uint8 *a = SanctGetReading(PG_GETARG_SANCT_READING(0));
	const uint8 *b = SanctGetReading(PG_GETARG_SANCT_READING(1));

	PG_RETURN_TEXT_P(cstring_to_text(SanctTierOf(a, b, SM_THRESHOLD)));
}

/* How an operator reads either of its sides */
#define READ_AS_SIDE ((SmReadAs) {SM_READ_FIELD, SM_NAMED_UNKNOWN})

/* See explain.h */
Explained
SanctReadExplained(uint8 *reading, const text *name, SmReadAs as)
{
	(void) SanctReadNameAs(reading, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name), as, NULL);
	return (Explained) {reading, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name), as};
}

Datum
sanct_explain(PG_FUNCTION_ARGS)
{
	uint8		reading_a[SM_READING_MAX];
	uint8		reading_b[SM_READING_MAX];
	Explained	a = SanctReadExplained(reading_a, PG_GETARG_TEXT_PP(0), READ_AS_SIDE);
	Explained	b = SanctReadExplained(reading_b, PG_GETARG_TEXT_PP(1), READ_AS_SIDE);

	InitMaterializedSRF(fcinfo, 0);
	SanctExplain((ReturnSetInfo *) fcinfo->resultinfo, &a, &b, SM_THRESHOLD);
	return (Datum) 0;
}

Datum
sanct_reading_explain(PG_FUNCTION_ARGS)
{
	SanctReading *a = PG_GETARG_SANCT_READING(0);
	SanctReading *b = PG_GETARG_SANCT_READING(1);
	Explained	explained_a = {SanctGetReading(a), SANCT_READING_NAME(a), SANCT_READING_NAME_LENGTH(a), READ_AS_SIDE};
	Explained	explained_b = {SanctGetReading(b), SANCT_READING_NAME(b), SANCT_READING_NAME_LENGTH(b), READ_AS_SIDE};

	InitMaterializedSRF(fcinfo, 0);
	SanctExplain((ReturnSetInfo *) fcinfo->resultinfo, &explained_a, &explained_b, SM_THRESHOLD);
	return (Datum) 0;
}
