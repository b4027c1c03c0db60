/* Why two names are one or are not, and what a name is read as */
#include "postgres.h"

#include "pg/type/explain.h"

#include "fmgr.h"
#include "funcapi.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"

#include "data/syllable_table.h"
#include "name/field/candidate.h"
#include "name/field/field.h"
#include "name/korean/hypothesis.h"
#include "name/korean/system.h"
#include "name/reading/account.h"
#include "name/reading/korean_weight.h"
#include "name/reading/reading.h"
#include "name/reading/similarity.h"
#include "name/reading/tier.h"
#include "name/reading/unpack.h"
#include "name/slot.h"
#include "name/weight.h"
#include "name/words/align.h"
#include "name/words/relation.h"
#include "name/words/pack.h"
#include "pg/base/compat.h"
#include "pg/base/encoding.h"
#include "pg/type/checked.h"
#include "pg/type/field_names.h"
#include "pg/type/read_name.h"
#include "pg/type/sum_words.h"
#include "pg/type/syllables.h"

PG_FUNCTION_INFO_V1(sanct_explain);
PG_FUNCTION_INFO_V1(sanct_reading_explain);
PG_FUNCTION_INFO_V1(sanct_tier);
PG_FUNCTION_INFO_V1(sanct_reading_tier);

/* An explanation being written */
typedef struct Explanation
{
	ReturnSetInfo *set;			/* where rows go; NULL if only the tier is asked for */
	SmTier		tier;			/* of the part that fits least */
	SmWeight	sum;			/* of the parts so far */
	StringInfo	agrees;			/* NULL: parts are not told in a line */
	StringInfo	against;
} Explanation;

/* What two parts are to each other, and what that weighs */
typedef struct Comparison
{
	const char *relation;
	SmTier		tier;
	SmWeight	weight;
} Comparison;

/* The columns of a row; texts are NULL or empty for none */
typedef struct Line
{
	const char *part;
	const char *read_a;
	const char *read_b;
	const char *relation;
	int			hundredths;		/* of a bit */
	bool		no_bits;
} Line;

/* Add a row, if rows are asked for */
static void
TellLine(Explanation *explanation, Line line)
{
	Datum		values[5];
	bool		nulls[5] = {false};

	if (explanation->set == NULL)
		return;
	values[0] = CStringGetTextDatum(line.part);
	nulls[1] = line.read_a == NULL || line.read_a[0] == '\0';
	values[1] = nulls[1] ? (Datum) 0 : CStringGetTextDatum(line.read_a);
	nulls[2] = line.read_b == NULL || line.read_b[0] == '\0';
	values[2] = nulls[2] ? (Datum) 0 : CStringGetTextDatum(line.read_b);
	values[3] = CStringGetTextDatum(line.relation);
	values[4] = Float4GetDatum((float4) (line.hundredths / 100.0));
	nulls[4] = line.no_bits;
	tuplestore_putvalues(explanation->set->setResult, explanation->set->setDesc, values, nulls);
}

/* Tell in a line of a part that agrees, or of one that speaks against */
static void
TellInLine(Explanation *explanation, Line line)
{
	const char *a = line.read_a[0] == '\0' ? "-" : line.read_a;
	const char *b = line.read_b[0] == '\0' ? "-" : line.read_b;

	if (line.hundredths > 0)
		appendStringInfo(explanation->agrees, "%s%s", explanation->agrees->len > 0 ? ", " : "",
						 strcmp(line.part, "word") == 0 ? line.read_b : line.part);
	else if (line.hundredths < -100 && strcmp(line.part, "spelling") == 0)
		appendStringInfo(explanation->against, "; spelling: rare (%.2f)", line.hundredths / 100.0);
	else if (line.hundredths < -100 && line.read_a[0] == '\0' && line.read_b[0] == '\0')
		appendStringInfo(explanation->against, "; %s: %s (%.2f)", line.part, line.relation, line.hundredths / 100.0);
	else if (line.hundredths < -100)
		appendStringInfo(explanation->against, "; %s: %s / %s, %s (%.2f)", line.part, a, b, line.relation,
						 line.hundredths / 100.0);
}

