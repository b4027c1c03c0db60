#ifndef SANCT_SCREEN_DOCUMENTS_H
#define SANCT_SCREEN_DOCUMENTS_H

/* Entries found by documents and numbers, whatever their names */

#include "name/person/evidence.h"
#include "pg/base/extension.h"
#include "pg/screen/by_index.h"
#include "pg/screen/weigh.h"

/*
 * The ids of entries that have, or had, a number in common with documents that find entries without a name: palloc'd,
 * in ascending order; return how many
 */
extern int	SanctFindByDocuments(const Extension *extension, const SmFacts *subject, int64 **entries);

/* Add to the hits of a search, which are weighed, the entries that only documents find */
extern void SanctSearchDocuments(IndexSearch *search, const Weighing *weighing);

#endif
