/*
 * What a release says of an entry, put away in a file while others are read
 *
 * In the file as in the digest a text is "length:text;", NULL "-;", and a list its length before
 * its texts, so that no two contents look the same.  The first text is the id, which the digest is not made of.
 */
#include "postgres.h"

#include "pg/list/entry_file.h"

#include "common/cryptohash.h"
#include "common/sha2.h"
#include "lib/stringinfo.h"
#include "miscadmin.h"
#include "nodes/pg_list.h"
#include "utils/memutils.h"

#include "pg/list/entry.h"
#include "pg/list/entry_store.h"
#include "pg/list/entry_substance.h"

/* So many times what it keeps a file is written before more is left open, see SanctFindOpenEntry */
#define REWRITES_MOST 16

/* Add a text */
static void
Feed(StringInfo content, const char *text)
{
	if (text == NULL)
		appendStringInfoString(content, "-;");
	else
		appendStringInfo(content, "%zu:%s;", strlen(text), text);
}

/* Add a part of the content to a hash */
static void
Hash(pg_cryptohash_ctx *hash, StringInfo content, int start, int length)
{
	if (pg_cryptohash_update(hash, (uint8 *) content->data + start, length) < 0)
		elog(ERROR, "could not compute SHA-256 of an entry");
}

/* A text or row in the content, to be sorted */
typedef struct Piece
{
	int			start;
	int			length;
} Piece;

/* Compare two pieces of the content */
static int
ComparePieces(const void *a, const void *b, void *content)
{
	const Piece *x = a;
	const Piece *y = b;
	const char *data = ((StringInfo) content)->data;
	int			result = memcmp(data + x->start, data + y->start, Min(x->length, y->length));

	return result != 0 ? result : x->length - y->length;
}

/*
 * Add a list of rows, or of texts if there are no columns, and hash it whatever its order:
 * publishers sort their lists anew, which changes no entry
 */
static void
FeedList(StringInfo content, pg_cryptohash_ctx *hash, List *list, int ncolumns)
{
	int			n = list_length(list);
	Piece	   *pieces = palloc(sizeof(Piece) * Max(n, 1));
	int			start = content->len;

	appendStringInfo(content, "%d;", n);
	Hash(hash, content, start, content->len - start);
	for (int i = 0; i < n; i++)
	{
		pieces[i].start = content->len;
		if (ncolumns == 0)
			Feed(content, list_nth(list, i));
		for (int c = 0; c < ncolumns; c++)
			Feed(content, ((ListRow *) list_nth(list, i))->column[c]);
		pieces[i].length = content->len - pieces[i].start;
	}
	qsort_arg(pieces, n, sizeof(Piece), ComparePieces, content);
	for (int i = 0; i < n; i++)
		Hash(hash, content, pieces[i].start, pieces[i].length);
	pfree(pieces);
}

/* The next number, over the byte behind it */
static long
TakeNumber(char **content)
{
	char	   *end;
	long		number = strtol(*content, &end, 10);

	*content = end + 1;
	return number;
}

/* The next text, in its place */
static const char *
Take(char **content)
{
	char	   *text;
	long		length;

	if (**content == '-')
	{
		*content += 2;
		return NULL;
	}
	length = TakeNumber(content);
	text = *content;
	text[length] = '\0';
	*content += length + 1;
	return text;
}

/* The next list of texts */
static List *
TakeTexts(char **content)
{
	List	   *texts = NIL;

	for (long n = TakeNumber(content); n > 0; n--)
		texts = lappend(texts, (char *) Take(content));
	return texts;
}

/* The next list of rows */
static List *
TakeRowList(char **content, int ncolumns)
{
	List	   *rows = NIL;

	for (long n = TakeNumber(content); n > 0; n--)
	{
		ListRow    *row = palloc(offsetof(ListRow, column) + ncolumns * sizeof(char *));

		row->kept = false;
		for (int c = 0; c < ncolumns; c++)
			row->column[c] = Take(content);
		rows = lappend(rows, row);
	}
	return rows;
}

/* Go to a place in the release's file */
static void
Seek(ListRelease *release, int fileno, off_t offset)
{
	if (BufFileSeek(release->file, fileno, offset, SEEK_SET) != 0)
		ereport(ERROR,
				(errcode_for_file_access(),
				 errmsg("could not seek in the temporary file of an import: %m")));
}

