#ifndef SANCT_LIST_DATES_H
#define SANCT_LIST_DATES_H

/* Dates as lists write them, in ISO 8601 */

/* The longest date these become, and its zero: 2001-01-01/2002-12-31 */
#define DATE_TEXT_MAX 32

extern bool SanctFormatDate(int year, int month, int day, char *iso);
extern bool SanctIsDay(const char *iso);
extern bool SanctReadEnglishDate(const char *text, char *iso, bool *circa);
extern bool SanctReadNumericDate(const char *text, char *iso);
extern char *SanctJoinDates(const char *from, const char *to);

#endif
