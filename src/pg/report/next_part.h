#ifndef SANCT_REPORT_NEXT_PART_H
#define SANCT_REPORT_NEXT_PART_H

/* What is to be done with a page */

#include "lib/stringinfo.h"

#include "pg/report/json.h"

/* Days from which on a list says little of who is listed today */
#define OLD_LIST_DAYS 30

/* Append what is to be done where a name found something, or nothing */
extern void SanctReportNext(StringInfo html, Json page);

#endif
