/* Blocking keys of readings: two names that match at a threshold have one in common */
#ifndef SM_LOOKUP_KEYS_H
#define SM_LOOKUP_KEYS_H

#include <stdint.h>

#include "name/lookup/key_sink.h"

extern void sm_keys(const uint8_t *reading, const SmKeySink *sink);

#endif
