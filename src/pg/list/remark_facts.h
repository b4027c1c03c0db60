#ifndef SANCT_LIST_REMARK_FACTS_H
#define SANCT_LIST_REMARK_FACTS_H

/* Numbers and dates that stand in a sentence */

#include "pg/list/release.h"

/* The number in a sentence such as "Libyan passport number 347834, issued in 1974", palloc'd; NULL if there is none */
extern char *SanctNumberIn(const char *text);

/* The date that a text is, "Nov. 1973" or "Between Aug. and Sep. 1977", in ISO 8601; NULL if it is none */
extern char *SanctDateIn(const char *text);

/* Add the birth date and the passport that a remark tells: "born in 1965, passport number OR 1961825" */
extern void SanctAddRemarkFacts(ListRelease *release, ListEntry *entry, const char *remark);

#endif
