/*
 * Entries found by documents and numbers, whatever their names: sanct_document_keys(), whose index on the facts is
 * asked, and sanct_documents()
 */
#include "postgres.h"

#include "pg/screen/documents.h"

#include "catalog/pg_type.h"
#include "fmgr.h"
#include "funcapi.h"
#include "utils/array.h"
#include "utils/builtins.h"

#include "data/document_kind_table.h"
#include "name/person/country.h"
#include "name/person/document.h"
#include "pg/base/compat.h"
#include "pg/base/encoding.h"
#include "pg/list/loaded.h"
#include "pg/screen/asked.h"
#include "pg/screen/facts.h"
#include "pg/screen/hit.h"
#include "pg/screen/listed_facts.h"
#include "pg/screen/subject_facts.h"

PG_FUNCTION_INFO_V1(sanct_document_keys);
PG_FUNCTION_INFO_V1(sanct_deciding_keys);
PG_FUNCTION_INFO_V1(sanct_documents);

/* Columns of the answer of sanct_documents */
#define DOCUMENT_COLUMNS 8

/* The keys of a document of a kind; NULL if it is none that could be compared */
Datum
sanct_document_keys(PG_FUNCTION_ARGS)
{
	const char *kind_name = SanctTextToUtf8(PG_GETARG_TEXT_PP(0));
	const SmDocumentKind *kind = sm_document_kind(kind_name, strlen(kind_name));
	SmDocumentKey keys[SM_DOCUMENT_KEYS];
	Datum		values[SM_DOCUMENT_KEYS];
	const char *value;
	int			n;

	if (kind == NULL)
		PG_RETURN_NULL();
	value = SanctTextToUtf8(PG_GETARG_TEXT_PP(1));
	n = sm_document_keys(keys, kind, value, strlen(value));
	if (n == 0)
		PG_RETURN_NULL();
	for (int i = 0; i < n; i++)
		values[i] = CStringGetTextDatum(keys[i].text);
	PG_RETURN_ARRAYTYPE_P(construct_array(values, n, TEXTOID, -1, false, TYPALIGN_INT));
}

/* A text argument in UTF-8, NULL if it is NULL */
static char *
Utf8Argument(FunctionCallInfo fcinfo, int argument)
{
	return PG_ARGISNULL(argument) ? NULL : SanctTextToUtf8(PG_GETARG_TEXT_PP(argument));
}

/*
 * The keys of a document of a kind that tell one person: those that decide by themselves, and, followed by the country
 * of issue, those that do where it is the same; NULL for none
 */
Datum
sanct_deciding_keys(PG_FUNCTION_ARGS)
{
	const char *kind_name = Utf8Argument(fcinfo, 0);
	const char *value = Utf8Argument(fcinfo, 1);
	const char *country = Utf8Argument(fcinfo, 2);
	const SmDocumentKind *kind = kind_name ? sm_document_kind(kind_name, strlen(kind_name)) : NULL;
	uint16		code = country ? sm_country_find(country, strlen(country)) : 0;
	SmDocumentKey keys[SM_DOCUMENT_KEYS];
	Datum		values[SM_DOCUMENT_KEYS];
	int			count = kind && value ? sm_document_keys(keys, kind, value, strlen(value)) : 0;
	int			n = 0;

	for (int i = 0; i < count; i++)
		if (sm_document_decides(&keys[i], false))
			values[n++] = PointerGetDatum(SanctUtf8ToText(keys[i].text));
		else if (code != 0 && sm_document_decides(&keys[i], true))
			values[n++] = CStringGetTextDatum(psprintf("%s %c%c", keys[i].text, code >> 8, code & 255));
	if (n == 0)
		PG_RETURN_NULL();
	PG_RETURN_ARRAYTYPE_P(construct_array(values, n, TEXTOID, -1, false, TYPALIGN_INT));
}

/* The keys of documents that find entries without a name, as a text[]; returns how many */
static int
KeysToFind(const SmFacts *subject, Datum *array)
{
	Datum	   *keys = palloc((subject->documents * SM_DOCUMENT_KEYS + 1) * sizeof(Datum));
	int			n = 0;

	for (int i = 0; i < subject->documents; i++)
		for (int j = 0; j < subject->document[i].keys; j++)
			if (subject->document[i].key[j].alone != SM_ALONE_NAME)
				keys[n++] = CStringGetTextDatum(subject->document[i].key[j].text);
	*array = PointerGetDatum(construct_array(keys, n, TEXTOID, -1, false, TYPALIGN_INT));
	return n;
}

