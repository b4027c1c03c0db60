/*
 * Which lists are loaded, and whether what is asked of them can be answered
 *
 * "Looked and found nothing" and "could not look" are different answers: where there is no list, where a list
 * that is asked for is not loaded, had not begun yet or is there in part only, the answer is an error.
 */
#include "postgres.h"

#include "pg/list/loaded.h"

#include "lib/stringinfo.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/timestamp.h"

#include "data/publisher_list_table.h"
#include "pg/base/nearest.h"
#include "pg/base/own_scan.h"
#include "pg/base/shown.h"
#include "pg/list/readers.h"

static int
CompareLists(const void *a, const void *b)
{
	const LoadedList *x = a;
	const LoadedList *y = b;

	return x->id < y->id ? -1 : x->id > y->id;
}

/* Set the releases in force: of each list the newest that was imported by then */
static void
ReadReleases(const Extension *extension, LoadedLists *lists, const TimestampTz *as_of)
{
	OwnScan		scan;

	SanctReadOwnTable(&scan, extension, OWN_RELEASE);
	while (SanctNextOwnRow(&scan))
	{
		LoadedList *list = SanctFindLoadedList(lists, DatumGetInt32(OwnDatum(&scan, RELEASE_LIST_ID)));
		int64		id = OwnNumber(&scan, RELEASE_ID);
		TimestampTz imported = DatumGetTimestampTz(OwnDatum(&scan, RELEASE_IMPORTED_AT));

		if (list == NULL || id < list->release)
			continue;
		if (as_of != NULL && imported > *as_of)
		{
			list->begins = list->begins_later ? Min(list->begins, imported) : imported;
			list->begins_later = list->release == 0;
			continue;
		}
		list->begins_later = false;
		list->release = id;
		list->entries = OwnNumber(&scan, RELEASE_ENTRIES);
		list->names = OwnNumber(&scan, RELEASE_NAMES);
		list->unfindable = OwnNumber(&scan, RELEASE_UNFINDABLE_NAMES);
	}
}

/* See loaded.h */
LoadedLists *
SanctReadLoadedLists(const Extension *extension, const TimestampTz *as_of)
{
	LoadedLists *lists = palloc0(sizeof(LoadedLists));
	int			allocated = 16;
	OwnScan		scan;

	lists->owner = extension->owner;
	lists->list = palloc0(allocated * sizeof(LoadedList));
	SanctReadOwnTable(&scan, extension, OWN_LIST);
	while (SanctNextOwnRow(&scan))
	{
		LoadedList *list;
		bool		everybody;
		Datum		readers = OwnValue(&scan, LIST_READERS, &everybody);

		if (lists->count == allocated)
		{
			lists->list = repalloc(lists->list, 2 * allocated * sizeof(LoadedList));
			memset(lists->list + allocated, 0, allocated * sizeof(LoadedList));
			allocated *= 2;
		}
		list = &lists->list[lists->count++];
		list->id = DatumGetInt32(OwnDatum(&scan, LIST_ID));
		list->code = TextDatumGetCString(OwnDatum(&scan, LIST_CODE));
		list->readers = SanctReadersOf(&scan);
		list->named_readers = everybody ? NULL : DatumGetArrayTypePCopy(readers);
	}
	qsort(lists->list, lists->count, sizeof(LoadedList), CompareLists);
	ReadReleases(extension, lists, as_of);
	return lists;
}

/* See loaded.h */
LoadedList *
SanctFindLoadedList(const LoadedLists *lists, int32 id)
{
	LoadedList	key = {.id = id};

	return bsearch(&key, lists->list, lists->count, sizeof(LoadedList), CompareLists);
}

/* See loaded.h */
bool
SanctIsLoaded(const LoadedList *list)
{
	return list->release != 0 && list->entries > 0;
}

/* See loaded.h */
char *
SanctLoadedCodes(const LoadedLists *lists)
{
	StringInfoData codes;

	initStringInfo(&codes);
	for (int i = 0; i < lists->count; i++)
		if (SanctIsLoaded(&lists->list[i]) && SanctIsShownThrough(lists->list[i].readers))
			appendStringInfo(&codes, "%s%s", codes.len > 0 ? ", " : "", lists->list[i].code);
	return codes.data;
}

/* See loaded.h */
const char *
SanctPerhapsList(const LoadedLists *lists, const char *code)
{
	NearestWord nearest;

	SanctStartNearest(&nearest, code);
	for (int i = 0; i < lists->count; i++)
	{
		const LoadedList *list = &lists->list[i];

		if (SanctIsShownThrough(list->readers) && (SanctIsLoaded(list) || strcmp(list->code, code) == 0))
			SanctTryNearest(&nearest, list->code);
	}
	for (int i = 0; i < sm_publisher_list_count; i++)
		SanctTryNearest(&nearest, sm_publisher_lists[i].key);
	return SanctPerhaps(&nearest, "list");
}

