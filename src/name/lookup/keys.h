#ifndef SM_LOOKUP_KEYS_H
#define SM_LOOKUP_KEYS_H

#include "name/reading/reading.h"

/*
 * Blocking keys: two names that match at a threshold have one in common, see key.c and
 * literal_key.c.  Those of a list's members and of a name looked up among them tell which of the
 * two has an initial or no surname, and are fewer; keys for any two names serve both.
 */
typedef enum SmKeySide
{
	SM_KEYS_OF_ANY,
	SM_KEYS_OF_MEMBER,
	SM_KEYS_OF_PROBE
} SmKeySide;

/* Takes keys as they are made, with a bit for each word that one is of; one may come more than once */
typedef struct SmKeySink
{
	void		(*take) (void *state, uint64_t key, uint32_t words);
	void	   *state;
} SmKeySink;

/* Any partner: for sm_korean_keys */
#define SM_LENGTHS_ANY 0xFF

/* Least self weight of a surname's and of a given name's slot; all tables keep to it */
#define SM_LEAST_SURNAME SM_WEIGHT(1)
#define SM_LEAST_GIVEN SM_WEIGHT(2)

extern void sm_keys(const uint8_t *reading, const SmKeySink *sink);
extern void sm_korean_keys(const uint8_t *reading, int threshold, SmKeySide side, int lengths,
						   const SmKeySink *sink);
extern void sm_words_keys(const uint8_t *literal, uint32_t words, const SmKeySink *sink);

/* In place of words: a key of the Korean part */
#define SM_KEY_KOREAN (1u << 31)

/* What the words of a name are worth to a match, by what a partner has in common, see literal_key.c */
typedef struct SmWordValues
{
	int64_t		need;			/* least sum of a match, if the partner has nothing in common */
	int64_t		need_initials;	/* the same if one of the two has an initial */
	int64_t		gain[SM_WORDS_KEPT];	/* what a word adds that has a key in common */
	int64_t		gain_initials[SM_WORDS_KEPT];
} SmWordValues;

extern void sm_words_values(SmWordValues *values, const uint8_t *literal, int threshold);

/* Mix the bits of a key so that each of them depends on all */
static inline uint64_t
sm_key_mix(uint64_t key)
{
	key = (key ^ key >> 32) * UINT64_C(0xD6E8FEB86659FD93);
	key = (key ^ key >> 32) * UINT64_C(0xD6E8FEB86659FD93);
	return key ^ key >> 32;
}

#endif
