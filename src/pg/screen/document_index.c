/*
 * Documents of the lists in memory: for each key of a document the entries that have it.  Keys are told apart by their
 * hashes, so what is found is to be compared.
 */
#include "postgres.h"

#include "pg/screen/document_index.h"

#include "common/hashfn.h"
#include "nodes/pg_list.h"
#include "utils/hsearch.h"

#include "data/document_kind_table.h"
#include "name/person/document.h"
#include "pg/base/compat.h"
#include "pg/base/encoding.h"
#include "pg/base/own_scan.h"

/* Keys that lists have, about: a table that grows costs more than one that is large enough */
#define DOCUMENTS_EXPECTED 32768

struct DocumentIndex
{
	const MemoryLists *lists;
	HTAB	   *keys;
};

/* The entries of a key */
typedef struct KeyEntries
{
	uint64		hash;			/* must be first: key of a hash table */
	List	   *entries;		/* numbers among those of the lists */
} KeyEntries;

static uint64
HashKey(const char *key)
{
	return hash_bytes_extended((const unsigned char *) key, strlen(key), 0);
}

/* Add an entry below a key */
static void
AddKey(DocumentIndex *index, const char *key, int entry)
{
	uint64		hash = HashKey(key);
	bool		known;
	KeyEntries *found = hash_search(index->keys, &hash, HASH_ENTER, &known);

	if (!known)
		found->entries = NIL;
	found->entries = list_append_unique_int(found->entries, entry);
}

/* Add the keys of a fact, if it is a document */
static void
AddFact(DocumentIndex *index, const OwnScan *scan)
{
	/* kinds are ASCII, which is the same in all encodings */
	const text *kind_name = DatumGetTextPP(OwnDatum(scan, IDENTIFIER_ROW_KIND));
	const SmDocumentKind *kind = sm_document_kind(VARDATA_ANY(kind_name), VARSIZE_ANY_EXHDR(kind_name));
	int64		entry;
	SmDocumentKey keys[SM_DOCUMENT_KEYS];
	const char *value;
	int			n;

	if (kind == NULL || kind->alone == SM_ALONE_NAME || OwnIsNull(scan, IDENTIFIER_ROW_VALUE))
		return;
	entry = SanctListedNumber(index->lists, OwnNumber(scan, IDENTIFIER_ROW_ENTRY_ID));
	value = SanctTextToUtf8(DatumGetTextPP(OwnDatum(scan, IDENTIFIER_ROW_VALUE)));
	n = entry >= 0 ? sm_document_keys(keys, kind, value, strlen(value)) : 0;
	for (int i = 0; i < n; i++)
		AddKey(index, keys[i].text, (int) entry);
}

/* See document_index.h */
DocumentIndex *
SanctIndexDocuments(const Extension *extension, MemoryLists *lists, bool past)
{
	HASHCTL		control = {.keysize = sizeof(uint64), .entrysize = sizeof(KeyEntries), .hcxt = CurrentMemoryContext};
	DocumentIndex *index = palloc(sizeof(DocumentIndex));
	static const OwnTable tables[] = {OWN_IDENTIFIER, OWN_PAST_IDENTIFIER};

	index->lists = lists;
	index->keys = hash_create("listed documents", DOCUMENTS_EXPECTED, &control, HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
	for (int i = 0; i < (past ? 2 : 1); i++)
	{
		OwnScan		scan;

		SanctReadOwnTable(&scan, extension, tables[i]);
		while (SanctNextOwnRow(&scan))
			AddFact(index, &scan);
	}
	return index;
}

/* See document_index.h */
int
SanctLookUpDocuments(DocumentIndex *index, const SmFacts *subject, ListedEntry **entries)
{
	List	   *all = NIL;
	ListCell   *cell;
	int			n = 0;

	for (int i = 0; i < subject->documents; i++)
		for (int j = 0; j < subject->document[i].keys; j++)
		{
			uint64		hash = HashKey(subject->document[i].key[j].text);
			KeyEntries *found = hash_search(index->keys, &hash, HASH_FIND, NULL);

			if (found != NULL)
				all = list_concat_unique_int(all, found->entries);
		}
	*entries = palloc((list_length(all) + 1) * sizeof(ListedEntry));
	foreach(cell, all)
		SanctTakeListedEntry(index->lists, lfirst_int(cell), &(*entries)[n++]);
	return n;
}
