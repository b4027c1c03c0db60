#include "pg/base/actor.h"
#include "pg/screen/listed.h"

PG_MODULE_MAGIC;

void		_PG_init(void);

void
_PG_init(void)
{
	DefineActor();
	WatchLists();
}
