#ifndef SANCT_DESK_DECISION_H
#define SANCT_DESK_DECISION_H

/* What people decide of alerts */

#include "access/htup.h"

#include "pg/base/extension.h"

/*
 * An alert, which nobody else decides meanwhile; an error if there is none of that number that is shown.  The row whose
 * mark it is is locked as well if marks says that the mark may change; needs its owner's right to update it.
 */
extern HeapTupleHeader SanctLockAlert(const Extension *extension, int64 id, bool marks);

#endif
