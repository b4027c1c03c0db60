/* Names as airlines write them */
#ifndef SM_FIELD_AIRLINE_H
#define SM_FIELD_AIRLINE_H

#include "name/field/token.h"

extern void sm_field_airline(SmFieldTokens *tokens);

#endif
