/*
 * What a node of an index knows of the literal readings below it.
 *
 * The keys of the words stand in a Bloom filter of a power of two bits.  Its halves laid over each
 * other are the filter of half the size, and one repeated is that of twice the size, so nodes of
 * different sizes are united at the largest.  Nodes with few keys stay small; of a node with so
 * many that nearly all keys seem to be there only that is kept.
 */
#include "name/literal_summary.h"

#include <string.h>

/* Where things stand in a packed summary */
#define AT_LEAST 0
#define AT_MOST 2
#define AT_MEMBERS 4

/* Bytes of the largest filter */
#define MOST_BYTES (SM_LITERAL_SUMMARY_BITS / 8)

/* A filter is halved while at most this share of its bits is set, in 1/16; above that one it is useless */
#define SPARSE_SIXTEENTHS 4
#define USELESS_SIXTEENTHS 10

static void
PutPair(uint8_t *bytes, int value)
{
	bytes[0] = (uint8_t) (value & 0xFF);
	bytes[1] = (uint8_t) (value >> 8);
}

/* A summary of nothing */
void
sm_literal_summary_start(SmLiteralSummary *summary)
{
	memset(summary, 0, sizeof(*summary));
	summary->least = UINT16_MAX;
}

/* Note a key that a member has */
void
sm_literal_summary_key(SmLiteralSummary *summary, uint32_t key)
{
	if (key == SM_NO_KEY)
		return;
	for (int i = 0; i < SM_KEY_BITS; i++)
	{
		uint32_t	bit = sm_key_bit(key, i) % SM_LITERAL_SUMMARY_BITS;

		summary->filter[bit / 8] |= (uint8_t) (1 << bit % 8);
	}
}

/* Add what a packed summary knows */
void
sm_literal_summary_unite(SmLiteralSummary *summary, const uint8_t *packed)
{
	int			size = SM_LITERAL_FILTER_BYTES(packed);
	const uint8_t *filter = SM_LITERAL_FILTER(packed);
	int			least = packed[AT_LEAST] | packed[AT_LEAST + 1] << 8;
	int			most = packed[AT_MOST] | packed[AT_MOST + 1] << 8;

	summary->least = (uint16_t) (least < summary->least ? least : summary->least);
	summary->most = (uint16_t) (most > summary->most ? most : summary->most);
	summary->members |= (uint16_t) (packed[AT_MEMBERS] | packed[AT_MEMBERS + 1] << 8);
	for (int from = 0; from < MOST_BYTES; from += size)
		for (int i = 0; i < size; i++)
			summary->filter[from + i] |= filter[i];
}

/* Bits set in a filter whose size is a multiple of eight bytes */
static int
CountBits(const uint8_t *filter, int size)
{
	int			n = 0;

	for (int i = 0; i < size; i += 8)
	{
		uint64_t	bits;

		memcpy(&bits, filter + i, 8);
		n += __builtin_popcountll(bits);
	}
	return n;
}

/* Lay the halves of a filter over each other */
static void
Fold(uint8_t *folded, const uint8_t *filter, int half)
{
	for (int i = 0; i < half; i++)
		folded[i] = filter[i] | filter[half + i];
}

/* Halve a filter until it is dense enough; returns its size in bytes */
static int
Shrink(uint8_t *filter)
{
	int			size = MOST_BYTES;
	bool		useless = 16 * CountBits(filter, size) > USELESS_SIXTEENTHS * 8 * size;

	while (size > SM_LITERAL_FILTER_LEAST)
	{
		uint8_t		folded[MOST_BYTES / 2];
		int			half = size / 2;

		Fold(folded, filter, half);
		if (!useless && 16 * CountBits(folded, half) > SPARSE_SIXTEENTHS * 8 * half &&
			memcmp(filter, filter + half, half) != 0)
			break;
		memcpy(filter, folded, half);
		size = half;
	}
	return size;
}

/* Pack a summary into at most SM_LITERAL_SUMMARY_MAX bytes; returns how many */
int
sm_literal_summary_pack(uint8_t *packed, const SmLiteralSummary *summary)
{
	uint8_t		filter[MOST_BYTES];
	int			size;

	memcpy(filter, summary->filter, MOST_BYTES);
	size = Shrink(filter);
	PutPair(packed + AT_LEAST, summary->least);
	PutPair(packed + AT_MOST, summary->most);
	PutPair(packed + AT_MEMBERS, summary->members);
	packed[SM_LITERAL_AT_SIZE] = (uint8_t) __builtin_ctz(size / SM_LITERAL_FILTER_LEAST);
	memcpy(packed + SM_LITERAL_AT_SIZE + 1, filter, size);
	return SM_LITERAL_AT_SIZE + 1 + size;
}
