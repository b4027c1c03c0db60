/* Words of which only the consonants are known, as they stand in transcripts and among words: a code a letter */
#ifndef SM_SCRIPT_SKELETON_H
#define SM_SCRIPT_SKELETON_H

#include <stdbool.h>
#include <stdint.h>

#include "data/abjad_table.h"

/* The Arabic article, which stands before the word that it belongs to: alif, and lam, often lost */
#define SM_ARTICLE "A\\"

/* Is it a code?  Of the signs among them no folded text has another than this one, which is none */
static inline bool
sm_is_skeleton_letter(uint32_t c)
{
	return c >= SM_ABJAD_FIRST && c <= SM_ABJAD_LAST && c != '_';
}

/* Is a word, which is not empty, such a skeleton? */
static inline bool
sm_is_skeleton(const uint8_t *letters)
{
	return sm_is_skeleton_letter(*letters);
}

#endif
