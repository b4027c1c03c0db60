/* Bytes that a program took for another encoding than theirs */
#ifndef SM_TEXT_MOJIBAKE_H
#define SM_TEXT_MOJIBAKE_H

#include <stddef.h>

#include "name/text/text.h"

/* Most bytes of a text whose encoding is repaired */
#define SM_REPAIR_MAX (4 * SM_TEXT_MAX)

extern int	sm_repair_encoding(char *out, const char *utf8, size_t length);

#endif
