#ifndef SANCT_TYPE_READ_NAME_H
#define SANCT_TYPE_READ_NAME_H

/* Names in the server's encoding become readings */

#include "fmgr.h"

#include "name/node/bound.h"
#include "name/reading/read.h"
#include "pg/type/checked.h"

extern const SmProbe *SanctPrepareCached(FunctionCallInfo fcinfo, text *name);

extern const SmProbe *SanctPrepareReading(FunctionCallInfo fcinfo, StoredReading stored);

extern const uint8 *SanctReadCached(FunctionCallInfo fcinfo, int slot, text *name);

/*
 * Read a name in the server's encoding into a buffer of SM_READING_MAX bytes and return the length.  *notes tells what
 * of it could not be read, SM_NOTE_*, unless it is NULL.
 */
extern int	SanctReadNameAs(uint8 *reading, const char *name, int length, SmReadAs as, unsigned *notes);

extern int	SanctReadName(uint8 *reading, const char *name, int length);

extern int	SanctReadListed(uint8 *reading, const char *name, int length, SmNamed named);

extern void SanctOpenListed(SmListedName *listed, const char *name, int length);

extern int	SanctReadScreened(uint8 *reading, const char *name, int length, SmNamed named, unsigned *notes);

#endif
