/*
 * list.c: one release of a designation list, as an importer builds it
 */
#include "postgres.h"

#include "common/hashfn.h"
#include "list.h"
#include "mb/pg_wchar.h"
#include "utils/fmgrprotos.h"
#include "utils/memutils.h"

/* An element of the hash table of a release */
typedef struct ListEntryIndex
{
	const char *uid;			/* hash key */
	ListEntry  *entry;
} ListEntryIndex;

/* Code points of a script other than Latin, in order; names are ISO 15924's */
static const struct
{
	pg_wchar	first;
	pg_wchar	last;
	const char *script;
}			script_range[] =
{
	{0x0041, 0x024F, "Latn"},
	{0x0370, 0x03FF, "Grek"},
	{0x0400, 0x052F, "Cyrl"},
	{0x0531, 0x058F, "Armn"},
	{0x0591, 0x05F4, "Hebr"},
	{0x0600, 0x077F, "Arab"},
	{0x08A0, 0x08FF, "Arab"},
	{0x0900, 0x097F, "Deva"},
	{0x0980, 0x09FF, "Beng"},
	{0x0E01, 0x0E5B, "Thai"},
	{0x1000, 0x109F, "Mymr"},
	{0x10A0, 0x10FF, "Geor"},
	{0x1100, 0x11FF, "Hang"},
	{0x1E00, 0x1EFF, "Latn"},
	{0x3040, 0x30FF, "Jpan"},
	{0x3130, 0x318F, "Hang"},
	{0x3400, 0x9FFF, "Hani"},
	{0xAC00, 0xD7A3, "Hang"},
	{0xF900, 0xFAFF, "Hani"},
	{0xFB50, 0xFEFC, "Arab"},
	{0x20000, 0x3FFFF, "Hani"},
};

/* Hashes the id that a key points to */
static uint32
HashUid(const void *key, Size keysize)
{
	return string_hash(*(const char *const *) key, LIST_UID_MAX + 1);
}

/* Compares the ids that two keys point to */
static int
CompareUids(const void *a, const void *b, Size keysize)
{
	return strcmp(*(const char *const *) a, *(const char *const *) b);
}

/*
 * An empty release of the list that has this key.  An importer that ends each entry before it
 * begins the next works in the memory "content", which then holds one entry.
 */
ListRelease *
list_new_release(const char *code, const char *title, const char *publisher)
{
	ListRelease *release = palloc0(sizeof(ListRelease));
	HASHCTL		control = {0};

	release->code = code;
	release->title = title;
	release->publisher = publisher;
	release->context = CurrentMemoryContext;
	release->content = AllocSetContextCreate(release->context, "entries of a list",
											 ALLOCSET_DEFAULT_SIZES);
	release->file = BufFileCreateTemp(false);
	initStringInfo(&release->buffer);

	control.keysize = sizeof(const char *);
	control.entrysize = sizeof(ListEntryIndex);
	control.hash = HashUid;
	control.match = CompareUids;
	control.hcxt = release->context;
	release->index = hash_create("entries of a list", 16384, &control,
								 HASH_ELEM | HASH_FUNCTION | HASH_COMPARE | HASH_CONTEXT);
	return release;
}

/* Notes the hash of one file of the release; NULL or empty: the file was not given */
void
list_add_file(ListRelease *release, bytea *document)
{
	bytea	   *sha256 = NULL;

	Assert(release->nfiles < LIST_MAX_FILES);
	if (document && VARSIZE_ANY_EXHDR(document) > 0)
		sha256 = DatumGetByteaP(DirectFunctionCall1(sha256_bytea, PointerGetDatum(document)));
	release->sha256[release->nfiles++] = sha256;
}

/* The entry with the list's own id, or NULL */
ListEntry *
list_find_entry(ListRelease *release, const char *uid)
{
	ListEntryIndex *found = hash_search(release->index, &uid, HASH_FIND, NULL);

	return found ? found->entry : NULL;
}

/* A new entry; NULL if the release has one with this id, or the id is no possible one */
ListEntry *
list_add_entry(ListRelease *release, const char *uid, int64 place)
{
	MemoryContext old;
	ListEntryIndex *slot;
	ListEntry  *entry;

	if (uid[0] == '\0' || strlen(uid) > LIST_UID_MAX || list_find_entry(release, uid))
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
	return entry;
}

/* A copy in the database encoding; complains of bytes that are no UTF-8 or cannot be converted */
char *
list_to_server(const char *utf8, int length)
{
	char	   *server = pg_any_to_server(utf8, length, PG_UTF8);

	return server == utf8 ? pnstrdup(utf8, length) : server;
}

/* The same for a column that may be NULL */
static const char *
ToServer(const char *utf8)
{
	return utf8 ? list_to_server(utf8, strlen(utf8)) : NULL;
}

/* The script of the first letter that is not Latin, else "Latn"; NULL if there is no letter */
const char *
list_script(const char *utf8)
{
	const unsigned char *s = (const unsigned char *) utf8;
	const char *script = NULL;

	while (*s)
	{
		pg_wchar	c = utf8_to_unicode(s);
		bool		letter = c >= 0x80 || (c | 0x20) - 'a' < 26;

		for (int i = 0; letter && i < lengthof(script_range); i++)
		{
			if (c < script_range[i].first || c > script_range[i].last)
				continue;
			if (strcmp(script_range[i].script, "Latn") != 0)
				return script_range[i].script;
			script = "Latn";
		}
		s += pg_utf_mblen(s);
	}
	return script;
}

/* Adds a name, given in UTF-8; the columns that most lists leave NULL are set in the row */
ListRow *
list_add_name(ListRelease *release, ListEntry *entry, const char *name,
			  const char *kind, bool weak, const char *uid)
{
	ListRow    *row = palloc0(offsetof(ListRow, column) + NAME_COLUMNS * sizeof(char *));

	row->column[NAME_NAME] = ToServer(name);
	row->column[NAME_KIND] = kind;
	row->column[NAME_WEAK] = weak ? "true" : "false";
	row->column[NAME_SCRIPT] = list_script(name);
	row->column[NAME_UID] = ToServer(uid);
	entry->names = lappend(entry->names, row);

	release->nnames++;
	if (weak)
		release->weak_names++;
	return row;
}

/* Sets a column of a name to a text in UTF-8, which may be NULL */
void
list_set_name(ListRow *row, ListNameColumn column, const char *utf8)
{
	row->column[column] = ToServer(utf8);
}

/* Adds an identifier, an address or another fact, given in UTF-8; all but kind may be NULL */
void
list_add_identifier(ListRelease *release, ListEntry *entry, const char *kind,
					const char *value, const char *country, const char *note, const char *uid)
{
	ListRow    *row = palloc0(offsetof(ListRow, column) + IDENTIFIER_COLUMNS * sizeof(char *));

	row->column[IDENTIFIER_KIND] = kind;
	row->column[IDENTIFIER_VALUE] = ToServer(value);
	row->column[IDENTIFIER_COUNTRY] = ToServer(country);
	row->column[IDENTIFIER_NOTE] = ToServer(note);
	row->column[IDENTIFIER_UID] = ToServer(uid);
	entry->identifiers = lappend(entry->identifiers, row);

	release->nidentifiers++;
	if (strcmp(kind, "address") == 0)
		release->addresses++;
}
