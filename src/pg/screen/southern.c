/* sanct_page_south(): how the South writes and spells the name of a Korean that is told as the North does */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "fmgr.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "utils/array.h"
#include "utils/builtins.h"

#include "name/korean/southern.h"
#include "name/text/text.h"
#include "pg/base/compat.h"
#include "pg/base/encoding.h"

PG_FUNCTION_INFO_V1(sanct_page_south);

/* The syllables of a name that is all Hangul; 0: it is not, or has too many */
static int
SyllablesOf(uint32 hangul[SM_SOUTH_SYLLABLES], const char *utf8)
{
	int			count = 0;

	for (; *utf8 != '\0'; utf8 += 3)
	{
		uint32		c = (utf8[0] & 0xF0) == 0xE0 ? utf8_to_unicode((const unsigned char *) utf8) : 0;

		if (!sm_is_hangul(c) || count == SM_SOUTH_SYLLABLES)
			return 0;
		hangul[count++] = c;
	}
	return count;
}

/* The Hangul of a name as the South writes it, and its usual spelling there, see its comment in SQL */
Datum
sanct_page_south(PG_FUNCTION_ARGS)
{
	uint32		hangul[SM_SOUTH_SYLLABLES];
	int			count = SyllablesOf(hangul, SanctTextToUtf8(PG_GETARG_TEXT_PP(0)));
	char		usual[SM_SOUTH_USUAL];
	StringInfoData south;

	if (!sm_south_usual(usual, hangul, count))
		PG_RETURN_NULL();
	initStringInfo(&south);
	for (int i = 0; i < count; i++)
	{
		unsigned char utf8[4] = {0};

		unicode_to_utf8(i < 2 ? sm_south_syllable(hangul[i]) : hangul[i], utf8);
		appendStringInfoString(&south, (const char *) utf8);
	}
	PG_RETURN_ARRAYTYPE_P(construct_array((Datum[]) {
		PointerGetDatum(SanctUtf8ToText(south.data)), CStringGetTextDatum(usual)
	}, 2, TEXTOID, -1, false, TYPALIGN_INT));
}
