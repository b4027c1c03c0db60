#ifndef SANCT_SCREEN_BY_INDEX_H
#define SANCT_SCREEN_BY_INDEX_H

/* Look-ups through the index of the lists, as they are or were */

#include "name/reading/reading.h"
#include "pg/base/extension.h"
#include "pg/list/loaded.h"
#include "pg/screen/hit.h"

/*
 * Find the listed entries that match a name of what it is told to be of at a threshold in thousandths through the index
 * of the lists, as the active snapshot sees them: just what SanctFindListed finds in memory.  The hits and what they
 * point to are palloc'd.
 */
extern int	SanctFindListedByIndex(const Extension *extension, const char *name, SmNamed named, int threshold,
								   bool strong, ListHit **hits);

/*
 * The lists that SanctFindListedByIndex looks at, as the active snapshot sees them; they are all there, which is looked
 * at once until they change
 */
extern LoadedLists *SanctReadWholeLists(const Extension *extension);

/* A search for one name */
typedef struct IndexSearch
{
	const Extension *extension;
	const LoadedLists *lists;
	bool		delisted;		/* only entries that are no longer listed */
	bool		past;			/* as the lists were when their releases in lists were in force */
	bool		strong;			/* without names that their list calls weak */
	SmNamed		named;			/* what the name is told to be of */
	int			threshold;
	uint8		reading[SM_READING_MAX];
	unsigned	notes;			/* what of the name could not be read, SM_NOTE_* */
	ListHit    *hits;
	int			count;
	int			allocated;
} IndexSearch;

/* The entry of that id as a search sees it; NULL if it is not listed, or was not */
extern ListedEntry *SanctReadEntry(const IndexSearch *search, int64 id);

/* Find the names that match and rank their entries: the hits of a search whose first members are set */
extern void SanctSearchIndex(IndexSearch *search, const char *name, int length, int threshold);

#endif
