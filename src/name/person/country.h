/* Countries by their codes */
#ifndef SM_PERSON_COUNTRY_H
#define SM_PERSON_COUNTRY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Countries that one field may name */
#define SM_COUNTRIES_MAX 8

/* Is a country among n? */
static inline bool
sm_country_among(const uint16_t *codes, int n, uint16_t code)
{
	for (int i = 0; i < n; i++)
		if (codes[i] == code)
			return true;
	return false;
}

extern uint16_t sm_country_find(const char *utf8, size_t length);
extern int	sm_countries_read(uint16_t *codes, const char *utf8, size_t length);

#endif
