/* sanct_page(): what was gathered for a page, as HTML or as it is; and sanct_version() */
#include "postgres.h"
#include "fmgr.h"
#include "lib/stringinfo.h"
#include "utils/builtins.h"
#include "utils/jsonb.h"

#include "name/reading/reading.h"
#include "pg/base/shown.h"
#include "pg/report/json.h"
#include "pg/report/pages.h"
#include "pg/report/state_pages.h"
#include "pg/type/unicode.h"

#ifndef SANCT_EXTVERSION
#define SANCT_EXTVERSION ""
#endif

PG_FUNCTION_INFO_V1(sanct_page);
PG_FUNCTION_INFO_V1(sanct_version);

/* Make the page that an object says it is for */
static void
WritePage(StringInfo html, Json page)
{
	static const struct
	{
		const char *page;
		void		(*write) (StringInfo html, Json page);
	}			pages[] = {
		{"case", SanctReportCase}, {"name", SanctReportName}, {"run", SanctReportRun}, {"state", SanctReportState}
	};

	for (int i = 0; i < lengthof(pages); i++)
		if (SanctJsonIs(page, "page", pages[i].page))
		{
			pages[i].write(html, page);
			return;
		}
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("this is no page"),
			 errhint("Call sanct_report, sanct_report_name, sanct_report_run or sanct_report_state.")));
}

/* See its comment in SQL; NULL in place of a page: what it is of is not there */
Datum
sanct_page(PG_FUNCTION_ARGS)
{
	const char *format;
	StringInfoData html;

	if (PG_ARGISNULL(0))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("there is nothing to report"),
				 errdetail("What was asked for does not exist, or is not shown to you."),
				 errhint("Alerts stand in the views sanct_open_alert and sanct_decided_alert, runs in "
						 "sanct_screening_run.")));
	format = PG_ARGISNULL(1) ? "" : text_to_cstring(PG_GETARG_TEXT_PP(1));
	if (strcmp(format, "json") == 0)
		PG_RETURN_TEXT_P(cstring_to_text(JsonbToCString(NULL, &PG_GETARG_JSONB_P(0)->root, -1)));
	if (strcmp(format, "html") != 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("format \"%s\" is not known", SanctShown(format)),
				 errhint("The formats are html and json.")));
	initStringInfo(&html);
	WritePage(&html, &PG_GETARG_JSONB_P(0)->root);
	PG_RETURN_TEXT_P(cstring_to_text_with_len(html.data, html.len));
}

/* What answers: the versions of the module, of the algorithm and of Unicode */
Datum
sanct_version(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(cstring_to_text(psprintf("%s, algorithm %d, Unicode %s", SANCT_EXTVERSION, SM_VERSION,
											  SanctUnicodeText(SanctServerUnicode()))));
}
