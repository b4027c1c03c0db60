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
#include "name/korean/hypothesis.h"
#include "name/korean/romanize.h"
#include "name/korean/system.h"
#include "name/log2.h"
#include "name/reading/account.h"
#include "name/reading/korean_weight.h"
#include "name/reading/names.h"
#include "name/reading/reading.h"
#include "name/reading/similarity.h"
#include "name/reading/tier.h"
#include "name/reading/unpack.h"
#include "name/slot.h"
#include "name/weight.h"
#include "name/words/align.h"
#include "name/words/pack.h"
#include "pg/base/compat.h"
#include "pg/base/encoding.h"
#include "pg/type/checked.h"
#include "pg/type/field_names.h"
#include "pg/type/read_name.h"

PG_FUNCTION_INFO_V1(sanct_explain);
PG_FUNCTION_INFO_V1(sanct_readings);
PG_FUNCTION_INFO_V1(sanct_reading_explain);
PG_FUNCTION_INFO_V1(sanct_reading_readings);
PG_FUNCTION_INFO_V1(sanct_tier);
PG_FUNCTION_INFO_V1(sanct_reading_tier);

/* An explanation being written */
typedef struct Explanation
{
	ReturnSetInfo *set;			/* where rows go; NULL if only the tier is asked for */
	SmTier		tier;			/* of the part that fits least */
} Explanation;

/* Does the server's encoding have Hangul? */
static bool
HasHangul(void)
{
	return GetDatabaseEncoding() == PG_UTF8 || GetDatabaseEncoding() == PG_EUC_KR;
}

/* Append a syllable in Hangul, or romanised where there is no such character or Latin is asked for */
static void
AppendSyllable(StringInfo out, const SmSyllable *s, bool latin)
{
	unsigned char utf8[8];
	char		roman[sizeof(utf8) * SM_ROMAN_GROWTH];
	int			n = 0;
	int			length;

	for (int i = 0; i < 2 && s->hangul[i] != 0; i++)
	{
		unicode_to_utf8(s->hangul[i], utf8 + n);
		n += 3;
	}
	if (!latin && HasHangul())
	{
		const char *hangul;

		length = n;
		hangul = SanctUtf8ToServer((char *) utf8, &length);
		if (memchr(hangul, '?', length) == NULL)
		{
			appendBinaryStringInfo(out, hangul, length);
			return;
		}
	}
	length = (int) sm_romanize(roman, (char *) utf8, n, sm_romanisation("dprk", 4), false);
	if (out->len > 0)
		appendStringInfoChar(out, ' ');
	appendBinaryStringInfo(out, roman, length);
}

/* Append what a slot is read as: its likeliest syllable, the letter of an initial, or that it is foreign */
static void
AppendSlot(StringInfo out, const uint8 *slot, const SmSyllable *syllables, bool latin)
{
	const char *blank = latin && out->len > 0 ? " " : "";

	if (SM_IS_INITIAL(slot))
		appendStringInfo(out, "%s%c.", blank, 'A' + (*slot & 31));
	else if (SM_IS_FOREIGN(slot))
		appendStringInfo(out, "%s(%c...)", blank, 'A' + slot[4]);
	else if (*slot > 0)
		AppendSyllable(out, &syllables[(slot[1] | slot[2] << 8) >> 7], latin);
}

/* What two parts are to each other, and what that weighs */
typedef struct Comparison
{
	const char *relation;
	SmTier		tier;
	SmWeight	weight;
} Comparison;

