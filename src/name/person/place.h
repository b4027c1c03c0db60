/* Birth places compared */
#ifndef SM_PERSON_PLACE_H
#define SM_PERSON_PLACE_H

#include <stddef.h>
#include <stdint.h>

#define SM_TOWNS_MAX 12
#define SM_PLACE_COUNTRIES 4

/* A birth place: hashes of the words that may be a town, and the countries it names */
typedef struct SmPlace
{
	int			towns;
	uint32_t	town[SM_TOWNS_MAX];
	int			countries;
	uint16_t	country[SM_PLACE_COUNTRIES];
} SmPlace;

/* How two places agree */
typedef enum SmPlaceLevel
{
	SM_PLACE_UNKNOWN,			/* one of them says nothing that could be compared */
	SM_PLACE_TOWN,
	SM_PLACE_COUNTRY,
	SM_PLACE_OTHER_TOWN,		/* other words, and no country on one side: no evidence */
	SM_PLACE_OTHER_COUNTRY
} SmPlaceLevel;

extern void sm_place_read(SmPlace *place, const char *utf8, size_t length);
extern SmPlaceLevel sm_place_compare(const SmPlace *a, const SmPlace *b);

#endif
