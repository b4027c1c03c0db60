/* Words that are known, and phrases of legal forms */
#ifndef SM_WORDS_DICTIONARY_H
#define SM_WORDS_DICTIONARY_H

#include <stdbool.h>
#include <stdint.h>

#include "data/word_table.h"

/* Has a word a meaning that no given name has? */
static inline bool
sm_is_generic(int meaning)
{
	return meaning != 0 && meaning < sm_meaning_names;
}

extern const SmEntry *sm_word_lookup(const uint8_t *text, int length);
extern const SmEntry *sm_form_begun(const uint8_t *text, int length);
extern int	sm_form_lookup(const uint8_t *text, int length);

#endif
