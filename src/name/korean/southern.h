/* How the South writes and spells names of Koreans */
#ifndef SM_KOREAN_SOUTHERN_H
#define SM_KOREAN_SOUTHERN_H

#include <stdbool.h>
#include <stdint.h>

/* Longest name of a person in syllables, longest spelling of one, and of a name with a sign or the end behind each */
#define SM_SOUTH_SYLLABLES 5
#define SM_SOUTH_SPELLING 16
#define SM_SOUTH_USUAL (SM_SOUTH_SYLLABLES * (SM_SOUTH_SPELLING + 1))

extern bool sm_south_usual(char usual[SM_SOUTH_USUAL], const uint32_t *hangul, int count);
extern uint32_t sm_south_syllable(uint32_t syllable);

#endif
