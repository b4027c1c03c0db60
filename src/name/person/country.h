/* Countries by their codes */
#ifndef SM_PERSON_COUNTRY_H
#define SM_PERSON_COUNTRY_H

#include <stddef.h>
#include <stdint.h>

/* Countries that one field may name */
#define SM_COUNTRIES_MAX 8

extern uint16_t sm_country_find(const char *utf8, size_t length);
extern int	sm_countries_read(uint16_t *codes, const char *utf8, size_t length);

#endif
