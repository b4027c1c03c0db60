#include "postgres.h"

#include "fmgr.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "data/romanize_table.h"
#include "name/romanize.h"
#include "pg/compat.h"
#include "pg/encoding.h"

PG_FUNCTION_INFO_V1(sanct_romanize);

/* The number of a system by its name */
static int
FindSystem(text *name)
{
	int			system = sm_romanisation(VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));
	StringInfoData list;

	if (system >= 0)
		return system;
	initStringInfo(&list);
	for (int i = 0; i < sm_romanisation_count; i++)
		appendStringInfo(&list, "%s%s", i > 0 ? ", " : "", sm_romanisations[i].name);
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("romanisation \"%s\" is not known", text_to_cstring(name)),
			 errhint("The systems are %s.", list.data)));
}

/* Hangul in Latin letters; breves only where the server's encoding surely has them */
Datum
sanct_romanize(PG_FUNCTION_ARGS)
{
	text	   *name = PG_GETARG_TEXT_PP(0);
	int			system = FindSystem(PG_GETARG_TEXT_PP(1));
	int			length = VARSIZE_ANY_EXHDR(name);
	const char *utf8 = ServerToUtf8(VARDATA_ANY(name), &length);
	char	   *out = palloc_extended((Size) length * SM_ROMAN_GROWTH, MCXT_ALLOC_HUGE);
	Size		written = sm_romanize(out, utf8, length, system, GetDatabaseEncoding() == PG_UTF8);
	const char *result;

	if (written > MaxAllocSize - VARHDRSZ)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("romanised name is too long")));
	length = (int) written;
	result = Utf8ToServer(out, &length);
	PG_RETURN_TEXT_P(cstring_to_text_with_len(result, length));
}
