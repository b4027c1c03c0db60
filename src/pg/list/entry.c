/* What an importer says of an entry */
#include "postgres.h"

#include "pg/list/entry.h"

#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "nodes/pg_list.h"
#include "port/pg_bitutils.h"
#include "utils/memutils.h"

#include "pg/base/encoding.h"
#include "pg/list/name_text.h"
#include "pg/list/script.h"

/* A copy in the database encoding; complains of bytes that are no UTF-8 or cannot be converted */
char *
SanctToServer(const char *utf8, int length)
{
	char	   *server = pg_any_to_server(utf8, length, PG_UTF8);

	return server == utf8 ? pnstrdup(utf8, length) : server;
}

/*
 * A copy of a text in the database encoding, with a question mark for each character that it lacks; complete tells
 * whether there is none
 */
static const char *
ConvertMarked(const char *utf8, bool *complete)
{
	int			length = strlen(utf8);
	const char *server;

	pg_verify_mbstr(PG_UTF8, utf8, length, false);
	server = SanctUtf8ToServerMarked(utf8, &length, complete);
	return pnstrdup(server, length);
}

/* The same for a column that may be NULL */
static const char *
ToServer(const char *utf8)
{
	bool		complete;

	return utf8 ? ConvertMarked(utf8, &complete) : NULL;
}

/* See entry.h */
const char *
SanctStoreText(ListRelease *release, const char *utf8)
{
	MemoryContext old = MemoryContextSwitchTo(release->content);
	bool		complete = true;
	const char *server = utf8 ? ConvertMarked(utf8, &complete) : NULL;

	MemoryContextSwitchTo(old);
	if (!complete)
		release->marked_texts++;
	return server;
}

/* Add a pointer to a list that is kept while the entry is open */
static List *
AppendKept(ListRelease *release, List *list, const void *pointer)
{
	MemoryContext old = MemoryContextSwitchTo(release->content);

	list = lappend(list, (void *) pointer);
	MemoryContextSwitchTo(old);
	return list;
}

/* A row without a value, to be kept while the entry is open */
static ListRow *
NewRow(ListRelease *release, int ncolumns)
{
	return MemoryContextAllocZero(release->content,
								  offsetof(ListRow, column) + ncolumns * sizeof(char *));
}

/* Note a name that the database encoding cannot hold: it is left out, as half a name would match nobody or others */
static void
LeaveOut(ListRelease *release, ListEntry *entry, const char *name)
{
	MemoryContext old = MemoryContextSwitchTo(release->context);

	release->unstorable_names++;
	if (entry->unstorable == NIL && list_length(release->unstorable) < LIST_TOLD)
		release->unstorable = lappend(release->unstorable, pstrdup(entry->uid));
	MemoryContextSwitchTo(release->content);
	entry->unstorable = lappend(entry->unstorable, pstrdup(name));
	MemoryContextSwitchTo(old);
}

/* Note a name that nothing will ever find */
static void
NoteUnfindable(ListRelease *release, ListEntry *entry, const char *name)
{
	MemoryContext old = MemoryContextSwitchTo(release->context);

	if (release->unfindable_names++ < LIST_TOLD)
		release->unfindable = lappend(release->unfindable, psprintf("%s (%s)", name, entry->uid));
	MemoryContextSwitchTo(old);
}

/*
 * Add a name, given in UTF-8, unless the database encoding cannot hold it or it is blank; the columns that most lists
 * leave NULL are set in the row
 */
ListRow *
SanctAddName(ListRelease *release, ListEntry *entry, const char *name,
			 const char *kind, bool weak, const char *uid)
{
	ListRow    *row = NewRow(release, NAME_COLUMNS);
	MemoryContext old;
	bool		complete;

	pg_verify_mbstr(PG_UTF8, name, strlen(name), false);
	name = SanctCleanName(name);
	if (*name == '\0')
		return row;
	old = MemoryContextSwitchTo(release->content);
	row->column[NAME_NAME] = ConvertMarked(name, &complete);
	MemoryContextSwitchTo(old);
	if (!complete)
	{
		LeaveOut(release, entry, name);
		return row;
	}
	row->column[NAME_KIND] = kind;
	row->column[NAME_WEAK] = weak ? "true" : "false";
	row->column[NAME_SCRIPT] = SanctScriptOf(name, strlen(name));
	row->column[NAME_UID] = SanctStoreText(release, uid);
	entry->names = AppendKept(release, entry->names, row);
	if (!SanctCanBeFound(name))
		NoteUnfindable(release, entry, row->column[NAME_NAME]);

	release->nnames++;
	if (weak)
		release->weak_names++;
	return row;
}

