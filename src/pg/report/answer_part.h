#ifndef SANCT_REPORT_ANSWER_PART_H
#define SANCT_REPORT_ANSWER_PART_H

/* What the page of a name answers, with the reason, in its first lines */

#include "lib/stringinfo.h"

#include "pg/report/json.h"

/* Is a reason why an entry is not found more than what the parts of the comparison say? */
extern bool SanctReportIsFurtherReason(const char *why, Json parts);

/* Append how many entries were found, which, and what they are held for; where none was, what is nearest and wanting */
extern void SanctReportAnswer(StringInfo html, Json page);

#endif
