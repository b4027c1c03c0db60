/* What is glued to names in Hangul and Chinese characters */
#ifndef SM_FIELD_GLUE_H
#define SM_FIELD_GLUE_H

#include "name/field/token.h"

extern void sm_field_trim_glued(SmFieldTokens *tokens);

#endif
