/* The hash of words, FNV-1a, as src/data/tables.pm computes it: of bytes, and of code points */
#include "name/hash.h"

/* The hash of bytes */
uint32_t
sm_word_hash(const uint8_t *bytes, int length)
{
	uint32_t	hash = SM_HASH_START;

	for (int i = 0; i < length; i++)
		hash = sm_hash_add(hash, bytes[i]);
	return hash;
}

/* The hash of code points */
uint32_t
sm_letters_hash(const uint32_t *letters, int length)
{
	uint32_t	hash = SM_HASH_START;

	for (int i = 0; i < length; i++)
		hash = sm_hash_add(hash, letters[i]);
	return hash;
}
