#ifndef SANCT_LIST_ENTRY_H
#define SANCT_LIST_ENTRY_H

/* What an importer says of an entry: its names, identifiers and other facts */

#include "nodes/pg_list.h"

#include "pg/list/fact.h"
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

extern void SanctAddFact(ListRelease *release, ListEntry *entry, ListFact fact);

extern void SanctAddIdentifier(ListRelease *release, ListEntry *entry, ListFact fact);

extern void SanctAddListing(ListRelease *release, ListEntry *entry, const char *iso);

extern ListRow *SanctAddName(ListRelease *release, ListEntry *entry, const char *name,
							 const char *kind, bool weak, const char *uid);

extern ListRow *SanctAddNewName(ListRelease *release, ListEntry *entry, const char *name,
								const char *kind, bool weak);

extern void SanctAddText(ListRelease *release, List **texts, const char *utf8);

extern void SanctAppendText(ListRelease *release, const char **text, const char *separator,
							const char *utf8);

extern bool SanctChoosePrimary(ListEntry *entry);

extern void SanctMarkParts(ListRow *row, const char *utf8);

extern void SanctSetNameColumn(ListRow *row, ListNameColumn column, const char *utf8);

/* A text in the database encoding, with question marks for what it lacks; kept while entries are open */
extern const char *SanctStoreText(ListRelease *release, const char *utf8);

extern char *SanctToServer(const char *utf8, int length);

#endif
