/* Acronyms beside the words that they are made of */
#ifndef SM_WORDS_ACRONYM_H
#define SM_WORDS_ACRONYM_H

#include "name/words/tokens.h"

extern void sm_acronyms_remove(SmTokens *tokens);

#endif