/*
 * Add the row of a part, the tier of which counts for the pair.  Bits are rounded so that those of all parts add up to
 * the rounded weight.
 */
static void
TellPart(Explanation *explanation, const char *part, StringInfo a, StringInfo b, Comparison comparison)
{
	int			before = sm_hundredths(explanation->sum);
	Line		line = {part, a->data, b->data, comparison.relation, .no_bits = false};

	explanation->tier = Max(explanation->tier, comparison.tier);
	explanation->sum += comparison.weight;
	line.hundredths = sm_hundredths(explanation->sum) - before;
	if (explanation->agrees != NULL)
		TellInLine(explanation, line);
	TellLine(explanation, line);
}

/* How one side of a pair of Korean readings is read */
typedef struct Side
{
	SmParts		parts;
	const SmHypothesisParts *hypothesis;
	int			slot;			/* which is explained */
	bool		missing;		/* there is none */
} Side;

/* The slot of a side; NULL if it is missing */
static const uint8 *
SlotOf(const Side *side)
{
	return side->missing ? NULL : side->parts.slot[side->hypothesis->slot[side->slot]];
}

/* What a slot is told by: a syllable, by its number; NULL is told by nothing */
static void
TellSlot(StringInfo out, const uint8 *slot, int syllable, bool surname)
{
	const SmSyllable *told = syllable < 0 ? NULL : &(surname ? sm_surname : sm_given)[syllable];

	initStringInfo(out);
	if (slot == NULL)
		return;
	SanctAppendSlot(out, slot, told, false);
	if (SanctHasHangul() && SM_IS_SYLLABLE(slot))
		SanctAppendSlot(out, slot, told, true);
}

/* The likeliest syllable of a slot */
static int
LikeliestSyllable(const uint8 *slot)
{
	return slot != NULL && sm_slot_count(slot) > 0 ? sm_candidate_id(sm_slot_candidate(slot, 0)) : -1;
}

/* What the tier of two slots is called, with the letters that make them near */
static const char *
TierOfSlots(SmTier tier, const uint8 *a, const uint8 *b, bool surname)
{
	char		letters[SM_NEAR_LETTERS_MAX];
	int			length;

	if (tier != SM_TIER_NEAR)
		return sm_tier_titles[tier];
	sm_near_letters(letters, a, b, surname);
	length = strlen(letters);
	return psprintf("%s: %s", sm_tier_titles[tier], pnstrdup(SanctUtf8ToServer(letters, &length), length));
}

/* Explain the slots of two sides by the syllable that carries what they weigh; a missing one has a weight */
static void
ExplainSlot(Explanation *explanation, const char *part, const Side *a, const Side *b, SmWeight missing)
{
	StringInfoData read_a;
	StringInfoData read_b;
	const uint8 *slot_a = SlotOf(a);
	const uint8 *slot_b = SlotOf(b);
	bool		surname = a->slot == 0 && b->slot == 0;
	SmWeight	weight = missing;
	SmTier		tier = SM_TIER_MISSING;
	SmSlotPair	told = {LikeliestSyllable(slot_a), LikeliestSyllable(slot_b)};

	if (slot_a && slot_b)
	{
		weight = sm_slot_weight(slot_a, slot_b, surname ? sm_surname : sm_given);
		tier = sm_slot_tier(slot_a, a->hypothesis->system, slot_b, b->hypothesis->system, surname);
		told = sm_slot_pair(slot_a, slot_b, surname);
	}
	TellSlot(&read_a, slot_a, told.a, surname);
	TellSlot(&read_b, slot_b, told.b, surname);
	TellPart(explanation, part, &read_a, &read_b,
			(Comparison) {TierOfSlots(tier, slot_a, slot_b, surname), tier, weight});
}

