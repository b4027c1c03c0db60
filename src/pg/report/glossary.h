#ifndef SANCT_REPORT_GLOSSARY_H
#define SANCT_REPORT_GLOSSARY_H

/* What the words of a page mean */

#include "lib/stringinfo.h"

#include "pg/report/json.h"

/* Append it, for the page that stands before it */
extern void SanctReportGlossary(StringInfo html, Json page);

#endif
