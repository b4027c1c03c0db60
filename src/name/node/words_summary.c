/*
 * What a node of an index knows of the literal readings below it.
 *
 * The keys of the words stand in a Bloom filter of a power of two bits.  Its halves laid over each
 * other are the filter of half the size, and one repeated is that of twice the size, so nodes of
 * different sizes are united at the largest.  Nodes with few keys stay small; of a node with so
 * many that nearly all keys seem to be there only that is kept.
 */
#include "name/node/words_summary.h"

#include <string.h>

/* Where things stand in a packed summary */
#define AT_LEAST 0
#define AT_MOST 2
#define AT_MEMBERS 4

/* Bytes of the largest filter */
#define MOST_BYTES (SM_WORDS_SUMMARY_BITS / 8)

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
sm_words_summary_start(SmWordsSummary *summary)
{
	memset(summary, 0, sizeof(*summary));
	summary->least = UINT16_MAX;
}

/* Note a key that a member has */
void
sm_words_summary_key(SmWordsSummary *summary, uint32_t key)
{
	uint8_t    *filter = (uint8_t *) summary->filter;

	if (key == SM_NO_KEY)
		return;
	for (int i = 0; i < SM_KEY_BITS; i++)
	{
		uint32_t	bit = sm_key_bit(key, i) % SM_WORDS_SUMMARY_BITS;

		filter[bit / 8] |= (uint8_t) (1 << bit % 8);
	}
	summary->keys++;
}

/* Add what a packed summary knows */
void
sm_words_summary_unite(SmWordsSummary *summary, const uint8_t *packed)
{
	int			size = SM_WORDS_FILTER_BYTES(packed);
	const uint8_t *filter = SM_WORDS_FILTER(packed);
	int			least = packed[AT_LEAST] | packed[AT_LEAST + 1] << 8;
	int			most = packed[AT_MOST] | packed[AT_MOST + 1] << 8;

	summary->least = (uint16_t) (least < summary->least ? least : summary->least);
	summary->most = (uint16_t) (most > summary->most ? most : summary->most);
	summary->members |= (uint16_t) (packed[AT_MEMBERS] | packed[AT_MEMBERS + 1] << 8);
	summary->bytes = size > summary->bytes ? size : summary->bytes;
	for (int i = 0; i < size / 8; i++)
	{
		uint64_t	bits;

		memcpy(&bits, filter + 8 * i, 8);
		for (int k = i; bits != 0 && k < MOST_BYTES / 8; k += size / 8)
			summary->filter[k] |= bits;
	}
}

/* Does a packed summary hold all that one does which has never been packed? */
bool
sm_words_summary_covers(const uint8_t *packed, const SmWordsSummary *below)
{
	int			size = SM_WORDS_FILTER_BYTES(packed);
	const uint8_t *filter = SM_WORDS_FILTER(packed);
	const uint8_t *bits = (const uint8_t *) below->filter;
	int			members = packed[AT_MEMBERS] | packed[AT_MEMBERS + 1] << 8;

	if ((packed[AT_LEAST] | packed[AT_LEAST + 1] << 8) > below->least ||
		(packed[AT_MOST] | packed[AT_MOST + 1] << 8) < below->most || (below->members & ~members) != 0)
		return false;
	for (int i = 0; i < MOST_BYTES; i++)
		if (bits[i] & ~filter[i % size])
			return false;
	return true;
}

/* Bits set in a filter of some words */
static int
CountBits(const uint64_t *filter, int words)
{
	int			n = 0;

	for (int i = 0; i < words; i++)
		n += __builtin_popcountll(filter[i]);
	return n;
}

/* Lay the parts of a filter that has so many words over each other */
static void
Fold(uint64_t *folded, const uint64_t *filter, int words, int part)
{
	memcpy(folded, filter, 8 * part);
	for (int from = part; from < words; from += part)
		for (int i = 0; i < part; i++)
			folded[i] |= filter[from + i];
}

/* Words of a filter that is larger than what a summary holds can need */
static int
EnoughWords(const SmWordsSummary *summary)
{
	int			bits = 16 * SM_WORDS_FILTER_LEAST;
	int			set = summary->keys * SM_KEY_BITS;

	while (bits < SM_WORDS_SUMMARY_BITS &&
		   (SPARSE_SIXTEENTHS * bits < 16 * set || bits < 16 * summary->bytes))
		bits *= 2;
	return bits / 64;
}

/* Halve a filter until it is dense enough; returns its words */
static int
Shrink(uint64_t *filter, int words)
{
	bool		useless = 16 * CountBits(filter, words) > USELESS_SIXTEENTHS * 64 * words;

	while (words > SM_WORDS_FILTER_LEAST / 8)
	{
		uint64_t	folded[MOST_BYTES / 16];
		int			half = words / 2;

		Fold(folded, filter, words, half);
		if (!useless && 16 * CountBits(folded, half) > SPARSE_SIXTEENTHS * 64 * half &&
			memcmp(filter, filter + half, 8 * half) != 0)
			break;
		memcpy(filter, folded, 8 * half);
		words = half;
	}
	return words;
}

/*
 * Pack a summary into at most room bytes, of which there are SM_WORDS_SUMMARY_LEAST or more and
 * need not be more than SM_WORDS_SUMMARY_MAX; returns how many
 */
int
sm_words_summary_pack(uint8_t *packed, const SmWordsSummary *summary, int room)
{
	uint64_t	filter[MOST_BYTES / 8];
	int			words = EnoughWords(summary);
	int			size;

	while (SM_WORDS_AT_SIZE + 1 + 8 * words > room)
		words /= 2;
	Fold(filter, summary->filter, MOST_BYTES / 8, words);
	size = 8 * Shrink(filter, words);
	PutPair(packed + AT_LEAST, summary->least);
	PutPair(packed + AT_MOST, summary->most);
	PutPair(packed + AT_MEMBERS, summary->members);
	packed[SM_WORDS_AT_SIZE] = (uint8_t) __builtin_ctz(size / SM_WORDS_FILTER_LEAST);
	memcpy(packed + SM_WORDS_AT_SIZE + 1, filter, size);
	return SM_WORDS_AT_SIZE + 1 + size;
}
