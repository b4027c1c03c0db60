#ifndef SANCT_LIST_KNOWN_H
#define SANCT_LIST_KNOWN_H

/* What a document holds of what its format may hold, and what it holds that the format does not know */

#include "nodes/pg_list.h"

#include "data/list_field_table.h"

typedef struct KnownFields
{
	const SmListFormat *format;
	const char *document;		/* what messages call it */
	MemoryContext context;		/* that it lasts in */
	bool		part;			/* the document may be a part of the list: what it lacks is a WARNING */
	int			first;			/* field of the format */
	int64	   *seen;			/* of each field from there: how often it stands in the document */
	int64	   *count;			/* and how often it holds something then */
	List	   *unknown;		/* of UnknownField * */
	int			untold;			/* unknown ones beyond those that are kept */
} KnownFields;

/* Begin to count what a document of that format, named as its import, holds */
extern KnownFields *SanctKnowFields(const char *format, const char *document);

/* The group of that name, from which the fields of a file or an element are told */
extern int	SanctKnownGroup(const KnownFields *known, const char *name);

/* The field of that name in a group, or -1; a hint tells where to begin, at the field behind the one before */
extern int	SanctKnownField(const char *name, bool attribute, int group, int hint);

/* True if a column's name is one of those between bars; one that begins in a star stands for any begin */
extern bool SanctIsColumnNamed(const char *column, const char *names);

/* Count a field, which may hold something */
static inline void
SanctCountField(KnownFields *known, int field, bool holds)
{
	known->seen[field - known->first]++;
	known->count[field - known->first] += holds;
}

/* Note one that the format does not know: "element", "attribute" or "column", where it stands, which may be NULL */
extern void SanctNoteUnknown(KnownFields *known, const char *what, const char *name, const char *inside, int64 line);

/* Warn of what is not known, once */
extern void SanctWarnOfUnknown(KnownFields *known);

/* Complain of what a whole document in XML must have and this one lacks, or warn of it where it may be a part */
extern void SanctCheckPresent(const KnownFields *known);

/* How often each field that is not left out holds something, as JSON; below 0 how often it stands there empty */
extern char *SanctFieldCounts(const KnownFields *known);

#endif
