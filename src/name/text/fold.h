/* A name as written, folded into code points */
#ifndef SM_TEXT_FOLD_H
#define SM_TEXT_FOLD_H

#include <stddef.h>

#include "name/text/text.h"

extern void sm_text_fold(SmText *text, const char *utf8, size_t length);

#endif
