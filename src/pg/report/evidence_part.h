#ifndef SANCT_REPORT_EVIDENCE_PART_H
#define SANCT_REPORT_EVIDENCE_PART_H

/* What facts beside the names say, and what to ask for */

#include "lib/stringinfo.h"

#include "pg/report/json.h"

/*
 * Append what facts beside the names say: agree, contradict, unknown; rows of sanct_evidence; of the entry, which may
 * be NULL, also what its remarks hold and is not weighed
 */
extern void SanctReportEvidence(StringInfo html, Json rows, Json entry);

/* Append what decides beside the name and is not known yet, of what the entry has; rows may be NULL */
extern void SanctReportQuestions(StringInfo html, Json rows, Json entry);

#endif
