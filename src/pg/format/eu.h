#ifndef SANCT_FORMAT_EU_H
#define SANCT_FORMAT_EU_H

/* What the formats of the European Union's list have in common */

#include "pg/list/release.h"

/* What the formats of the EU's list say, each in columns or attributes of its own */
typedef enum EuValue
{
	EU_NAME_WHOLE, EU_NAME_LAST, EU_NAME_FIRST, EU_NAME_MIDDLE, EU_NAME_LANGUAGE, EU_NAME_GENDER,
	EU_NAME_TITLE, EU_NAME_FUNCTION, EU_NAME_STRONG, EU_NAME_REMARK, EU_NAME_UID,

	EU_ADDRESS_NUMBER, EU_ADDRESS_STREET, EU_ADDRESS_BOX, EU_ADDRESS_ZIP, EU_ADDRESS_CITY,
	EU_ADDRESS_REGION, EU_ADDRESS_PLACE, EU_ADDRESS_COUNTRY, EU_ADDRESS_REMARK, EU_ADDRESS_UID,

	EU_BIRTH_DATE, EU_BIRTH_DAY, EU_BIRTH_MONTH, EU_BIRTH_YEAR, EU_BIRTH_FROM, EU_BIRTH_TO,
	EU_BIRTH_CIRCA, EU_BIRTH_CALENDAR, EU_BIRTH_ZIP, EU_BIRTH_CITY, EU_BIRTH_REGION,
	EU_BIRTH_PLACE, EU_BIRTH_COUNTRY, EU_BIRTH_REMARK, EU_BIRTH_UID,

	EU_ID_NUMBER, EU_ID_LATIN, EU_ID_TYPE, EU_ID_DESCRIPTION, EU_ID_DIPLOMATIC, EU_ID_EXPIRED,
	EU_ID_FALSE, EU_ID_LOST, EU_ID_REVOKED, EU_ID_ISSUER, EU_ID_ISSUED, EU_ID_FROM, EU_ID_TO,
	EU_ID_NAME, EU_ID_REGION, EU_ID_COUNTRY, EU_ID_REMARK, EU_ID_UID,

	EU_CITIZENSHIP_COUNTRY, EU_CITIZENSHIP_REGION, EU_CITIZENSHIP_REMARK, EU_CITIZENSHIP_UID,

	EU_VALUES
} EuValue;

/* Where a value stands; NULL: the format has none */
typedef struct EuPlace
{
	const char *attribute;		/* in XML; "remark" is a child element */
	const char *column;			/* in CSV, of both versions */
} EuPlace;

/* A regulation that a listing rests on; all may be NULL */
typedef struct EuRegulation
{
	const char *title;
	const char *published;
	const char *in_force;
	const char *programme;
	const char *organisation;
} EuRegulation;

extern const EuPlace SanctEuPlaces[EU_VALUES];

extern ListRelease *SanctStartEuRelease(void);
extern const char *SanctEuType(const char *type);
extern void SanctAddEuValues(ListRelease *release, ListEntry *entry, char *const *value);

/*
 * Choose the primary name of an entry, as the list marks none: the first by its number of those in Latin letters,
 * English ones and those of no language before others, strong ones before weak ones.  So amendments do not change it.
 * False if there is no name.
 */
extern bool SanctChooseEuPrimary(ListEntry *entry);
extern void SanctAddEuRegulation(ListRelease *release, ListEntry *entry, EuRegulation regulation);

#endif
