#ifndef SANCT_SCREEN_WEIGH_H
#define SANCT_SCREEN_WEIGH_H

/* Hits weighed by facts: from a name to a person */

#include "utils/hsearch.h"

#include "name/person/evidence.h"
#include "pg/base/extension.h"
#include "pg/screen/facts.h"
#include "pg/screen/hit.h"

/* What is known of a subject, held against lists as they are or, past, were */
typedef struct Weighing
{
	const Extension *extension;
	const KnownFacts *subject;
	const uint8 *name;			/* reading of its name, for entries that documents find; NULL: none */
	bool		past;
	HTAB	   *cache;			/* of facts of entries, NULL: none */
} Weighing;

/* Keep the facts of entries that are weighed, in the current memory context, for more subjects */
extern void SanctKeepFacts(Weighing *weighing);

/* Weigh hits and sort them by verdict and total; where nothing is known they stay as they are */
extern void SanctWeighHits(const Weighing *weighing, ListHit *hits, int count);

/*
 * Weigh an entry that documents alone have found; false if none of its own is equal and may stand without a name.
 * name is room for the hit's
 */
extern bool SanctWeighDocument(const Weighing *weighing, const ListedEntry *entry, ListedName *name, ListHit *hit);

/*
 * Does an equal document find an entry, and decide by itself, in the same country of issue or, alike, beside a name
 * that is alike?
 */
extern bool SanctStandsAlone(const SmDocument *subject, const SmDocument *listed, bool alike,
							 bool *decides);

#endif
