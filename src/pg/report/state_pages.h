#ifndef SANCT_REPORT_STATE_PAGES_H
#define SANCT_REPORT_STATE_PAGES_H

/* The pages that compare no names, each made of what its function in SQL has gathered */

#include "lib/stringinfo.h"

#include "pg/report/json.h"

/* A run: what was held against which releases, and the alerts that it raised */
extern void SanctReportRun(StringInfo html, Json page);

/* The state of lists and guards, and what is wrong */
extern void SanctReportState(StringInfo html, Json page);

#endif
