/* Japanese names in characters as Latin letters */
#ifndef SM_SCRIPT_JAPANESE_H
#define SM_SCRIPT_JAPANESE_H

#include <stdbool.h>

#include "name/text/text.h"

extern bool sm_japanese_transcribe(SmText *out, const SmText *text, int reading);

#endif
