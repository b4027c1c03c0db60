#ifndef SANCT_REPORT_PAGES_H
#define SANCT_REPORT_PAGES_H

/* The pages that compare names, each made of what its function in SQL has gathered */

#include "lib/stringinfo.h"

#include "pg/report/json.h"

/* An alert: both sides, why they match, what is known, what was decided */
extern void SanctReportCase(StringInfo html, Json page);

/* A name: what is found on the lists, and what is near and not found, each with the reason */
extern void SanctReportName(StringInfo html, Json page);

#endif
