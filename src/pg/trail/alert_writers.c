/*
 * Who writes alerts of one table at the same time
 *
 * Who writes an alert waits for another that is writing the same one.  What raises, opens or decides alerts row by row,
 * a guard or an officer, has the row first, then what is below, then its alerts by their numbers: two of them wait for
 * one another only where they would for the rows alone.  A run has no row and comes upon rows in an order of its own.
 * So it writes alone: it gets the lock below while it has written nothing, and then waits for nobody.
 */
#include "postgres.h"

#include "pg/trail/alert_writers.h"

#include "common/hashfn.h"
#include "miscadmin.h"
#include "storage/lmgr.h"
#include "storage/lock.h"

/* How often a run waits without keeping out who comes after it */
#define PATIENCE 10

/* The lock of a table's alerts, by the name under which they know it; two names may have the same */
static LOCKTAG
TagOf(const Extension *extension, const char *subject)
{
	LOCKTAG		tag;

	/* 0 is that of the table's runs, see run.c */
	SET_LOCKTAG_OBJECT(tag, MyDatabaseId, extension->table[OWN_ALERT],
					   hash_bytes((const unsigned char *) subject, (int) strlen(subject)), 1);
	return tag;
}

/* See alert_writers.h */
void
SanctJoinAlertWriters(const Extension *extension, const char *subject)
{
	LOCKTAG		tag = TagOf(extension, subject);

	(void) LockAcquire(&tag, RowExclusiveLock, false, false);
}

/* See alert_writers.h */
void
SanctKeepOutAlertWriters(const Extension *extension, const char *subject)
{
	LOCKTAG		tag = TagOf(extension, subject);

	/* who waits in line for a lock keeps out all that come after him: the first to be waited for may be long loads */
	for (int i = 0; i < PATIENCE; i++)
	{
		if (LockAcquire(&tag, ExclusiveLock, false, true) != LOCKACQUIRE_NOT_AVAIL)
			return;
		WaitForLockers(tag, ExclusiveLock, false);
	}
	(void) LockAcquire(&tag, ExclusiveLock, false, false);
}
