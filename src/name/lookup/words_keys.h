/* Blocking keys of words */
#ifndef SM_LOOKUP_WORDS_KEYS_H
#define SM_LOOKUP_WORDS_KEYS_H

#include <stdint.h>

#include "name/lookup/key_sink.h"

extern void sm_words_any_keys(const uint8_t *words, const SmKeySink *sink);

#endif
