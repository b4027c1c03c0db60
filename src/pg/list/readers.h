#ifndef SANCT_LIST_READERS_H
#define SANCT_LIST_READERS_H

#include "utils/array.h"

#include "pg/base/extension.h"

/* Are a list's entries shown to the current user, or to a role?  readers is a name[] or NULL */
extern bool IsShown(const ArrayType *readers);
extern bool IsShownTo(const ArrayType *readers, Oid role);

/* The same of the current user and of the role that gets errors, whatever functions of others it has called */
extern bool IsShownThrough(const ArrayType *readers);

/* Is a list shown to the current user, or an entry that exists? */
extern bool IsListShown(const Extension *extension, const char *code);
extern bool IsEntryShown(const Extension *extension, int64 entry);

#endif
