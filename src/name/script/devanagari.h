/* Words in Devanagari as Latin letters */
#ifndef SM_SCRIPT_DEVANAGARI_H
#define SM_SCRIPT_DEVANAGARI_H

#include <stdbool.h>
#include <stdint.h>

#include "name/text/text.h"

extern bool sm_is_devanagari(uint32_t c);
extern int	sm_devanagari_transcribe(SmText *out, const SmText *text, int from);

#endif
