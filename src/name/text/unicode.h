/* What Unicode says of a letter, and which version of it that is */
#ifndef SM_TEXT_UNICODE_H
#define SM_TEXT_UNICODE_H

#include <stdint.h>

/* The version of Unicode that names are read by: major << 2 | minor, never 0 */
#define SM_UNICODE_MAJOR(unicode) ((unicode) >> 2)
#define SM_UNICODE_MINOR(unicode) ((unicode) & 3)

extern uint8_t sm_unicode(void);
extern uint32_t sm_base_letter(uint32_t c);

#endif
