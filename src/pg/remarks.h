#ifndef SM_REMARKS_H
#define SM_REMARKS_H

#include "list.h"

/* The last date OFAC's "DOB 17 Jan 1986", "circa 1954", "1954 to 1956" can become, and its zero */
#define REMARK_DATE_MAX 64

extern void remarks_parse(ListRelease *release, ListEntry *entry, const char *remarks, bool cut);
extern bool remarks_date(const char *text, char *iso, bool *circa);

#endif
