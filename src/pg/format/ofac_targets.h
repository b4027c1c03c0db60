#ifndef SANCT_FORMAT_OFAC_TARGETS_H
#define SANCT_FORMAT_OFAC_TARGETS_H

/* What the ids in a document of the Advanced Sanctions Data Model lead to */

#include "utils/hsearch.h"

#include <libxml/tree.h>

#include "pg/list/paged_texts.h"
#include "pg/list/xml.h"

/* Longest key of what an id leads to: the element's name, an attribute's, and the id */
#define OFAC_KEY_MAX 80

/* What an id of a reference value leads to */
typedef struct OfacTarget
{
	char		key[OFAC_KEY_MAX];	/* hash key */
	const char *text;
} OfacTarget;

/* What the id of a location leads to: an address, the same in another script, a country */
enum
{
	LOCATION_TEXT, LOCATION_NOTE, LOCATION_COUNTRY, LOCATION_TEXTS
};

/* All of them of one document */
typedef struct OfacTargets
{
	XmlReader  *xml;			/* tells where errors are */
	MemoryContext context;
	HTAB	   *table;			/* OfacTarget */
	PagedTexts *many;			/* of ids of which a document has as many as it has entries */
} OfacTargets;

/* Start with none, to be kept in this memory */
extern OfacTargets *SanctStartOfacTargets(XmlReader *xml, MemoryContext context);

/* Give back their files */
extern void SanctEndOfacTargets(OfacTargets *targets);

/* Let an id of an element lead to some texts, before what it leads to already */
extern void SanctPutOfacTexts(OfacTargets *targets, const char *element, const char *id, const char *const *text,
							  int count);

/* The texts that an id of an element, perhaps NULL, leads to, see SanctGetPagedTexts() */
extern bool SanctGetOfacTexts(OfacTargets *targets, const char *element, const char *id, uint64 *at, const char **text,
							  int count);

/* Find the text of a reference value; complain if there is none of this id */
extern const char *SanctReference(OfacTargets *targets, const char *element, const char *id);

/* The same, but NULL if there is no id */
extern const char *SanctOptionalReference(OfacTargets *targets, const char *element, const char *id);

/* Take the reference values: the text of each and of its attributes, under its id */
extern void SanctTakeReferences(OfacTargets *targets, xmlNodePtr sets);

/* Take a location: its parts in the order of an address, the main ones apart from the others */
extern void SanctTakeOfacLocation(OfacTargets *targets, xmlNodePtr node);

#endif
