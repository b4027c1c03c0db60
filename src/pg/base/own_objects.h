#ifndef SANCT_BASE_OWN_OBJECTS_H
#define SANCT_BASE_OWN_OBJECTS_H

/* What belongs to the extension beside the tables that C reads */

#include "nodes/pg_list.h"

#include "pg/base/extension.h"

/* The trigger function of an extension */
extern Oid	SanctGuardFunction(const Extension *extension);

/* Is a table the extension's own?  Its owner must be just that one, for a superuser owns all */
extern bool SanctIsOwnTable(const Extension *extension, Oid table);

/* A trigger of the extension: on one of its own tables, or a guard on somebody's table */
typedef struct ExtensionTrigger
{
	Oid			table;
	NameData	name;
	char		enabled;		/* TRIGGER_FIRES_ALWAYS unless somebody has changed that */
	bool		own;			/* on one of its own tables */
} ExtensionTrigger;

/* All of them, of ExtensionTrigger *, by their tables and names, as the catalog has them now; nothing is locked */
extern List *SanctExtensionTriggers(const Extension *extension);

#endif
