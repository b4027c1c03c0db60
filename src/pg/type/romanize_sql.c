/* sanct_romanize(): Korean text in Latin letters */
#include "postgres.h"

#include "fmgr.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"

#include "data/romanize_table.h"
#include "name/korean/romanize.h"
#include "pg/base/compat.h"
#include "pg/base/encoding.h"
#include "pg/base/nearest.h"
#include "pg/base/shown.h"

PG_FUNCTION_INFO_V1(sanct_romanize);

/* The number of a system by its name */
static int
FindSystem(text *name)
{
	int			system = sm_romanisation(VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));
	char	   *asked;
	StringInfoData list;
	NearestWord nearest;

	if (system >= 0)
		return system;
	asked = text_to_cstring(name);
	initStringInfo(&list);
	SanctStartNearest(&nearest, asked);
	for (int i = 0; i < sm_romanisation_count; i++)
	{
		appendStringInfo(&list, "%s%s", i > 0 ? ", " : "", sm_romanisations[i].name);
		SanctTryNearest(&nearest, sm_romanisations[i].name);
	}
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("romanisation \"%s\" is not known", SanctShown(asked)),
			 errhint("%sThe systems are %s.", SanctPerhaps(&nearest, "system"), list.data)));
}

/* Longest name that is romanised, in bytes: it takes less than a second */
#define ROMANIZE_MAX (16 * 1024 * 1024)

/* Hangul in other letters; breves and middle dots only where the server's encoding surely has them */
Datum
sanct_romanize(PG_FUNCTION_ARGS)
{
	text	   *name = PG_GETARG_TEXT_PP(0);
	int			system = FindSystem(PG_GETARG_TEXT_PP(1));
	int			length = VARSIZE_ANY_EXHDR(name);
	const char *utf8;
	const char *result;
	char	   *out;

	if (length > ROMANIZE_MAX)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("name is too long to be romanised"),
				 errdetail("It has %d bytes, at most %d are romanised.", length, ROMANIZE_MAX)));
	utf8 = SanctServerToUtf8(VARDATA_ANY(name), &length);
	out = palloc((Size) length * SM_ROMAN_GROWTH);
	length = (int) sm_romanize(out, utf8, length, system, GetDatabaseEncoding() == PG_UTF8);
	result = SanctUtf8ToServer(out, &length);
	PG_RETURN_TEXT_P(cstring_to_text_with_len(result, length));
}
