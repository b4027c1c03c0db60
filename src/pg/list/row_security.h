#ifndef SANCT_LIST_ROW_SECURITY_H
#define SANCT_LIST_ROW_SECURITY_H

/* Row security of the extension's own tables */

#include "nodes/pg_list.h"

#include "pg/base/extension.h"

/*
 * The extension's own tables, as a list of OIDs, whose row security is not as it has to be: on where a list is
 * restricted to some readers, else off, as a dump by the owner of a database needs it
 */
extern List *SanctFindWrongRowSecurity(const Extension *extension, bool *restricted);

/* Set it right, and return the tables */
extern List *SanctMendRowSecurity(const Extension *extension);

#endif
