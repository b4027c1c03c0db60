/* Names that change their script on the way */
#ifndef SM_KOREAN_PIECES_H
#define SM_KOREAN_PIECES_H

#include <stdbool.h>

#include "name/korean/hypothesis.h"
#include "name/text/text.h"

extern bool sm_pieces_read(SmKorean *korean, const SmText *text);

#endif
