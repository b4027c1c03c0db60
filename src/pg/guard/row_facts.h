#ifndef SANCT_GUARD_ROW_FACTS_H
#define SANCT_GUARD_ROW_FACTS_H

/* What a guarded row says beside its names, and what that makes of the entries that are found */

#include "access/htup.h"

#include "pg/base/extension.h"
#include "pg/guard/call.h"
#include "pg/screen/facts.h"
#include "pg/screen/hit.h"

/* The facts of a row that hits are weighed by */
typedef struct RowFacts
{
	KnownFacts	known;
	const char *unread;			/* those that could not be read, as alerts tell them; NULL: none */
} RowFacts;

/* Read them; what cannot be read is a warning, once a statement for each column, and makes every hit count */
extern void SanctReadRowFacts(Guard *guard, HeapTuple row, RowFacts *facts);

/* Weigh hits of a row */
extern void SanctWeighRowHits(const Guard *guard, const RowFacts *facts, ListHit *hits, int count);

/* Find the entries that have one of a row's documents, weighed beside its names, of uint8 *; return how many */
extern int	SanctFindRowDocuments(const Guard *guard, const RowFacts *facts, const List *names, ListHit **hits);

/* Is the verdict on a hit one that the guard acts on? */
extern bool SanctDoesCount(const Guard *guard, const RowFacts *facts, const ListHit *hit);

/*
 * What the facts say of a hit, as rows that sanct_explain might have: a JSON array, NULL if nothing is known.  What is
 * listed is read as the active snapshot sees it.
 */
extern char *SanctFactRows(const Extension *extension, const KnownFacts *known, const ListHit *hit);

#endif
