#ifndef SANCT_LIST_ENTRY_ROWS_H
#define SANCT_LIST_ENTRY_ROWS_H

#include "nodes/pg_list.h"

#include "pg/base/extension.h"

/* One of the tables below sanct_entry, to be written for one release */
typedef struct ListTable ListTable;

/* sanct_name or, below it, sanct_identifier */
typedef enum ListTableKind
{
	LIST_NAMES, LIST_IDENTIFIERS
} ListTableKind;

extern ListTable *list_open_table(const Extension *extension, ListTableKind kind, int64 release);
extern void list_keep_rows(ListTable *table, int64 entry_id, List *rows, int64 until);
extern void list_insert_rows(ListTable *table, int64 entry_id, List *rows);
extern void list_flush_rows(ListTable *table);

#endif
