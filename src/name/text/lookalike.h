/* Letters of one script that stand for those of another, because they look like them */
#ifndef SM_TEXT_LOOKALIKE_H
#define SM_TEXT_LOOKALIKE_H

#include <stdbool.h>
#include <stdint.h>

#include "name/text/text.h"

extern uint32_t sm_latin_twin(uint32_t c, bool upper);
extern void sm_repair_circles(SmText *text);
extern void sm_repair_scripts(SmText *text);

#endif