/* Rows of two Korean names, slot by slot, of the pair of hypotheses that carries the weight */
static void
ExplainKorean(Explanation *explanation, const uint8 *reading_a, const uint8 *reading_b)
{
	Side		a;
	Side		b;
	SmBestPair	best = {0, 0};
	SmAligned	aligned[2 * SM_GIVEN_MAX];
	StringInfoData system_a;
	StringInfoData system_b;
	int			n;

	sm_unpack(&a.parts, reading_a);
	sm_unpack(&b.parts, reading_b);
	sm_korean_weight(&a.parts, &b.parts, INT32_MIN / 2, &best);
	a.hypothesis = &a.parts.part[best.a];
	b.hypothesis = &b.parts.part[best.b];
	a.slot = b.slot = 0;
	a.missing = !a.hypothesis->has_surname;
	b.missing = !b.hypothesis->has_surname;
	if (!a.missing || !b.missing)
		ExplainSlot(explanation, "surname", &a, &b, SM_NO_SURNAME);
	n = sm_align_given(aligned, &a.parts, a.hypothesis, &b.parts, b.hypothesis);
	for (int i = 0; i < n; i++)
	{
		a.slot = aligned[i].a;
		b.slot = aligned[i].b;
		a.missing = a.slot == 0;
		b.missing = b.slot == 0;
		ExplainSlot(explanation, psprintf("given name %d", i + 1), &a, &b, SM_MISS);
	}
	initStringInfo(&system_a);
	initStringInfo(&system_b);
	appendStringInfoString(&system_a, sm_system_title(a.hypothesis->system));
	appendStringInfoString(&system_b, sm_system_title(b.hypothesis->system));
	TellPart(explanation, "spelling", &system_a, &system_b, (Comparison) {
		a.hypothesis->system == b.hypothesis->system ? "same" : "other system",
		sm_system_tier(a.hypothesis->system, b.hypothesis->system),
		a.hypothesis->weight + b.hypothesis->weight
	});
}

/* The words of one side of a part in the server's encoding */
static void
ReadWords(StringInfo out, const uint8 *literal, int from, int count)
{
	char		utf8[SM_WORDS_TEXT_MAX];
	int			length = sm_words_text(utf8, literal, from, count);
	const char *words = SanctUtf8ToServer(utf8, &length);

	/* the letters of a stored reading may be damaged; what is converted has become valid */
	if (!pg_verifymbstr(words, length, true))
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED), errmsg("a word of a reading is damaged")));
	initStringInfo(out);
	appendBinaryStringInfo(out, words, length);
}

/* Rows of two names compared word by word, in the order of the first name's words */
static void
ExplainLiteral(Explanation *explanation, const uint8 *a, const uint8 *b)
{
	static const char *const relations[] = {
		"same", "spelling variant", "same meaning", "initial", "sounds alike", "near", "joined",
		"missing", NULL, "contradicts", "order", "too little evidence"
	};
	static const SmTier tiers[] = {
		SM_TIER_SAME, SM_TIER_SPELLING, SM_TIER_SPELLING, SM_TIER_INITIAL, SM_TIER_NEAR, SM_TIER_NEAR, SM_TIER_SPELLING,
		SM_TIER_MISSING, SM_TIER_SAME, SM_TIER_CONTRADICTS, SM_TIER_SPELLING, SM_TIER_MISSING
	};
	SmWordsPart parts[SM_WORDS_PARTS];
	int			n;

	a = SM_WORDS_PART(a);
	b = SM_WORDS_PART(b);
	n = sm_words_explain(parts, a, b);
	for (int i = 0; i < n; i++)
	{
		StringInfoData words_a;
		StringInfoData words_b;
		const char *relation = relations[parts[i].relation];
		SmTier		tier = tiers[parts[i].relation];

		if (parts[i].relation == SM_WORDS_FORM)
		{
			tier = parts[i].weight > 0 ? SM_TIER_SAME :
				(a[1] & SM_FLAG_FORM) && (b[1] & SM_FLAG_FORM) ? SM_TIER_CONTRADICTS : SM_TIER_MISSING;
			relation = sm_tier_titles[tier];
		}
		ReadWords(&words_a, a, parts[i].from[0], parts[i].count[0]);
		ReadWords(&words_b, b, parts[i].from[1], parts[i].count[1]);
		TellPart(explanation, parts[i].relation == SM_WORDS_FORM ? "legal form" :
			   parts[i].relation < SM_WORDS_FORM ? "word" : "all words",
			   &words_a, &words_b, (Comparison) {relation, tier, parts[i].weight});
	}
}

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
	if (SM_IS_KOREAN(a) && SM_IS_KOREAN(b))
		return "none: both are Korean names for sure, and no reading of them is common";
	return "none: one is read as a Korean name, the other as words, which cannot be compared";
}

