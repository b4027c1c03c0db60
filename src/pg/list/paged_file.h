#ifndef SANCT_LIST_PAGED_FILE_H
#define SANCT_LIST_PAGED_FILE_H

/* A temporary file of pages, of which some are in memory, for what grows with the length of a document */

#include "postgres.h"

#define FILE_PAGE BLCKSZ

typedef struct PagedFile PagedFile;

/* A file without pages, in the current memory context and resource owner */
extern PagedFile *SanctOpenPages(void);

/* Add a page of zeroes; return its number */
extern uint32 SanctAddPage(PagedFile *file);

/* A page, good until the next one is asked for; it is written by and by if it is to be changed */
extern void *SanctGetPage(PagedFile *file, uint32 page, bool change);

extern void SanctClosePages(PagedFile *file);

#endif
