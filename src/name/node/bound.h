#ifndef SM_NODE_BOUND_H
#define SM_NODE_BOUND_H

#include "name/node/sound_pairs.h"

/*
 * What an index node knows of the readings below it, packed: version | 0x80, Unicode (0 = several
 * versions), kinds, lowest and highest sort key 4 each, then a part for each kind, see bound.c and
 * literal_bound.c.
 */
#define SM_SUMMARY_HEADER 11
#define SM_KOREAN_MAPS_BYTES (2 * SM_SURNAME_BYTES + 4 * SM_GIVEN_BYTES)
#define SM_SOUND_PAIRS_AT (4 + SM_KOREAN_MAPS_BYTES)
#define SM_KOREAN_SUMMARY_BYTES (SM_SOUND_PAIRS_AT + SM_SOUND_PAIRS_BYTES)
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
	SmWordsSummary literal;
} SmSummary;

extern void sm_summary_start(SmSummary *summary);
extern void sm_summary_add(SmSummary *summary, const uint8_t *key);
extern int	sm_summary_pack(uint8_t *key, const SmSummary *summary, int room);
extern bool sm_summary_covers(const uint8_t *key, const SmSummary *below);
extern int	sm_bound(const SmQuery *query, const uint8_t *key);
extern bool sm_bound_reaches(const SmQuery *query, const uint8_t *key, int threshold);

#endif
