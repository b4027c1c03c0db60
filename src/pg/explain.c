#include "pg/sanctmatch.h"

#include "funcapi.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(sanct_explain);
PG_FUNCTION_INFO_V1(sanct_readings);

static const char *const system_names[] = {
	"DPRK", "McCune-Reischauer", "Revised", "South Korean", "Yale", "Hangul"
};

/* Append a code point in the server's encoding, or nothing where it has no such character */
static void
AppendHangul(StringInfo out, uint32 c)
{
	unsigned char utf8[8];
	unsigned char server[MAX_UNICODE_EQUIVALENT_STRING + 1];

	if (c == 0)
		return;
	if (GetDatabaseEncoding() == PG_UTF8)
	{
		unicode_to_utf8(c, utf8);
		appendBinaryStringInfo(out, (char *) utf8, pg_utf_mblen(utf8));
	}
	else if (GetDatabaseEncoding() == PG_EUC_KR)
	{
		pg_unicode_to_server(c, server);
		appendStringInfoString(out, (char *) server);
	}
}

/* Append what a slot is read as: its likeliest syllable, or the letter of an initial */
static void
AppendSlot(StringInfo out, const uint8 *slot, const SmSyllable *syllables)
{
	const SmSyllable *s;

	if (*slot & 0x80)
	{
		appendStringInfo(out, "%c.", 'A' + (*slot & 31));
		return;
	}
	if (*slot == 0)
		return;
	s = &syllables[(slot[1] | slot[2] << 8) >> 7];
	AppendHangul(out, s->hangul[0]);
	AppendHangul(out, s->hangul[1]);
}

/* What two slots are to one another */
static const char *
RelationOf(const uint8 *a, const uint8 *b, SmWeight weight)
{
	if (weight > 0 && !((*a | *b) & 0x80) && *a > 0 && *b > 0 && a[1] >> 7 == b[1] >> 7 && a[2] == b[2])
		return "same";
	if (weight > 0)
		return "romanisation variant";
	return weight > SM_EPSILON ? "near" : "contradicts";
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
		AppendSlot(&read_a, a, syllables);
	if (b)
		AppendSlot(&read_b, b, syllables);
	AddRow(set, part, &read_a, &read_b, a && b ? RelationOf(a, b, weight) : "missing", weight);
}

/* Rows of two Korean names, slot by slot */
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
	appendStringInfoString(&system_a, system_names[h->system]);
	appendStringInfoString(&system_b, system_names[k->system]);
	AddRow(set, "spelling", &system_a, &system_b,
		   h->system == k->system ? "same" : "other system", h->weight + k->weight);
}

/* Why two names are one, or are not: a row for each part, then the whole */
Datum
sanct_explain(PG_FUNCTION_ARGS)
{
	text	   *name_a = PG_GETARG_TEXT_PP(0);
	text	   *name_b = PG_GETARG_TEXT_PP(1);
	ReturnSetInfo *set = (ReturnSetInfo *) fcinfo->resultinfo;
	uint8		a[SM_READING_MAX];
	uint8		b[SM_READING_MAX];
	StringInfoData whole_a;
	StringInfoData whole_b;

	InitMaterializedSRF(fcinfo, 0);
	ReadName(a, VARDATA_ANY(name_a), VARSIZE_ANY_EXHDR(name_a));
	ReadName(b, VARDATA_ANY(name_b), VARSIZE_ANY_EXHDR(name_b));
	if (SM_IS_KOREAN(a) && SM_IS_KOREAN(b))
		ExplainKorean(set, a, b);
	initStringInfo(&whole_a);
	initStringInfo(&whole_b);
	appendBinaryStringInfo(&whole_a, VARDATA_ANY(name_a), Min(VARSIZE_ANY_EXHDR(name_a), 1000));
	appendBinaryStringInfo(&whole_b, VARDATA_ANY(name_b), Min(VARSIZE_ANY_EXHDR(name_b), 1000));
	AddRow(set, "whole name", &whole_a, &whole_b,
		   sm_similarity(a, b) >= SM_THRESHOLD ? "match" : "no match", sm_weight(a, b));
	return (Datum) 0;
}

/* The readings of one name with their probabilities, the likeliest first */
Datum
sanct_readings(PG_FUNCTION_ARGS)
{
	text	   *name = PG_GETARG_TEXT_PP(0);
	ReturnSetInfo *set = (ReturnSetInfo *) fcinfo->resultinfo;
	uint8		reading[SM_READING_MAX];
	SmParts		parts;

	InitMaterializedSRF(fcinfo, 0);
	ReadName(reading, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));
	if (!SM_IS_KOREAN(reading))
		return (Datum) 0;
	sm_take_apart(&parts, reading);
	for (int h = 0; h < parts.count; h++)
	{
		StringInfoData read;
		Datum		values[3];
		bool		nulls[3] = {false};

		initStringInfo(&read);
		for (int s = !parts.part[h].has_surname; s <= parts.part[h].given; s++)
			AppendSlot(&read, parts.slot[parts.part[h].slot[s]], s == 0 ? sm_surname : sm_given);
		values[0] = CStringGetTextDatum(read.data);
		values[1] = CStringGetTextDatum(system_names[parts.part[h].system]);
		values[2] = Float4GetDatum((float4) sm_exp2(parts.part[h].weight) / 65536);
		tuplestore_putvalues(set->setResult, set->setDesc, values, nulls);
	}
	return (Datum) 0;
}