/* Set a column of a name to a text in UTF-8, which may be NULL */
void
SanctSetNameColumn(ListRow *row, ListNameColumn column, const char *utf8)
{
	MemoryContext old = MemoryContextSwitchTo(GetMemoryChunkContext(row));

	row->column[column] = ToServer(utf8);
	MemoryContextSwitchTo(old);
}

/* Mark the parts of a person's name in which a comma stands behind the surname */
void
SanctMarkParts(ListRow *row, const char *utf8)
{
	const char *comma = strchr(utf8, ',');
	const char *given = comma ? comma + 1 + strspn(comma + 1, " ") : NULL;

	if (comma == NULL || comma == utf8 || *given == '\0')
		return;
	SanctSetNameColumn(row, NAME_SURNAME, pnstrdup(utf8, comma - utf8));
	SanctSetNameColumn(row, NAME_GIVEN, given);
}

/*
 * Add a name unless the entry has it already, as lists repeat names in other records; return
 * NULL then.  What is the primary name once is no alias, and what is strong once is not weak.
 */
ListRow *
SanctAddNewName(ListRelease *release, ListEntry *entry, const char *name, const char *kind,
				bool weak)
{
	const char *server;
	ListCell   *cell;

	CHECK_FOR_INTERRUPTS();
	pg_verify_mbstr(PG_UTF8, name, strlen(name), false);
	name = SanctCleanName(name);
	server = ToServer(name);
	foreach(cell, entry->unstorable)
	{
		if (strcmp(lfirst(cell), name) == 0)
			return NULL;
	}
	foreach(cell, entry->names)
	{
		ListRow    *row = lfirst(cell);
		bool		alias = strcmp(row->column[NAME_KIND], "alias") == 0;
		bool		primary = strcmp(row->column[NAME_KIND], "primary") == 0;

		if (strcmp(row->column[NAME_NAME], server) != 0)
			continue;
		if (alias && strcmp(kind, "primary") == 0)
			row->column[NAME_KIND] = kind;
		else if (strcmp(row->column[NAME_KIND], kind) != 0 && !(primary && strcmp(kind, "alias") == 0))
			continue;
		if (!weak && strcmp(row->column[NAME_WEAK], "true") == 0)
		{
			row->column[NAME_WEAK] = "false";
			release->weak_names--;
		}
		return NULL;
	}
	return SanctAddName(release, entry, name, kind, weak, NULL);
}

/*
 * Give an entry its primary name: the first that its list calls so, else the first of all.
 * False if it has none, not even one that cannot be stored.
 */
bool
SanctChoosePrimary(ListEntry *entry)
{
	ListCell   *cell;

	if (entry->names == NIL)
		return entry->unstorable != NIL;
	foreach(cell, entry->names)
	{
		ListRow    *row = lfirst(cell);

		if (strcmp(row->column[NAME_KIND], "primary") == 0)
		{
			entry->primary_name = row->column[NAME_NAME];
			return true;
		}
	}
	entry->primary_name = ((ListRow *) linitial(entry->names))->column[NAME_NAME];
	return true;
}

/* A fact as it is to be stored; marked gets a bit for each column with question marks for what the encoding lacks */
static ListRow *
RowOfFact(ListRelease *release, const ListFact *fact, unsigned *marked)
{
	const char *const utf8[IDENTIFIER_COLUMNS] = {
		[IDENTIFIER_VALUE] = fact->value, [IDENTIFIER_COUNTRY] = fact->country, [IDENTIFIER_NOTE] = fact->note,
		[IDENTIFIER_UID] = fact->uid
	};
	ListRow    *row = NewRow(release, IDENTIFIER_COLUMNS);
	MemoryContext old = MemoryContextSwitchTo(release->content);

	*marked = 0;
	row->column[IDENTIFIER_KIND] = fact->kind;
	for (int i = 0; i < IDENTIFIER_COLUMNS; i++)
	{
		bool		complete = true;

		if (utf8[i])
			row->column[i] = ConvertMarked(utf8[i], &complete);
		*marked |= complete ? 0 : 1u << i;
	}
	MemoryContextSwitchTo(old);
	return row;
}

/* Add a fact that has been made a row */
static void
AddFactRow(ListRelease *release, ListEntry *entry, const ListFact *fact, ListRow *row, unsigned marked)
{
	entry->identifiers = AppendKept(release, entry->identifiers, row);
	release->nidentifiers++;
	release->marked_texts += pg_popcount32(marked);
	if (strcmp(fact->kind, "address") == 0)
		release->addresses++;
	else if (strcmp(fact->kind, "nationality") == 0 && fact->value)
		SanctAddText(release, &entry->nationalities, fact->value);
}

