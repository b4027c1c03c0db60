#ifndef SANCT_REPORT_WAYS_PART_H
#define SANCT_REPORT_WAYS_PART_H

/* In which ways a name was read and compared, and which spellings would be found */

#include "lib/stringinfo.h"

#include "pg/report/json.h"

/* Append the ways in which the name of a page was read, and what came nearest in each */
extern void SanctReportWays(StringInfo html, Json page);

/* Append spellings of the name by which a list would have been found to have it, and those by which not */
extern void SanctReportSpellings(StringInfo html, Json page);

/* What the name of a page is likely of: "person", "thing"; another text: nothing tells */
extern const char *SanctReportLikely(Json page);

/* Is the name of a page read in Latin letters in any way?  Else only names in its own letters are compared with it */
extern bool SanctReportHasLatin(Json page);

/* Is the customer a person by what else is given of him, or by a Korean name in the field? */
extern bool SanctReportIsPerson(Json page);

/* May the name be that of a business, one that is called after a person too? */
extern bool SanctReportIsBusiness(Json page);

/* Is what a way finds among the hits of a page? */
extern bool SanctReportIsHit(Json page, Json way);

/* The way that no screening takes and is nearer than the first of the near entries, and no hit; NULL: there is none */
extern Json SanctReportMoreAlike(Json page);

/* Does a way find its nearest name at the threshold of the page? */
extern bool SanctReportIsFound(Json page, Json way);

/* Append what was looked for beside what screening does, and found or not */
extern void SanctReportUnscreened(StringInfo html, Json page, Json way);

#endif
