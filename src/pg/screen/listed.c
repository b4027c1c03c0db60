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
	bool		past;			/* as they were when the releases in loaded were in force */
	LoadedLists *loaded;
	text	  **code;			/* of each of them */
	HTAB	   *entries;
	ListedName *name;
	uint32		count;
	uint32		allocated;
	const uint8 **reading;		/* of each name */
	SmNamesIndex matcher;
};

/* In place of the release that changed an entry: it was not on its list */
#define NOT_LISTED (-1)

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

/* What was not valid any more, or not yet, when a release was in force; until is 0 for what still is */
static bool
WasNotInForce(int64 since, int64 until, int64 release)
{
	return since > release || (until != 0 && until <= release);
}

/* Set what an entry is, or was, from columns of its type, programs and primary name */
static void
FillInEntry(ListedEntry *entry, const OwnScan *scan, int type, int programs, int primary_name)
{
	entry->type = TextColumn(scan, type);
	entry->programs = PointerGetDatum(PG_DETOAST_DATUM_COPY(OwnDatum(scan, programs)));
	entry->primary_name = TextColumn(scan, primary_name);
}

/* Is an entry of a list on it, or for the past was it once it began?  It may have been another one then */
static bool
IsOrWasListed(const OwnScan *scan, const LoadedList *list, bool past)
{
	if (list == NULL)
		return false;
	if (past)
		return OwnNumber(scan, ENTRY_LISTED_IN) <= list->release;
	return OwnNumber(scan, ENTRY_DELISTED_IN) == 0;
}

/* Read the entries that are on a list, or may have been */
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

		if (!IsOrWasListed(&scan, list, lists->past))
			continue;
		entry = hash_search(lists->entries, &id, HASH_ENTER, NULL);
		entry->from = list;
		entry->list = lists->code[list - lists->loaded->list];
		entry->readers = list->readers;
		entry->uid = TextColumn(&scan, ENTRY_LIST_UID);
		FillInEntry(entry, &scan, ENTRY_TYPE, ENTRY_PROGRAMS, ENTRY_PRIMARY_NAME);
		entry->changed_in = OwnNumber(&scan, ENTRY_CHANGED_IN);
		entry->substance_in = OwnIsNull(&scan, ENTRY_SUBSTANCE_IN) ? entry->changed_in :
			OwnNumber(&scan, ENTRY_SUBSTANCE_IN);
		if (lists->past && WasNotInForce(entry->changed_in, OwnNumber(&scan, ENTRY_DELISTED_IN), list->release))
			entry->changed_in = NOT_LISTED;
		list->found_entries++;
	}
}

/* Set what entries were that have changed since, and leave those that were on a list */
static void
ReadPastEntries(MemoryLists *lists, const Extension *extension)
{
	HASH_SEQ_STATUS status;
	ListedEntry *entry;
	OwnScan		scan;

	SanctReadOwnTable(&scan, extension, OWN_PAST_ENTRY);
	while (SanctNextOwnRow(&scan))
	{
		int64		id = OwnNumber(&scan, PAST_ENTRY_ID);
		int64		since = OwnNumber(&scan, PAST_ENTRY_SINCE);

		entry = hash_search(lists->entries, &id, HASH_FIND, NULL);
		if (entry == NULL || WasNotInForce(since, OwnNumber(&scan, PAST_ENTRY_UNTIL), entry->from->release))
			continue;
		FillInEntry(entry, &scan, PAST_ENTRY_TYPE, PAST_ENTRY_PROGRAMS, PAST_ENTRY_PRIMARY_NAME);
		entry->changed_in = since;
	}
	hash_seq_init(&status, lists->entries);
	while ((entry = hash_seq_search(&status)) != NULL)
		if (entry->changed_in == NOT_LISTED)
			(void) hash_search(lists->entries, &entry->id, HASH_REMOVE, NULL);
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

/* Did an entry have a name, for the past, when the release of its list was in force? */
static bool
HadName(const OwnScan *scan, const ListedEntry *entry, OwnTable table)
{
	return !WasNotInForce(OwnNumber(scan, NAME_ROW_SINCE),
						  table == OWN_PAST_NAME ? OwnNumber(scan, NAME_ROW_UNTIL) : 0, entry->from->release);
}

/* Read and parse the names of these entries in a table */
static void
ReadNames(MemoryLists *lists, const Extension *extension, OwnTable table)
{
	OwnScan		scan;

	SanctReadOwnTable(&scan, extension, table);
	while (SanctNextOwnRow(&scan))
	{
		int64		id = OwnNumber(&scan, NAME_ROW_ENTRY_ID);
		ListedEntry *entry = hash_search(lists->entries, &id, HASH_FIND, NULL);
		ListedName *name;
		Datum		value;
		text	   *string;

		if (entry == NULL || (lists->past && !HadName(&scan, entry, table)))
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
SanctLoadLists(const Extension *extension, int threshold, const TimestampTz *as_of)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext, "sanctmatch lists",
												  ALLOCSET_DEFAULT_SIZES);
	MemoryContext old = MemoryContextSwitchTo(context);
	MemoryLists *lists = palloc0(sizeof(MemoryLists));

	lists->context = context;
	lists->past = as_of != NULL;
	lists->loaded = SanctReadLoadedLists(extension, as_of);
	lists->code = palloc((lists->loaded->count + 1) * sizeof(text *));
	for (int i = 0; i < lists->loaded->count; i++)
		lists->code[i] = cstring_to_text(lists->loaded->list[i].code);
	lists->allocated = 1024;
	lists->name = palloc(lists->allocated * sizeof(ListedName));
	ReadEntries(lists, extension);
	if (lists->past)
		ReadPastEntries(lists, extension);
	ReadNames(lists, extension, OWN_NAME);
	if (lists->past)
		ReadNames(lists, extension, OWN_PAST_NAME);
	else
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
