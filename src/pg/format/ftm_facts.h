#ifndef SANCT_FORMAT_FTM_FACTS_H
#define SANCT_FORMAT_FTM_FACTS_H

/* What lines in the model FollowTheMoney say of an entry */

#include "pg/format/ftm_line.h"
#include "pg/list/release.h"

/* The entities that a property refers to, whose names or addresses are a fact */
typedef struct FtmReference
{
	const char *property;
	const char *kind;
} FtmReference;

extern const FtmReference SanctFtmReferences[];
extern const int SanctFtmReferenceCount;

/* The kind of a fact about an entry of that type: what is said of vessels is said of aircraft in other words */
extern const char *SanctFtmKind(const char *kind, const char *type);

/* Add what the line of an entity says of it */
extern void SanctAddFtmThing(const FtmModel *model, ListRelease *release, ListEntry *entry, const FtmLine *line);

/* Add what the line of a document, a sanction, a risk or a wallet says of the entity whose it is */
extern void SanctAddFtmPart(ListRelease *release, ListEntry *entry, const FtmLine *line);

/* What an address is, in one text */
extern char *SanctFtmAddress(const FtmLine *line);

/* When something was so, and what else is said of it; NULL if nothing is */
extern char *SanctFtmNote(const FtmLine *line);

#endif
