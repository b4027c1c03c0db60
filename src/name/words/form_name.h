/* Legal forms that may be names */
#ifndef SM_WORDS_FORM_NAME_H
#define SM_WORDS_FORM_NAME_H

#include <stdbool.h>

#include "name/text/text.h"

extern bool sm_form_may_be_name(const SmText *text);

#endif
