/* Words of which only the consonants are known, as they stand in transcripts and among words: a code a letter */
#ifndef SM_SCRIPT_SKELETON_H
#define SM_SCRIPT_SKELETON_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

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

/* The code that a letter of a skeleton is; a damaged one is the first */
static inline const SmAbjadCode *
sm_abjad_code_of(uint8_t letter)
{
	return &sm_abjad_codes[letter >= SM_ABJAD_FIRST && letter <= SM_ABJAD_LAST ? letter - SM_ABJAD_FIRST : 0];
}

/* Is it the Arabic article, which stands before the word that it belongs to? */
static inline bool
sm_is_article(const uint8_t *letters, int length)
{
	return length == 2 && letters[1] == (uint8_t) SM_ARTICLE[1];
}

/* Is it abd or abu, servant or father of what follows? */
static inline bool
sm_is_servant(const uint8_t *letters, int length)
{
	return length == 3 &&
		(memcmp(letters, "EBD", 3) == 0 || memcmp(letters, "ABW", 3) == 0 || memcmp(letters, "ABY", 3) == 0);
}

#endif
