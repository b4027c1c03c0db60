#ifndef SANCT_BASE_OWN_OBJECTS_H
#define SANCT_BASE_OWN_OBJECTS_H

/* What belongs to the extension beside the tables that C reads */

#include "pg/base/extension.h"

/* What to do where one does not fire always */
#define HINT_ENABLE_TRIGGERS "SELECT * FROM sanct_enable_triggers();"

/* The trigger function of an extension */
extern Oid	SanctGuardFunction(const Extension *extension);

/* Is a table the extension's own?  Its owner must be just that one, for a superuser owns all */
extern bool SanctIsOwnTable(const Extension *extension, Oid table);

#endif
