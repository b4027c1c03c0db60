/* Names spelled in letters */
#ifndef SM_KOREAN_SPELLING_H
#define SM_KOREAN_SPELLING_H

#include "name/korean/hypothesis.h"
#include "name/korean/letters.h"

extern void sm_spelling_read(SmFound *found, const SmLetters *letters);

#endif
