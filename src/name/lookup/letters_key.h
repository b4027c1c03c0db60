/* Keys of letters: a hash of them, told apart by what they are of */
#ifndef SM_LOOKUP_LETTERS_KEY_H
#define SM_LOOKUP_LETTERS_KEY_H

#include <stdint.h>

#include "name/lookup/key_sink.h"

/* Base of the polynomials and a multiplier */
#define SM_LETTERS_BASE UINT64_C(0x9E3779B97F4A7C15)
#define SM_LETTERS_KIND UINT64_C(0xA0761D6478BD642F)

/* Hash of letters, a polynomial: those before and after a letter give that of the word without it */
static inline uint64_t
sm_letters_polynomial(const uint8_t *letters, int length)
{
	uint64_t	hash = 0;

	for (int i = 0; i < length; i++)
		hash = hash * SM_LETTERS_BASE + letters[i];
	return hash;
}

/* Key of a hash of what is of a kind */
static inline uint64_t
sm_hash_key(int kind, uint64_t hash)
{
	return sm_key_mix(hash + (uint64_t) (kind + 1) * SM_LETTERS_KIND);
}

#endif
