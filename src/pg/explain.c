#include "pg/sanctmatch.h"

#include "funcapi.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"

#include "name/hypothesis.h"
#include "name/romanize.h"
#include "pg/encoding.h"

PG_FUNCTION_INFO_V1(sanct_explain);
PG_FUNCTION_INFO_V1(sanct_readings);
PG_FUNCTION_INFO_V1(sanct_reading_explain);
PG_FUNCTION_INFO_V1(sanct_reading_readings);

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
		hangul = Utf8ToServer((char *) utf8, &length);
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
	if (SM_IS_INITIAL(slot))
		appendStringInfo(out, "%s%c.", latin && out->len > 0 ? " " : "", 'A' + (*slot & 31));
	else if (*slot > 0)
		AppendSyllable(out, &syllables[(slot[1] | slot[2] << 8) >> 7], latin);
}

/* What two slots are to one another */
static const char *
RelationOf(const uint8 *a, const uint8 *b, SmWeight weight)
{
	if (weight <= 0)
		return weight > SM_EPSILON ? "near" : "contradicts";
	if (SM_IS_INITIAL(a) || SM_IS_INITIAL(b))
		return "initial";
	if (memcmp(a, b, SM_IS_FOREIGN(a) ? SM_FOREIGN_SLOT_BYTES : 3) == 0)
		return "same";
	return "romanisation variant";
}

/* Add a row: part, reading of each side, relation, bits */
static void
AddRow(ReturnSetInfo *set, const char *part, StringInfo a, StringInfo b, const char *relation,
	   SmWeight weight)
{
	Datum		values[5];
	bool		nulls[5] = {false};

	values[0] = CStringGetTextDatum(part);
	values[1] = CStringGetTextDatum(a->data);
	values[2] = CStringGetTextDatum(b->data);
	values[3] = CStringGetTextDatum(relation);
	values[4] = Float4GetDatum((float4) weight / SM_BIT);
	nulls[1] = a->len == 0;
	nulls[2] = b->len == 0;
	tuplestore_putvalues(set->setResult, set->setDesc, values, nulls);
}

/* Explain one slot of the aligned hypotheses; NULL is a slot that is missing */
static void
ExplainSlot(ReturnSetInfo *set, const char *part, const uint8 *a, const uint8 *b,
			const SmSyllable *syllables, SmWeight missing)
{
	StringInfoData read_a;
	StringInfoData read_b;
	SmWeight	weight = a && b ? sm_slot_weight(a, b, syllables) : missing;

	initStringInfo(&read_a);
	initStringInfo(&read_b);
	if (a)
		AppendSlot(&read_a, a, syllables, false);
	if (b)
		AppendSlot(&read_b, b, syllables, false);
	AddRow(set, part, &read_a, &read_b, a && b ? RelationOf(a, b, weight) : "missing", weight);
}

/* Rows of two Korean names, slot by slot, of the pair of hypotheses that carries the weight */
static void
ExplainKorean(ReturnSetInfo *set, const uint8 *a, const uint8 *b)
{
	SmParts		x;
	SmParts		y;
	SmBestPair	best = {0, 0};
	const SmHypothesisParts *h;
	const SmHypothesisParts *k;
	StringInfoData system_a;
	StringInfoData system_b;

	sm_take_apart(&x, a);
	sm_take_apart(&y, b);
	sm_korean_weight(&x, &y, INT32_MIN / 2, &best);
	h = &x.part[best.a];
	k = &y.part[best.b];
	if (h->has_surname || k->has_surname)
		ExplainSlot(set, "surname", h->has_surname ? x.slot[h->slot[0]] : NULL,
					k->has_surname ? y.slot[k->slot[0]] : NULL, sm_surname, SM_NO_SURNAME);
	for (int s = 1; s <= Max(h->given, k->given); s++)
		ExplainSlot(set, psprintf("given %d", s), s <= h->given ? x.slot[h->slot[s]] : NULL,
					s <= k->given ? y.slot[k->slot[s]] : NULL, sm_given, SM_MISS);
	initStringInfo(&system_a);
	initStringInfo(&system_b);
	appendStringInfoString(&system_a, sm_system_title(h->system));
	appendStringInfoString(&system_b, sm_system_title(k->system));
	AddRow(set, "spelling", &system_a, &system_b,
		   h->system == k->system ? "same" : "other system", h->weight + k->weight);
}

/* The name as a row shows it: not more than the first thousand bytes */
static void
InitName(StringInfo out, const char *name, int length)
{
	initStringInfo(out);
	appendBinaryStringInfo(out, name, pg_mbcliplen(name, length, 1000));
}

/* Why two names are one, or are not: a row for each part, then the whole */
static void
Explain(ReturnSetInfo *set, const uint8 *a, StringInfo name_a, const uint8 *b, StringInfo name_b)
{
	if (SM_IS_KOREAN(a) && SM_IS_KOREAN(b))
		ExplainKorean(set, a, b);
	AddRow(set, "whole name", name_a, name_b,
		   sm_similarity(a, b) >= SM_THRESHOLD ? "match" : "no match", sm_weight(a, b));
}

Datum
sanct_explain(PG_FUNCTION_ARGS)
{
	text	   *a = PG_GETARG_TEXT_PP(0);
	text	   *b = PG_GETARG_TEXT_PP(1);
	uint8		reading_a[SM_READING_MAX];
	uint8		reading_b[SM_READING_MAX];
	StringInfoData name_a;
	StringInfoData name_b;

	InitMaterializedSRF(fcinfo, 0);
	ReadName(reading_a, VARDATA_ANY(a), VARSIZE_ANY_EXHDR(a));
	ReadName(reading_b, VARDATA_ANY(b), VARSIZE_ANY_EXHDR(b));
	InitName(&name_a, VARDATA_ANY(a), VARSIZE_ANY_EXHDR(a));
	InitName(&name_b, VARDATA_ANY(b), VARSIZE_ANY_EXHDR(b));
	Explain((ReturnSetInfo *) fcinfo->resultinfo, reading_a, &name_a, reading_b, &name_b);
	return (Datum) 0;
}

Datum
sanct_reading_explain(PG_FUNCTION_ARGS)
{
	SanctReading *a = PG_GETARG_SANCT_READING(0);
	SanctReading *b = PG_GETARG_SANCT_READING(1);
	StringInfoData name_a;
	StringInfoData name_b;

	InitMaterializedSRF(fcinfo, 0);
	InitName(&name_a, SANCT_READING_NAME(a), SANCT_READING_NAME_LENGTH(a));
	InitName(&name_b, SANCT_READING_NAME(b), SANCT_READING_NAME_LENGTH(b));
	Explain((ReturnSetInfo *) fcinfo->resultinfo, GetReading(a), &name_a, GetReading(b), &name_b);
	return (Datum) 0;
}

/* The readings of one name with their probabilities, the likeliest first */
static void
ListReadings(ReturnSetInfo *set, const uint8 *reading)
{
	SmParts		parts;

	if (!SM_IS_KOREAN(reading))
		return;
	sm_take_apart(&parts, reading);
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
	ReadName(reading, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));
	ListReadings((ReturnSetInfo *) fcinfo->resultinfo, reading);
	return (Datum) 0;
}

Datum
sanct_reading_readings(PG_FUNCTION_ARGS)
{
	SanctReading *r = PG_GETARG_SANCT_READING(0);

	InitMaterializedSRF(fcinfo, 0);
	ListReadings((ReturnSetInfo *) fcinfo->resultinfo, GetReading(r));
	return (Datum) 0;
}
