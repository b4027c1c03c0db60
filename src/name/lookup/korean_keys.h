/* Blocking keys of Korean readings */
#ifndef SM_LOOKUP_KOREAN_KEYS_H
#define SM_LOOKUP_KOREAN_KEYS_H

#include <stdint.h>

#include "name/lookup/key_sink.h"
#include "name/reading/names.h"
#include "name/weight.h"

/* Any partner: for sm_korean_keys */
#define SM_LENGTHS_ANY 0xFF

/* Least self weight of a surname's and of a given name's slot; all tables keep to it */
#define SM_LEAST_SURNAME SM_WEIGHT(1)
#define SM_LEAST_GIVEN SM_WEIGHT(2)

extern void sm_korean_keys(const SmName *name, int threshold, SmKeySide side, int lengths, const SmKeySink *sink);

#endif
