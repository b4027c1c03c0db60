/*
 * What a node of an index knows of the words of the names below it.
 *
 * The digests of the words stand in a Bloom filter of a power of two bits.  Its halves laid over each
 * other are the filter of half the size, and one repeated is that of twice the size, so nodes of
 * different sizes are united at the largest.  Nodes with few digests stay small; of a node with so
 * many that nearly all digests seem to be there only that is kept.
 */
#include "name/node/words_summary.h"

#include <string.h>

#include "name/words/pack.h"

/* Bytes of the largest filter */
#define MOST_BYTES (SM_WORDS_SUMMARY_BITS / 8)

/* A filter is halved while at most this share of its bits is set, in 1/16; above that one it is useless */
#define SPARSE_SIXTEENTHS 5
#define USELESS_SIXTEENTHS 12

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

/* Note a digest that a member has */
void
sm_words_summary_note(SmWordsSummary *summary, uint32_t digest)
{
	uint8_t    *filter = (uint8_t *) summary->filter;

	if (digest == SM_NO_DIGEST)
		return;
	for (int i = 0; i < SM_DIGEST_BITS; i++)
	{
		uint32_t	bit = sm_digest_bit(digest, i) % SM_WORDS_SUMMARY_BITS;

		filter[bit / 8] |= (uint8_t) (1 << bit % 8);
	}
	summary->digests++;
}

/* Add a reading to a summary; a name without words leaves it as it is */
void
sm_words_summary_add(SmWordsSummary *summary, const uint8_t *reading)
{
	SmView		view;
	int			self = SM_PACK_SELF(reading);

	sm_words_open(&view, reading);
	if (view.count == 0)
		return;
	summary->least = (uint16_t) (self < summary->least ? self : summary->least);
	summary->most = (uint16_t) (self > summary->most ? self : summary->most);
	summary->members |= (uint16_t) (1 << (view.flags & SM_FLAG_FORM) |
									(view.flags & SM_FLAG_ORGANISATION ? SM_MEMBER_ORGANISATION :
									 view.flags & SM_FLAG_PERSON ? SM_MEMBER_PERSON : SM_MEMBER_OTHER));
	for (int i = 0; i < view.count; i++)
	{
		uint32_t	digests[SM_MEMBER_DIGESTS];
		int			n = sm_member_digests(digests, &view, i);

		for (int k = 0; k < n; k++)
			sm_words_summary_note(summary, digests[k]);
	}
}

/* Add what a packed summary knows */
void
sm_words_summary_unite(SmWordsSummary *summary, const uint8_t *packed)
{
	int			size = SM_WORDS_FILTER_BYTES(packed);
	const uint8_t *filter = SM_WORDS_FILTER(packed);
	int			least = SM_WORDS_LEAST(packed);
	int			most = SM_WORDS_MOST(packed);

	summary->least = (uint16_t) (least < summary->least ? least : summary->least);
	summary->most = (uint16_t) (most > summary->most ? most : summary->most);
	summary->members |= (uint16_t) SM_WORDS_MEMBERS(packed);
	summary->bytes = size > summary->bytes ? size : summary->bytes;
	for (int i = 0; i < size / 8; i++)
	{
		uint64_t	bits;

		memcpy(&bits, filter + 8 * i, 8);
		for (int k = i; bits != 0 && k < MOST_BYTES / 8; k += size / 8)
			summary->filter[k] |= bits;
	}
}

/* Add what another summary knows that has never been packed */
void
sm_words_summary_merge(SmWordsSummary *summary, const SmWordsSummary *other)
{
	summary->least = other->least < summary->least ? other->least : summary->least;
	summary->most = other->most > summary->most ? other->most : summary->most;
	summary->members |= other->members;
	summary->digests += other->digests;
	for (int i = 0; i < MOST_BYTES / 8; i++)
		summary->filter[i] |= other->filter[i];
}

/* Does a packed summary hold all that one does which has never been packed? */
bool
sm_words_summary_covers(const uint8_t *packed, const SmWordsSummary *below)
{
	int			size = SM_WORDS_FILTER_BYTES(packed);
	const uint8_t *filter = SM_WORDS_FILTER(packed);

	if (SM_WORDS_LEAST(packed) > below->least || SM_WORDS_MOST(packed) < below->most ||
		(below->members & ~SM_WORDS_MEMBERS(packed)) != 0)
		return false;
	for (int i = 0; i < size / 8; i++)
	{
		uint64_t	bits;

		memcpy(&bits, filter + 8 * i, 8);
		for (int k = i; k < MOST_BYTES / 8; k += size / 8)
			if (below->filter[k] & ~bits)
				return false;
	}
	return true;
}

/* Bits set in a filter of some words */
static int
CountBits(const uint64_t *filter, int words)
{
	int			n = 0;

	/* the compiler's own count is a call where the processor's instruction may be missing */
	for (int i = 0; i < words; i++)
	{
		uint64_t	x = filter[i];

		x -= x >> 1 & UINT64_C(0x5555555555555555);
		x = (x & UINT64_C(0x3333333333333333)) + (x >> 2 & UINT64_C(0x3333333333333333));
		x = (x + (x >> 4)) & UINT64_C(0x0F0F0F0F0F0F0F0F);
		n += (int) (x * UINT64_C(0x0101010101010101) >> 56);
	}
	return n;
}

/* Lay the parts of a filter that has so many words over each other */
static void
FoldFilter(uint64_t *folded, const uint64_t *filter, int words, int part)
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
	int			set = summary->digests * SM_DIGEST_BITS;

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

		FoldFilter(folded, filter, words, half);
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
	FoldFilter(filter, summary->filter, MOST_BYTES / 8, words);
	size = 8 * Shrink(filter, words);
	PutPair(packed, summary->least);
	PutPair(packed + 2, summary->most);
	PutPair(packed + 4, summary->members);
	packed[SM_WORDS_AT_SIZE] = (uint8_t) __builtin_ctz(size / SM_WORDS_FILTER_LEAST);
	memcpy(packed + SM_WORDS_AT_SIZE + 1, filter, size);
	return SM_WORDS_AT_SIZE + 1 + size;
}
