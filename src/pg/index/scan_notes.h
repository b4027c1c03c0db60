#ifndef SANCT_INDEX_SCAN_NOTES_H
#define SANCT_INDEX_SCAN_NOTES_H

/* What is to be told of an index scan as soon as it has ended */

#include "fmgr.h"
#include "utils/relcache.h"

extern void SanctNoteIndexUnicode(FunctionCallInfo fcinfo, Relation index, uint8 unicode, bool of_readings);

extern void SanctNoteGinUnicode(FunctionCallInfo fcinfo, uint8 unicode);

extern void SanctNoteStoredUnicode(FunctionCallInfo fcinfo, uint8 unicode, bool of_query);

#endif
