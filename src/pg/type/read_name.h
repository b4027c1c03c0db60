#ifndef SANCT_TYPE_READ_NAME_H
#define SANCT_TYPE_READ_NAME_H

#include "fmgr.h"

#include "name/node/bound.h"
#include "pg/type/checked.h"

extern const SmProbe *PrepareCached(FunctionCallInfo fcinfo, text *name);

extern const SmProbe *PrepareReading(FunctionCallInfo fcinfo, StoredReading stored);

extern const uint8 *ReadCached(FunctionCallInfo fcinfo, int slot, text *name);

extern int	ReadName(uint8 *reading, const char *name, int length);

extern int	ReadNameNoted(uint8 *reading, const char *name, int length, unsigned *notes);

#endif
