/* Check digits of numbers whose standards have some */
#ifndef SM_PERSON_CHECK_DIGIT_H
#define SM_PERSON_CHECK_DIGIT_H

#include <stdbool.h>

extern bool sm_is_imo_ship(const char *figures);
extern bool sm_is_imo_company(const char *figures);
extern bool sm_is_lei(const char *code);
extern bool sm_is_isin(const char *code);
extern bool sm_is_bic(const char *code);

#endif
