#ifndef SANCT_LIST_READERS_H
#define SANCT_LIST_READERS_H

/* Who is shown what: entries of a restricted list are shown to its readers alone */

#include "utils/array.h"

#include "pg/base/extension.h"
#include "pg/base/own_scan.h"

/*
 * The readers of the current row of a scan of lists, an oid[] that is palloc'd, NULL: everybody.  One is a reader under
 * the name that he was named by and as the role that he was then, or that had his name where a dump was restored: no
 * other role that has got the name since
 */
extern ArrayType *SanctReadersOf(const OwnScan *lists);

/* Are a list's entries shown to the current user, or to a role?  readers is an oid[] or NULL */
extern bool SanctIsShown(const ArrayType *readers);
extern bool SanctIsShownTo(const ArrayType *readers, Oid role);

/* The same of the current user and of the role that gets errors, whatever functions of others it has called */
extern bool SanctIsShownThrough(const ArrayType *readers);

/* The lists that are not shown to the current user, a text[] of their codes */
extern ArrayType *SanctHiddenLists(const Extension *extension);

/* Is a list shown to the current user, or an entry that exists? */
extern bool SanctIsListShown(const Extension *extension, const char *code);
extern bool SanctIsEntryShown(const Extension *extension, int64 entry);

#endif
