#ifndef SANCT_REPORT_GLOSSARY_H
#define SANCT_REPORT_GLOSSARY_H

/* What the words of a page mean */

#include "lib/stringinfo.h"

/* Append it */
extern void SanctReportGlossary(StringInfo html);

#endif
