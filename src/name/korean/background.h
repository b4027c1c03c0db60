/* How likely the letters of a name are in names of any other language */
#ifndef SM_KOREAN_BACKGROUND_H
#define SM_KOREAN_BACKGROUND_H

#include <stdint.h>

#include "name/korean/letters.h"
#include "name/weight.h"

/* The letters of a word as a-z */
#define SM_PLAIN_MAX (4 * SM_LETTERS_MAX)

extern int	sm_plain_letters(uint8_t *out, const SmLetters *letters, int word);
extern SmWeight sm_background_cost(const SmLetters *letters, int word);
extern SmWeight sm_korean_odds(const SmLetters *letters, SmWeight likelihood);

#endif
