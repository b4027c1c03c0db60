/* What sanct_status() finds: a row each */
#include "postgres.h"

#include "pg/status/finding.h"

#include "mb/pg_wchar.h"
#include "utils/builtins.h"

#include "pg/base/compat.h"

/* Columns of the answer */
#define STATUS_COLUMNS 4

/* Columns of text on a screen, so that a row of all fits into 120 */
#define WHAT_WIDTH 38
#define TO_DO_WIDTH 34

static const char *const severities[] = {"error", "warning", "notice"};

/* A text in lines of so many characters at most, parted at blanks; what has none that long stays whole */
static text *
Wrapped(const char *told, int width)
{
	char	   *lines = pstrdup(told);
	char	   *blank = NULL;
	int			column = 0;

	for (char *p = lines; *p != '\0'; p += pg_mblen(p))
	{
		if (*p == ' ')
		{
			if (column > width && blank != NULL)
			{
				*blank = '\n';
				column = (int) (p - blank) - 1;
			}
			blank = p;
		}
		column++;
	}
	if (column > width && blank != NULL)
		*blank = '\n';
	return cstring_to_text(lines);
}

/* See finding.h */
void
SanctAddFinding(Status *status, const char *subject, Severity severity, const char *what, const char *to_do)
{
	Datum		values[STATUS_COLUMNS];
	bool		nulls[STATUS_COLUMNS] = {false};

	values[0] = CStringGetTextDatum(subject);
	values[1] = CStringGetTextDatum(severities[severity]);
	values[2] = PointerGetDatum(Wrapped(what, WHAT_WIDTH));
	values[3] = PointerGetDatum(Wrapped(to_do, TO_DO_WIDTH));
	tuplestore_putvalues(status->result->setResult, status->result->setDesc, values, nulls);
}
