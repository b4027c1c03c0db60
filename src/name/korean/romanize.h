/* Hangul written in other letters */
#ifndef SM_KOREAN_ROMANIZE_H
#define SM_KOREAN_ROMANIZE_H

#include <stdbool.h>
#include <stddef.h>

/* A romanised name has at most this many bytes for each byte of the name */
#define SM_ROMAN_GROWTH 5

extern int	sm_romanisation(const char *name, size_t length);
extern size_t sm_romanize(char *out, const char *utf8, size_t length, int system, bool marks);

#endif
