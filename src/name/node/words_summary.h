/* What a node of an index knows of the words of its members */
#ifndef SM_NODE_WORDS_SUMMARY_H
#define SM_NODE_WORDS_SUMMARY_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "name/node/word_digests.h"

/* Bits of the largest filter of digests, bytes of the smallest */
#define SM_WORDS_SUMMARY_BITS 16384
#define SM_WORDS_FILTER_LEAST 32

/*
 * A summary being built: least and greatest self weight in 1/16 bit, a bit per legal form and per
 * kind of name, the filter of the digests of all words.  Packed: least, greatest, bits, two bytes
 * each, low first; log2 of the filter's bytes over the least; the filter.
 */
typedef struct SmWordsSummary
{
	uint16_t	least;
	uint16_t	most;			/* 0 = nothing has been added */
	uint16_t	members;
	int			digests;			/* noted one by one */
	int			bytes;			/* of the largest filter that was united */
	uint64_t	filter[SM_WORDS_SUMMARY_BITS / 64];
} SmWordsSummary;

#define SM_WORDS_LEAST(packed) ((packed)[0] | (packed)[1] << 8)
#define SM_WORDS_MOST(packed) ((packed)[2] | (packed)[3] << 8)
#define SM_WORDS_MEMBERS(packed) ((packed)[4] | (packed)[5] << 8)
#define SM_WORDS_AT_SIZE 6
#define SM_WORDS_SUMMARY_LEAST (SM_WORDS_AT_SIZE + 1 + SM_WORDS_FILTER_LEAST)
#define SM_WORDS_SUMMARY_MAX (SM_WORDS_AT_SIZE + 1 + SM_WORDS_SUMMARY_BITS / 8)
/* A filter has one of so many sizes */
#define SM_WORDS_FILTER_SIZES 7
#define SM_WORDS_FILTER_BYTES(packed) (SM_WORDS_FILTER_LEAST << (packed)[SM_WORDS_AT_SIZE])
#define SM_WORDS_FILTER(packed) ((packed) + SM_WORDS_AT_SIZE + 1)
#define SM_WORDS_SUMMARY_BYTES(packed) (SM_WORDS_AT_SIZE + 1 + SM_WORDS_FILTER_BYTES(packed))

/* Bits above those of the forms: a member is a person, an organisation, neither for certain */
#define SM_MEMBER_PERSON (1 << 12)
#define SM_MEMBER_ORGANISATION (1 << 13)
#define SM_MEMBER_OTHER (1 << 14)

/* Bits of a digest in a filter: five, so that of the digests that no member has few seem to be there */
#define SM_DIGEST_BITS 5

static inline uint32_t
sm_digest_bit(uint32_t digest, int i)
{
	static const uint32_t mix[] = {0x9E3779B1u, 0xC2B2AE3Du, 0x27D4EB2Fu};

	return i == 0 ? digest & 0xFFFF : i == 1 ? digest >> 16 : digest * mix[i - 2] >> 16;
}

/* The filter of a packed summary, opened to be asked for many digests */
typedef struct SmWordsFilter
{
	const uint8_t *bytes;
	uint32_t	mask;			/* of its bits */
} SmWordsFilter;

static inline SmWordsFilter
sm_words_filter(const uint8_t *packed)
{
	return (SmWordsFilter) {SM_WORDS_FILTER(packed), 8u * SM_WORDS_FILTER_BYTES(packed) - 1};
}

/* Is a bit of a filter set? */
static inline bool
sm_words_filter_bit(SmWordsFilter filter, uint32_t bit)
{
	bit &= filter.mask;
	return filter.bytes[bit / 8] >> bit % 8 & 1;
}

/* May a member have a digest?  Its bits one by one and not in a loop: probes of an index do little else. */
static inline bool
sm_words_filter_has(SmWordsFilter filter, uint32_t digest)
{
	return sm_words_filter_bit(filter, sm_digest_bit(digest, 0)) &&
		sm_words_filter_bit(filter, sm_digest_bit(digest, 1)) &&
		sm_words_filter_bit(filter, sm_digest_bit(digest, 2)) &&
		sm_words_filter_bit(filter, sm_digest_bit(digest, 3)) &&
		sm_words_filter_bit(filter, sm_digest_bit(digest, 4)) && digest != SM_NO_DIGEST;
}

_Static_assert(SM_DIGEST_BITS == 5, "all bits of a digest are asked for");

/* Does every digest seem to be there? */
static inline bool
sm_words_filter_useless(SmWordsFilter filter)
{
	uint64_t	bits[SM_WORDS_FILTER_LEAST / 8];

	if (filter.mask != 8 * SM_WORDS_FILTER_LEAST - 1)
		return false;
	memcpy(bits, filter.bytes, sizeof(bits));
	return (bits[0] & bits[1] & bits[2] & bits[3]) == UINT64_MAX;
}

_Static_assert(SM_WORDS_FILTER_LEAST == 32, "the smallest filter has four words");

extern void sm_words_summary_start(SmWordsSummary *summary);
extern void sm_words_summary_note(SmWordsSummary *summary, uint32_t digest);
extern void sm_words_summary_add(SmWordsSummary *summary, const uint8_t *reading);
extern void sm_words_summary_unite(SmWordsSummary *summary, const uint8_t *packed);
extern void sm_words_summary_merge(SmWordsSummary *summary, const SmWordsSummary *other);
extern bool sm_words_summary_covers(const uint8_t *packed, const SmWordsSummary *below);
extern int	sm_words_summary_pack(uint8_t *packed, const SmWordsSummary *summary, int room);

#endif