/* See documents.h */
int
SanctFindByDocuments(const Extension *extension, const SmFacts *subject, int64 **entries)
{
	static const OwnFunction find = {"sanct_entries_of_keys", 1, {TEXTARRAYOID}};
	Datum		keys;
	Datum		found;
	Datum	   *ids;
	bool		isnull;
	int			n;

	*entries = NULL;
	if (KeysToFind(subject, &keys) == 0)
		return 0;
	found = SanctCallOwn(extension, &find, &keys, NULL, &isnull);
	if (isnull)
		return 0;
	deconstruct_array(DatumGetArrayTypeP(found), INT8OID, sizeof(int64), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE, &ids, NULL,
					  &n);
	*entries = palloc((n + 1) * sizeof(int64));
	for (int i = 0; i < n; i++)
		(*entries)[i] = DatumGetInt64(ids[i]);
	return n;
}

/* Is an entry among the hits already? */
static bool
IsHit(const IndexSearch *search, int64 entry)
{
	for (int i = 0; i < search->count; i++)
		if (search->hits[i].name->entry->id == entry)
			return true;
	return false;
}

/* See documents.h */
void
SanctSearchDocuments(IndexSearch *search, const Weighing *weighing)
{
	int64	   *entries;
	int			n = SanctFindByDocuments(search->extension, &weighing->subject->facts, &entries);
	ListHit    *hits = palloc_extended((search->count + n + 1) * sizeof(ListHit), MCXT_ALLOC_HUGE);
	int			named = search->count;

	if (named > 0)
		memcpy(hits, search->hits, named * sizeof(ListHit));
	search->hits = hits;
	for (int i = 0; i < n; i++)
	{
		ListedEntry *entry = IsHit(search, entries[i]) ? NULL : SanctReadEntry(search, entries[i]);

		if (entry != NULL &&
			SanctWeighDocument(weighing, entry, palloc(sizeof(ListedName)), &hits[search->count]))
			search->count++;
	}
	if (search->count > named)
		SanctSortWeighed(search->hits, search->count);
}

/* Add a row of sanct_documents for each pair of equal documents of an entry */
static void
AddDocumentRows(ReturnSetInfo *result, const ListedEntry *entry, const KnownFacts *subject, const KnownFacts *listed)
{
	for (int i = 0; i < subject->facts.documents; i++)
		for (int j = 0; j < listed->facts.documents; j++)
		{
			Datum		values[DOCUMENT_COLUMNS];
			bool		nulls[DOCUMENT_COLUMNS] = {false};
			bool		decides;
			const char *document = listed->document[j];
			const char *colon = strchr(document, ':');

			if (!SanctStandsAlone(&subject->facts.document[i], &listed->facts.document[j], false, &decides))
				continue;
			values[0] = PointerGetDatum(SanctUtf8ToText(subject->document[i]));
			values[1] = Int64GetDatum(entry->id);
			values[2] = PointerGetDatum(entry->list);
			values[3] = PointerGetDatum(entry->uid);
			values[4] = PointerGetDatum(entry->primary_name);
			values[5] = PointerGetDatum(SanctUtf8ToText(pnstrdup(document, colon - document)));
			values[6] = PointerGetDatum(SanctUtf8ToText(colon + 1));
			values[7] = BoolGetDatum(decides);
			tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
		}
}

/* The entries that have one of these documents, whatever their names, see its comment in SQL */
Datum
sanct_documents(PG_FUNCTION_ARGS)
{
	KnownFacts	known = {0};
	FactFaults	faults = {0};
	IndexSearch search = {0};
	ListFilter	filter;
	int64	   *entries;
	int			n;

	SanctCheckArgumentCount(fcinfo, 6);
	SanctReadPastFilter(&filter, fcinfo, 1);
	InitMaterializedSRF(fcinfo, 0);
	search.extension = SanctExtensionOf(fcinfo->flinfo->fn_oid);
	search.lists = SanctReadWholeLists(search.extension);
	search.past = filter.as_of != NULL;
	if (search.past)
		search.lists = SanctReadLoadedLists(search.extension, filter.as_of);
	SanctCheckLoaded(search.extension, search.lists, &filter);
	if (PG_ARGISNULL(0))
		return (Datum) 0;
	SanctTakeSubjectFact(&known, SUBJECT_DOCUMENTS, PG_GETARG_DATUM(0), TEXTARRAYOID, &faults);
	SanctRefuseFaults(&faults);
	n = SanctFindByDocuments(search.extension, &known.facts, &entries);
	for (int i = 0; i < n; i++)
	{
		ListedEntry *entry = SanctReadEntry(&search, entries[i]);
		ListedName	name = {.entry = entry};
		ListHit		hit = {.name = &name};

		if (entry != NULL && SanctTakesHit(&filter, &hit))
			AddDocumentRows((ReturnSetInfo *) fcinfo->resultinfo, entry, &known,
							SanctReadListedFacts(search.extension, entry, search.past));
	}
	return (Datum) 0;
}
