/* Names in Cyrillic letters */
#ifndef SM_KOREAN_CYRILLIC_H
#define SM_KOREAN_CYRILLIC_H

#include <stdbool.h>

#include "name/korean/hypothesis.h"
#include "name/text/text.h"

extern bool sm_cyrillic_read(SmKorean *korean, const SmText *text);

#endif
