/* Names in kana as Latin letters */
#ifndef SM_SCRIPT_KANA_LATIN_H
#define SM_SCRIPT_KANA_LATIN_H

#include <stdbool.h>

#include "name/text/text.h"

extern bool sm_kana_transcribe(SmText *out, const SmText *text);

#endif
