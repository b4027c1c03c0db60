#ifndef SANCT_LIST_OTHER_LISTS_H
#define SANCT_LIST_OTHER_LISTS_H

/* Lists that a release may be meant for, beside the one whose key it was given */

#include "pg/base/extension.h"

/* Refuse a key that a list had before it was renamed, unless it is the given one, 0 for none */
extern void SanctRefuseFormerKey(const Extension *extension, const char *code, int32 list);

/* Warn of other lists whose release in force was made of the same documents, of these hashes; the list is locked */
extern void SanctWarnOfSameDocument(const Extension *extension, int32 list, const char *code, Datum hashes);

#endif
