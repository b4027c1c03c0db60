#ifndef SANCT_INDEX_GIN_SEARCH_H
#define SANCT_INDEX_GIN_SEARCH_H

/* Searches of a GIN index that are no operator's, see gin.h */

#include "access/stratnum.h"
#include "storage/itemptr.h"
#include "utils/relcache.h"

/* Told of each row that is found, if it is not NULL */
typedef void (*GinFound) (void *state, ItemPointer row);

extern void SanctSearchGin(Relation index, int column, StrategyNumber strategy, Datum argument, GinFound found,
						   void *state);

#endif
