/* A Korean surname beside given names of another language */
#ifndef SM_KOREAN_FOREIGN_H
#define SM_KOREAN_FOREIGN_H

#include <stdbool.h>

#include "name/korean/hypothesis.h"
#include "name/korean/letters.h"

extern void sm_foreign_read(SmKorean *korean, SmFound *found, const SmLetters *letters);
extern bool sm_letters_read(SmKorean *korean, SmFound *found, const SmLetters *letters);

#endif
