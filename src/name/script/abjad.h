/* Words in Arabic and Hebrew letters as codes, a letter each */
#ifndef SM_SCRIPT_ABJAD_H
#define SM_SCRIPT_ABJAD_H

#include <stdbool.h>
#include <stdint.h>

#include "name/text/text.h"

extern bool sm_is_abjad(uint32_t c);
extern int	sm_abjad_transcribe(SmText *out, const SmText *text, int from, bool *meant);

#endif
