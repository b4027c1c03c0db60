#include "pg/actor.h"
#include "pg/matcher.h"

PG_MODULE_MAGIC;

void		_PG_init(void);

void
_PG_init(void)
{
	DefineActor();
	WatchLists();
}
