/*
 * Screening of one name through the index of the lists, as they are or were
 *
 * The names that may match come from the indexes of sanct_name, and for the past from those of sanct_past_name as
 * well; what their entries are comes from their tables by number.  No statement is planned for it.
 *
 * Names of lists are compared as they are in memory: whole, and by the type of their entry, which may change and is
 * not in their table.  So the indexes find more: one has each name read as a field, which is the whole name and what
 * else may be in it, the other what a Korean's name is read as in addition if its entry is no person, or if it is one.
 * One of both holds what it is compared as, so the name that is looked up may be read as that of whatever it is of.
 */
#include "postgres.h"

#include "pg/screen/by_index.h"

#include "utils/builtins.h"

#include "name/reading/similarity.h"
#include "pg/base/compat.h"
#include "pg/base/own_scan.h"
#include "pg/list/entry_type.h"
#include "pg/screen/watch.h"
#include "pg/type/checked.h"
#include "pg/type/query_type.h"
#include "pg/type/read_name.h"
#include "pg/type/reading_type.h"

/*
 * Set what an entry was when a release was in force, if it was something else than now; false if it was not listed
 * then, but before and after
 */
static bool
ReadPastEntry(const IndexSearch *search, ListedEntry *entry, int64 release)
{
	bool		found = entry->changed_in <= release;
	OwnScan		scan;

	SanctFindOwnRows(&scan, search->extension, OWN_PAST_ENTRY, PAST_ENTRY_ID, entry->id);
	while (SanctNextOwnRow(&scan))
	{
		if (!SanctWasInForce(OwnNumber(&scan, PAST_ENTRY_SINCE), OwnNumber(&scan, PAST_ENTRY_UNTIL), release))
			continue;
		found = true;
		entry->type = DatumGetTextPCopy(OwnDatum(&scan, PAST_ENTRY_TYPE));
		entry->programs = PointerGetDatum(PG_DETOAST_DATUM_COPY(OwnDatum(&scan, PAST_ENTRY_PROGRAMS)));
		entry->primary_name = DatumGetTextPCopy(OwnDatum(&scan, PAST_ENTRY_PRIMARY_NAME));
	}
	return found;
}

/*
 * The entry that a name valid from since (0: as long as the entry) until another release (0: as long as the entry)
 * belongs to; NULL if it is, or was then, not listed under that name
 */
static ListedEntry *
ReadEntry(const IndexSearch *search, int64 id, int64 since, int64 until)
{
	ListedEntry *entry = NULL;
	OwnScan		scan;

	SanctFindOwnRows(&scan, search->extension, OWN_ENTRY, ENTRY_ID, id);
	while (SanctNextOwnRow(&scan))
	{
		LoadedList *list = SanctFindLoadedList(search->lists, DatumGetInt32(OwnDatum(&scan, ENTRY_LIST_ID)));
		int64		delisted = OwnNumber(&scan, ENTRY_DELISTED_IN);
		int64		from = since != 0 ? since : OwnNumber(&scan, ENTRY_LISTED_IN);

		if (list == NULL || (search->past ? list->release == 0 ||
							 !SanctWasInForce(from, until != 0 ? until : delisted, list->release) :
							 (delisted != 0) != search->delisted))
			continue;
		entry = palloc(sizeof(ListedEntry));
		entry->id = id;
		entry->from = list;
		entry->list = cstring_to_text(list->code);
		entry->readers = list->readers;
		entry->uid = DatumGetTextPCopy(OwnDatum(&scan, ENTRY_LIST_UID));
		entry->type = DatumGetTextPCopy(OwnDatum(&scan, ENTRY_TYPE));
		entry->programs = PointerGetDatum(PG_DETOAST_DATUM_COPY(OwnDatum(&scan, ENTRY_PROGRAMS)));
		entry->primary_name = DatumGetTextPCopy(OwnDatum(&scan, ENTRY_PRIMARY_NAME));
		entry->changed_in = OwnNumber(&scan, ENTRY_CHANGED_IN);
		entry->substance_in = OwnIsNull(&scan, ENTRY_SUBSTANCE_IN) ? entry->changed_in :
			OwnNumber(&scan, ENTRY_SUBSTANCE_IN);
	}
	if (entry != NULL && search->past && !ReadPastEntry(search, entry, entry->from->release))
		return NULL;
	return entry;
}

