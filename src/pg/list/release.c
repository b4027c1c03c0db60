/* One release of a designation list, as an importer builds it */
#include "postgres.h"

#include "pg/list/release.h"

#include "common/hashfn.h"
#include "fmgr.h"
#include "lib/stringinfo.h"
#include "nodes/pg_list.h"
#include "utils/fmgrprotos.h"
#include "utils/hsearch.h"
#include "utils/memutils.h"
#include "utils/timestamp.h"

#include "pg/base/progress.h"
#include "pg/base/shown.h"

/* Bytes of open entries from which on the first are put away */
#define OPEN_LEAST (8 * 1024 * 1024)

/* An element of the hash table of a release */
typedef struct ListEntryIndex
{
	const char *uid;			/* hash key */
	ListEntry  *entry;
} ListEntryIndex;

/* Hash the id that a key points to */
static uint32
HashUid(const void *key, Size keysize)
{
	return string_hash(*(const char *const *) key, LIST_UID_MAX + 1);
}

/* Compare the ids that two keys point to */
static int
CompareUids(const void *a, const void *b, Size keysize)
{
	return strcmp(*(const char *const *) a, *(const char *const *) b);
}

/* An empty release of the list that has this key */
ListRelease *
SanctStartRelease(const char *code, const char *title, const char *publisher)
{
	ListRelease *release = palloc0(sizeof(ListRelease));
	HASHCTL		control = {0};

	release->code = code;
	release->title = title;
	release->publisher = publisher;
	release->context = CurrentMemoryContext;
	release->content = AllocSetContextCreate(release->context, "entries of a list",
											 ALLOCSET_DEFAULT_SIZES);
	release->scratch = AllocSetContextCreate(release->context, "record of a list",
											 ALLOCSET_DEFAULT_SIZES);
	release->file = BufFileCreateTemp(false);
	initStringInfo(&release->buffer);
	release->open_max = OPEN_LEAST;
	release->told = GetCurrentTimestamp();

	control.keysize = sizeof(const char *);
	control.entrysize = sizeof(ListEntryIndex);
	control.hash = HashUid;
	control.match = CompareUids;
	control.hcxt = release->context;
	release->index = hash_create("entries of a list", 16384, &control,
								 HASH_ELEM | HASH_FUNCTION | HASH_COMPARE | HASH_CONTEXT);
	return release;
}

/* See release.h */
const SmPublisherList *
SanctFindPublisherList(const char *code)
{
	for (int i = 0; i < sm_publisher_list_count; i++)
		if (strcmp(sm_publisher_lists[i].key, code) == 0)
			return &sm_publisher_lists[i];
	return NULL;
}

/* See release.h */
ListRelease *
SanctStartListed(const char *code)
{
	const SmPublisherList *list = SanctFindPublisherList(code);

	if (list == NULL)
		elog(ERROR, "list \"%s\" is not in publisher_lists.tsv", code);
	return SanctStartRelease(list->key, list->title, list->publisher);
}

/* Take the arguments that all imports have in common, of which these are the places */
void
SanctTakeImportArguments(ListRelease *release, FunctionCallInfo fcinfo, int published, int max_removed)
{
	release->has_published = !PG_ARGISNULL(published);
	if (release->has_published)
		release->published = PG_GETARG_DATEADT(published);
	if (PG_ARGISNULL(max_removed))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("max_removed must not be NULL")));
	release->max_removed = PG_GETARG_FLOAT8(max_removed);
	if (!(release->max_removed >= 0 && release->max_removed <= 1))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("max_removed must be between 0 and 1"),
				 errdetail("The value given is %g.", release->max_removed),
				 errhint("It is the share of the list that may vanish: 0.1 is a tenth, 1 all of it.")));
}

/*
 * Open the document of an import that has one, whose first arguments are the document, published,
 * max_removed and the document as a large object; messages will call it name
 */
Source *
SanctOpenDocument(ListRelease *release, FunctionCallInfo fcinfo, const char *name)
{
	Source	   *source = SanctOpenSource(fcinfo, name, 0, 3);

	if (source == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("the document is missing")));
	SanctTakeImportArguments(release, fcinfo, 1, 2);
	return source;
}

/* Count what the files of a release in that format hold; messages will call them document */
KnownFields *
SanctKnowFormat(ListRelease *release, const char *format, const char *document)
{
	release->known = SanctKnowFields(format, document);
	release->known->part = release->max_removed >= 1;
	return release->known;
}

/* Take the day of publication from the file, an ISO date, unless an argument told it */
void
SanctSetPublished(ListRelease *release, const char *iso)
{
	if (release->has_published)
		return;
	release->published = DatumGetDateADT(DirectFunctionCall1(date_in, CStringGetDatum(iso)));
	release->has_published = true;
}

/* Close a file of the release and note its hash; NULL: the file was not given */
void
SanctCloseFile(ListRelease *release, Source *source)
{
	Assert(release->nfiles < LIST_MAX_FILES);
	release->sha256[release->nfiles++] = source ? SanctCloseSource(source) : NULL;
}

/* See release.h */
void
SanctCheckListKey(const char *code)
{
	if (code[0] == '\0' || strlen(code) > LIST_KEY_MAX ||
		strspn(code, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen(code))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("\"%s\" is no key of a list", SanctShown(code)),
				 errdetail("A key consists of small letters, digits and hyphens, at most %d.", LIST_KEY_MAX)));
}

/* The entry with the list's own id, or NULL */
ListEntry *
SanctFindEntry(ListRelease *release, const char *uid)
{
	ListEntryIndex *found = hash_search(release->index, &uid, HASH_FIND, NULL);

	return found ? found->entry : NULL;
}

/* A new entry; NULL if the release has one with this id, or the id is no possible one */
ListEntry *
SanctAddEntry(ListRelease *release, const char *uid, int64 place)
{
	MemoryContext old;
	ListEntryIndex *slot;
	ListEntry  *entry;

	if (uid[0] == '\0' || strlen(uid) > LIST_UID_MAX || SanctFindEntry(release, uid))
		return NULL;

	old = MemoryContextSwitchTo(release->context);
	entry = palloc0(sizeof(ListEntry));
	entry->uid = pstrdup(uid);
	entry->place = place;
	slot = hash_search(release->index, &entry->uid, HASH_ENTER, NULL);
	slot->entry = entry;
	release->entries = lappend(release->entries, entry);
	release->nopen++;
	MemoryContextSwitchTo(old);
	if (list_length(release->entries) % PROGRESS_ROWS == 0 && SanctIsToBeTold(&release->told))
		ereport(NOTICE,
				(errmsg("read %d entries of list \"%s\"", list_length(release->entries), release->code)));
	return entry;
}
