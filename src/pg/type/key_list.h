#ifndef SANCT_KEY_LIST_H
#define SANCT_KEY_LIST_H

/* Keys of names as numbers of the server, each once and in their order */

#include "name/lookup/key_sink.h"

typedef struct KeyList
{
	int			shift;			/* of each key to the right, so that it has a bit to spare */
	int			count;
	int			allocated;
	int64	   *key;			/* in the memory context in which the list was begun */
} KeyList;

/* Begin a list; the sink adds to it */
extern SmKeySink SanctBeginKeys(KeyList *keys, int shift);

/* Put the keys in order, and leave each once */
extern void SanctSortKeys(KeyList *keys);

#endif
