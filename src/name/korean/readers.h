/* One reader a script */
#ifndef SM_KOREAN_READERS_H
#define SM_KOREAN_READERS_H

#include <stdbool.h>

#include "name/korean/hypothesis.h"
#include "name/text/script.h"
#include "name/text/text.h"

extern bool sm_script_read(SmKorean *korean, const SmText *text, SmScript script);

#endif
