/* What is told of names that could not be read wholly */
#include "postgres.h"

#include "pg/type/unread.h"

#include "lib/stringinfo.h"

#include "name/reading/notes.h"
#include "name/reading/reading.h"

#define HINT_NOTHING_FOUND "That nothing is found does not say that nobody of that name is listed."

/* See unread.h */
const char *
SanctWhyUnread(unsigned notes)
{
	static const struct
	{
		unsigned	note;
		const char *why;
	}			reasons[] = {
		{SM_NOTE_CUT, "It is longer than what is read of a name."},
		{SM_NOTE_WORDS, "It has more words than are read of a name."},
		{SM_NOTE_UNREAD, "Its letters are of a script that is not read."},
		{SM_NOTE_MASKED, "A letter of it is masked."},
	};
	StringInfoData text;

	initStringInfo(&text);
	for (int i = 0; i < lengthof(reasons); i++)
		if (notes & reasons[i].note)
			appendStringInfo(&text, "%s%s", text.len > 0 ? " " : "", reasons[i].why);
	return text.data;
}

/* See unread.h */
void
SanctWarnUnread(unsigned notes)
{
	if (notes != 0)
		ereport(WARNING,
				(errcode(ERRCODE_SANCTIONS_UNREAD),
				 errmsg("the name could not be read wholly"),
				 errdetail("%s", SanctWhyUnread(notes)),
				 errhint(HINT_NOTHING_FOUND)));
}

/* See unread.h */
bool
SanctIsBlank(const uint8 *reading, unsigned notes)
{
	return notes == 0 && SM_READING_KINDS(reading) == 0;
}

/* See unread.h */
void
SanctWarnBlank(void)
{
	ereport(WARNING,
			(errcode(ERRCODE_SANCTIONS_UNREAD),
			 errmsg("the name has nothing to compare"),
			 errdetail("It has no letter."),
			 errhint(HINT_NOTHING_FOUND)));
}
