#ifndef SANCT_SCREEN_LIST_STATE_H
#define SANCT_SCREEN_LIST_STATE_H

/* The state of the lists: a number that two snapshots have in common only if they show the same lists */

#include "pg/base/extension.h"

/*
 * The state of the lists as the active snapshot sees them.  False if it has none that says all: the snapshot does not
 * show all that its own transaction has changed.
 */
extern bool SanctReadListState(const Extension *extension, uint64 *state);

/*
 * Note that this transaction changes a list, so that its state becomes another one; false if it has been noted since
 * the state was read last, in the same subtransaction
 */
extern bool SanctNoteListChange(const Extension *extension);

/* Put one row in the place of all that make the state, unless others are about to */
extern void SanctSumListState(const Extension *extension);

#endif
