/* Waiting for imports and for writers of guarded rows that may have looked at older lists, see guard/trigger.c */
#include "postgres.h"

#include "pg/screen/wait.h"

#include "access/xact.h"
#include "miscadmin.h"
#include "storage/lmgr.h"
#include "storage/lock.h"

#include "pg/base/compat.h"

/* Wait for all transactions that write to a table of the extension */
static void
WaitForWriters(const Extension *extension, OwnTable table)
{
	LOCKTAG		tag;

	SET_LOCKTAG_RELATION(tag, MyDatabaseId, extension->table[table]);
	WaitForLockers(tag, ShareLock, false);
}

/* Complains of a transaction that has written guarded rows itself: two of them would wait for one another */
static void
CheckHasNotWritten(const Extension *extension, const char *function)
{
	LOCKTAG		tag;

	SET_LOCKTAG_RELATION(tag, MyDatabaseId, extension->table[OWN_ALERT]);
	if (SanctLockHeld(&tag, RowExclusiveLock))
		ereport(ERROR,
				(errcode(ERRCODE_ACTIVE_SQL_TRANSACTION),
				 errmsg("%s cannot run in a transaction that has written guarded rows or alerts", function),
				 errdetail("It waits for all others that have, and they might wait for this one."),
				 errhint("Commit them first.")));
}

/* See wait.h */
void
SanctWaitForGuards(const Extension *extension, const char *function)
{
	if (IsolationUsesXactSnapshot())
		ereport(ERROR,
				(errcode(ERRCODE_ACTIVE_SQL_TRANSACTION),
				 errmsg("%s cannot see what is written meanwhile", function),
				 errdetail("The transaction keeps one snapshot."),
				 errhint("Call it in a transaction of isolation level READ COMMITTED.")));
	CheckHasNotWritten(extension, function);
	WaitForWriters(extension, OWN_RELEASE);
	WaitForWriters(extension, OWN_ALERT);
}

/* See wait.h */
void
SanctWaitForGuardedRows(const Extension *extension)
{
	WaitForWriters(extension, OWN_ALERT);
}
