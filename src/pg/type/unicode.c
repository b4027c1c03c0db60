/*
 * The version of Unicode that names are read by.  Another one may mean that a stored name is read in another way, but
 * seldom does: it is told of by a WARNING once a session, and changes no answer.
 */
#include "postgres.h"

#include "pg/type/unicode.h"

#include "miscadmin.h"
#include "utils/rel.h"

#include "name/node/summary.h"
#include "name/text/unicode.h"

/* The version that this server reads names by */
uint8
SanctServerUnicode(void)
{
	static uint8 unicode = 0;

	if (unlikely(unicode == 0))
		unicode = sm_unicode();
	return unicode;
}

/* A version as it is written, of an index perhaps several */
const char *
SanctUnicodeText(int unicode)
{
	if (unicode == SM_UNICODE_SEVERAL)
		return "several versions";
	return psprintf("version %d.%d", SM_UNICODE_MAJOR(unicode), SM_UNICODE_MINOR(unicode));
}

/* Of readings and of queries it has been told in this session */
static bool told_stored[2];

/* Tell of a stored reading, or of a query, of another version */
void
SanctTellStoredUnicode(uint8 unicode, bool of_query)
{
	if (told_stored[of_query])
		return;
	told_stored[of_query] = true;
	ereport(WARNING,
			(errcode(ERRCODE_WARNING),
			 of_query ? errmsg("the query was made with another version of Unicode") :
			 errmsg("a stored reading was made with another version of Unicode"),
			 errdetail("It was made with %s, this server has %s.", SanctUnicodeText(unicode),
					   SanctUnicodeText(SanctServerUnicode())),
			 of_query ? errhint("Make it anew with sanct_query.") :
			 errhint("Run UPDATE to set the column to sanct_read of the name again.")));
}
