/* The hash of words, FNV-1a, as src/data/tables.pm computes it: of bytes, and of code points */
#ifndef SM_HASH_H
#define SM_HASH_H

#include <stdint.h>

/* The hash of nothing */
#define SM_HASH_START 2166136261u

/* The hash of what has a hash with one more behind it */
static inline uint32_t
sm_hash_add(uint32_t hash, uint32_t next)
{
	return (hash ^ next) * 16777619u;
}

extern uint32_t sm_word_hash(const uint8_t *bytes, int length);
extern uint32_t sm_letters_hash(const uint32_t *letters, int length);

#endif
