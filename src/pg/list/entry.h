#ifndef SANCT_LIST_ENTRY_H
#define SANCT_LIST_ENTRY_H

/* What an importer says of an entry: its names, identifiers and other facts */

#include "nodes/pg_list.h"

#include "pg/list/release.h"

/* A row of sanct_name or sanct_identifier below its entry; a column may be NULL */
typedef struct ListRow
{
	bool		kept;			/* stands in the table already */
	const char *column[FLEXIBLE_ARRAY_MEMBER];
} ListRow;

typedef enum ListNameColumn
{
	NAME_NAME, NAME_KIND, NAME_WEAK, NAME_SCRIPT, NAME_LANGUAGE, NAME_SURNAME, NAME_GIVEN,
	NAME_NOTE, NAME_UID, NAME_COLUMNS
} ListNameColumn;

typedef enum ListIdentifierColumn
{
	IDENTIFIER_KIND, IDENTIFIER_VALUE, IDENTIFIER_COUNTRY, IDENTIFIER_NOTE, IDENTIFIER_UID,
	IDENTIFIER_COLUMNS
} ListIdentifierColumn;

extern void list_add_fact(ListRelease *release, ListEntry *entry, const char *kind,
						  const char *value, const char *country, const char *note,
						  const char *uid);

extern void list_add_identifier(ListRelease *release, ListEntry *entry, const char *kind,
								const char *value, const char *country, const char *note,
								const char *uid);

extern void list_add_listing(ListRelease *release, ListEntry *entry, const char *iso);

extern ListRow *list_add_name(ListRelease *release, ListEntry *entry, const char *name,
							  const char *kind, bool weak, const char *uid);

extern ListRow *list_add_new_name(ListRelease *release, ListEntry *entry, const char *name,
								  const char *kind, bool weak);

extern void list_add_text(ListRelease *release, List **texts, const char *utf8);

extern void list_append(ListRelease *release, const char **text, const char *separator,
						const char *utf8);

extern bool list_choose_primary(ListEntry *entry);

extern void list_mark_parts(ListRow *row, const char *utf8);

extern void list_set_name(ListRow *row, ListNameColumn column, const char *utf8);

/* A text in the database encoding, with question marks for what it lacks; kept while entries are open */
extern const char *list_store_text(ListRelease *release, const char *utf8);

extern char *list_to_server(const char *utf8, int length);

#endif
