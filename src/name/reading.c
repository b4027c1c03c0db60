#include "name/reading.h"

#include <string.h>

/* Append a slot: its candidates, or the letter of an initial */
static uint8_t *
PackSlot(uint8_t *out, uint32_t slot)
{
	int			n;

	if (slot & SM_SLOT_INITIAL)
	{
		*out++ = 0x80 | (slot & 31);
		return out;
	}
	n = sm_slots[slot];
	*out++ = (uint8_t) n;
	for (int i = 1; i <= n; i++)
	{
		*out++ = sm_slots[slot + i] & 255;
		*out++ = sm_slots[slot + i] >> 8;
	}
	return out;
}

/* -16 log2 of a share, rounded up so that the shares of a name never exceed 1 */
static uint8_t
PackShare(SmWeight weight)
{
	int			cost = (-weight + SM_BIT / 16 - 1) / (SM_BIT / 16);

	return (uint8_t) (cost > 255 ? 255 : cost < 0 ? 0 : cost);
}

/* Place of the likeliest syllable of a slot */
static uint32_t
Place(uint32_t slot, const SmSyllable *syllables)
{
	if (slot & SM_SLOT_INITIAL || sm_slots[slot] == 0)
		return 0;
	return syllables[sm_slots[slot + 1] >> 7].place;
}

/*
 * Position along a Z-order curve over both given syllables and the surname: names that agree on
 * any two of them lie near one another.
 */
static uint32_t
SortKey(const SmHypothesis *h)
{
	uint32_t	x = Place(h->slot[1], sm_given);
	uint32_t	y = h->given > 1 ? Place(h->slot[2], sm_given) : 0;
	uint32_t	z = h->has_surname ? Place(h->slot[0], sm_surname) : 0;
	uint32_t	key = 0;

	for (int bit = 9; bit >= 0; bit--)
		key = key << 3 | (x >> bit & 1) << 2 | (y >> bit & 1) << 1 | (z >> bit & 1);
	return key;
}

/* Fill in the header */
static void
PackHeader(uint8_t *reading, uint8_t kind, uint8_t count, SmWeight self, uint32_t sort)
{
	if (self > UINT16_MAX)
		self = UINT16_MAX;
	reading[0] = SM_VERSION;
	reading[1] = kind;
	reading[2] = count;
	reading[3] = self & 255;
	reading[4] = (uint8_t) (self >> 8);
	for (int i = 0; i < 4; i++)
		reading[5 + i] = (uint8_t) (sort >> (8 * i));
}

/* Pack a Korean reading; returns its length */
static int
PackKorean(uint8_t *reading, const SmKorean *korean)
{
	uint8_t    *out = reading + SM_READING_HEADER;
	SmParts		parts;

	for (int i = 0; i < korean->count; i++)
	{
		const SmHypothesis *h = &korean->hypothesis[i];

		*out++ = (uint8_t) (h->given | h->system << 3 | h->has_surname << 6);
		*out++ = PackShare(h->weight);
		if (h->has_surname)
			out = PackSlot(out, h->slot[0]);
		for (int s = 1; s <= h->given; s++)
			out = PackSlot(out, h->slot[s]);
	}
	PackHeader(reading, SM_KIND_KOREAN, (uint8_t) korean->count, 0, SortKey(&korean->hypothesis[0]));
	sm_take_apart(&parts, reading);
	PackHeader(reading, SM_KIND_KOREAN, (uint8_t) korean->count, sm_korean_weight(&parts, &parts),
			   SortKey(&korean->hypothesis[0]));
	return (int) (out - reading);
}

/*
 * Read a name into at most SM_READING_MAX bytes and return how many.  A name without a letter
 * gives the empty reading, which matches nothing.
 */
int
sm_read(uint8_t *reading, const char *utf8, size_t length)
{
	SmText		text;
	SmKorean	korean;
	int			n;

	sm_text_fold(&text, utf8, length);
	if (text.letters > 0 && sm_korean_read(&korean, &text))
	{
		n = PackKorean(reading, &korean);
		if (SM_READING_SELF(reading) > 0)
			return n;
	}
	if (text.letters > 0)
	{
		n = sm_literal_read(reading + SM_READING_HEADER, &text);
		if (sm_literal_self(reading + SM_READING_HEADER) > 0)
		{
			PackHeader(reading, SM_KIND_LITERAL, 0, sm_literal_self(reading + SM_READING_HEADER),
					   0x80000000u | sm_literal_sort_key(reading + SM_READING_HEADER));
			return SM_READING_HEADER + n;
		}
	}
	PackHeader(reading, SM_KIND_EMPTY, 0, 0, 0);
	return SM_READING_HEADER;
}

/* Take a Korean reading apart */
void
sm_take_apart(SmParts *parts, const uint8_t *reading)
{
	const uint8_t *in = reading + SM_READING_HEADER;

	parts->count = reading[2] < SM_HYPOTHESES ? reading[2] : SM_HYPOTHESES;
	for (int i = 0; i < parts->count; i++)
	{
		parts->part[i].given = in[0] & 7;
		parts->part[i].system = in[0] >> 3 & 7;
		parts->part[i].has_surname = in[0] >> 6;
		parts->part[i].weight = -in[1] * (SM_BIT / 16);
		in += 2;
		for (int s = !parts->part[i].has_surname; s <= parts->part[i].given; s++)
		{
			parts->part[i].slot[s] = in;
			in += *in & 0x80 ? 1 : 1 + 2 * *in;
		}
	}
}
