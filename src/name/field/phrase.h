/* What the words of a field are beside names */
#ifndef SM_FIELD_PHRASE_H
#define SM_FIELD_PHRASE_H

#include "name/field/token.h"

extern void sm_field_phrases(SmFieldTokens *tokens);
extern void sm_field_neighbours(SmFieldTokens *tokens);

#endif
