/* A name read as a Korean person's */
#ifndef SM_KOREAN_KOREAN_H
#define SM_KOREAN_KOREAN_H

#include <stdbool.h>

#include "name/korean/hypothesis.h"
#include "name/text/text.h"

extern bool sm_korean_read(SmKorean *korean, const SmText *text);

#endif
