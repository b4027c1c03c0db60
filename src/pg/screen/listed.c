/* The current names of all lists in memory, as a snapshot sees them, and the look-up among them */
#include "postgres.h"

#include "pg/screen/listed.h"

#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/hsearch.h"
#include "utils/memutils.h"

#include "name/lookup/names_index.h"
#include "name/reading/similarity.h"
#include "pg/base/compat.h"
#include "pg/base/own_scan.h"
#include "pg/list/entry_type.h"
#include "pg/type/reading_type.h"

struct MemoryLists
{
	MemoryContext context;		/* of all below */
	int			holders;
	bool		dropped;		/* goes with its last holder */
	LoadedLists *loaded;
	text	  **code;			/* of each of them */
	HTAB	   *entries;
	ListedName *name;
	uint32		count;
	uint32		allocated;
	const uint8 **reading;		/* of each name */
	SmNamesIndex matcher;
};

static HTAB *
MakeTable(const char *name, Size key, Size entry, MemoryContext context)
{
	HASHCTL		control = {.keysize = key, .entrysize = entry, .hcxt = context};

	return hash_create(name, 1024, &control, HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
}

static text *
TextColumn(const OwnScan *scan, int column)
{
	return DatumGetTextPCopy(OwnDatum(scan, column));
}

/* Read the entries that are on a list */
static void
ReadEntries(MemoryLists *lists, const Extension *extension)
{
	OwnScan		scan;

	lists->entries = MakeTable("listed entries", sizeof(int64), sizeof(ListedEntry), lists->context);
	SanctReadOwnTable(&scan, extension, OWN_ENTRY);
	while (SanctNextOwnRow(&scan))
	{
		int64		id = OwnNumber(&scan, ENTRY_ID);
		LoadedList *list = SanctFindLoadedList(lists->loaded, DatumGetInt32(OwnDatum(&scan, ENTRY_LIST_ID)));
		ListedEntry *entry;

		if (list == NULL || OwnNumber(&scan, ENTRY_DELISTED_IN) != 0)
			continue;
		entry = hash_search(lists->entries, &id, HASH_ENTER, NULL);
		entry->from = list;
		entry->list = lists->code[list - lists->loaded->list];
		entry->readers = list->readers;
		entry->uid = TextColumn(&scan, ENTRY_LIST_UID);
		entry->type = TextColumn(&scan, ENTRY_TYPE);
		entry->programs = PointerGetDatum(PG_DETOAST_DATUM_COPY(OwnDatum(&scan, ENTRY_PROGRAMS)));
		entry->primary_name = TextColumn(&scan, ENTRY_PRIMARY_NAME);
		entry->changed_in = OwnNumber(&scan, ENTRY_CHANGED_IN);
		list->found_entries++;
	}
}

/* Room for one more name */
static ListedName *
NextListedName(MemoryLists *lists)
{
	if (lists->count == lists->allocated)
	{
		if (lists->count >= SM_MEMBERS_MAX / 2)
			ereport(ERROR,
					(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("too many listed names")));
		lists->allocated *= 2;
		lists->name = repalloc_huge(lists->name, lists->allocated * sizeof(ListedName));
	}
	return &lists->name[lists->count++];
}

/* Read and parse the names of these entries */
static void
ReadNames(MemoryLists *lists, const Extension *extension)
{
	OwnScan		scan;

	lists->allocated = 1024;
	lists->name = palloc(lists->allocated * sizeof(ListedName));
	SanctReadOwnTable(&scan, extension, OWN_NAME);
	while (SanctNextOwnRow(&scan))
	{
		int64		id = OwnNumber(&scan, NAME_ROW_ENTRY_ID);
		ListedEntry *entry = hash_search(lists->entries, &id, HASH_FIND, NULL);
		ListedName *name;
		Datum		value;
		text	   *string;

		if (entry == NULL)
			continue;
		value = OwnDatum(&scan, NAME_ROW_NAME);
		string = DatumGetTextPP(value);
		name = NextListedName(lists);
		name->id = OwnNumber(&scan, NAME_ROW_ID);
		name->entry = entry;
		name->weak = DatumGetBool(OwnDatum(&scan, NAME_ROW_WEAK));
		name->reading = SanctMakeListedReading(VARDATA_ANY(string), VARSIZE_ANY_EXHDR(string),
											   SanctNamedBy(entry->type));
		if ((Pointer) string != DatumGetPointer(value))
			pfree(string);
		entry->from->found_names++;
	}
}

static void *
Allocate(size_t size)
{
	return palloc_extended(size, MCXT_ALLOC_HUGE);
}

static void
Pause(void)
{
	CHECK_FOR_INTERRUPTS();
}

static const SmMemory memory = {Allocate, pfree, Pause};

/* See listed.h */
MemoryLists *
SanctLoadLists(const Extension *extension, int threshold)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext, "sanctmatch lists",
												  ALLOCSET_DEFAULT_SIZES);
	MemoryContext old = MemoryContextSwitchTo(context);
	MemoryLists *lists = palloc0(sizeof(MemoryLists));

	lists->context = context;
	lists->loaded = SanctReadLoadedLists(extension, NULL);
	lists->code = palloc((lists->loaded->count + 1) * sizeof(text *));
	for (int i = 0; i < lists->loaded->count; i++)
		lists->code[i] = cstring_to_text(lists->loaded->list[i].code);
	ReadEntries(lists, extension);
	ReadNames(lists, extension);
	SanctCheckWhole(lists->loaded);
	lists->reading = Allocate((lists->count + 1) * sizeof(uint8 *));
	for (uint32 i = 0; i < lists->count; i++)
		lists->reading[i] = lists->name[i].reading->data;
	sm_names_index_build(&lists->matcher, &memory, lists->reading, lists->count, threshold);
	MemoryContextSwitchTo(old);
	return lists;
}

