/* What a node of an index knows of the names below it */
#ifndef SM_NODE_SUMMARY_H
#define SM_NODE_SUMMARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "name/node/korean_summary.h"
#include "name/node/words_summary.h"
#include "name/reading/reading.h"

/*
 * Packed: version | 0x80, Unicode (0 = several versions), kinds, lowest and highest sort key 4 each, then a part for
 * each kind, see korean_summary.h and words_summary.h.
 */
#define SM_SUMMARY_HEADER 11
#define SM_SUMMARY_LEAST (SM_SUMMARY_HEADER + SM_KOREAN_SUMMARY_BYTES + SM_WORDS_SUMMARY_LEAST)
#define SM_SUMMARY_MAX (SM_SUMMARY_HEADER + SM_KOREAN_SUMMARY_BYTES + SM_WORDS_SUMMARY_MAX)

#define SM_SUMMARY_MARK 0x80
#define SM_UNICODE_SEVERAL 0
#define SM_IS_SUMMARY(key) ((key)[0] & SM_SUMMARY_MARK)
#define SM_SUMMARY_LOW(s) SM_READING_SORT(s)
#define SM_SUMMARY_HIGH(s) SM_READING_SORT((s) + 4)

/* A summary being built: both parts have their place, filled or not */
typedef struct SmSummary
{
	uint8_t		unicode;
	uint8_t		kinds;
	uint32_t	low;
	uint32_t	high;
	uint8_t		korean[SM_KOREAN_SUMMARY_BYTES];
	SmWordsSummary words;
} SmSummary;

/* Are these bytes a packed summary of this version, all of them? */
static inline bool
sm_summary_valid(const uint8_t *key, size_t length)
{
	size_t		bytes = SM_SUMMARY_HEADER;

	if (length < bytes || key[0] != (SM_VERSION | SM_SUMMARY_MARK) ||
		key[2] > (SM_KIND_KOREAN | SM_KIND_WORDS))
		return false;
	if (SM_IS_KOREAN(key))
		bytes += SM_KOREAN_SUMMARY_BYTES;
	if (!SM_HAS_WORDS(key))
		return length == bytes;
	return length > bytes + SM_WORDS_AT_SIZE && key[bytes + SM_WORDS_AT_SIZE] < SM_WORDS_FILTER_SIZES &&
		length == bytes + SM_WORDS_SUMMARY_BYTES(key + bytes);
}

extern void sm_summary_start(SmSummary *summary);
extern void sm_summary_add(SmSummary *summary, const uint8_t *key);
extern void sm_summary_merge(SmSummary *summary, const SmSummary *other);
extern int	sm_summary_pack(uint8_t *key, const SmSummary *summary, int room);
extern bool sm_summary_covers(const uint8_t *key, const SmSummary *below);

#endif
