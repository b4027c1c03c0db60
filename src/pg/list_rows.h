#ifndef SM_LIST_ROWS_H
#define SM_LIST_ROWS_H

#include "postgres.h"

#include "executor/spi.h"
#include "list.h"

/* One of the tables below sanct_entry, to be written within one SPI connection */
typedef struct ListTable ListTable;

extern SPIPlanPtr list_prepare(const char *sql, int nargs, Oid *types);
extern void list_execute(SPIPlanPtr plan, Datum *values, const char *nulls, int expected);

extern ListTable *list_open_table(const char *schema, const char *table, const char *past, int64 release,
								  int ncolumns, const char *columns, const char *as_text,
								  const char *from_text);
extern void list_keep_rows(ListTable *table, int64 entry_id, List *rows, int64 until);
extern void list_retire_rows(ListTable *table, int64 entry_id, int64 until);
extern void list_insert_rows(ListTable *table, int64 entry_id, List *rows);
extern void list_flush_rows(ListTable *table);

#endif
