/* sanct_explain_listed(): why a name matches one of a list or does not, as screening compares them */
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
#include "pg/base/shown.h"
#include "pg/list/entry_type.h"
#include "pg/screen/subject_facts.h"
#include "pg/type/explain.h"
#include "pg/type/threshold.h"

PG_FUNCTION_INFO_V1(sanct_explain_listed);

/* Arguments */
typedef enum Argument
{
	ARG_NAME, ARG_LISTED_NAME, ARG_TYPE, ARG_THRESHOLD, ARG_ENTRY_TYPE, ARGUMENTS
} Argument;

/* What stands before a type where names are compared by their words alone, as no screening does with a Korean name */
#define WORDS_OF "words of "

/* What names of entries of a type are read as, also where it is called as publishers do */
static SmNamed
NamedByType(const char *called)
{
	const char *type = SanctEntryTypeOf(called);

	if (type == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("type \"%s\" of entries is not known", SanctShown(called)),
				 errhint("The types are " ENTRY_TYPES ".")));
	return SanctNamedBy(cstring_to_text(type));
}

/* A field, and a whole name of an entry, the types of both may be NULL; other NULLs are explained by no row */
Datum
sanct_explain_listed(PG_FUNCTION_ARGS)
{
	SmReadAs	screened = {SM_READ_SCREENING, SM_NAMED_UNKNOWN};
	SmReadAs	listed = {SM_READ_WHOLE, SM_NAMED_UNKNOWN};
	bool		words = false;
	uint8		reading_a[SM_READING_MAX];
	uint8		reading_b[SM_READING_MAX];
	Explained	a;
	Explained	b;

	SanctCheckArgumentCount(fcinfo, ARGUMENTS);
	screened.named = SanctTakeTypeArgument(fcinfo, ARG_ENTRY_TYPE);
	InitMaterializedSRF(fcinfo, 0);
	if (PG_ARGISNULL(ARG_NAME) || PG_ARGISNULL(ARG_LISTED_NAME) || PG_ARGISNULL(ARG_THRESHOLD))
		return (Datum) 0;
	if (!PG_ARGISNULL(ARG_TYPE))
	{
		const char *type = text_to_cstring(PG_GETARG_TEXT_PP(ARG_TYPE));

		words = strncmp(type, WORDS_OF, strlen(WORDS_OF)) == 0;
		listed.named = NamedByType(words ? type + strlen(WORDS_OF) : type);
	}
	if (words)
		screened = (SmReadAs) {SM_READ_WHOLE, SM_NAMED_THING};
	a = SanctReadExplained(reading_a, PG_GETARG_TEXT_PP(ARG_NAME), screened);
	if (words)
		reading_a[2] &= ~(SM_KIND_KOREAN | SM_KIND_SURE);
	b = SanctReadExplained(reading_b, PG_GETARG_TEXT_PP(ARG_LISTED_NAME), listed);
	SanctExplain((ReturnSetInfo *) fcinfo->resultinfo, &a, &b,
				 SanctThousandthsOf((float4) PG_GETARG_FLOAT8(ARG_THRESHOLD)));
	return (Datum) 0;
}
