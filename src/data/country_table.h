/* Countries by every name of them */
#ifndef SM_COUNTRY_TABLE_H
#define SM_COUNTRY_TABLE_H

#include <stdint.h>

/* A country by the two letters of its code; 0 = none */
#define SM_COUNTRY(a, b) ((uint16_t) ((a) << 8 | (b)))

/* A name as it is compared: letters and digits in lower case, without marks; sorted by bytes */
typedef struct SmCountryName
{
	uint32_t	from;			/* its first byte among the letters of all; the next one's follow */
	uint16_t	code;
} SmCountryName;

extern const char sm_country_letters[];
extern const SmCountryName sm_country_names[];	/* one more says where the last one ends */
extern const int sm_country_name_count;

#endif
