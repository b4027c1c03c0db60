#ifndef SANCT_INDEX_INDEX_VERSIONS_H
#define SANCT_INDEX_INDEX_VERSIONS_H

#include "pg/type/sanctmatch.h"

#include "storage/bufpage.h"
#include "utils/relcache.h"
#include "name/reading/reading.h"

extern uint8 ServerUnicode(void);
extern const char *UnicodeText(int unicode);
extern bool IsNameColumn(Relation index, int column, bool *of_readings);
extern Page CopyIndexPage(Relation index, BlockNumber block);
extern bool IndexVersions(Relation index, int *algorithm, int *unicode);
extern void NoteIndexUnicode(FunctionCallInfo fcinfo, Relation index, uint8 unicode, bool of_readings);
extern void NoteStoredUnicode(FunctionCallInfo fcinfo, uint8 unicode, bool of_query);
extern void TellStoredUnicode(uint8 unicode, bool of_query);

/* Tell of a stored reading of this version of the algorithm that another version of Unicode was read by */
static inline void
CheckStoredUnicode(StoredReading stored)
{
	if (unlikely(SM_READING_UNICODE(stored.data) != ServerUnicode()))
		TellStoredUnicode(SM_READING_UNICODE(stored.data), stored.of_query);
}

#endif
