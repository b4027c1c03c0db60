#ifndef SANCT_INDEX_INDEX_VERSIONS_H
#define SANCT_INDEX_INDEX_VERSIONS_H

#include "storage/block.h"
#include "storage/bufpage.h"
#include "utils/relcache.h"

extern bool IsNameColumn(Relation index, int column, bool *of_readings);
extern Page CopyIndexPage(Relation index, BlockNumber block);
extern bool IndexVersions(Relation index, int *algorithm, int *unicode);

#endif