/* See by_index.h */
ListedEntry *
SanctReadEntry(const IndexSearch *search, int64 id)
{
	return ReadEntry(search, id, 0, 0);
}

/* Add a name that may match, if it does and is or was listed */
static void
AddFoundName(IndexSearch *search, const OwnScan *scan, int64 until)
{
	text	   *string = DatumGetTextPP(OwnDatum(scan, NAME_ROW_NAME));
	ListedEntry *entry = ReadEntry(search, OwnNumber(scan, NAME_ROW_ENTRY_ID), OwnNumber(scan, NAME_ROW_SINCE), until);
	ListedName *name;
	ListHit    *hit;
	SanctReading *reading;
	int			similarity;

	if (entry == NULL || (search->strong && DatumGetBool(OwnDatum(scan, NAME_ROW_WEAK))))
		return;
	reading = SanctMakeListedReading(VARDATA_ANY(string), VARSIZE_ANY_EXHDR(string), SanctNamedBy(entry->type));
	similarity = sm_similarity(reading->data, search->reading);
	if (similarity < search->threshold)
		return;
	if (search->count == search->allocated)
	{
		search->allocated = Max(16, 2 * search->allocated);
		search->hits = search->hits ? repalloc_huge(search->hits, search->allocated * sizeof(ListHit)) :
			palloc(search->allocated * sizeof(ListHit));
	}
	name = palloc(sizeof(ListedName));
	name->id = OwnNumber(scan, NAME_ROW_ID);
	name->entry = entry;
	name->weak = DatumGetBool(OwnDatum(scan, NAME_ROW_WEAK));
	name->reading = reading;
	hit = &search->hits[search->count++];
	hit->name = name;
	hit->similarity = similarity;
	hit->weight = 0;
	hit->part = 0;
	hit->evidence = NULL;
}

/* Add the names of a table that match */
static void
AddFoundNames(IndexSearch *search, OwnTable table, Datum query)
{
	bool		all = false;

	for (int otherwise = 0; otherwise <= 1 && !all; otherwise++)
	{
		OwnScan		scan;

		all = !SanctFindOwnNames(&scan, search->extension, table, query, otherwise);
		while (SanctNextOwnRow(&scan))
			AddFoundName(search, &scan, table == OWN_PAST_NAME ? OwnNumber(&scan, NAME_ROW_UNTIL) : 0);
	}
}

/* See by_index.h */
void
SanctSearchIndex(IndexSearch *search, const char *name, int length, int threshold)
{
	int			n = SanctReadScreened(search->reading, name, length, search->named, &search->notes);
	Datum		query = PointerGetDatum(SanctMakeQuery(search->reading, n, name, length, threshold));

	search->threshold = threshold;
	AddFoundNames(search, OWN_NAME, query);
	if (search->past)
		AddFoundNames(search, OWN_PAST_NAME, query);
	search->count = SanctRankHits(search->hits, search->count);
	for (int i = 0; i < search->count; i++)
		SanctWeighName(&search->hits[i], search->reading);
}

/* See by_index.h */
LoadedLists *
SanctReadWholeLists(const Extension *extension)
{
	LoadedLists *lists = SanctReadLoadedLists(extension, NULL);

	if (SanctAreKnownWhole(extension))
		return lists;
	SanctCountListed(extension, lists, NULL);
	SanctCheckWhole(lists);
	SanctNoteWhole();
	return lists;
}

/* See by_index.h */
int
SanctFindListedByIndex(const Extension *extension, const char *name, SmNamed named, int threshold, bool strong,
					   ListHit **hits)
{
	IndexSearch search = {
		.extension = extension, .lists = SanctReadLoadedLists(extension, NULL), .strong = strong, .named = named
	};

	SanctSearchIndex(&search, name, strlen(name), threshold);
	*hits = search.hits;
	return search.count;
}