/* See listed.h */
MemoryLists *
SanctHoldLists(MemoryLists *lists)
{
	lists->holders++;
	return lists;
}

/* See listed.h */
void
SanctLetGoLists(MemoryLists *lists)
{
	if (--lists->holders == 0 && lists->dropped)
		MemoryContextDelete(lists->context);
}

/* See listed.h */
const LoadedLists *
SanctLoadedOf(MemoryLists *lists)
{
	return lists->loaded;
}

/* See listed.h */
const ListedEntry *
SanctFindListedEntry(MemoryLists *lists, int64 id)
{
	return hash_search(lists->entries, &id, HASH_FIND, NULL);
}

/* See listed.h */
uint32
SanctListedNames(MemoryLists *lists, const ListedName **names)
{
	*names = lists->name;
	return lists->count;
}

/* See listed.h */
int
SanctFindListed(MemoryLists *lists, const uint8 *reading, int threshold, ListHit **hits)
{
	MemoryContext old = MemoryContextSwitchTo(lists->context);
	uint32		found = sm_names_index_find(&lists->matcher, reading, threshold);
	ListHit    *hit;
	SmQuery		query;
	int			n;

	MemoryContextSwitchTo(old);
	*hits = NULL;
	if (found == 0)
		return 0;
	*hits = hit = palloc_extended(found * sizeof(ListHit), MCXT_ALLOC_HUGE);
	sm_query_prepare(&query, reading);
	for (uint32 i = 0; i < found; i++)
	{
		hit[i].name = &lists->name[lists->matcher.found[i]];
		hit[i].evidence = NULL;
		hit[i].similarity = sm_query_similarity(&query, hit[i].name->reading->data);
	}
	n = SanctRankHits(hit, found);
	for (int i = 0; i < n; i++)
		hit[i].weight = sm_weight(hit[i].name->reading->data, reading);
	return n;
}

/* See listed.h */
void
SanctKeepInCache(MemoryLists *lists)
{
	MemoryContextSetParent(lists->context, CacheMemoryContext);
}

/* See listed.h */
void
SanctDropLists(MemoryLists *lists)
{
	lists->dropped = true;
	if (lists->holders == 0)
		MemoryContextDelete(lists->context);
}

/* See listed.h */
int
SanctLowestThreshold(const MemoryLists *lists)
{
	return lists->matcher.threshold;
}
