#ifndef SANCT_INDEX_INDEX_VERSIONS_H
#define SANCT_INDEX_INDEX_VERSIONS_H

/* The versions that an index of names was built with */

#include "storage/block.h"
#include "storage/bufpage.h"
#include "utils/relcache.h"

extern bool SanctIsNameColumn(Relation index, int column, bool *of_readings);
extern bool SanctIsGin(Relation index);
extern Page SanctCopyIndexPage(Relation index, BlockNumber block);
extern bool SanctReadIndexVersions(Relation index, int *algorithm, int *unicode);

#endif
