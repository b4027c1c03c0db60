/* Names in which several scripts stand */
#ifndef SM_KOREAN_MIXED_H
#define SM_KOREAN_MIXED_H

#include <stdbool.h>

#include "name/korean/hypothesis.h"
#include "name/text/text.h"

extern bool sm_mixed_read(SmKorean *korean, const SmText *text, const int *letters);
extern bool sm_apart_read(SmKorean *korean, const SmText *text, const int *letters);

#endif
