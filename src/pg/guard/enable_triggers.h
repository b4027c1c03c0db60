#ifndef SANCT_GUARD_ENABLE_TRIGGERS_H
#define SANCT_GUARD_ENABLE_TRIGGERS_H

#include "postgres.h"

#include "nodes/pg_list.h"

#include "pg/base/extension.h"

/* A trigger of the extension: on one of its own tables, or a guard on somebody's table */
typedef struct ExtensionTrigger
{
	Oid			table;
	NameData	name;
	char		enabled;		/* TRIGGER_FIRES_ALWAYS unless somebody has changed that */
	bool		own;			/* on one of its own tables */
} ExtensionTrigger;

/* All of them, of ExtensionTrigger *, as the catalog has them now; nothing is locked */
extern List *ExtensionTriggers(const Extension *extension);

/* Is a table the extension's own?  Its owner must be just that one, for a superuser owns all */
extern bool IsOwnTable(const Extension *extension, Oid table);

/* What to do where one does not fire always */
#define HINT_ENABLE_TRIGGERS "SELECT * FROM sanct_enable_triggers();"

#endif
