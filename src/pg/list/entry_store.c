/*
 * The entries of a release by their ids and numbers
 *
 * Whatever grows with the number of entries is in files, which take little memory however long a list is: hashes of the
 * ids, and of each entry a record, which tells where its content has been put away.
 */
#include "postgres.h"

#include "pg/list/entry_store.h"

#include "nodes/pg_list.h"
#include "storage/buffile.h"
#include "utils/hsearch.h"
#include "utils/memutils.h"

#include "pg/base/progress.h"
#include "pg/list/paged_file.h"
#include "pg/list/paged_hash.h"

#define RECORDS (FILE_PAGE / sizeof(EntryRecord))

struct EntryStore
{
	uint32		count;			/* of entries, also those left out */
	PagedFile  *records;
	PagedHash  *numbers;		/* by uid */
	HTAB	   *open;			/* OpenEntry by number */
};

typedef struct OpenEntry
{
	uint32		number;			/* hash key */
	ListEntry  *entry;
} OpenEntry;

/* The open entry of a number, or NULL */
static ListEntry *
FindOpen(const EntryStore *store, uint32 number)
{
	const OpenEntry *open = hash_search(store->open, &number, HASH_FIND, NULL);

	return open ? open->entry : NULL;
}

/* The record of a number */
static EntryRecord *
RecordOf(const EntryStore *store, uint32 number, bool change)
{
	return (EntryRecord *) SanctGetPage(store->records, number / RECORDS, change) + number % RECORDS;
}

/* See entry_store.h.  The id is the first text of what has been put away, see entry_file.c */
const char *
SanctUidOfRecord(ListRelease *release, const EntryRecord *record)
{
	static char start[LIST_UID_MAX + sizeof("255:;")];
	int			length;
	char	   *uid;

	if (BufFileSeek(release->file, record->fileno, record->offset, SEEK_SET) != 0 ||
		BufFileRead(release->file, &length, sizeof(length)) != sizeof(length) ||
		BufFileRead(release->file, start, Min(length, sizeof(start))) != Min(length, sizeof(start)))
		ereport(ERROR,
				(errcode_for_file_access(),
				 errmsg("could not read from the temporary file of an import: %m")));
	length = strtol(start, &uid, 10);
	uid++;
	uid[length] = '\0';
	return uid;
}

/* Has the entry of that number this id? */
static bool
HasUid(void *arg, uint64 number, const char *uid)
{
	ListRelease *release = arg;
	const ListEntry *open = FindOpen(release->store, number);

	return strcmp(open ? open->uid : SanctUidOfRecord(release, RecordOf(release->store, number, false)), uid) == 0;
}

/* What a release has of entries, none at first */
static EntryStore *
StoreOf(ListRelease *release)
{
	HASHCTL		control = {.keysize = sizeof(uint32), .entrysize = sizeof(OpenEntry), .hcxt = release->context};
	MemoryContext old;

	if (release->store != NULL)
		return release->store;
	old = MemoryContextSwitchTo(release->context);
	release->store = palloc0(sizeof(EntryStore));
	release->store->records = SanctOpenPages();
	release->store->numbers = SanctStartPagedHash(HasUid, release);
	release->store->open = hash_create("open entries of a list", 1024, &control,
									   HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
	MemoryContextSwitchTo(old);
	return release->store;
}

/* See entry_store.h */
void
SanctNoteOpen(ListRelease *release, ListEntry *entry)
{
	OpenEntry  *open = hash_search(release->store->open, &entry->number, HASH_ENTER, NULL);

	open->entry = entry;
	entry->open = true;
	release->nopen++;
}

/* See entry_store.h */
void
SanctNoteEnded(ListRelease *release, ListEntry *entry)
{
	*RecordOf(release->store, entry->number, true) = entry->record;
	(void) hash_search(release->store->open, &entry->number, HASH_REMOVE, NULL);
	entry->open = false;
	release->nopen--;
}

static int
CompareNumbers(const void *a, const void *b)
{
	const ListEntry *x = *(ListEntry *const *) a;
	const ListEntry *y = *(ListEntry *const *) b;

	return x->number < y->number ? -1 : x->number > y->number;
}

/* See entry_store.h */
ListEntry **
SanctOpenEntries(ListRelease *release)
{
	ListEntry **entries = palloc(sizeof(ListEntry *) * Max(release->nopen, 1));
	HASH_SEQ_STATUS status;
	OpenEntry  *open;
	int			n = 0;

	hash_seq_init(&status, StoreOf(release)->open);
	while ((open = hash_seq_search(&status)) != NULL)
		entries[n++] = open->entry;
	qsort(entries, n, sizeof(ListEntry *), CompareNumbers);
	return entries;
}

/* An entry without content */
static ListEntry *
NewEntry(ListRelease *release, const char *uid, uint32 number)
{
	ListEntry  *entry = MemoryContextAllocZero(release->content, sizeof(ListEntry));

	entry->uid = MemoryContextStrdup(release->content, uid);
	entry->number = number;
	return entry;
}

/* See entry_store.h */
ListEntry *
SanctAddEntry(ListRelease *release, const char *uid, int64 place)
{
	EntryStore *store = StoreOf(release);
	ListEntry  *entry;
	uint64		other;

	if (uid[0] == '\0' || strlen(uid) > LIST_UID_MAX || SanctFindPaged(store->numbers, uid, &other))
		return NULL;

	entry = NewEntry(release, uid, store->count);
	entry->record.place = place;
	SanctEnterPaged(store->numbers, uid, store->count);
	if (store->count++ % RECORDS == 0)
		(void) SanctAddPage(store->records);
	release->nentries++;
	SanctNoteOpen(release, entry);
	if (release->nentries % PROGRESS_ROWS == 0 && SanctIsToBeTold(&release->told))
		ereport(NOTICE,
				(errmsg("read %d entries of list \"%s\"", release->nentries, release->code)));
	return entry;
}

/* See entry_store.h */
ListEntry *
SanctFindEntry(ListRelease *release, const char *uid)
{
	uint64		number;
	ListEntry  *entry;

	if (!SanctFindPaged(StoreOf(release)->numbers, uid, &number))
		return NULL;
	entry = FindOpen(release->store, number);
	if (entry == NULL)
	{
		entry = NewEntry(release, uid, number);
		entry->record = *RecordOf(release->store, number, false);
	}
	return entry;
}

/* See entry_store.h */
EntryRecord *
SanctFindRecord(ListRelease *release, const char *uid)
{
	uint64		number;
	EntryRecord *record;

	if (!SanctFindPaged(StoreOf(release)->numbers, uid, &number))
		return NULL;
	record = RecordOf(release->store, number, true);
	return record->left_out ? NULL : record;
}

/* See entry_store.h */
EntryRecord *
SanctNextEntryRecord(ListRelease *release, uint32 *number, bool change)
{
	while (*number < StoreOf(release)->count)
	{
		EntryRecord *record = RecordOf(release->store, (*number)++, change);

		if (!record->left_out)
			return record;
	}
	return NULL;
}

/* See entry_store.h */
void
SanctEndEntryStore(ListRelease *release)
{
	if (release->store == NULL)
		return;
	SanctClosePages(release->store->records);
	SanctEndPagedHash(release->store->numbers);
	hash_destroy(release->store->open);
	release->store = NULL;
}
