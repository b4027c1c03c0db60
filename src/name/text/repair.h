#ifndef SM_TEXT_REPAIR_H
#define SM_TEXT_REPAIR_H

#include "name/text/text.h"

/* Most bytes of a text that is mended */
#define SM_REPAIR_MAX (4 * SM_TEXT_MAX)
/* Fewest letters that stand alone in a name spaced out */
#define SM_SINGLES_LEAST 3

extern int	sm_repair_encoding(char *out, const char *utf8, size_t length);
extern uint32_t sm_latin_twin(uint32_t c, bool upper);
extern void sm_repair_circles(SmText *text);
extern void sm_repair_scripts(SmText *text);

extern void sm_repair_jamo(SmText *text);
extern void sm_repair_brackets(SmText *text);
extern void sm_repair_spacing(SmText *text);

#endif
