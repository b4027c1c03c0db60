/* What two parts of names are to one another, said in words */
#ifndef SM_READING_TIER_H
#define SM_READING_TIER_H

#include <stdbool.h>
#include <stdint.h>

/* What two parts of names are to one another, the closest first; of a pair of names the least close of its parts */
typedef enum SmTier
{
	SM_TIER_SAME,
	SM_TIER_SCRIPT,				/* the same in another script */
	SM_TIER_VARIANT,			/* romanised by another system */
	SM_TIER_SPELLING,			/* words spelt, joined or ordered in another way, or of one meaning */
	SM_TIER_RARE,				/* a reading that is possible, but unlikely */
	SM_TIER_INITIAL,
	SM_TIER_SLIP,				/* misspelt */
	SM_TIER_UNLIKELY,			/* each part may be one, but all of them together hardly are */
	SM_TIER_NEAR,				/* one letter that is taken for another: n and ng */
	SM_TIER_MISSING,			/* only one side has the part */
	SM_TIER_CONTRADICTS,
	SM_TIERS
} SmTier;

extern const char *const sm_tier_titles[SM_TIERS];

/* The syllables that two slots are told by, as numbers of the table of surnames or given names; -1 = it has none */
typedef struct SmSlotPair
{
	int			a;
	int			b;
} SmSlotPair;

/* Bytes that sm_near_letters writes at most, with the zero at the end */
#define SM_NEAR_LETTERS_MAX 16

extern SmTier sm_slot_tier(const uint8_t *a, int system_a, const uint8_t *b, int system_b, bool surname);
extern SmSlotPair sm_slot_pair(const uint8_t *a, const uint8_t *b, bool surname);
extern SmTier sm_system_tier(int system_a, int system_b);
extern void sm_near_letters(char *out, const uint8_t *a, const uint8_t *b, bool surname);

#endif
