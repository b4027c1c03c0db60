/* Arguments as error texts repeat them */
#include "postgres.h"

#include "pg/base/shown.h"

#include "mb/pg_wchar.h"

/* Characters that are enough to know one's own argument by, and those of a sentence around it */
#define SHOWN_CHARACTERS 100
#define SHOWN_SENTENCE 300

/* A text, or its first characters and an ellipsis */
static const char *
CutText(const char *text, int characters)
{
	/* no more bytes are looked at than so many characters may have */
	int			length = strnlen(text, (characters + 1) * MAX_MULTIBYTE_CHAR_LEN);
	int			kept = pg_mbcharcliplen(text, length, characters);

	return kept == length ? text : psprintf("%.*s...", kept, text);
}

/* See shown.h */
const char *
SanctShown(const char *argument)
{
	return CutText(argument, SHOWN_CHARACTERS);
}

/* See shown.h */
const char *
SanctShownSentence(const char *sentence)
{
	return CutText(sentence, SHOWN_SENTENCE);
}

/* See shown.h */
const char *
SanctCounted(int64 count, const char *one, const char *several)
{
	return psprintf("%lld %s", (long long) count, count == 1 ? one : several);
}
