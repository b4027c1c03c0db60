#ifndef SANCT_LIST_ENTRY_ROWS_H
#define SANCT_LIST_ENTRY_ROWS_H

/* The names and identifiers of entries on their way into their tables */

#include "nodes/pg_list.h"

#include "pg/base/extension.h"

/* One of the tables below sanct_entry, to be written for one release */
typedef struct ListTable ListTable;

/* sanct_name or, below it, sanct_identifier */
typedef enum ListTableKind
{
	LIST_NAMES, LIST_IDENTIFIERS
} ListTableKind;

extern ListTable *SanctOpenEntryRows(const Extension *extension, ListTableKind kind, int64 release);
extern void SanctKeepEntryRows(ListTable *table, int64 entry_id, List *rows, int64 until);
extern void SanctAddEntryRows(ListTable *table, int64 entry_id, List *rows);
extern void SanctFlushEntryRows(ListTable *table);

#endif
