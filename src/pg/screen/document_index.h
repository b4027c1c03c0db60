#ifndef SANCT_SCREEN_DOCUMENT_INDEX_H
#define SANCT_SCREEN_DOCUMENT_INDEX_H

/* Documents of the lists in memory */

#include "name/person/evidence.h"
#include "pg/base/extension.h"
#include "pg/screen/hit.h"
#include "pg/screen/listed.h"

/* Entries of the lists by the keys of their documents */
typedef struct DocumentIndex DocumentIndex;

/*
 * Index the documents that the active snapshot sees and that find without a name, past: and those that were, in the
 * current memory context
 */
extern DocumentIndex *SanctIndexDocuments(const Extension *extension, MemoryLists *lists, bool past);

/* The entries that may have one of a subject's documents, each once: palloc'd; return how many */
extern int	SanctLookUpDocuments(DocumentIndex *index, const SmFacts *subject, ListedEntry **entries);

#endif
