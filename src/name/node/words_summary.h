#ifndef SM_NODE_WORDS_SUMMARY_H
#define SM_NODE_WORDS_SUMMARY_H

#include <stdbool.h>
#include <stdint.h>

/* Bits of the largest filter of keys, bytes of the smallest */
#define SM_WORDS_SUMMARY_BITS 16384
#define SM_WORDS_FILTER_LEAST 32

/*
 * A summary being built: least and greatest self weight in 1/16 bit, a bit per legal form and per
 * kind of name, the filter of the keys of all words.  Packed: least, greatest, bits, two bytes
 * each, low first; log2 of the filter's bytes over the least; the filter.
 */
typedef struct SmWordsSummary
{
	uint16_t	least;
	uint16_t	most;			/* 0 = nothing has been added */
	uint16_t	members;
	int			keys;			/* noted one by one */
	int			bytes;			/* of the largest filter that was united */
	uint64_t	filter[SM_WORDS_SUMMARY_BITS / 64];
} SmWordsSummary;

#define SM_WORDS_AT_SIZE 6
#define SM_WORDS_SUMMARY_LEAST (SM_WORDS_AT_SIZE + 1 + SM_WORDS_FILTER_LEAST)
#define SM_WORDS_SUMMARY_MAX (SM_WORDS_AT_SIZE + 1 + SM_WORDS_SUMMARY_BITS / 8)
/* A filter has one of so many sizes */
#define SM_WORDS_FILTER_SIZES 7
#define SM_WORDS_FILTER_BYTES(packed) (SM_WORDS_FILTER_LEAST << (packed)[SM_WORDS_AT_SIZE])
#define SM_WORDS_FILTER(packed) ((packed) + SM_WORDS_AT_SIZE + 1)
#define SM_WORDS_SUMMARY_BYTES(packed) (SM_WORDS_AT_SIZE + 1 + SM_WORDS_FILTER_BYTES(packed))

/* No key: nothing holds it */
#define SM_NO_KEY 0

/* Bits of a key in a filter: three, so that of the keys that no member has few seem to be there */
#define SM_KEY_BITS 3

static inline uint32_t
sm_key_bit(uint32_t key, int i)
{
	return i == 0 ? key & 0xFFFF : i == 1 ? key >> 16 : key * 0x9E3779B1u >> 16;
}

/* May a member have a key? */
static inline bool
sm_words_summary_has(const uint8_t *packed, uint32_t key)
{
	const uint8_t *filter = SM_WORDS_FILTER(packed);
	uint32_t	mask = 8u * SM_WORDS_FILTER_BYTES(packed) - 1;

	for (int i = 0; i < SM_KEY_BITS; i++)
	{
		uint32_t	bit = sm_key_bit(key, i) & mask;

		if (!(filter[bit / 8] >> bit % 8 & 1))
			return false;
	}
	return key != SM_NO_KEY;
}

extern void sm_words_summary_start(SmWordsSummary *summary);
extern void sm_words_summary_key(SmWordsSummary *summary, uint32_t key);
extern void sm_words_summary_unite(SmWordsSummary *summary, const uint8_t *packed);
extern bool sm_words_summary_covers(const uint8_t *packed, const SmWordsSummary *below);
extern int	sm_words_summary_pack(uint8_t *packed, const SmWordsSummary *summary, int room);

#endif
