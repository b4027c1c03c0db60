/* Names of fathers between a given name and the last name */
#ifndef SM_SCRIPT_FATHERS_H
#define SM_SCRIPT_FATHERS_H

#include <stdbool.h>

#include "name/text/text.h"

extern bool sm_fathers_drop(SmText *out, const SmText *transcript);

#endif
