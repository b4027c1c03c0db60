#ifndef SANCT_REPORT_ANSWER_PART_H
#define SANCT_REPORT_ANSWER_PART_H

/* What the page of a name answers, with the reason, in its first lines */

#include "lib/stringinfo.h"

#include "pg/report/json.h"
#include "pg/report/sum.h"

/* Is a reason why an entry is not found more than what the parts of the comparison say? */
extern bool SanctReportIsFurtherReason(const char *why, Json parts);

/* Is a near entry one that is told beside hits?  It has to have something in common with the name */
extern bool SanctReportIsAlike(Json row);

/* Has a near entry a word or syllable that agrees with one of the name, or is there more to tell of it? */
extern bool SanctReportHasInCommon(Json row);

/* Append how many entries were found, which, and what they are held for; where none was, what is nearest and wanting */
extern void SanctReportAnswer(StringInfo html, Json page);

/* The part of the name and its nearest name in a way that no screening takes */
extern ReportedPair SanctReportWayPair(Json page, Json way);

#endif
