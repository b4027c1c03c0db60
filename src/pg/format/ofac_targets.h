#ifndef SANCT_FORMAT_OFAC_TARGETS_H
#define SANCT_FORMAT_OFAC_TARGETS_H

/* What the ids in a document of the Advanced Sanctions Data Model lead to */

#include "nodes/pg_list.h"
#include "utils/hsearch.h"

#include <libxml/tree.h>

#include "pg/list/xml.h"

/* Longest key of what an id leads to: the element's name, an attribute's, and the id */
#define OFAC_KEY_MAX 80

/* What an id leads to; what it is depends on the kind of element that has the id */
typedef struct OfacTarget
{
	char		key[OFAC_KEY_MAX];	/* hash key */
	const char *text;			/* of a reference value; of a location */
	const char *country;		/* of a location */
	const char *note;			/* of a location: the same in another script */
	List	   *documents;		/* documents of an identity that stand before its party */
	const char *owner;			/* of an identity: the uid of its entry, once it has been read */
} OfacTarget;

/* All of them of one document */
typedef struct OfacTargets
{
	XmlReader  *xml;			/* tells where errors are */
	MemoryContext context;
	HTAB	   *table;			/* OfacTarget */
} OfacTargets;

/* Start with none, to be kept in this memory */
extern OfacTargets *SanctStartOfacTargets(XmlReader *xml, MemoryContext context);

/* Find what an id of an element leads to, or NULL; it is made if it is to be entered */
extern OfacTarget *SanctFindOfacTarget(OfacTargets *targets, const char *element, const char *id, HASHACTION action);

/* Find the text of a reference value; complain if there is none of this id */
extern const char *SanctReference(OfacTargets *targets, const char *element, const char *id);

/* The same, but NULL if there is no id */
extern const char *SanctOptionalReference(OfacTargets *targets, const char *element, const char *id);

/* Copy a text into the memory of the targets; NULL stays NULL */
extern const char *SanctKeepInTargets(OfacTargets *targets, const char *text);

/* Take the reference values: the text of each and of its attributes, under its id */
extern void SanctTakeReferences(OfacTargets *targets, xmlNodePtr sets);

#endif
