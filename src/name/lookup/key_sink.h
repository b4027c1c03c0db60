/* Blocking keys: where they go, and of which side they are */
#ifndef SM_LOOKUP_KEY_SINK_H
#define SM_LOOKUP_KEY_SINK_H

#include <stdint.h>

/*
 * Blocking keys: two names that match at a threshold have one in common, see korean_keys.c
 * and words_keys.c.  Those of a list's members and of a name looked up among them tell which of the
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

/* In place of words: a key of the Korean part */
#define SM_KEY_KOREAN (1u << 31)

/* Mix the bits of a key so that each of them depends on all */
static inline uint64_t
sm_key_mix(uint64_t key)
{
	key = (key ^ key >> 32) * UINT64_C(0xD6E8FEB86659FD93);
	key = (key ^ key >> 32) * UINT64_C(0xD6E8FEB86659FD93);
	return key ^ key >> 32;
}

#endif
