/* Koreans' names as other languages decline them */
#ifndef SM_KOREAN_DECLINED_H
#define SM_KOREAN_DECLINED_H

#include "name/korean/hypothesis.h"
#include "name/text/text.h"

extern int	sm_declined_read(SmKorean *korean, const SmText *text);

#endif
