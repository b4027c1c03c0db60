/* Hits weighed by what is known of the subject and of the listed entry beside their names */
#include "postgres.h"

#include "pg/screen/weigh.h"

#include "utils/memutils.h"

#include "data/document_kind_table.h"
#include "name/person/document.h"
#include "name/reading/similarity.h"
#include "pg/base/compat.h"
#include "pg/base/own_scan.h"
#include "pg/list/entry_type.h"
#include "pg/screen/listed_facts.h"
#include "pg/type/reading_type.h"

/* Facts of an entry that are kept */
typedef struct KeptFacts
{
	int64		entry;			/* must be first: key of a hash table */
	KnownFacts *facts;
} KeptFacts;

/* See weigh.h */
void
SanctKeepFacts(Weighing *weighing)
{
	HASHCTL		control = {.keysize = sizeof(int64), .entrysize = sizeof(KeptFacts), .hcxt = CurrentMemoryContext};

	weighing->cache = hash_create("facts of entries", 256, &control, HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
}

/* The facts of an entry, kept or read */
static const KnownFacts *
ListedFacts(const Weighing *weighing, const ListedEntry *entry)
{
	MemoryContext old;
	KeptFacts  *kept;
	bool		known;

	if (weighing->cache == NULL)
		return SanctReadListedFacts(weighing->extension, entry, weighing->past);
	kept = hash_search(weighing->cache, &entry->id, HASH_ENTER, &known);
	if (known)
		return kept->facts;
	old = MemoryContextSwitchTo(GetMemoryChunkContext(weighing->cache));
	kept->facts = SanctReadListedFacts(weighing->extension, entry, weighing->past);
	MemoryContextSwitchTo(old);
	return kept->facts;
}

/* See weigh.h */
void
SanctWeighHits(const Weighing *weighing, ListHit *hits, int count)
{
	if (!SanctIsAnythingKnown(weighing->subject))
		return;
	for (int i = 0; i < count; i++)
	{
		const ListedName *name = hits[i].name;
		const KnownFacts *listed = ListedFacts(weighing, name->entry);
		SmEvidence *evidence = palloc(sizeof(SmEvidence));

		sm_evidence(evidence, &weighing->subject->facts, &listed->facts, &(SmNameEvidence) {
			hits[i].weight, name->weak, hits[i].similarity >= SM_NAMES_ALIKE
		});
		hits[i].evidence = evidence;
	}
	SanctSortWeighed(hits, count);
}

/* See weigh.h */
bool
SanctStandsAlone(const SmDocument *subject, const SmDocument *listed, bool alike, bool *decides)
{
	const SmDocumentKey *key = sm_document_common(subject->key, subject->keys, listed->key, listed->keys);

	*decides = key != NULL &&
		sm_document_decides(key, alike || (subject->country != 0 && subject->country == listed->country));
	return *decides || (key != NULL && key->alone == SM_ALONE_POSSIBLE);
}

/* Has an entry a document that stands without a name? */
static bool
HasSuchDocument(const SmFacts *subject, const SmFacts *listed, bool alike)
{
	bool		decides;

	for (int i = 0; i < subject->documents; i++)
		for (int j = 0; j < listed->documents; j++)
			if (SanctStandsAlone(&subject->document[i], &listed->document[j], alike, &decides))
				return true;
	return false;
}

/* Is a name of an entry so far like the subject's that a document that is equal need not be long? */
static bool
IsAlike(const Weighing *weighing, const ListedEntry *entry)
{
	bool		alike = false;
	OwnScan		scan;

	SanctFindOwnRows(&scan, weighing->extension, OWN_NAME, NAME_ROW_ENTRY_ID, entry->id);
	while (SanctNextOwnRow(&scan))
	{
		text	   *string = DatumGetTextPP(OwnDatum(&scan, NAME_ROW_NAME));

		alike = alike || sm_similarity(SanctMakeListedReading(VARDATA_ANY(string), VARSIZE_ANY_EXHDR(string),
															  SanctNamedBy(entry->type))->data,
									   weighing->name) >= SM_NAMES_ALIKE;
	}
	return alike;
}

/* See weigh.h */
bool
SanctWeighDocument(const Weighing *weighing, const ListedEntry *entry, ListedName *name, ListHit *hit)
{
	const KnownFacts *listed = ListedFacts(weighing, entry);
	SmEvidence *evidence;
	bool		alike;

	if (!HasSuchDocument(&weighing->subject->facts, &listed->facts, weighing->name != NULL))
		return false;
	alike = weighing->name != NULL && IsAlike(weighing, entry);
	if (!alike && !HasSuchDocument(&weighing->subject->facts, &listed->facts, false))
		return false;
	evidence = palloc(sizeof(SmEvidence));
	sm_evidence(evidence, &weighing->subject->facts, &listed->facts, &(SmNameEvidence) {0, false, alike});
	*name = (ListedName) {.entry = entry};
	*hit = (ListHit) {.name = name, .similarity = NO_SIMILARITY, .evidence = evidence};
	return true;
}
