/* Names in Cyrillic letters as languages other than Russian spell them */
#ifndef SM_SCRIPT_CYRILLIC_LATIN_H
#define SM_SCRIPT_CYRILLIC_LATIN_H

#include <stdbool.h>

#include "name/text/text.h"

extern bool sm_cyrillic_transcribe(SmText *out, const SmText *text);

#endif
