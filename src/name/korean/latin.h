/* Names in Latin letters */
#ifndef SM_KOREAN_LATIN_H
#define SM_KOREAN_LATIN_H

#include <stdbool.h>

#include "name/korean/hypothesis.h"
#include "name/text/text.h"

extern bool sm_latin_read(SmKorean *korean, const SmText *text);
extern bool sm_latin_read_spelled(SmKorean *korean, const SmText *text);

#endif
