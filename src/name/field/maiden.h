/* Names that somebody had before marriage, where they stand beside those of today */
#ifndef SM_FIELD_MAIDEN_H
#define SM_FIELD_MAIDEN_H

#include <stdbool.h>

#include "name/field/token.h"
#include "name/text/text.h"

/* Which of the two names */
typedef enum SmMaiden
{
	SM_MAIDEN_BORN,
	SM_MAIDEN_MARRIED
} SmMaiden;

extern bool sm_says_maiden(const SmFieldTokens *tokens, int from, int to);
extern bool sm_has_maiden(const SmFieldTokens *tokens);
extern bool sm_maiden_text(SmText *out, const SmFieldTokens *tokens, SmMaiden which);

#endif
