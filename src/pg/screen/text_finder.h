#ifndef SANCT_SCREEN_TEXT_FINDER_H
#define SANCT_SCREEN_TEXT_FINDER_H

/* Listed names in running texts */

#include "pg/screen/asked.h"
#include "pg/screen/hit.h"
#include "pg/screen/listed.h"

/* A listed name that a text has */
typedef struct FoundName
{
	size_t		from;			/* bytes of the text in UTF-8 */
	size_t		to;
	int32		start;			/* characters, the first is 1 */
	int32		length;
	const char *text;			/* what stands there, in the server's encoding */
	int			text_length;
	ListHit		hit;
} FoundName;

/* What was found in a text; palloc'd, points into the lists, which the caller holds, and the text */
typedef struct FoundNames
{
	FoundName  *name;			/* in the order of the text, at one place the most similar first */
	int			count;
	size_t		unread;			/* words in scripts that names are not looked for in */
} FoundNames;

/*
 * Find the names in a text of the server's encoding that match listed ones at a threshold in thousandths, or at the
 * higher one that names of their kind need in a text.
 */
extern void SanctFindInText(FoundNames *found, MemoryLists *lists, const ListFilter *filter, int threshold,
							const char *text, int length);

#endif
