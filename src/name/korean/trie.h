/* Steps in the trie of all spellings */
#ifndef SM_KOREAN_TRIE_H
#define SM_KOREAN_TRIE_H

#include <stdint.h>

#include "data/spelling_table.h"

/* Bits set in a word; the compiler's own is a call where the processor's instruction may be missing */
static inline int
sm_trie_bits(uint32_t x)
{
	x -= x >> 1 & 0x55555555;
	x = (x & 0x33333333) + (x >> 2 & 0x33333333);
	x = (x + (x >> 4)) & 0x0F0F0F0F;
	return (int) (x * 0x01010101u >> 24);
}

/* The child of a trie node for a letter, 0 = none */
static inline int
sm_trie_child(int node, int letter)
{
	uint32_t	children = sm_trie[node].children;
	uint32_t	bit = (uint32_t) 1 << letter;

	if (!(children & bit))
		return 0;
	return sm_trie[node].first + sm_trie_bits(children & (bit - 1));
}

#endif
