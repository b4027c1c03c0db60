/* What two birth dates say in bits */
#ifndef SM_BIRTH_BITS_TABLE_H
#define SM_BIRTH_BITS_TABLE_H

#include <stdint.h>

/* How two birth dates agree, the better one first; the first that fits is taken */
typedef enum SmBirthLevel
{
	SM_BIRTH_SAME_DAY,
	SM_BIRTH_NEW_YEAR,			/* the same 1 January, which stands for a year that is not known further */
	SM_BIRTH_SWAPPED,
	SM_BIRTH_SLIP,
	SM_BIRTH_MONTH,
	SM_BIRTH_YEAR,
	SM_BIRTH_WITHIN_YEAR,
	SM_BIRTH_ONE_YEAR,
	SM_BIRTH_TWO_YEARS,
	SM_BIRTH_FIVE_YEARS,
	SM_BIRTH_TEN_YEARS,
	SM_BIRTH_FURTHER,
	SM_BIRTH_LEVELS
} SmBirthLevel;

/* How sure a pair of dates is */
typedef enum SmBirthCertainty
{
	SM_BIRTH_FULL,
	SM_BIRTH_PART,
	SM_BIRTH_SEVERAL,
	SM_BIRTH_UNCERTAIN,
	SM_BIRTH_CERTAINTIES
} SmBirthCertainty;

/* In 1/256 bit; SM_BIRTH_NEVER = such a pair has not that level */
#define SM_BIRTH_NEVER INT16_MIN
extern const int16_t sm_birth_bits[SM_BIRTH_LEVELS][SM_BIRTH_CERTAINTIES];
extern const char *const sm_birth_words[SM_BIRTH_LEVELS];

#endif
