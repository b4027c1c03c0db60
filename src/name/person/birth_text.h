/* Birth dates, read from what people and lists write */
#ifndef SM_PERSON_BIRTH_TEXT_H
#define SM_PERSON_BIRTH_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A birth date as exactly as it is known: all days from one to another, each as the number yyyymmdd */
typedef struct SmBirth
{
	int32_t		from;
	int32_t		to;
	bool		circa;
} SmBirth;

#define SM_YEAR_OF(date) ((date) / 10000)
#define SM_MONTH_OF(date) ((date) / 100 % 100)
#define SM_DAY_OF(date) ((date) % 100)

/* How exactly a date is known */
typedef enum SmBirthPrecision
{
	SM_PRECISE_DAY,
	SM_PRECISE_MONTH,
	SM_PRECISE_YEAR,
	SM_PRECISE_INTERVAL
} SmBirthPrecision;

/* What came of reading a date */
typedef enum SmBirthRead
{
	SM_BIRTH_READ,
	SM_BIRTH_NOTHING,			/* empty, or a word that stands for nothing: N/A, unknown, - */
	SM_BIRTH_UNREADABLE,
	SM_BIRTH_AMBIGUOUS,			/* 08/01/1984: which is the day? */
	SM_BIRTH_NO_SUCH_DAY
} SmBirthRead;

/* Longest text of a date with its terminator: circa 2001-01-01/2002-12-31 */
#define SM_BIRTH_TEXT 32

extern SmBirthRead sm_birth_read(SmBirth *birth, const char *text, size_t length);
extern bool sm_birth_is_valid(const SmBirth *birth);
extern SmBirthPrecision sm_birth_precision(const SmBirth *birth);
extern int	sm_birth_write(char *text, const SmBirth *birth);

#endif
