#ifndef SANCT_DESK_DECISION_H
#define SANCT_DESK_DECISION_H

/* What people decide of alerts */

#include "access/htup.h"
#include "datatype/timestamp.h"
#include "fmgr.h"

#include "pg/base/extension.h"

typedef enum Verdict
{
	VERDICT_MATCH, VERDICT_NO_MATCH, VERDICT_REOPEN, VERDICT_COMMENT
} Verdict;

/* What is decided of an alert, why and by whom */
typedef struct Decision
{
	Verdict		verdict;
	const text *reason;
	bool		expires;
	TimestampTz expires_at;
	const text *actor;			/* NULL: as the setting says */
} Decision;

/*
 * The arguments from the second to the fifth of a function that decides: verdict, reason, expires_at, actor; what
 * says in an error what the first is
 */
extern Decision SanctReadDecision(FunctionCallInfo fcinfo, const char *what);

/* May an alert have the verdict in the state in which it is?  Reopening is of what has been decided */
extern bool SanctSuits(const Decision *decision, HeapTupleHeader alert);

/* Decide an alert, which is locked, with all that follows from it */
extern void SanctDecide(const Extension *extension, const Decision *decision, HeapTupleHeader alert);

/* May the mark of the row change by such a decision? */
extern bool SanctMayMark(const Decision *decision);

/*
 * An alert, which nobody else decides meanwhile; an error if there is none of that number that is shown.  The row whose
 * mark it is is locked as well if marks says that the mark may change; needs its owner's right to update it.
 */
extern HeapTupleHeader SanctLockAlert(const Extension *extension, int64 id, bool marks);

#endif
