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
