/* Blocking keys of words */
#ifndef SM_LOOKUP_WORDS_KEYS_H
#define SM_LOOKUP_WORDS_KEYS_H

#include <stdint.h>

#include "name/lookup/key_sink.h"
#include "name/reading/names.h"
#include "name/words/pack.h"

/* What the words of a name are worth to a match, by what a partner has in common, see words_keys.c */
typedef struct SmWordValues
{
	int64_t		need;			/* least sum of a match, if the partner has nothing in common */
	int64_t		need_initials;	/* the same if one of the two has an initial */
	int64_t		gain[SM_WORDS_KEPT];	/* what a word adds that has a key in common */
	int64_t		gain_initials[SM_WORDS_KEPT];
} SmWordValues;

extern void sm_words_keys(const uint8_t *packed, uint32_t words, SmKeySide side, const SmKeySink *sink);
extern void sm_words_values(SmWordValues *values, const SmName *name, int threshold);
extern void sm_words_any_keys(const uint8_t *words, const SmKeySink *sink);

#endif
