/* Names in letters of further alphabets: Arabic, Hebrew, Greek, Georgian, Armenian, Devanagari, Thai */
#ifndef SM_KOREAN_ALPHABET_H
#define SM_KOREAN_ALPHABET_H

#include <stdbool.h>
#include <stdint.h>

#include "name/korean/hypothesis.h"
#include "name/text/text.h"
#include "name/weight.h"

/* Odds in bits from which on a name in these letters is read as a Korean's beside its words */
#define SM_ALPHABET_LEAST SM_WEIGHT(3)

extern int	sm_alphabet_root(uint32_t c);
extern uint16_t sm_alphabet_spelling(const SmText *text, int from, int to, bool surname);
extern bool sm_alphabet_only(const SmText *text);
extern bool sm_alphabet_read(SmKorean *korean, const SmText *text);

#endif
