#ifndef SANCT_LIST_ENTRY_TYPE_H
#define SANCT_LIST_ENTRY_TYPE_H

/* The types of listed entries */

#include "name/words/named.h"

/* What to write in a HINT or DETAIL about types of entries */
#define ENTRY_TYPES "person, organisation, vessel, aircraft or other"

/* The type of an entry by its own name or one that publishers and people give it, whatever the case; NULL: unknown */
extern const char *SanctEntryTypeOf(const char *text);

/* The same of what has to be known */
extern const char *SanctKnownEntryType(const char *text);

/* What to begin a HINT with for a type that is unknown, see SanctPerhaps() */
extern const char *SanctPerhapsType(const char *text);

/* What the names of an entry are of, by its type as it is stored */
extern SmNamed SanctNamedBy(const text *type);
extern SmNamed SanctNamedByType(const char *type, size_t length);

#endif
