#ifndef SANCT_LIST_DATES_H
#define SANCT_LIST_DATES_H

/* The longest date these become, and its zero: 2001-01-01/2002-12-31 */
#define DATE_TEXT_MAX 32

extern bool dates_iso(int year, int month, int day, char *iso);
extern bool dates_is_day(const char *iso);
extern bool dates_english(const char *text, char *iso, bool *circa);
extern bool dates_numeric(const char *text, char *iso);
extern char *dates_join(const char *from, const char *to);

#endif
