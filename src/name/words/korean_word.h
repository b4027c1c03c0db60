/* Korean words in names of bodies and ships, however they are romanised */
#ifndef SM_WORDS_KOREAN_WORD_H
#define SM_WORDS_KOREAN_WORD_H

#include <stdbool.h>
#include <stdint.h>

#include "name/words/words.h"

extern int	sm_korean_word(uint8_t *sound, const uint8_t *letters, int length);
extern bool sm_korean_words_equal(const uint8_t *a, int la, const uint8_t *b, int lb);
extern bool sm_all_may_be_korean(const SmWords *words);

#endif
