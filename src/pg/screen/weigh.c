/* Hits weighed by what is known of the subject and of the listed entry beside their names */
#include "postgres.h"

#include "pg/screen/weigh.h"

#include "miscadmin.h"

#include "data/document_kind_table.h"
#include "name/person/document.h"
#include "pg/screen/listed_facts.h"

/* See weigh.h */
void
SanctWeighHits(const Weighing *weighing, ListHit *hits, int count)
{
	if (!SanctIsAnythingKnown(weighing->subject))
		return;
	for (int i = 0; i < count; i++)
	{
		const ListedName *name = hits[i].name;
		KnownFacts *listed = SanctReadListedFacts(weighing->extension, name->entry, weighing->past);
		SmEvidence *evidence = palloc(sizeof(SmEvidence));

		sm_evidence(evidence, &weighing->subject->facts, &listed->facts, hits[i].weight, name->weak);
		hits[i].evidence = evidence;
	}
	SanctSortWeighed(hits, count);
}

/* See weigh.h */
bool
SanctStandsAlone(const SmDocument *subject, const SmDocument *listed, bool *decides)
{
	const SmDocumentKey *key = sm_document_common(subject->key, subject->keys, listed->key, listed->keys);

	*decides = key != NULL &&
		sm_document_decides(key, subject->country != 0 && subject->country == listed->country);
	return *decides || (key != NULL && key->alone == SM_ALONE_POSSIBLE);
}

/* Has an entry a document that stands without a name? */
static bool
HasSuchDocument(const SmFacts *subject, const SmFacts *listed)
{
	bool		decides;

	for (int i = 0; i < subject->documents; i++)
		for (int j = 0; j < listed->documents; j++)
			if (SanctStandsAlone(&subject->document[i], &listed->document[j], &decides))
				return true;
	return false;
}

/* See weigh.h */
bool
SanctWeighDocument(const Weighing *weighing, const ListedEntry *entry, ListedName *name, ListHit *hit)
{
	KnownFacts *listed = SanctReadListedFacts(weighing->extension, entry, weighing->past);
	SmEvidence *evidence;

	if (!HasSuchDocument(&weighing->subject->facts, &listed->facts))
		return false;
	evidence = palloc(sizeof(SmEvidence));
	sm_evidence(evidence, &weighing->subject->facts, &listed->facts, 0, false);
	*name = (ListedName) {.entry = entry};
	*hit = (ListHit) {.name = name, .similarity = NO_SIMILARITY, .evidence = evidence};
	return true;
}