/* Count of an entry what must not vanish from one release to the next unnoticed */
static void
CountContent(ListEntry *entry)
{
	EntryRecord *record = &entry->record;
	ListCell   *cell;

	record->naliases = record->nbirth_dates = record->ndocuments = 0;
	foreach(cell, entry->names)
		record->naliases += strcmp(((ListRow *) lfirst(cell))->column[NAME_KIND], "primary") != 0;
	foreach(cell, entry->identifiers)
	{
		const char *kind = ((ListRow *) lfirst(cell))->column[IDENTIFIER_KIND];

		record->nbirth_dates += strcmp(kind, "birth-date") == 0;
		record->ndocuments += SanctIsDocument(kind);
	}
}

/* Put what an entry says into the release's buffer, and compute its digest */
static void
WriteContent(ListRelease *release, ListEntry *entry)
{
	StringInfo	content = &release->buffer;
	pg_cryptohash_ctx *hash = pg_cryptohash_create(PG_SHA256);
	int			start;

	StaticAssertStmt(LIST_DIGEST_LENGTH == PG_SHA256_DIGEST_LENGTH, "digests are SHA-256");
	if (hash == NULL || pg_cryptohash_init(hash) < 0)
		elog(ERROR, "could not compute SHA-256 of an entry");
	resetStringInfo(content);
	Feed(content, entry->uid);
	start = content->len;
	Feed(content, entry->type);
	Feed(content, entry->primary_name);
	Feed(content, entry->title);
	Feed(content, entry->remarks);
	Feed(content, entry->listed_on);
	Hash(hash, content, start, content->len - start);
	FeedList(content, hash, entry->programs, 0);
	FeedList(content, hash, entry->nationalities, 0);
	FeedList(content, hash, entry->names, NAME_COLUMNS);
	FeedList(content, hash, entry->identifiers, IDENTIFIER_COLUMNS);
	if (pg_cryptohash_final(hash, entry->record.digest, sizeof(entry->record.digest)) < 0)
		elog(ERROR, "could not compute SHA-256 of an entry");
	pg_cryptohash_free(hash);
	appendStringInfo(content, "%d;", list_length(entry->unstorable));
	for (int i = 0; i < list_length(entry->unstorable); i++)
		Feed(content, list_nth(entry->unstorable, i));
}

/*
 * End an entry: compute its digest, and put its content away in the release's file.  When no other entry is open, the
 * memory of contents, in which the entry itself is, is emptied.
 */
void
SanctEndEntry(ListRelease *release, ListEntry *entry)
{
	StringInfo	content = &release->buffer;
	EntryRecord *record = &entry->record;

	/* what its list calls its name may have been left out */
	if (entry->primary_name == NULL)
		SanctChoosePrimary(entry);
	record->nameless = entry->names == NIL;
	CountContent(entry);
	SanctHashSubstance(entry);
	WriteContent(release, entry);

	record->fileno = release->end_fileno;
	record->offset = release->end_offset;
	Seek(release, record->fileno, record->offset);
	BufFileWrite(release->file, &content->len, sizeof(content->len));
	BufFileWrite(release->file, content->data, content->len);
	BufFileTell(release->file, &release->end_fileno, &release->end_offset);
	release->written += content->len;
	release->kept += content->len - record->size;
	record->size = content->len;
	SanctNoteEnded(release, entry);
	if (release->nopen == 0)
		MemoryContextReset(release->content);
}

/* End the entries that are still open */
void
SanctEndEntries(ListRelease *release)
{
	ListEntry **entries = SanctOpenEntries(release);
	int			n = release->nopen;

	for (int i = 0; i < n; i++)
	{
		CHECK_FOR_INTERRUPTS();
		SanctEndEntry(release, entries[i]);
	}
	pfree(entries);
}

/* Read from the release's file */
static void
Read(ListRelease *release, void *data, size_t size)
{
	if (BufFileRead(release->file, data, size) != size)
		ereport(ERROR,
				(errcode_for_file_access(),
				 errmsg("could not read from the temporary file of an import: %m")));
}

/* See entry_file.h */
void
SanctLoadEntry(ListRelease *release, ListEntry *entry)
{
	int			length;
	char	   *content;

	Seek(release, entry->record.fileno, entry->record.offset);
	Read(release, &length, sizeof(length));
	content = palloc_extended(length, MCXT_ALLOC_HUGE);
	Read(release, content, length);

	entry->uid = Take(&content);
	entry->type = Take(&content);
	entry->primary_name = Take(&content);
	entry->title = Take(&content);
	entry->remarks = Take(&content);
	entry->listed_on = Take(&content);
	entry->programs = TakeTexts(&content);
	entry->nationalities = TakeTexts(&content);
	entry->names = TakeRowList(&content, NAME_COLUMNS);
	entry->identifiers = TakeRowList(&content, IDENTIFIER_COLUMNS);
	entry->unstorable = TakeTexts(&content);
}

