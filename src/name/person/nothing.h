/* Placeholders for what is not known */
#ifndef SM_PERSON_NOTHING_H
#define SM_PERSON_NOTHING_H

#include <stdbool.h>
#include <stddef.h>

extern bool sm_says_nothing(const char *utf8, size_t length);

#endif
