/* A name in letters of other scripts as one in the letters that words are kept in */
#ifndef SM_SCRIPT_TRANSCRIPT_H
#define SM_SCRIPT_TRANSCRIPT_H

#include <stdbool.h>
#include <stdint.h>

#include "name/text/text.h"

extern bool sm_is_transcribed(uint32_t c);
extern bool sm_is_guessed(uint32_t c);
extern bool sm_transcribe(SmText *out, const SmText *text);
extern bool sm_transcribe_meant(SmText *out, const SmText *text);

#endif
