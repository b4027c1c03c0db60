/* Keys of pairs of words: what a name of a list and one that matches it have in common, of two words at once */
#ifndef SM_LOOKUP_PAIR_KEYS_H
#define SM_LOOKUP_PAIR_KEYS_H

#include <stdint.h>

#include "name/lookup/key_sink.h"
#include "name/lookup/present.h"
#include "name/reading/names.h"

/*
 * In place of words: what has the key may match whatever else it has; or it may if one of the words, a bit each, is one
 * edit from one of its own
 */
#define SM_KEY_ENOUGH (1u << 30)
#define SM_KEY_NEAR (1u << 29)

extern void sm_pair_keys_of_member(const SmName *name, int threshold, const SmKeySink *sink, SmPresent *present);
extern void sm_pair_keys_of_probe(const SmName *name, int threshold, const SmKeySink *sink, const SmPresent *present);

#endif
