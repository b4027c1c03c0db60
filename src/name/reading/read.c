/* A name read, and its reading packed */
#include "name/reading/read.h"

#include <string.h>

#include "data/syllable_table.h"
#include "name/korean/hypothesis.h"
#include "name/korean/korean.h"
#include "name/reading/korean_weight.h"
#include "name/reading/notes.h"
#include "name/reading/reading.h"
#include "name/reading/unpack.h"
#include "name/slot.h"
#include "name/text/fold.h"
#include "name/text/text.h"
#include "name/text/unicode.h"
#include "name/weight.h"
#include "name/words/pack.h"
#include "name/words/sort_key.h"

/* Odds in bits below which a name is read as words */
#define WORDS_TO SM_WEIGHT(12)

/* -16 log2 of a share, rounded up so that the shares of a name never exceed 1 */
static uint8_t
PackShare(SmWeight weight)
{
	int			cost = (-weight + SM_BIT / 16 - 1) / (SM_BIT / 16);

	return (uint8_t) (cost > 255 ? 255 : cost < 0 ? 0 : cost);
}

/* Place of the likeliest syllable of a slot */
static uint32_t
Place(SmSlot slot, const SmSyllable *syllables)
{
	return sm_slot_has_syllables(slot) ? syllables[sm_candidate_id(slot[1])].place : 0;
}

/* Names with words lie apart from those that are Korean only, whose nodes then need not tell of words */
#define SORT_AS_WORDS 0x80000000u
#define SORT_AS_BOTH 0x40000000u

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
PackHeader(uint8_t *reading, uint8_t kinds, uint32_t sort, int words)
{
	reading[0] = SM_VERSION;
	reading[1] = sm_unicode();
	reading[2] = kinds;
	for (int i = 0; i < 4; i++)
		reading[3 + i] = (uint8_t) (sort >> (8 * i));
	reading[7] = (uint8_t) words;
}

/* Slots and hypotheses; equal slots of one role are stored once.  Returns where they end */
static uint8_t *
PackHypotheses(uint8_t *out, const SmKorean *korean)
{
	SmSlot		slots[SM_SLOTS_MAX];
	bool		surname[SM_SLOTS_MAX];
	uint8_t		number[SM_HYPOTHESES][1 + SM_GIVEN_MAX];
	uint8_t    *head = out++;
	int			n = 0;

	for (int i = 0; i < korean->count; i++)
	{
		const SmHypothesis *h = &korean->hypothesis[i];

		for (int s = !h->has_surname; s <= h->given; s++)
		{
			int			k = 0;

			while (k < n && (slots[k] != h->slot[s] || surname[k] != (s == 0)))
				k++;
			if (k == n)
			{
				surname[n] = s == 0;
				slots[n++] = h->slot[s];
				out = sm_slot_pack(out, h->slot[s]);
			}
			number[i][s] = (uint8_t) k;
		}
	}
	*head = (uint8_t) (n | korean->count << 5);
	for (int i = 0; i < korean->count; i++)
	{
		const SmHypothesis *h = &korean->hypothesis[i];

		*out++ = (uint8_t) ((h->given - 1) | h->has_surname << 2 | h->system << 3);
		*out++ = PackShare(h->weight);
		for (int s = !h->has_surname; s <= h->given; s++)
			*out++ = number[i][s];
	}
	return out;
}

/* Bits of a signature that a slot sets: 22 for surnames, 21 for first and for later syllables */
static uint64_t
Signature(const uint8_t *slot, int part)
{
	static const uint8_t start[] = {0, 22, 43};
	static const uint8_t size[] = {22, 21, 21};
	uint64_t	bits = 0;

	if (SM_IS_INITIAL(slot))
		return 0;
	if (SM_IS_FOREIGN(slot))
		return (uint64_t) 1 << (start[part] + SM_FOREIGN_HASH(slot) % size[part]);
	for (int i = 0; i < *slot; i++)
		bits |= (uint64_t) 1 << (start[part] + sm_candidate_id(sm_slot_candidate(slot, i)) % size[part]);
	return bits;
}

