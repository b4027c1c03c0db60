#ifndef SM_MEND_H
#define SM_MEND_H

#include "name/text.h"

/* Bytes of a name that are looked at: four for each code point that is read */
#define SM_MEND_MAX (4 * SM_TEXT_MAX)

extern int	sm_mend_encoding(char *out, const char *utf8, size_t length);
extern void sm_mend_scripts(SmText *text);
extern void sm_mend_jamo(SmText *text);
extern void sm_mend_spacing(SmText *text);

#endif
