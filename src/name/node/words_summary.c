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

#include "name/words/join.h"
#include "name/words/pack.h"
#include "name/words/word.h"

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

/* Note all digests of a word */
static void
NoteDigests(SmWordsSummary *summary, SmWordDigests digests)
{
	sm_words_summary_note(summary, digests.whole);
	for (int i = 0; i < SM_WORD_PIECES; i++)
		sm_words_summary_note(summary, digests.piece[i]);
}

/* Note the digests of the consonants of a word or of skeletons joined */
static void
NoteBones(SmWordsSummary *summary, const uint8_t *letters, int length, int kind)
{
	uint32_t	digests[SM_BONES_DIGESTS];
	int			n = sm_bones_digests(digests, letters, length, kind, false);

	for (int i = 0; i < n; i++)
		sm_words_summary_note(summary, digests[i]);
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
		NoteDigests(summary, sm_word_digests(view.word[i], SM_VIEW_LENGTH(&view, i), SM_VIEW_KIND(&view, i)));
		sm_words_summary_note(summary, sm_meaning_digest(SM_VIEW_MEANING(&view, i)));
		sm_words_summary_note(summary, sm_frame_digest(&view, i));
		sm_words_summary_note(summary, sm_korean_digest(&view, i));
		NoteBones(summary, view.word[i], SM_VIEW_LENGTH(&view, i), SM_VIEW_KIND(&view, i));
		for (int n = 2; n <= SM_JOIN_WORDS; n++)
		{
			int			length;

			sm_words_summary_note(summary, sm_joined_digest(&view, i, n));
			if (sm_join_skeletons(&length, &view, i, n))
				NoteBones(summary, view.word[i], length, SM_WORD_SCRIPT);
		}
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

/* Does a packed summary hold all that one does which has never been packed? */
bool
sm_words_summary_covers(const uint8_t *packed, const SmWordsSummary *below)
{
	int			size = SM_WORDS_FILTER_BYTES(packed);
	const uint8_t *filter = SM_WORDS_FILTER(packed);
	const uint8_t *bits = (const uint8_t *) below->filter;

	if (SM_WORDS_LEAST(packed) > below->least || SM_WORDS_MOST(packed) < below->most ||
		(below->members & ~SM_WORDS_MEMBERS(packed)) != 0)
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
