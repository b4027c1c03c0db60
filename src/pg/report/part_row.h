#ifndef SANCT_REPORT_PART_ROW_H
#define SANCT_REPORT_PART_ROW_H

/* A part of two names as a row of a page shows it */

#include "lib/stringinfo.h"

#include "pg/report/json.h"

/* What a part is called for somebody who knows no Korean; a body's or ship's name has no surname */
extern const char *SanctPartTitle(const char *part, bool person);

/* Append the cells of a part: what it is, both sides with their letters, how they compare */
extern void SanctReportPart(StringInfo html, Json row, bool person);

/* What the syllables of a Korean name may be, from the rows of its comparison with itself; NULL: it is none */
extern char *SanctReadAsWords(Json rows);

#endif
