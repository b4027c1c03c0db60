/* How a part of a field reads as a Korean's name */
#include "name/field/judge.h"

#include "data/spelling_table.h"
#include "data/syllable_table.h"
#include "name/korean/alphabet.h"
#include "name/korean/korean.h"
#include "name/korean/latin.h"
#include "name/slot.h"

/* About what a slot weighs against itself */
static SmWeight
SlotSelf(SmSlot slot, const SmSyllable *syllables)
{
	int			best = INT32_MIN;

	if (*slot & SM_SLOT_INITIAL)
		return sm_initials[*slot & 31].cost;
	if (*slot & SM_SLOT_FOREIGN)
		return (*slot & 255) * (SM_BIT / 8);
	for (int i = 1; i <= *slot; i++)
	{
		int			q = 2 * sm_candidate_lift(slot[i]) - syllables[sm_candidate_id(slot[i])].prior;

		best = q > best ? q : best;
	}
	return best * (SM_BIT / 8);
}

/* About what a name weighs against itself: no pair of two hypotheses does more than one and itself */
static SmWeight
SelfOf(const SmKorean *korean)
{
	SmWeight	self = 0;

	for (int i = 0; i < korean->count; i++)
	{
		const SmHypothesis *h = &korean->hypothesis[i];
		SmWeight	weight = 2 * h->weight;

		for (int s = !h->has_surname; s <= h->given; s++)
			weight += SlotSelf(h->slot[s], s == 0 ? sm_surname : sm_given);
		self = weight > self ? weight : self;
	}
	return self;
}

/* Read a part of a text as a Korean's name; false if it cannot be one, or must have no slip and has */
static bool
ReadKorean(SmKorean *korean, const SmText *part, bool spelled)
{
	if (part->letters == 0)
		return false;
	if (!part->ascii && sm_alphabet_only(part))
		return sm_alphabet_read(korean, part) && korean->odds >= SM_ALPHABET_LEAST;
	if (part->ascii && spelled)
		return sm_latin_read_spelled(korean, part) && korean->odds > SM_KOREAN_FROM;
	return sm_korean_read(korean, part) && korean->odds > SM_KOREAN_FROM;
}

/* Judge a part of a text that must be spelled right or need not be */
static void
Judge(SmJudged *judged, const SmText *text, SmSpan span, bool spelled)
{
	const SmHypothesis *best = &judged->reading.hypothesis[0];
	SmText		part;

	sm_text_part(&part, text, span);
	judged->korean = ReadKorean(&judged->reading, &part, spelled);
	judged->slip = judged->initial = judged->surname = false;
	judged->self = 0;
	if (!judged->korean)
		return;
	judged->slip = best->system == SM_SYSTEM_SLIP;
	judged->surname = best->has_surname;
	for (int s = 1; s <= best->given; s++)
	{
		judged->slip |= (*best->slot[s] & SM_SLOT_FOREIGN) != 0;
		judged->initial |= (*best->slot[s] & SM_SLOT_INITIAL) != 0;
	}
	judged->self = SelfOf(&judged->reading);
	judged->korean = judged->self > 0;
}

/* Judge a part of a text */
void
sm_field_judge(SmJudged *judged, const SmText *text, SmSpan span)
{
	Judge(judged, text, span, false);
}

/* The same of one that counts only without a slip: one that has may be told to be no Korean's */
void
sm_field_judge_spelled(SmJudged *judged, const SmText *text, SmSpan span)
{
	Judge(judged, text, span, true);
}
