/*
 * A packed reading opened, and whether all of it is there and points into itself and into the tables.  What it weighs
 * is not looked at, so that a damaged one may still give a wrong answer.
 */
#include "name/reading/unpack.h"

#include "data/syllable_table.h"
#include "name/reading/names.h"
#include "name/slot.h"
#include "name/words/pack.h"

/* Is a slot one of surnames?  Of given names it always is: as many are numbered as can be */
static inline bool
HoldsSurnames(const uint8_t *slot)
{
	for (int i = 0; i < sm_slot_count(slot); i++)
		if (sm_candidate_id(sm_slot_candidate(slot, i)) >= SM_SURNAMES)
			return false;
	return SM_IS_SYLLABLE(slot);
}

/*
 * Take apart a hypothesis that begins at in and return its end.  If an end is given, NULL as below; and notes which
 * slots are surnames and which are given names, a bit each.
 */
static inline const uint8_t *
TakeHypothesis(SmParts *parts, SmHypothesisParts *h, uint32_t *roles, const uint8_t *in, const uint8_t *end)
{
	if (end != NULL && end - in < 2)
		return NULL;
	h->given = (in[0] & 3) + 1;
	h->has_surname = in[0] >> 2 & 1;
	h->system = in[0] >> 3;
	h->weight = -in[1] * (SM_BIT / 16);
	in += 2;
	if (end != NULL && end - in < h->given + h->has_surname)
		return NULL;
	for (int s = !h->has_surname; s <= h->given; s++)
	{
		if (end != NULL && *in >= parts->slots)
			return NULL;
		roles[s > 0] |= (uint32_t) 1 << (*in & 31);
		h->slot[s] = *in++ % SM_SLOTS_MAX;
	}
	return end != NULL && h->has_surname && !HoldsSurnames(parts->slot[h->slot[0]]) ? NULL : in;
}

/*
 * Take a Korean reading apart and return its end.  If that of the whole reading is given, it may be damaged, though its
 * headers are there: NULL if the Korean part goes beyond the end, something points where nothing is, or a slot is a
 * surname and a given name both.  Without it, a damaged one does no more than give a wrong answer.
 */
static inline const uint8_t *
TakeApart(SmParts *parts, const uint8_t *reading, const uint8_t *end)
{
	const uint8_t *in = reading + SM_READING_HEADER + SM_KOREAN_HEADER;
	int			slots = in[-1] & 31;
	int			count = in[-1] >> 5;
	uint32_t	roles[2] = {0, 0};

	if (end != NULL && (slots > SM_SLOTS_MAX || count < 1 || count > SM_HYPOTHESES))
		return NULL;
	parts->slots = slots < SM_SLOTS_MAX ? slots : SM_SLOTS_MAX;
	parts->count = count < SM_HYPOTHESES ? count : SM_HYPOTHESES;
	for (int i = 0; i < parts->slots; i++)
	{
		parts->slot[i] = in;
		in = end != NULL ? sm_slot_end(in, end) : in + sm_slot_bytes(in);
		if (in == NULL)
			return NULL;
	}
	for (int i = 0; i < parts->count; i++)
		if ((in = TakeHypothesis(parts, &parts->part[i], roles, in, end)) == NULL)
			return NULL;
	return end != NULL && (roles[0] & roles[1]) ? NULL : in;
}

/* Take a Korean reading apart */
void
sm_unpack(SmParts *parts, const uint8_t *reading)
{
	(void) TakeApart(parts, reading, NULL);
}

/* The same of a reading that may be damaged: returns the end of its Korean part, NULL if it is */
const uint8_t *
sm_unpack_checked(SmParts *parts, const uint8_t *reading, const uint8_t *end)
{
	return TakeApart(parts, reading, end);
}

/* Are all bytes of a name there and valid, its headers being so? */
static bool
IsNameValid(const uint8_t *reading, const uint8_t *end)
{
	const uint8_t *in = reading + SM_READING_HEADER;
	SmParts		parts;

	if (SM_IS_KOREAN(reading) && (in = sm_unpack_checked(&parts, reading, end)) == NULL)
		return false;
	if (SM_HAS_WORDS(reading) && (in != SM_WORDS_PART(reading) || (in = sm_words_end(in, end)) == NULL))
		return false;
	return in == end;
}

/* Are these bytes a reading of this version, all of them? */
bool
sm_reading_valid(const uint8_t *reading, size_t length)
{
	SmNames		names;

	if (!sm_reading_bounded(reading, length))
		return false;
	sm_names(&names, reading, reading + length);
	for (int i = 0; i < names.count; i++)
		if (!IsNameValid(names.name[i].reading, names.name[i].end))
			return false;
	return true;
}
