#ifndef SANCT_REPORT_SUM_H
#define SANCT_REPORT_SUM_H

/* How two names compare, as a page shows it */

#include "lib/stringinfo.h"

#include "pg/report/json.h"

/* The two names of a comparison */
typedef struct ReportedPair
{
	const char *subject;		/* as written, of a field the part that is compared */
	const char *listed;
	const char *alias;			/* what the list calls it: ", a weak alias"; our own words, or empty */
	bool		person;			/* the entry may be one */
	bool		supposed;		/* nothing follows from it: they are only compared as if they could be */
	Json		parts;			/* rows of sanct_page_explain, or of an explanation that an alert keeps */
	double		similarity;
	double		threshold;
} ReportedPair;

/* The pair of names of a row that has a name of the list, of an entry, under a key */
extern ReportedPair SanctReportedPair(Json row, Json entry, const char *subject, const char *listed, double threshold);

/* Append what keeps two names from matching; nothing where they match, or it is not told by parts */
extern void SanctReportWanting(StringInfo html, const ReportedPair *pair);

/* The similarity that rows of an explanation tell; 0 if they tell none */
extern double SanctReportedSimilarity(Json parts);

/* Append the parts with their bits as bars that add up, what is wanted, and the similarity */
extern void SanctReportSum(StringInfo html, const ReportedPair *pair);

#endif
