/* What parts the names of a field */
#ifndef SM_FIELD_PARTING_H
#define SM_FIELD_PARTING_H

#include "name/field/token.h"

extern void sm_field_part(SmFieldTokens *tokens);
extern void sm_field_part_bodies(SmFieldTokens *tokens);

#endif
