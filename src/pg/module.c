/* What happens once, when the module is loaded */
#include "postgres.h"

#include "pg/base/actor.h"
#include "pg/screen/watch.h"

PG_MODULE_MAGIC;

void		_PG_init(void);

void
_PG_init(void)
{
	SanctDefineActor();
	SanctWatchLists();
}
