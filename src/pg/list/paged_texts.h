#ifndef SANCT_LIST_PAGED_TEXTS_H
#define SANCT_LIST_PAGED_TEXTS_H

/* Texts that ids of a document lead to, in a file, for those of which a document has as many as it has entries */

#include "postgres.h"

typedef struct PagedTexts PagedTexts;

/* None, in the current memory context and resource owner */
extern PagedTexts *SanctStartPagedTexts(void);

/* Let an id lead to some texts, of which some may be NULL or empty, before what it leads to already */
extern void SanctPutPagedTexts(PagedTexts *texts, const char *id, const char *const *text, int count);

/*
 * The texts that an id leads to, as many as were put, NULL for those that are empty, in the current memory context;
 * from the last ones (at = 0) to the first; false: no more
 */
extern bool SanctGetPagedTexts(PagedTexts *texts, const char *id, uint64 *at, const char **text, int count);

extern void SanctEndPagedTexts(PagedTexts *texts);

#endif
