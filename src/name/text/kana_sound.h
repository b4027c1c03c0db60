/* The sounds of kana */
#ifndef SM_TEXT_KANA_SOUND_H
#define SM_TEXT_KANA_SOUND_H

#include <stdint.h>

#include "data/kana_table.h"
#include "name/text/text.h"

/* Doubles the consonant that follows */
#define SM_SMALL_TSU 0x30C3
#define SM_SYLLABIC_N 0x30F3

extern uint32_t sm_katakana_at(const SmText *text, int i);
extern const SmKana *sm_kana_sound_at(const SmText *text, int i, int *taken);

#endif
