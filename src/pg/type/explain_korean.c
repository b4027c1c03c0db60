/* Two Korean names explained, slot by slot */
#include "postgres.h"

#include "pg/type/explain_korean.h"

#include "mb/pg_wchar.h"

#include "data/hangul_table.h"
#include "data/syllable_table.h"
#include "name/korean/hypothesis.h"
#include "name/korean/system.h"
#include "name/log2.h"
#include "name/reading/korean_weight.h"
#include "name/reading/tier.h"
#include "name/reading/unpack.h"
#include "name/reading/written.h"
#include "name/slot.h"
#include "name/text/part.h"
#include "name/weight.h"
#include "pg/base/encoding.h"
#include "pg/type/field_names.h"
#include "pg/type/syllables.h"

/* How one side of a pair of Korean readings is read */
typedef struct Side
{
	SmParts		parts;
	const SmHypothesisParts *hypothesis;
	int			slot;			/* which is explained */
	bool		missing;		/* there is none */
	const SmAccount *account;	/* NULL: letters are not told */
	SmSpan		written[1 + SM_GIVEN_MAX];	/* the letters of each slot */
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

/* log2 of how likely a candidate is the syllable that is meant */
static SmWeight
CandidateWeight(int candidate, bool surname)
{
	const SmSyllable *syllable = &(surname ? sm_surname : sm_given)[sm_candidate_id(candidate)];

	return (sm_candidate_lift(candidate) - syllable->prior) * (SM_BIT / 8);
}

/*
 * All that a slot may stand for which leaves something open, the likeliest first, each with what it costs that it is
 * not sure: 준 Jun (-96), 춘 Chun (-480)
 */
static char *
TellAll(const uint8 *slot, bool surname)
{
	StringInfoData all;
	int			count = slot != NULL ? sm_slot_count(slot) : 0;

	initStringInfo(&all);
	if (count == 0 || (count == 1 && CandidateWeight(sm_slot_candidate(slot, 0), surname) >= 0))
		return all.data;
	for (int i = 0; i < count; i++)
	{
		int			candidate = sm_slot_candidate(slot, i);
		StringInfoData one;

		TellSlot(&one, slot, sm_candidate_id(candidate), surname);
		appendStringInfo(&all, "%s%s (%d)", i > 0 ? ", " : "", one.data, CandidateWeight(candidate, surname));
	}
	return all.data;
}

/* The side of a row that tells the slot of a side by a syllable */
static LineSide
TellSide(const Side *side, int syllable, bool surname)
{
	StringInfoData read;

	TellSlot(&read, SlotOf(side), syllable, surname);
	return (LineSide) {
		read.data,
		side->account != NULL && !side->missing ? SanctAccountText(side->account, side->written[side->slot]) : NULL,
		TellAll(SlotOf(side), surname)
	};
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

/* What a candidate of a slot costs that it is not sure, by the number of its syllable */
static SmWeight
CostOf(const uint8 *slot, int syllable, bool surname)
{
	for (int i = 0; i < sm_slot_count(slot); i++)
		if (sm_candidate_id(sm_slot_candidate(slot, i)) == syllable)
			return CandidateWeight(sm_slot_candidate(slot, i), surname);
	return 0;
}

/* Append of what the weight of two slots is made that are told by one syllable: " (종 Jong: 2112 - 224 - 224 - 2)" */
static void
TellAgreement(StringInfo out, const uint8 *a, const uint8 *b, int syllable, bool surname)
{
	const SmSyllable *told = &(surname ? sm_surname : sm_given)[syllable];
	SmWeight	costs[] = {CostOf(a, syllable, surname), CostOf(b, syllable, surname), SM_AGREES};
	StringInfoData read;

	TellSlot(&read, a, syllable, surname);
	appendStringInfo(out, " (%s: %d", read.data, told->prior * (SM_BIT / 8));
	for (int i = 0; i < lengthof(costs); i++)
		if (costs[i] != 0)
			appendStringInfo(out, " %c %d", costs[i] < 0 ? '-' : '+', abs(costs[i]));
	appendStringInfoChar(out, ')');
}

/* Explain the slots of two sides by the syllable that carries what they weigh; a missing one has a weight */
static void
ExplainSlot(Explanation *explanation, const char *part, const Side *a, const Side *b, SmWeight missing)
{
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
	SanctTellPart(explanation, part, TellSide(a, told.a, surname), TellSide(b, told.b, surname),
				  (Comparison) {TierOfSlots(tier, slot_a, slot_b, surname), tier, weight});
	if (explanation->own != NULL && told.a >= 0 && told.a == told.b)
		TellAgreement(explanation->own, slot_a, slot_b, told.a, surname);
}

/* How much of what the letters of a name may be a reading is */
static char *
TellShare(const SmHypothesisParts *hypothesis)
{
	double		share = (double) sm_exp2(hypothesis->weight) / 65536 * 100;

	return psprintf("%.*f %%", share < 10 ? 2 : 1, share);
}

/* How a side is spelt, and its share */
static LineSide
TellSpelling(const Side *side)
{
	return (LineSide) {sm_system_title(side->hypothesis->system), NULL, TellShare(side->hypothesis)};
}

/* Find the letters of each slot of a side */
static void
FindSideLetters(Side *side, const KoreanSide *of)
{
	side->account = of->account != NULL && of->name < of->account->count &&
		sm_find_written(side->written, &of->account->text, sm_account_name(of->account, of->name), &side->parts,
						side->hypothesis) ? of->account : NULL;
}

/* See explain_korean.h */
void
SanctExplainKorean(Explanation *explanation, const KoreanSide *of_a, const KoreanSide *of_b)
{
	Side		a = {.slot = 0};
	Side		b = {.slot = 0};
	SmBestPair	best = {0, 0};
	SmAligned	aligned[2 * SM_GIVEN_MAX];
	int			n;

	sm_unpack(&a.parts, of_a->reading);
	sm_unpack(&b.parts, of_b->reading);
	sm_korean_weight(&a.parts, &b.parts, INT32_MIN / 2, &best);
	a.hypothesis = &a.parts.part[best.a];
	b.hypothesis = &b.parts.part[best.b];
	FindSideLetters(&a, of_a);
	FindSideLetters(&b, of_b);
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
	SanctTellPart(explanation, "spelling", TellSpelling(&a), TellSpelling(&b), (Comparison) {
		a.hypothesis->system == b.hypothesis->system ? "same" : "other system",
		sm_system_tier(a.hypothesis->system, b.hypothesis->system),
		a.hypothesis->weight + b.hypothesis->weight
	});
}

/* The syllables of a reading in Latin letters, by what system, and its share */
static char *
TellReading(const SmParts *parts, const SmHypothesisParts *hypothesis)
{
	StringInfoData latin;

	initStringInfo(&latin);
	for (int s = !hypothesis->has_surname; s <= hypothesis->given; s++)
	{
		const uint8 *slot = parts->slot[hypothesis->slot[s]];
		int			syllable = LikeliestSyllable(slot);

		SanctAppendSlot(&latin, slot, syllable < 0 ? NULL : &(s == 0 ? sm_surname : sm_given)[syllable], true);
	}
	return psprintf("%s, %s", latin.data, sm_system_title(hypothesis->system));
}

/* See explain_korean.h */
void
SanctTellOwnKorean(StringInfo out, const uint8 *const readings[2], int side)
{
	const uint8 *reading = readings[side];
	Explanation against = {.own = out};
	SmParts		parts[2];
	SmBestPair	compared = {0, 0};
	SmBestPair	own = {0, 0};
	const SmHypothesisParts *x;
	const SmHypothesisParts *y;

	SanctExplainKorean(&against, &(KoreanSide) {reading, NULL, 0}, &(KoreanSide) {reading, NULL, 0});
	sm_unpack(&parts[0], readings[0]);
	sm_unpack(&parts[1], readings[1]);
	sm_korean_weight(&parts[0], &parts[1], INT32_MIN / 2, &compared);
	sm_korean_weight(&parts[side], &parts[side], INT32_MIN / 2, &own);
	x = &parts[side].part[own.a];
	y = &parts[side].part[own.b];
	if (own.a != own.b)
		appendStringInfo(out, " (log2 of the shares of two readings, %s %s and %s %s)", TellReading(&parts[side], x),
						 TellShare(x), TellReading(&parts[side], y), TellShare(y));
	else if (own.a != (side == 0 ? compared.a : compared.b))
		appendStringInfo(out, " (by itself another reading weighs more than the one compared: %s; twice log2 of its "
						 "share, %s)", TellReading(&parts[side], x), TellShare(x));
	else if (x->weight != 0)
		appendStringInfo(out, " (twice log2 of %s)", TellShare(x));
}
