/*
 * Notifications of new alerts: one a transaction, on channel sanct_alert, with numbers and never a name
 *
 * Numbers are gathered until the transaction is about to commit.  Those of subtransactions that are rolled back are
 * forgotten with them.
 */
#include "postgres.h"

#include "pg/trail/notify.h"

#include "access/xact.h"
#include "commands/async.h"
#include "lib/stringinfo.h"
#include "utils/memutils.h"

#define CHANNEL "sanct_alert"
/* Numbers that a notification has at most; how many there are it tells in any case */
#define NUMBERS_MAX 100

/* An alert of this transaction */
typedef struct RaisedAlert
{
	int64		id;
	int			level;			/* how deep the subtransaction is that raised it */
} RaisedAlert;

static RaisedAlert *raised = NULL;
static int	nraised = 0;
static int	allocated = 0;
static bool watching = false;

/* Send the notification */
static void
TellAlerts(void)
{
	StringInfoData payload;

	if (nraised == 0)
		return;
	initStringInfo(&payload);
	appendStringInfo(&payload, "{\"count\": %d, \"alerts\": [", nraised);
	for (int i = 0; i < Min(nraised, NUMBERS_MAX); i++)
		appendStringInfo(&payload, "%s%lld", i > 0 ? ", " : "", (long long) raised[i].id);
	appendStringInfoString(&payload, "]}");
	nraised = 0;
	Async_Notify(CHANNEL, payload.data);
}

/* What a transaction has raised is told before it ends and forgotten when it has */
static void
TransactionEnds(XactEvent event, void *argument)
{
	switch (event)
	{
		case XACT_EVENT_PRE_COMMIT:
		case XACT_EVENT_PRE_PREPARE:
			TellAlerts();
			break;
		case XACT_EVENT_COMMIT:
		case XACT_EVENT_ABORT:
		case XACT_EVENT_PREPARE:
			/* the memory has gone with the transaction */
			raised = NULL;
			nraised = allocated = 0;
			break;
		default:
			break;
	}
}

/* What a subtransaction has raised becomes its parent's, or nobody's */
static void
SubtransactionEnds(SubXactEvent event, SubTransactionId mine, SubTransactionId parent, void *argument)
{
	int			level = GetCurrentTransactionNestLevel();

	if (event == SUBXACT_EVENT_ABORT_SUB)
		while (nraised > 0 && raised[nraised - 1].level >= level)
			nraised--;
	if (event == SUBXACT_EVENT_COMMIT_SUB)
		for (int i = nraised - 1; i >= 0 && raised[i].level >= level; i--)
			raised[i].level = level - 1;
}

/* See notify.h */
void
SanctNotifyOfAlert(int64 alert)
{
	if (!watching)
	{
		RegisterXactCallback(TransactionEnds, NULL);
		RegisterSubXactCallback(SubtransactionEnds, NULL);
		watching = true;
	}
	if (nraised == allocated)
	{
		allocated = Max(16, 2 * allocated);
		raised = raised == NULL ?
			MemoryContextAlloc(TopTransactionContext, allocated * sizeof(RaisedAlert)) :
			repalloc_huge(raised, allocated * sizeof(RaisedAlert));
	}
	raised[nraised++] = (RaisedAlert) {alert, GetCurrentTransactionNestLevel()};
}
