/* Legal forms as they are written: with a wrong letter, in pieces, glued to a name, with dots, round both ends of it */
#ifndef SM_WORDS_FORM_REPAIR_H
#define SM_WORDS_FORM_REPAIR_H

#include "name/words/tokens.h"

extern void sm_dotted_join(SmTokens *tokens);
extern void sm_forms_repair(SmTokens *tokens);

#endif
