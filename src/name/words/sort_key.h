/* Where names with alike words lie on the line along which an index keeps them together */
#ifndef SM_WORDS_SORT_KEY_H
#define SM_WORDS_SORT_KEY_H

#include <stdint.h>

extern uint32_t sm_words_sort_key(const uint8_t *reading);

#endif
