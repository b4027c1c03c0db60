/*
 * A packed reading opened, and whether all of it is there and points into itself and into the tables.  What it weighs
 * is not looked at, so that a damaged one may still give a wrong answer.
 */
#include "name/reading/unpack.h"

#include "data/syllable_table.h"
#include "name/slot.h"

/* Take a Korean reading apart */
void
sm_unpack(SmParts *parts, const uint8_t *reading)
{
	const uint8_t *in = reading + SM_READING_HEADER + SM_KOREAN_HEADER;

	/* a damaged reading must not do more than give a wrong answer */
	parts->slots = (in[-1] & 31) < SM_SLOTS_MAX ? in[-1] & 31 : SM_SLOTS_MAX;
	parts->count = in[-1] >> 5 < SM_HYPOTHESES ? in[-1] >> 5 : SM_HYPOTHESES;
	for (int i = 0; i < parts->slots; i++)
	{
		parts->slot[i] = in;
		in += SM_IS_INITIAL(in) ? 1 : SM_IS_FOREIGN(in) ? SM_FOREIGN_SLOT_BYTES : 1 + 2 * *in;
	}
	for (int i = 0; i < parts->count; i++)
	{
		SmHypothesisParts *p = &parts->part[i];

		p->given = (in[0] & 3) + 1;
		p->has_surname = in[0] >> 2 & 1;
		p->system = in[0] >> 3;
		p->weight = -in[1] * (SM_BIT / 16);
		in += 2;
		for (int s = !p->has_surname; s <= p->given; s++)
			p->slot[s] = *in++ % SM_SLOTS_MAX;
	}
}

/*
 * Whether all of a reading is there and points into itself and into the tables: see validity.h
 */

/* The greatest letter of an initial or of a foreign name is z */
#define LETTERS 26

/* End of a slot that begins at in, before end; NULL if it is none or goes beyond the end */
static inline const uint8_t *
EndOfSlot(const uint8_t *in, const uint8_t *end)
{
	int			bytes;

	if (in == end)
		return NULL;
	if (SM_IS_INITIAL(in))
		return *in < 0x80 + LETTERS ? in + 1 : NULL;
	bytes = SM_IS_FOREIGN(in) ? SM_FOREIGN_SLOT_BYTES : 1 + 2 * *in;
	if (end - in < bytes)
		return NULL;
	if (SM_IS_FOREIGN(in))
		return *in == 0x40 && in[4] < LETTERS ? in + bytes : NULL;
	return *in >= 1 && *in <= SM_CANDIDATES ? in + bytes : NULL;
}

/* Is a slot one of surnames?  Of given names it always is: as many are numbered as can be */
static inline bool
IsSurname(const uint8_t *slot)
{
	if (!SM_IS_SYLLABLE(slot))
		return false;
	for (int i = 0; i < *slot; i++)
		if ((slot[1 + 2 * i] | slot[2 + 2 * i] << 8) >> 7 >= SM_SURNAMES)
			return false;
	return true;
}

/*
 * Take apart a hypothesis that begins at in and return its end; NULL as above.  Notes which slots are surnames,
 * and which are given names, a bit each.
 */
static inline const uint8_t *
TakeHypothesis(SmParts *parts, SmHypothesisParts *h, uint32_t *roles, const uint8_t *in, const uint8_t *end)
{
	if (end - in < 2)
		return NULL;
	h->given = (in[0] & 3) + 1;
	h->has_surname = in[0] >> 2 & 1;
	h->system = in[0] >> 3;
	h->weight = -in[1] * (SM_BIT / 16);
	in += 2;
	if (end - in < h->given + h->has_surname)
		return NULL;
	for (int s = !h->has_surname; s <= h->given; s++)
	{
		if (*in >= parts->slots)
			return NULL;
		roles[s > 0] |= (uint32_t) 1 << *in;
		h->slot[s] = *in++;
	}
	return h->has_surname && !IsSurname(parts->slot[h->slot[0]]) ? NULL : in;
}

/*
 * sm_unpack of a reading that may be damaged, but whose headers are there: returns the end of
 * the Korean part, NULL if it is beyond that of the reading, something points where nothing is, or
 * a slot is a surname and a given name both
 */
const uint8_t *
sm_unpack_checked(SmParts *parts, const uint8_t *reading, const uint8_t *end)
{
	const uint8_t *in = reading + SM_READING_HEADER + SM_KOREAN_HEADER;
	uint32_t	roles[2] = {0, 0};

	parts->slots = in[-1] & 31;
	parts->count = in[-1] >> 5;
	if (parts->slots > SM_SLOTS_MAX || parts->count < 1 || parts->count > SM_HYPOTHESES)
		return NULL;
	for (int i = 0; i < parts->slots; i++)
	{
		parts->slot[i] = in;
		if ((in = EndOfSlot(in, end)) == NULL)
			return NULL;
	}
	for (int i = 0; i < parts->count; i++)
		if ((in = TakeHypothesis(parts, &parts->part[i], roles, in, end)) == NULL)
			return NULL;
	return roles[0] & roles[1] ? NULL : in;
}

/* See validity.h */
bool
sm_reading_valid(const uint8_t *reading, size_t length)
{
	const uint8_t *end = reading + length;
	const uint8_t *in = reading + SM_READING_HEADER;
	SmParts		parts;

	if (!sm_reading_bounded(reading, length))
		return false;
	if (SM_IS_KOREAN(reading) && (in = sm_unpack_checked(&parts, reading, end)) == NULL)
		return false;
	if (SM_HAS_WORDS(reading) && (in != SM_WORDS_PART(reading) || (in = sm_words_end(in, end)) == NULL))
		return false;
	return in == end;
}