/* See entry_file.h */
ListEntry *
SanctLoadRecord(ListRelease *release, const EntryRecord *record)
{
	ListEntry  *entry = palloc0(sizeof(ListEntry));

	entry->record = *record;
	SanctLoadEntry(release, entry);
	return entry;
}

/* Open an entry again that has been ended, to add to it before it is ended once more */
void
SanctReopenEntry(ListRelease *release, ListEntry *entry)
{
	MemoryContext old;

	if (entry->open)
		return;
	old = MemoryContextSwitchTo(release->content);
	SanctLoadEntry(release, entry);
	MemoryContextSwitchTo(old);
	SanctNoteOpen(release, entry);
}

/*
 * See entry_file.h.  Where few entries take that each, or the records of many stand far
 * apart, what is put away is soon opened again: then twice as much stays open, so that the file is written a limited
 * number of times and not once for each record.
 */
void
SanctPutAwayMuch(ListRelease *release)
{
	if (MemoryContextMemAllocated(release->content, true) <= release->open_max)
		return;
	SanctEndEntries(release);
	if (release->written / REWRITES_MOST > release->kept)
		release->open_max *= 2;
}

/* See entry_file.h */
ListEntry *
SanctFindOpenEntry(ListRelease *release, const char *uid)
{
	ListEntry  *entry;

	SanctPutAwayMuch(release);
	entry = SanctFindEntry(release, uid);
	if (entry)
		SanctReopenEntry(release, entry);
	return entry;
}

/* Choose the primary names of entries that are all open, and put them away; the first that has none comes back */
static ListEntry *
ChooseOpen(ListRelease *release, bool (*choose) (ListEntry *entry))
{
	ListEntry **entries = SanctOpenEntries(release);
	int			n = release->nopen;

	for (int i = 0; i < n; i++)
	{
		CHECK_FOR_INTERRUPTS();
		if (!choose(entries[i]))
			return entries[i];
		SanctEndEntry(release, entries[i]);
	}
	pfree(entries);
	return NULL;
}

/* See entry_file.h */
ListEntry *
SanctChoosePrimaries(ListRelease *release, bool (*choose) (ListEntry *entry))
{
	const EntryRecord *record;
	uint32		number = 0;

	/* those of a short file are all open yet */
	if (release->nopen == release->nentries)
		return ChooseOpen(release, choose);
	SanctEndEntries(release);
	while ((record = SanctNextEntryRecord(release, &number, false)) != NULL)
	{
		ListEntry  *entry = MemoryContextAllocZero(release->content, sizeof(ListEntry));

		CHECK_FOR_INTERRUPTS();
		entry->number = number - 1;
		entry->record = *record;
		SanctReopenEntry(release, entry);
		if (!choose(entry))
			return entry;
		SanctEndEntry(release, entry);
	}
	return NULL;
}

/* What is left out of the counts of a release with an entry */
static void
Discount(ListRelease *release, const ListEntry *entry)
{
	ListCell   *cell;

	release->nentries--;
	foreach(cell, entry->identifiers)
	{
		ListRow    *row = lfirst(cell);

		release->nidentifiers--;
		if (strcmp(row->column[IDENTIFIER_KIND], "address") == 0)
			release->addresses--;
	}
}

/* Leave the entries out that have no name which can be stored */
void
SanctLeaveOutNameless(ListRelease *release)
{
	EntryRecord *record;
	uint32		number = 0;

	if (release->unstorable_names == 0)
		return;
	while ((record = SanctNextEntryRecord(release, &number, true)) != NULL)
	{
		MemoryContext old;

		CHECK_FOR_INTERRUPTS();
		if (!record->nameless)
			continue;
		record->left_out = true;
		if (release->nnameless++ < LIST_TOLD)
			release->nameless = lappend(release->nameless, pstrdup(SanctUidOfRecord(release, record)));
		old = MemoryContextSwitchTo(release->scratch);
		Discount(release, SanctLoadRecord(release, record));
		MemoryContextSwitchTo(old);
		MemoryContextReset(release->scratch);
	}
}

/* Give back the release's file; its entries can no longer be loaded */
void
SanctCloseRelease(ListRelease *release)
{
	BufFileClose(release->file);
	release->file = NULL;
	SanctEndEntryStore(release);
}
