#ifndef SANCT_FORMAT_UK_H
#define SANCT_FORMAT_UK_H

/* What the formats of the United Kingdom's lists have in common */

#include "pg/list/release.h"

/* Parts of a name: the given names, then the surname, which stands in the column "Name 6" */
#define UK_NAME_PARTS 6

/* A kind of fact and where it stands; NULL: the format does not have it */
typedef struct UkFact
{
	const char *kind;
	const char *column;			/* of the UK Sanctions List in CSV and of OFSI's */
	const char *element;		/* in XML */
	const char *label;			/* in the remarks of OFSI's list */
} UkFact;

extern const UkFact SanctUkFacts[];
extern const int SanctUkFactCount;

extern const char *SanctUkType(const char *type);
extern void SanctAddUkName(ListRelease *release, ListEntry *entry, char *const *part,
						   const char *type, const char *quality);
extern void SanctAddUkOriginal(ListRelease *release, ListEntry *entry, const char *name,
							   const char *language);
extern void SanctAddUkFact(ListRelease *release, ListEntry *entry, const char *kind, const char *text);
extern void SanctAddUkPair(ListRelease *release, ListEntry *entry, const char *kind,
						   const char *text, const char *other);
extern void SanctAddUkRemarks(ListRelease *release, ListEntry *entry, const char *text);
extern bool SanctAddUkListing(ListRelease *release, ListEntry *entry, const char *date);

#endif
