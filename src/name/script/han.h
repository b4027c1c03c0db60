/* Names in Chinese characters as Latin letters */
#ifndef SM_SCRIPT_HAN_H
#define SM_SCRIPT_HAN_H

#include <stdbool.h>

#include "name/text/text.h"

/* A spelling of Chinese in Latin letters */
typedef enum SmHanSpelling
{
	SM_HAN_PINYIN,
	SM_HAN_WADE_GILES,
	SM_HAN_CANTONESE
} SmHanSpelling;

extern bool sm_han_simplified(const SmText *text);
extern bool sm_han_transcribe(SmText *out, const SmText *text, SmHanSpelling spelling);

#endif
