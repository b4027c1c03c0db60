#ifndef SANCT_REPORT_SUM_H
#define SANCT_REPORT_SUM_H

/* How two names compare, as a page shows it */

#include "pg/report/json.h"

/* The two names of a comparison; a script is told by its letters */
typedef struct ReportedPair
{
	const char *subject;		/* as written */
	const char *listed;
	Json		parts;			/* rows of sanct_explain_listed */
	double		similarity;
	double		threshold;
} ReportedPair;

/* Append the parts with their bits as bars that add up, what is wanted, and the similarity */
extern void SanctReportSum(StringInfo html, const ReportedPair *pair);

/* Append what facts beside the names say: agree, contradict, unknown; rows of sanct_evidence */
extern void SanctReportEvidence(StringInfo html, Json rows);

#endif
