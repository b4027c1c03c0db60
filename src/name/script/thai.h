/* Words in Thai as Latin letters */
#ifndef SM_SCRIPT_THAI_H
#define SM_SCRIPT_THAI_H

#include <stdbool.h>
#include <stdint.h>

#include "name/text/text.h"

extern bool sm_is_thai(uint32_t c);
extern int	sm_thai_transcribe(SmText *out, const SmText *text, int from);

#endif
