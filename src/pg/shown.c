/* Arguments as error texts repeat them */
#include "postgres.h"

#include "mb/pg_wchar.h"

#include "pg/shown.h"

/* Characters that are enough to know one's own argument by */
#define SHOWN_CHARACTERS 100

/* See shown.h */
const char *
Shown(const char *argument)
{
	/* no more bytes are looked at than so many characters may have */
	int			length = strnlen(argument, (SHOWN_CHARACTERS + 1) * MAX_MULTIBYTE_CHAR_LEN);
	int			kept = pg_mbcharcliplen(argument, length, SHOWN_CHARACTERS);

	return kept == length ? argument : psprintf("%.*s...", kept, argument);
}
