/* Hangul typed letter by letter */
#ifndef SM_TEXT_JAMO_H
#define SM_TEXT_JAMO_H

#include "name/text/text.h"

extern void sm_repair_jamo(SmText *text);

#endif
