/* Names of sons and fathers that a name in Latin letters may lack */
#ifndef SM_FIELD_KIN_H
#define SM_FIELD_KIN_H

#include <stdbool.h>

#include "name/field/token.h"
#include "name/text/text.h"

/* Has a name words that say father or mother of, and such as say son or daughter of? */
typedef struct SmKin
{
	bool		parent;
	bool		son;
} SmKin;

extern SmKin sm_field_kin(const SmFieldTokens *tokens);
extern bool sm_kin_drop(SmText *out, const SmFieldTokens *tokens, bool sons);

#endif
