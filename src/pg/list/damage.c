/* What is wrong with a document, as the detail of an error */
#include "postgres.h"

#include "pg/list/damage.h"

#include "lib/stringinfo.h"

/* See damage.h */
char *
SanctFormatDetail(const char *format, va_list args)
{
	StringInfoData detail;

	initStringInfo(&detail);
	for (;;)
	{
		va_list		again;
		int			needed;

		va_copy(again, args);
		needed = appendStringInfoVA(&detail, format, again);
		va_end(again);
		if (needed == 0)
			return detail.data;
		enlargeStringInfo(&detail, needed);
	}
}

/* See damage.h */
void
SanctRefuseLongText(const char *what, const char *place)
{
	ereport(ERROR,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
			 errmsg("a text is too long: %s", place),
			 errdetail("%s has more than %d bytes.", what, LIST_TEXT_MAX),
			 errhint("A quote or an end tag seems to be missing; download it again.")));
	pg_unreachable();
}