/* Explain the parts of the two names that a sum is of */
static void
ExplainParts(Explanation *explanation, const SmSum *sum)
{
	switch (sum->kind)
	{
		case SM_KIND_KOREAN:
			ExplainKorean(explanation, sum->reading[0], sum->reading[1]);
			break;
		case SM_KIND_WORDS:
			ExplainLiteral(explanation, sum->reading[0], sum->reading[1]);
			break;
		default:
			explanation->tier = SM_TIER_CONTRADICTS;
			TellLine(explanation, (Line) {"kind", KindOf(sum->reading[0]), KindOf(sum->reading[1]),
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

		TellLine(explanation, (Line) {"beside", first ? word : NULL, first ? NULL : word, SanctBesideTitle(&beside[i]),
			.hundredths = -sm_hundredths((SmWeight) beside[i].price * (SM_BIT / SM_PRICE_BIT))});
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

/* See explain.h */
void
SanctExplain(ReturnSetInfo *set, const Explained *a, const Explained *b, int threshold)
{
	Explanation explanation = {.set = set};
	int			similarity = sm_similarity(a->reading, b->reading);
	SmSum		sum;

	sm_sum(&sum, a->reading, b->reading);
	ExplainParts(&explanation, &sum);
	if (similarity > 0)
	{
		ExplainBeside(&explanation, a, sum.names.a, true);
		ExplainBeside(&explanation, b, sum.names.b, false);
	}
	if (sum.kind != 0)
	{
		TellLine(&explanation, (Line) {"own bits", SanctOwnBitsWords(&sum, 0), SanctOwnBitsWords(&sum, 1),
			SanctMeanWords(&sum), .no_bits = true});
		TellLine(&explanation, (Line) {"share", NULL, NULL, SanctShareWords(&sum), .no_bits = true});
	}
	TellLine(&explanation, (Line) {"tier", NULL, NULL, sm_tier_titles[TierOf(&explanation, similarity, threshold)],
		.no_bits = true});
	TellLine(&explanation, (Line) {"whole name", CutName(a), CutName(b), SanctResultWords(similarity, threshold),
		.hundredths = sm_hundredths(sum.weight)});
}

/* See explain.h */
const char *
SanctTierOf(const uint8 *a, const uint8 *b, int threshold)
{
	Explanation explanation = {.set = NULL};
	SmSum		sum;

	sm_sum(&sum, a, b);
	ExplainParts(&explanation, &sum);
	return sm_tier_titles[TierOf(&explanation, sm_similarity(a, b), threshold)];
}

/* See explain.h */
char *
SanctWhyNot(const uint8 *a, const uint8 *b, int threshold)
{
	StringInfoData agrees;
	StringInfoData against;
	Explanation explanation = {.agrees = &agrees, .against = &against};
	SmSum		sum;

	initStringInfo(&agrees);
	initStringInfo(&against);
	sm_sum(&sum, a, b);
	if (sum.kind == 0)
		return pstrdup(WhyNone(sum.reading[0], sum.reading[1]));
	ExplainParts(&explanation, &sum);
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
