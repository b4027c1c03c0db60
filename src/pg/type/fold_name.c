/* sanct_fold(): a name without what makes no other name of it, by which clearances tell names apart */
#include "postgres.h"
#include "fmgr.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"

#include "name/text/fold.h"
#include "name/text/text.h"
#include "pg/base/encoding.h"

PG_FUNCTION_INFO_V1(sanct_fold);

/* A folded text in UTF-8: each run of blanks is one, and none stands at an end */
static char *
FoldedUtf8(const SmText *text)
{
	StringInfoData folded;
	bool		blank = false;

	initStringInfo(&folded);
	for (int i = 0; i < text->length; i++)
	{
		unsigned char bytes[5] = {0};

		if (text->cp[i] == ' ')
		{
			blank = folded.len > 0;
			continue;
		}
		if (blank)
			appendStringInfoChar(&folded, ' ');
		blank = false;
		unicode_to_utf8(text->cp[i], bytes);
		appendStringInfoString(&folded, (char *) bytes);
	}
	return folded.data;
}

/* The folded name; one that cannot be folded whole, or that shows nothing, stays as it is */
Datum
sanct_fold(PG_FUNCTION_ARGS)
{
	text	   *name = PG_GETARG_TEXT_PP(0);
	char	   *utf8 = SanctTextToUtf8(name);
	SmText	   *text = palloc(sizeof(SmText));
	const char *folded;
	int			length;
	bool		complete;

	sm_text_fold(text, utf8, strlen(utf8));
	if (text->cut || text->lost || text->letters == 0)
		PG_RETURN_TEXT_P(name);
	folded = FoldedUtf8(text);
	length = strlen(folded);
	folded = SanctUtf8ToServerMarked(folded, &length, &complete);
	PG_RETURN_TEXT_P(complete ? cstring_to_text_with_len(folded, length) : name);
}
