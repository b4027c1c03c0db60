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
#include "storage/latch.h"
#include "storage/lmgr.h"
#include "storage/lock.h"
#include "utils/wait_event.h"

/* How often a run waits before it says so, and how many ms it sleeps where it was too late once more */
#define PATIENCE 10
#define PAUSE 10

/* The lock of a table's alerts, by the name under which they know it; two names may have the same */
static LOCKTAG
TagOf(const Extension *extension, const char *subject)
{
	uint64		hash = hash_bytes_extended((const unsigned char *) subject, (int) strlen(subject), 0);
	LOCKTAG		tag;

	/* less than 0x8000 is that of the table's runs, see run.c */
	SET_LOCKTAG_OBJECT(tag, MyDatabaseId, extension->table[OWN_ALERT], (uint32) hash,
					   (uint16) (hash >> 32) | 0x8000);
	return tag;
}

/* See alert_writers.h */
void
SanctJoinAlertWriters(const Extension *extension, const char *subject)
{
	LOCKTAG		tag = TagOf(extension, subject);

	(void) LockAcquire(&tag, RowExclusiveLock, false, false);
}

/* Let others go first for a moment, and say once for whom so long is waited */
static void
LetOthersGo(int round, const char *subject)
{
	if (round == PATIENCE)
		ereport(NOTICE,
				(errmsg("this run waits for open transactions that have written alerts of %s", subject),
				 errhint("pg_locks tells which: those that hold a RowExclusiveLock of an object of sanct_alert.")));
	(void) WaitLatch(MyLatch, WL_LATCH_SET | WL_TIMEOUT | WL_EXIT_ON_PM_DEATH, PAUSE, PG_WAIT_EXTENSION);
	ResetLatch(MyLatch);
	CHECK_FOR_INTERRUPTS();
}

/*
 * See alert_writers.h.  Who stands in line for a lock keeps out all that come after him, for as long as the longest of
 * those before him: so this never does, and waits again for those that have come meanwhile.
 */
void
SanctKeepOutAlertWriters(const Extension *extension, const char *subject)
{
	LOCKTAG		tag = TagOf(extension, subject);

	for (int round = 0; LockAcquire(&tag, ExclusiveLock, false, true) == LOCKACQUIRE_NOT_AVAIL; round++)
	{
		if (round > 0)
			LetOthersGo(round, subject);
		WaitForLockers(tag, ExclusiveLock, false);
	}
}
