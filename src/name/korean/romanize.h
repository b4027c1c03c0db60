/* Hangul written in other letters */
#ifndef SM_KOREAN_ROMANIZE_H
#define SM_KOREAN_ROMANIZE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A romanised name has at most this many bytes for each byte of the name */
#define SM_ROMAN_GROWTH 5
/* And a syllable of a word these */
#define SM_ROMAN_SYLLABLE 16

extern int	sm_romanisation(const char *name, size_t length);
extern size_t sm_romanize(char *out, const char *utf8, size_t length, int system, bool marks);
extern size_t sm_romanize_word(char *out, const uint32_t *hangul, int count);

#endif
