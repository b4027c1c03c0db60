/* The legal forms of companies */
#ifndef SM_WORDS_LEGAL_FORM_H
#define SM_WORDS_LEGAL_FORM_H

#include "name/words/tokens.h"

extern int	sm_form_at(const SmTokens *tokens, int at, int *form);
extern int	sm_forms_remove(SmTokens *tokens);

#endif
