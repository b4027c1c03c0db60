/* What stands between the letters of a name and parts nothing: blanks, dots, brackets */
#ifndef SM_TEXT_SPACING_H
#define SM_TEXT_SPACING_H

#include "name/text/text.h"

/* Fewest letters that stand alone in a name spaced out */
#define SM_SINGLES_LEAST 3

extern void sm_repair_brackets(SmText *text);
extern void sm_repair_spacing(SmText *text);

#endif
