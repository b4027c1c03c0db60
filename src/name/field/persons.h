/* Two persons whom a comma parts */
#ifndef SM_FIELD_PERSONS_H
#define SM_FIELD_PERSONS_H

#include <stdbool.h>

#include "name/field/token.h"
#include "name/text/part.h"

extern bool sm_token_given_name(const SmFieldTokens *tokens, int i);
extern bool sm_field_two_persons(SmSpan *second, const SmFieldTokens *tokens, SmSpan words);

#endif
