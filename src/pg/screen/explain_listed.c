/* sanct_explain_listed(), sanct_page_explain(): why a name matches one of a list or does not, as they are compared */
#include "postgres.h"
#include "fmgr.h"
#include "funcapi.h"
#include "utils/builtins.h"

#include "name/field/field.h"
#include "name/reading/read.h"
#include "name/reading/reading.h"
#include "name/words/named.h"
#include "pg/base/compat.h"
#include "pg/base/extension.h"
#include "pg/list/entry_type.h"
#include "pg/screen/subject_facts.h"
#include "pg/type/explain.h"
#include "pg/type/threshold.h"

PG_FUNCTION_INFO_V1(sanct_explain_listed);
PG_FUNCTION_INFO_V1(sanct_page_explain);

/* Arguments */
typedef enum Argument
{
	ARG_NAME, ARG_LISTED_NAME, ARG_TYPE, ARG_THRESHOLD, ARG_ENTRY_TYPE, ARG_WORDS, ARGUMENTS
} Argument;

/* Explain a field, or as no screening does its words alone, beside a whole name; the types of both may be NULL */
static void
ExplainListed(FunctionCallInfo fcinfo, bool words)
{
	SmReadAs	screened = {SM_READ_SCREENING, SanctTakeTypeArgument(fcinfo, ARG_ENTRY_TYPE)};
	SmReadAs	listed = {SM_READ_WHOLE, SM_NAMED_UNKNOWN};
	uint8		reading_a[SM_READING_MAX];
	uint8		reading_b[SM_READING_MAX];
	Explained	a;
	Explained	b;

	InitMaterializedSRF(fcinfo, 0);
	if (PG_ARGISNULL(ARG_NAME) || PG_ARGISNULL(ARG_LISTED_NAME) || PG_ARGISNULL(ARG_THRESHOLD))
		return;
	if (!PG_ARGISNULL(ARG_TYPE))
	{
		const char *type = SanctKnownEntryType(text_to_cstring(PG_GETARG_TEXT_PP(ARG_TYPE)));

		listed.named = SanctNamedByType(type, strlen(type));
	}
	if (words)
		screened = (SmReadAs) {SM_READ_WHOLE, SM_NAMED_THING};
	a = SanctReadExplained(reading_a, PG_GETARG_TEXT_PP(ARG_NAME), screened);
	if (words)
		reading_a[2] &= ~(SM_KIND_KOREAN | SM_KIND_SURE);
	b = SanctReadExplained(reading_b, PG_GETARG_TEXT_PP(ARG_LISTED_NAME), listed);
	SanctExplain((ReturnSetInfo *) fcinfo->resultinfo, &a, &b,
				 SanctThousandthsOf((float4) PG_GETARG_FLOAT8(ARG_THRESHOLD)));
}

/* A field and a name of a list, see its comment in SQL; NULLs but of types are explained by no row */
Datum
sanct_explain_listed(PG_FUNCTION_ARGS)
{
	SanctCheckArgumentCount(fcinfo, ARG_WORDS);
	ExplainListed(fcinfo, false);
	return (Datum) 0;
}

/* The same with what a page tells, and of words alone where it is asked for */
Datum
sanct_page_explain(PG_FUNCTION_ARGS)
{
	SanctCheckArgumentCount(fcinfo, ARGUMENTS);
	ExplainListed(fcinfo, !PG_ARGISNULL(ARG_WORDS) && PG_GETARG_BOOL(ARG_WORDS));
	return (Datum) 0;
}
