/*
 * list_content.c: what a release says of an entry, put away in a file while others are read
 *
 * In the file as in the digest a text is "length:text;", NULL "-;", and a list its length before
 * its texts, so that no two contents look the same.
 */
#include "postgres.h"

#include "common/cryptohash.h"
#include "common/sha2.h"
#include "list.h"
#include "miscadmin.h"
#include "utils/memutils.h"

/* Adds a text */
static void
Feed(StringInfo content, const char *text)
{
	if (text == NULL)
		appendStringInfoString(content, "-;");
	else
		appendStringInfo(content, "%zu:%s;", strlen(text), text);
}

/* Adds a list of texts */
static void
FeedTexts(StringInfo content, List *texts)
{
	ListCell   *cell;

	appendStringInfo(content, "%d;", list_length(texts));
	foreach(cell, texts)
		Feed(content, lfirst(cell));
}

/* Adds a list of rows */
static void
FeedRows(StringInfo content, List *rows, int ncolumns)
{
	ListCell   *cell;

	appendStringInfo(content, "%d;", list_length(rows));
	foreach(cell, rows)
	{
		for (int c = 0; c < ncolumns; c++)
			Feed(content, ((ListRow *) lfirst(cell))->column[c]);
	}
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
TakeRows(char **content, int ncolumns)
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

/* Computes the digest of an entry from its content */
static void
Digest(ListEntry *entry, StringInfo content)
{
	pg_cryptohash_ctx *hash = pg_cryptohash_create(PG_SHA256);

	StaticAssertStmt(LIST_DIGEST_LENGTH == PG_SHA256_DIGEST_LENGTH, "digests are SHA-256");
	if (hash == NULL || pg_cryptohash_init(hash) < 0 ||
		pg_cryptohash_update(hash, (uint8 *) content->data, content->len) < 0 ||
		pg_cryptohash_final(hash, entry->digest, sizeof(entry->digest)) < 0)
		elog(ERROR, "could not compute SHA-256 of an entry");
	pg_cryptohash_free(hash);
}

/* Goes to a place in the release's file */
static void
Seek(ListRelease *release, int fileno, off_t offset)
{
	if (BufFileSeek(release->file, fileno, offset, SEEK_SET) != 0)
		ereport(ERROR,
				(errcode_for_file_access(),
				 errmsg("could not seek in the temporary file of an import: %m")));
}

/*
 * Ends an entry: its content goes to the release's file.  When no other entry is open, the memory
 * of contents is emptied.
 */
void
list_end_entry(ListRelease *release, ListEntry *entry)
{
	StringInfo	content = &release->buffer;

	resetStringInfo(content);
	Feed(content, entry->type);
	Feed(content, entry->primary_name);
	Feed(content, entry->title);
	Feed(content, entry->remarks);
	Feed(content, entry->listed_on);
	FeedTexts(content, entry->programs);
	FeedTexts(content, entry->nationalities);
	FeedRows(content, entry->names, NAME_COLUMNS);
	FeedRows(content, entry->identifiers, IDENTIFIER_COLUMNS);
	Digest(entry, content);

	entry->fileno = release->end_fileno;
	entry->offset = release->end_offset;
	Seek(release, entry->fileno, entry->offset);
	BufFileWrite(release->file, &content->len, sizeof(content->len));
	BufFileWrite(release->file, content->data, content->len);
	BufFileTell(release->file, &release->end_fileno, &release->end_offset);
	entry->ended = true;
	entry->programs = entry->nationalities = entry->names = entry->identifiers = NIL;
	entry->type = entry->primary_name = entry->title = entry->remarks = entry->listed_on = NULL;
	if (--release->nopen == 0)
		MemoryContextReset(release->content);
}

/* Ends the entries that are still open */
void
list_end_entries(ListRelease *release)
{
	ListCell   *cell;

	foreach(cell, release->entries)
	{
		ListEntry  *entry = lfirst(cell);

		CHECK_FOR_INTERRUPTS();
		if (!entry->ended)
			list_end_entry(release, entry);
	}
}

/* Reads from the release's file */
static void
Read(ListRelease *release, void *data, size_t size)
{
	if (BufFileRead(release->file, data, size) != size)
		ereport(ERROR,
				(errcode_for_file_access(),
				 errmsg("could not read from the temporary file of an import: %m")));
}

/* Takes the content of an entry back into the current memory context; it is not put away again */
void
list_load_entry(ListRelease *release, ListEntry *entry)
{
	int			length;
	char	   *content;

	Seek(release, entry->fileno, entry->offset);
	Read(release, &length, sizeof(length));
	content = palloc(length);
	Read(release, content, length);

	entry->type = Take(&content);
	entry->primary_name = Take(&content);
	entry->title = Take(&content);
	entry->remarks = Take(&content);
	entry->listed_on = Take(&content);
	entry->programs = TakeTexts(&content);
	entry->nationalities = TakeTexts(&content);
	entry->names = TakeRows(&content, NAME_COLUMNS);
	entry->identifiers = TakeRows(&content, IDENTIFIER_COLUMNS);
}

/* Opens an entry again that has been ended, to add to it before it is ended once more */
void
list_reopen_entry(ListRelease *release, ListEntry *entry)
{
	MemoryContext old;

	if (!entry->ended)
		return;
	old = MemoryContextSwitchTo(release->content);
	list_load_entry(release, entry);
	MemoryContextSwitchTo(old);
	entry->ended = false;
	release->nopen++;
}

/* Gives back the release's file; its entries can no longer be loaded */
void
list_close_release(ListRelease *release)
{
	BufFileClose(release->file);
	release->file = NULL;
}
