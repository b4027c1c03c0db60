/* Countries that names of organisations have in several words, as one word each */
#ifndef SM_WORDS_COUNTRY_WORDS_H
#define SM_WORDS_COUNTRY_WORDS_H

#include "name/words/tokens.h"

extern void sm_countries_replace(SmTokens *tokens);

#endif
