/* Names in katakana or hiragana */
#ifndef SM_KOREAN_KANA_H
#define SM_KOREAN_KANA_H

#include <stdbool.h>

#include "name/korean/hypothesis.h"
#include "name/text/text.h"

extern bool sm_kana_read(SmKorean *korean, const SmText *text);

#endif
