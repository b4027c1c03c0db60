/* Keys of readings in an index that is stored: a name looked up at a threshold has one in common with all that match */
#ifndef SM_LOOKUP_INDEX_KEYS_H
#define SM_LOOKUP_INDEX_KEYS_H

#include <stdint.h>

#include "name/lookup/key_sink.h"

extern void sm_index_keys(const uint8_t *reading, int threshold, SmKeySide side, const SmKeySink *sink);

#endif
