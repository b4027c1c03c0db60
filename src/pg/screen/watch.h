#ifndef SANCT_SCREEN_WATCH_H
#define SANCT_SCREEN_WATCH_H

/* Whether a list has changed */

#include "utils/relcache.h"

#include "pg/base/extension.h"

/*
 * Have the lists been found to be whole by this backend, and not changed since?  To be asked after they have been
 * opened
 */
extern bool SanctAreKnownWhole(const Extension *extension);

/* Note that the active snapshot shows whole lists */
extern void SanctNoteWhole(void);

/* Called once, when the module is loaded */
extern void SanctWatchLists(void);

/* How many tables are watched */
#define WATCHED_TABLES 4

/*
 * Open them with a lock for reading; a serializable transaction that does not look at the lists as they are now
 * conflicts with whoever changes them
 */
extern void SanctOpenWatched(const Extension *extension, Relation *relation, bool now);

/* Do the triggers of all of them tell of changes?  Warns if not, if that is asked for */
extern bool SanctAreWatched(const Relation *relation, bool warn);

/* Has this backend been told that a list has changed, since SanctForgetChange? */
extern bool SanctHasListChanged(void);
extern void SanctForgetChange(void);

#endif
