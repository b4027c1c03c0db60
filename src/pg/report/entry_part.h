#ifndef SANCT_REPORT_ENTRY_PART_H
#define SANCT_REPORT_ENTRY_PART_H

/* A listed entry as a page shows it, and tables of rows */

#include "lib/stringinfo.h"

#include "pg/report/json.h"

/* Append what a list says of an entry, a row of sanct_entry_facts; a brief one tells no more than who it is */
extern void SanctReportEntry(StringInfo html, Json entry, bool brief);

/* Does an entry stand on the page so far, whole or in brief? */
extern bool SanctReportHasEntry(StringInfo html, Json entry);

/* Whose the numbers of an entry are: "number of the ship or aircraft", "company IMO number" */
extern const char *SanctReportNumbersAre(Json entry);

/* What the list calls a name of an entry: ", a weak alias ..."; our own words; empty if that is not known */
extern const char *SanctReportAlias(Json entry, const char *name);

/* The elements of an array that are texts, with semicolons between; a scalar as it is; NULL for none */
extern char *SanctReportJoined(Json object, const char *key);

/* A column of a table: the key of its values, its heading */
typedef struct ReportColumn
{
	const char *key;
	const char *title;
} ReportColumn;

/* A table of what an object holds under some keys */
extern void SanctReportFacts(StringInfo html, Json object, const ReportColumn *facts, int count);

/* Append a table of the rows of an array, or the sentence where there are none */
extern void SanctReportTable(StringInfo html, Json rows, const ReportColumn *columns, int count, const char *none);

/* Append who made the page, when, and by what */
extern void SanctReportMade(StringInfo html, Json made);

/* A moment of JSON, 2026-11-30T05:58:17.123+00:00, without what is less than a second; NULL for NULL */
extern char *SanctReportMoment(const char *moment);

#endif