/* Add an identifier, an address or another fact, given in UTF-8; all but kind may be NULL */
void
SanctAddIdentifier(ListRelease *release, ListEntry *entry, ListFact fact)
{
	ListCell   *cell;

	foreach(cell, SanctCleanFact(&fact))
	{
		unsigned	marked;
		ListRow    *row = RowOfFact(release, lfirst(cell), &marked);

		AddFactRow(release, entry, lfirst(cell), row, marked);
	}
}

/* True if a fact's column is the same as another's, or not given */
static bool
IsKnown(const char *column, const char *given)
{
	return given == NULL || (column && strcmp(column, given) == 0);
}

/*
 * Add a fact that has a value, a country or a note, unless the entry has it already: lists repeat facts, in other rows,
 * languages or for other names.  Of two notes one of which holds the other, the longer one stays.
 */
static void
AddNewFact(ListRelease *release, ListEntry *entry, const ListFact *fact)
{
	unsigned	marked;
	ListRow    *new;
	const char *note;
	ListCell   *cell;

	CHECK_FOR_INTERRUPTS();
	if (fact->value == NULL && fact->country == NULL && fact->note == NULL)
		return;
	new = RowOfFact(release, fact, &marked);
	note = new->column[IDENTIFIER_NOTE];
	foreach(cell, entry->identifiers)
	{
		ListRow    *row = lfirst(cell);
		const char *known = row->column[IDENTIFIER_NOTE];

		if (strcmp(row->column[IDENTIFIER_KIND], fact->kind) != 0 ||
			!IsKnown(row->column[IDENTIFIER_COUNTRY], new->column[IDENTIFIER_COUNTRY]) ||
			!IsKnown(row->column[IDENTIFIER_VALUE], new->column[IDENTIFIER_VALUE]) ||
			(row->column[IDENTIFIER_VALUE] && !fact->value))
			continue;
		if (note == NULL || (known && strstr(known, note)))
			return;
		if (known == NULL || strstr(note, known))
		{
			row->column[IDENTIFIER_NOTE] = note;
			release->marked_texts += marked >> IDENTIFIER_NOTE & 1;
			return;
		}
	}
	AddFactRow(release, entry, fact, new, marked);
}

/* Add a fact as SanctAddIdentifier() does, unless the entry has it already */
void
SanctAddFact(ListRelease *release, ListEntry *entry, ListFact fact)
{
	ListCell   *cell;

	foreach(cell, SanctCleanFact(&fact))
		AddNewFact(release, entry, lfirst(cell));
}

/* Add a text, given in UTF-8, to the programs or nationalities of an entry, unless it is there */
void
SanctAddText(ListRelease *release, List **texts, const char *utf8)
{
	const char *server = ToServer(utf8);
	ListCell   *cell;

	CHECK_FOR_INTERRUPTS();
	foreach(cell, *texts)
	{
		if (strcmp(lfirst(cell), server) == 0)
			return;
	}
	*texts = AppendKept(release, *texts, SanctStoreText(release, utf8));
}

/* Append a text, given in UTF-8, to the title or the remarks, unless it is one of those there */
void
SanctAppendText(ListRelease *release, const char **text, const char *separator, const char *utf8)
{
	size_t		length = strlen(separator);
	const char *server = ToServer(utf8);
	MemoryContext old;

	if (utf8 == NULL)
		return;
	if (*text == NULL)
	{
		*text = SanctStoreText(release, utf8);
		return;
	}
	for (const char *s = strstr(*text, server); s; s = strstr(s + 1, server))
	{
		const char *end = s + strlen(server);

		if ((s == *text || (s - *text >= length && strncmp(s - length, separator, length) == 0)) &&
			(*end == '\0' || strncmp(end, separator, length) == 0))
			return;
	}
	old = MemoryContextSwitchTo(release->content);
	*text = psprintf("%s%s%s", *text, separator, server);
	MemoryContextSwitchTo(old);
}

/* Take an ISO date as the day of listing; of several the first, the others become facts */
void
SanctAddListing(ListRelease *release, ListEntry *entry, const char *iso)
{
	const char *other = iso;

	if (entry->listed_on == NULL || strcmp(iso, entry->listed_on) < 0)
	{
		other = entry->listed_on;
		entry->listed_on = SanctStoreText(release, iso);
	}
	if (other && strcmp(other, entry->listed_on) != 0)
		SanctAddFact(release, entry, (ListFact) {.kind = "listed-on", .value = other});
}