/* Add a row: part, reading of each side, relation, bits; the tier counts for the pair */
static void
AddRow(Explanation *explanation, const char *part, StringInfo a, StringInfo b, Comparison comparison)
{
	Datum		values[5];
	bool		nulls[5] = {false};

	if (comparison.tier > explanation->tier)
		explanation->tier = comparison.tier;
	if (explanation->set == NULL)
		return;
	values[0] = CStringGetTextDatum(part);
	values[1] = PointerGetDatum(cstring_to_text_with_len(a->data, a->len));
	values[2] = PointerGetDatum(cstring_to_text_with_len(b->data, b->len));
	values[3] = CStringGetTextDatum(comparison.relation);
	values[4] = Float4GetDatum((float4) comparison.weight / SM_BIT);
	nulls[1] = a->len == 0;
	nulls[2] = b->len == 0;
	tuplestore_putvalues(explanation->set->setResult, explanation->set->setDesc, values, nulls);
}

/* How one side of a pair of Korean readings is read */
typedef struct Side
{
	SmParts		parts;
	const SmHypothesisParts *hypothesis;
	int			slot;			/* which is explained */
	bool		missing;		/* there is none */
} Side;

/* What the slot of a side is read as; NULL and nothing if it is missing */
static const uint8 *
ReadSlot(StringInfo out, const Side *side)
{
	const SmSyllable *syllables = side->slot == 0 ? sm_surname : sm_given;
	const uint8 *slot;

	initStringInfo(out);
	if (side->missing)
		return NULL;
	slot = side->parts.slot[side->hypothesis->slot[side->slot]];
	AppendSlot(out, slot, syllables, false);
	if (HasHangul() && SM_IS_SYLLABLE(slot))
		AppendSlot(out, slot, syllables, true);
	return slot;
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

/* Explain the slots of two sides; a missing one has a weight */
static void
ExplainSlot(Explanation *explanation, const char *part, const Side *a, const Side *b, SmWeight missing)
{
	StringInfoData read_a;
	StringInfoData read_b;
	const uint8 *slot_a = ReadSlot(&read_a, a);
	const uint8 *slot_b = ReadSlot(&read_b, b);
	bool		surname = a->slot == 0 && !a->missing;
	SmWeight	weight = missing;
	SmTier		tier = SM_TIER_MISSING;

	if (slot_a && slot_b)
	{
		weight = sm_slot_weight(slot_a, slot_b, surname ? sm_surname : sm_given);
		tier = sm_slot_tier(slot_a, a->hypothesis->system, slot_b, b->hypothesis->system, surname);
	}
	AddRow(explanation, part, &read_a, &read_b,
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
	AddRow(explanation, "spelling", &system_a, &system_b, (Comparison) {
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
			tier = parts[i].weight > 0 ? SM_TIER_SAME : SM_TIER_CONTRADICTS;
			relation = sm_tier_titles[tier];
		}
		ReadWords(&words_a, a, parts[i].from[0], parts[i].count[0]);
		ReadWords(&words_b, b, parts[i].from[1], parts[i].count[1]);
		AddRow(explanation, parts[i].relation == SM_WORDS_FORM ? "legal form" :
			   parts[i].relation < SM_WORDS_FORM ? "word" : "all words",
			   &words_a, &words_b, (Comparison) {relation, tier, parts[i].weight});
	}
}

/* The name as a row shows it: not more than the first thousand bytes */
static void
InitName(StringInfo out, const char *name, int length)
{
	initStringInfo(out);
	appendBinaryStringInfo(out, name, pg_mbcliplen(name, length, 1000));
}

/* What a name is read as */
static void
ReadKinds(StringInfo out, const uint8 *reading)
{
	initStringInfo(out);
	appendStringInfoString(out, SM_IS_KOREAN(reading) ? "Korean name" : SM_HAS_WORDS(reading) ? "words" : "no name");
}

/* Explain the parts of two names of two readings, the most similar ones */
static void
ExplainParts(Explanation *explanation, const uint8 *reading_a, const uint8 *reading_b, SmNamePair best)
{
	SmNames		names_a;
	SmNames		names_b;
	const uint8 *a;
	const uint8 *b;
	StringInfoData kind_a;
	StringInfoData kind_b;

	sm_names(&names_a, reading_a, NULL);
	sm_names(&names_b, reading_b, NULL);
	a = names_a.name[best.a].reading;
	b = names_b.name[best.b].reading;
	switch (sm_carrier(a, b))
	{
		case SM_KIND_KOREAN:
			ExplainKorean(explanation, a, b);
			break;
		case SM_KIND_WORDS:
			ExplainLiteral(explanation, a, b);
			break;
		default:
			ReadKinds(&kind_a, a);
			ReadKinds(&kind_b, b);
			AddRow(explanation, "kind", &kind_a, &kind_b,
				   (Comparison) {sm_tier_titles[SM_TIER_CONTRADICTS], SM_TIER_CONTRADICTS, 0});
	}
}

/* A name or field that is explained */
typedef struct Explained
{
	const uint8 *reading;
	const char *name;
	int			length;
} Explained;

/* Rows of what stands beside a name of a field, each with its price: it is added to the name's own weight */
static void
ExplainBeside(Explanation *explanation, const Explained *field, int name, bool first)
{
	SmBesideWord beside[SM_BESIDE_MAX];
	const SmAccount *account;
	int			n;

	if (name == 0)
		return;
	account = SanctAccountOf(field->name, field->length);
	n = name < account->count ? sm_account_beside(beside, account, name) : 0;
	for (int i = 0; i < n; i++)
	{
		StringInfoData word;
		StringInfoData none;

		initStringInfo(&word);
		initStringInfo(&none);
		appendStringInfoString(&word, SanctAccountText(account, beside[i].at));
		AddRow(explanation, "beside", first ? &word : &none, first ? &none : &word, (Comparison) {
			SanctBesideTitle(&beside[i]), SM_TIER_SAME, -(SmWeight) beside[i].price * (SM_BIT / SM_PRICE_BIT)
		});
	}
}

/*
 * Why two names are one, or are not: a row for each part, those beside the names, one for the least close part, then
 * the whole
 */
static void
Explain(FunctionCallInfo fcinfo, const Explained *a, const Explained *b)
{
	Explanation explanation = {(ReturnSetInfo *) fcinfo->resultinfo, SM_TIER_SAME};
	int			similarity = sm_similarity(a->reading, b->reading);
	SmNamePair	best = sm_best_names(a->reading, b->reading);
	StringInfoData none;
	StringInfoData name_a;
	StringInfoData name_b;

	initStringInfo(&none);
	InitName(&name_a, a->name, a->length);
	InitName(&name_b, b->name, b->length);
	ExplainParts(&explanation, a->reading, b->reading, best);
	if (similarity > 0)
	{
		ExplainBeside(&explanation, a, best.a, true);
		ExplainBeside(&explanation, b, best.b, false);
	}
	AddRow(&explanation, "tier", &none, &none,
		   (Comparison) {sm_tier_titles[explanation.tier], SM_TIER_SAME, 0});
	AddRow(&explanation, "whole name", &name_a, &name_b, (Comparison) {
		psprintf("%s at %d.%03d", similarity >= SM_THRESHOLD ? "match" : "no match",
				 similarity / 1000, similarity % 1000),
		SM_TIER_SAME, sm_weight(a->reading, b->reading)
	});
}

/* What two names are to one another by the part that fits least */
const char *
SanctTierOf(const uint8 *a, const uint8 *b)
{
	Explanation explanation = {NULL, SM_TIER_SAME};

	ExplainParts(&explanation, a, b, sm_best_names(a, b));
	return sm_tier_titles[explanation.tier];
}

Datum
sanct_tier(PG_FUNCTION_ARGS)
{
	const uint8 *a = SanctReadCached(fcinfo, 0, PG_GETARG_TEXT_PP(0));
	const uint8 *b = SanctReadCached(fcinfo, 1, PG_GETARG_TEXT_PP(1));

	PG_RETURN_TEXT_P(cstring_to_text(SanctTierOf(a, b)));
}

Datum
sanct_reading_tier(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(cstring_to_text(SanctTierOf(SanctGetReading(PG_GETARG_SANCT_READING(0)),
												 SanctGetReading(PG_GETARG_SANCT_READING(1)))));
}

Datum
sanct_explain(PG_FUNCTION_ARGS)
{
	text	   *a = PG_GETARG_TEXT_PP(0);
	text	   *b = PG_GETARG_TEXT_PP(1);
	uint8		reading_a[SM_READING_MAX];
	uint8		reading_b[SM_READING_MAX];
	Explained	explained_a = {reading_a, VARDATA_ANY(a), VARSIZE_ANY_EXHDR(a)};
	Explained	explained_b = {reading_b, VARDATA_ANY(b), VARSIZE_ANY_EXHDR(b)};

	InitMaterializedSRF(fcinfo, 0);
	SanctReadName(reading_a, VARDATA_ANY(a), VARSIZE_ANY_EXHDR(a));
	SanctReadName(reading_b, VARDATA_ANY(b), VARSIZE_ANY_EXHDR(b));
	Explain(fcinfo, &explained_a, &explained_b);
	return (Datum) 0;
}

Datum
sanct_reading_explain(PG_FUNCTION_ARGS)
{
	SanctReading *a = PG_GETARG_SANCT_READING(0);
	SanctReading *b = PG_GETARG_SANCT_READING(1);
	Explained	explained_a = {SanctGetReading(a), SANCT_READING_NAME(a), SANCT_READING_NAME_LENGTH(a)};
	Explained	explained_b = {SanctGetReading(b), SANCT_READING_NAME(b), SANCT_READING_NAME_LENGTH(b)};

	InitMaterializedSRF(fcinfo, 0);
	Explain(fcinfo, &explained_a, &explained_b);
	return (Datum) 0;
}

/* The readings of the first name that is Korean with their probabilities, the likeliest first */
static void
ListReadings(ReturnSetInfo *set, const uint8 *reading)
{
	SmNames		names;
	int			first = 0;
	SmParts		parts;

	sm_names(&names, reading, NULL);
	while (first < names.count && !SM_IS_KOREAN(names.name[first].reading))
		first++;
	if (first == names.count)
		return;
	sm_unpack(&parts, names.name[first].reading);
	for (int h = 0; h < parts.count; h++)
	{
		StringInfoData hangul;
		StringInfoData latin;
		Datum		values[4];
		bool		nulls[4] = {false};

		initStringInfo(&hangul);
		initStringInfo(&latin);
		for (int s = !parts.part[h].has_surname; s <= parts.part[h].given; s++)
		{
			const uint8 *slot = parts.slot[parts.part[h].slot[s]];

			AppendSlot(&hangul, slot, s == 0 ? sm_surname : sm_given, false);
			AppendSlot(&latin, slot, s == 0 ? sm_surname : sm_given, true);
		}
		values[0] = CStringGetTextDatum(hangul.data);
		values[1] = CStringGetTextDatum(latin.data);
		values[2] = CStringGetTextDatum(sm_system_title(parts.part[h].system));
		values[3] = Float4GetDatum((float4) sm_exp2(parts.part[h].weight) / 65536);
		nulls[0] = !HasHangul();
		tuplestore_putvalues(set->setResult, set->setDesc, values, nulls);
	}
}

Datum
sanct_readings(PG_FUNCTION_ARGS)
{
	text	   *name = PG_GETARG_TEXT_PP(0);
	uint8		reading[SM_READING_MAX];

	InitMaterializedSRF(fcinfo, 0);
	SanctReadName(reading, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));
	ListReadings((ReturnSetInfo *) fcinfo->resultinfo, reading);
	return (Datum) 0;
}

Datum
sanct_reading_readings(PG_FUNCTION_ARGS)
{
	SanctReading *r = PG_GETARG_SANCT_READING(0);

	InitMaterializedSRF(fcinfo, 0);
	ListReadings((ReturnSetInfo *) fcinfo->resultinfo, SanctGetReading(r));
	return (Datum) 0;
}