/* See loaded.h */
bool
SanctIsTold(const LoadedLists *lists, const LoadedList *list)
{
	Oid			roles[] = {GetUserId(), GetOuterUserId()};
	bool		told = true;

	for (int i = 0; i < lengthof(roles); i++)
		told = told && (SanctIsShownTo(list->readers, roles[i]) || has_privs_of_role(roles[i], lists->owner));
	return told;
}

/* See loaded.h */
const char *
SanctToldList(const LoadedLists *lists, const char *code)
{
	for (int i = 0; i < lists->count; i++)
		if (strcmp(lists->list[i].code, code) == 0 && !SanctIsTold(lists, &lists->list[i]))
			return "a restricted list";
	return psprintf("list \"%s\"", SanctShown(code));
}

/* Complains of a list that is there in part; whoever may not see it is told no more than that */
static void
RefusePart(const LoadedLists *lists, const LoadedList *list)
{
	if (!SanctIsTold(lists, list))
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("a restricted list is there in part only"),
				 errdetail("Nothing has been looked at."),
				 errhint("Its readers and the owner of the extension are told which one it is.")));
	ereport(ERROR,
			(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
			 errmsg("list \"%s\" is there in part only", list->code),
			 errdetail("Its release %lld has %s and %s; %lld and %lld are there.", (long long) list->release,
					   SanctCounted(list->entries, "entry", "entries"), SanctCounted(list->names, "name", "names"),
					   (long long) list->found_entries, (long long) list->found_names),
			 errhint("Restore all tables of the extension, or import the list again, which makes it whole.")));
}

/* See loaded.h */
bool
SanctIsWhole(const LoadedList *list)
{
	return list->found_entries >= list->entries && list->found_names >= list->names;
}

/* See loaded.h */
void
SanctCheckWhole(const LoadedLists *lists)
{
	for (int i = 0; i < lists->count; i++)
		if (!SanctIsWhole(&lists->list[i]))
			RefusePart(lists, &lists->list[i]);
}

/* An entry that is on a list */
typedef struct EntryOfList
{
	int64		id;
	LoadedList *list;
} EntryOfList;

/* All of them, by id once they have been counted */
typedef struct EntriesOfLists
{
	EntryOfList *entry;
	int			count;
	int			allocated;
} EntriesOfLists;

static int
CompareEntriesOfLists(const void *a, const void *b)
{
	const EntryOfList *x = a;
	const EntryOfList *y = b;

	return x->id < y->id ? -1 : x->id > y->id;
}

/* Counts the entries that are on lists, or on one; they mostly stand in the order of their ids */
static void
CountEntries(const Extension *extension, LoadedLists *lists, const LoadedList *one, EntriesOfLists *entries)
{
	bool		sorted = true;
	OwnScan		scan;

	if (one)
		SanctFindOwnRows(&scan, extension, OWN_ENTRY, ENTRY_LIST_ID, one->id);
	else
		SanctReadOwnTable(&scan, extension, OWN_ENTRY);
	while (SanctNextOwnRow(&scan))
	{
		EntryOfList entry = {.id = OwnNumber(&scan, ENTRY_ID)};

		entry.list = SanctFindLoadedList(lists, DatumGetInt32(OwnDatum(&scan, ENTRY_LIST_ID)));
		if (entry.list == NULL || !OwnIsNull(&scan, ENTRY_DELISTED_IN))
			continue;
		entry.list->found_entries++;
		if (entries->count == entries->allocated)
		{
			entries->allocated *= 2;
			entries->entry = repalloc_huge(entries->entry, entries->allocated * sizeof(EntryOfList));
		}
		sorted = sorted && (entries->count == 0 || entries->entry[entries->count - 1].id < entry.id);
		entries->entry[entries->count++] = entry;
	}
	if (!sorted)
		qsort(entries->entry, entries->count, sizeof(EntryOfList), CompareEntriesOfLists);
}

/* See loaded.h */
void
SanctCountListed(const Extension *extension, LoadedLists *lists, const LoadedList *one)
{
	EntriesOfLists entries = {.allocated = 1024};
	EntryOfList wanted = {0};
	const EntryOfList *found = NULL;
	OwnScan		scan;

	entries.entry = palloc(entries.allocated * sizeof(EntryOfList));
	CountEntries(extension, lists, one, &entries);
	SanctReadOwnTable(&scan, extension, OWN_NAME);
	while (SanctNextOwnRow(&scan))
	{
		int64		id = OwnNumber(&scan, NAME_ROW_ENTRY_ID);

		/* the names of an entry mostly stand together */
		if (id != wanted.id)
		{
			wanted.id = id;
			found = bsearch(&wanted, entries.entry, entries.count, sizeof(EntryOfList), CompareEntriesOfLists);
		}
		if (found != NULL)
			found->list->found_names++;
		if (one && one->found_names >= one->names)
		{
			SanctEndOwnScan(&scan);
			break;
		}
	}
	pfree(entries.entry);
}
