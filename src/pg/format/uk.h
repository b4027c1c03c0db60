#ifndef SANCT_FORMAT_UK_H
#define SANCT_FORMAT_UK_H

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

extern const UkFact uk_fact[];
extern const int uk_nfacts;

extern const char *uk_type(const char *type);
extern void uk_add_name(ListRelease *release, ListEntry *entry, char *const *part,
						const char *type, const char *quality);
extern void uk_add_original(ListRelease *release, ListEntry *entry, const char *name,
							const char *language);
extern void uk_add_fact(ListRelease *release, ListEntry *entry, const char *kind, const char *text);
extern void uk_add_pair(ListRelease *release, ListEntry *entry, const char *kind,
						const char *text, const char *other);
extern void uk_add_address(ListRelease *release, ListEntry *entry, const char *lines,
						   const char *country);
extern void uk_add_remarks(ListRelease *release, ListEntry *entry, const char *text);
extern bool uk_add_listing(ListRelease *release, ListEntry *entry, const char *date);

#endif
