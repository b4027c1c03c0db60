/* What sanct_status() finds: a row each */
#include "postgres.h"

#include "pg/status/finding.h"

#include "utils/builtins.h"

#include "pg/base/compat.h"
#include "pg/base/lines.h"

/* Columns of the answer */
#define STATUS_COLUMNS 4

/* Columns of text on a screen, so that a row of all fits into 120 */
#define WHAT_WIDTH 38
#define TO_DO_WIDTH 34

static const char *const severities[] = {"error", "warning", "notice"};

/* See finding.h */
void
SanctAddFinding(Status *status, const char *subject, Severity severity, const char *what, const char *to_do)
{
	Datum		values[STATUS_COLUMNS];
	bool		nulls[STATUS_COLUMNS] = {false};

	values[0] = CStringGetTextDatum(subject);
	values[1] = CStringGetTextDatum(severities[severity]);
	values[2] = CStringGetTextDatum(SanctInLines(what, WHAT_WIDTH));
	values[3] = CStringGetTextDatum(SanctInLines(to_do, TO_DO_WIDTH));
	tuplestore_putvalues(status->result->setResult, status->result->setDesc, values, nulls);
}
