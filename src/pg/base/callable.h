#ifndef SANCT_BASE_CALLABLE_H
#define SANCT_BASE_CALLABLE_H

/*
 * Names as a statement in a hint must write them, so that it can be pasted.  What whoever pastes it must fill in stands
 * there as <word> outside of quotes, which is an error until it is filled in.
 */

#include "pg/base/extension.h"

/* A function, table or view of the extension, with its schema where search_path lacks that; palloc'd or the name */
extern const char *SanctCallable(const Extension *extension, const char *name);

/* A table or an index, quoted, with its schema where search_path does not find it; palloc'd */
extern const char *SanctRelationInSql(Oid relation);

/* The same with its schema always: for where search_path is not that of the session; palloc'd */
extern const char *SanctRelationInFull(Oid relation);

/* The statement that lets triggers fire always again; palloc'd */
extern const char *SanctEnableTriggersCall(const Extension *extension);

#endif