/* Fill in the header of the Korean part, which rests on the slots behind it */
static void
PackKoreanHeader(uint8_t *reading)
{
	SmParts		parts;
	SmWeight	self;
	int			least[SM_PARTS] = {127, 127, 127};
	uint8_t		lengths = 0;
	uint64_t	signature = 0;

	sm_unpack(&parts, reading);
	for (int h = 0; h < parts.count; h++)
	{
		const SmHypothesisParts *p = &parts.part[h];

		lengths |= (uint8_t) (1 << p->given);
		if (!p->has_surname)
			lengths |= SM_LENGTHS_NO_SURNAME;
		for (int s = !p->has_surname; s <= p->given; s++)
		{
			const uint8_t *slot = parts.slot[p->slot[s]];
			SmWeight	own = sm_slot_weight(slot, slot, s == 0 ? sm_surname : sm_given);
			int			eighths = own >= 0 ? own / (SM_BIT / 8) : -((-own + SM_BIT / 8 - 1) / (SM_BIT / 8));

			if (eighths < least[SM_PART_OF(s)])
				least[SM_PART_OF(s)] = eighths < -128 ? -128 : eighths;
			if (SM_IS_INITIAL(slot))
				lengths |= SM_LENGTHS_INITIAL;
			if (SM_IS_FOREIGN(slot))
				lengths |= SM_LENGTHS_FOREIGN;
			signature |= Signature(slot, SM_PART_OF(s));
		}
	}
	self = sm_korean_weight(&parts, &parts, INT32_MIN / 2, NULL);
	self = self < 0 ? 0 : self > UINT16_MAX ? UINT16_MAX : self;
	reading[8] = self & 255;
	reading[9] = (uint8_t) (self >> 8);
	for (int i = 0; i < SM_PARTS; i++)
		reading[10 + i] = (uint8_t) least[i];
	reading[13] = lengths;
	for (int i = 0; i < 8; i++)
		reading[14 + i] = (uint8_t) (signature >> (8 * i));
}

/* Read a folded name into at most SM_READING_MAX bytes and return how many */
static int
ReadText(uint8_t *reading, const SmText *text)
{
	SmKorean	korean;
	uint8_t    *end = reading + SM_READING_HEADER;
	uint8_t		kinds = 0;
	uint32_t	sort = 0;
	int			words = 0;

	PackHeader(reading, 0, 0, 0);
	if (text->letters == 0)
		return SM_READING_HEADER;
	if (sm_korean_read(&korean, text) && korean.odds > SM_KOREAN_FROM)
	{
		/* the place of the words behind it is one byte: five hypotheses fit that share their slots, one always does */
		do
			end = PackHypotheses(reading + SM_READING_HEADER + SM_KOREAN_HEADER - 1, &korean);
		while (end - reading - 1 > UINT8_MAX && korean.odds < WORDS_TO && --korean.count > 0);
		PackKoreanHeader(reading);
		kinds = SM_KOREAN_SELF(reading) > 0 ? SM_KIND_KOREAN : 0;
		sort = SortKey(&korean.hypothesis[0]);
	}
	if (kinds == 0)
		end = reading + SM_READING_HEADER;
	if (kinds == 0 || korean.odds < WORDS_TO)
	{
		int			n = sm_words_pack(end, text);

		if (sm_words_self(end) > 0)
		{
			words = (int) (end - reading) - 1;
			sort = kinds == 0 || korean.odds < 0 ? SORT_AS_WORDS | sm_words_sort_key(end) : SORT_AS_BOTH | sort;
			kinds |= SM_KIND_WORDS;
			end += n;
		}
	}
	PackHeader(reading, kinds, sort, words);
	return (int) (end - reading);
}

/*
 * Read a name into at most SM_READING_MAX bytes and return how many.  A name without a letter
 * gives the empty reading, which matches nothing.  *notes tells what of the name could not be
 * read, SM_NOTE_*, unless it is NULL.
 */
int
sm_read_noted(uint8_t *reading, const char *utf8, size_t length, unsigned *notes)
{
	SmText		text;
	unsigned	noted;
	int			n;

	sm_text_fold(&text, utf8, length);
	noted = sm_notes(&text);
	n = ReadText(reading, &text);
	if (noted != 0)
		reading[2] |= SM_KIND_NOTED;
	if (notes != NULL)
		*notes = noted;
	return n;
}

/* The same without notes */
int
sm_read(uint8_t *reading, const char *utf8, size_t length)
{
	return sm_read_noted(reading, utf8, length, NULL);
}
