/* The text of a number in ASCII */
#ifndef SM_PERSON_PLAIN_H
#define SM_PERSON_PLAIN_H

#include <stdbool.h>
#include <stddef.h>

extern int	sm_plain_text(char *out, int size, const char *utf8, size_t length, bool capitals);

#endif
