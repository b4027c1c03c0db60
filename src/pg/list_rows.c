/*
 * list_rows.c: the names and identifiers of entries on their way into their tables
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "list_rows.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

/* Rows written by one statement */
#define BATCH_ROWS 2000

#define MAX_COLUMNS NAME_COLUMNS

struct ListTable
{
	SPIPlanPtr	select;			/* the rows of an entry */
	SPIPlanPtr	retire;			/* one of them: to the table of what was */
	SPIPlanPtr	retire_all;		/* the same for all of an entry */
	SPIPlanPtr	insert;			/* as many as have been collected */
	int64		release;		/* that brings new rows */
	int			ncolumns;
	MemoryContext context;		/* of what has been collected */
	int			rows;
	Datum		entry[BATCH_ROWS];
	Datum		value[MAX_COLUMNS][BATCH_ROWS];
	bool		null[MAX_COLUMNS][BATCH_ROWS];
};

/* Prepares a statement for the duration of the SPI connection */
SPIPlanPtr
list_prepare(const char *sql, int nargs, Oid *types)
{
	SPIPlanPtr	plan = SPI_prepare(sql, nargs, types);

	if (plan == NULL)
		elog(ERROR, "could not prepare \"%s\": %s", sql, SPI_result_code_string(SPI_result));
	return plan;
}

/* Runs a plan and insists on the kind of result it should have */
void
list_execute(SPIPlanPtr plan, Datum *values, const char *nulls, int expected)
{
	int			result = SPI_execute_plan(plan, values, nulls, false, 0);

	if (result != expected)
		elog(ERROR, "import statement failed: %s", SPI_result_code_string(result));
}

/* The statement that moves rows to the table of what was: $1 tells which, $2 the release that no longer has them */
static SPIPlanPtr
PrepareRetire(const char *table, const char *past, const char *columns, const char *condition)
{
	Oid			types[2] = {INT8OID, INT8OID};

	return list_prepare(psprintf("WITH gone AS (DELETE FROM %s WHERE %s = $1 RETURNING *) "
								 "INSERT INTO %s (id, entry_id, %s, since, until) SELECT id, entry_id, %s, since, $2 FROM gone",
								 table, condition, past, columns, columns), 2, types);
}

/*
 * Opens a table whose rows are ListRows, and the table of what was, for a release.  The columns are
 * given in their order, once more as expressions that make text of them, and as expressions over the
 * texts a, b, c and so on.
 */
ListTable *
list_open_table(const char *schema, const char *table, const char *past, int64 release, int ncolumns,
				const char *columns, const char *as_text, const char *from_text)
{
	const char *name = quote_qualified_identifier(schema, table);
	const char *past_name = quote_qualified_identifier(schema, past);
	ListTable  *opened = palloc0(sizeof(ListTable));
	Oid			id[1] = {INT8OID};
	Oid			arrays[MAX_COLUMNS + 2] = {INT8ARRAYOID};
	StringInfoData insert;

	Assert(ncolumns <= MAX_COLUMNS);
	opened->release = release;
	opened->ncolumns = ncolumns;
	opened->select = list_prepare(psprintf("SELECT id, %s FROM %s WHERE entry_id = $1 ORDER BY id",
										   as_text, name), 1, id);
	opened->retire = PrepareRetire(name, past_name, columns, "id");
	opened->retire_all = PrepareRetire(name, past_name, columns, "entry_id");

	initStringInfo(&insert);
	appendStringInfo(&insert, "INSERT INTO %s (entry_id, %s, since) SELECT entry_id, %s, $%d FROM unnest($1",
					 name, columns, from_text, ncolumns + 2);
	for (int c = 0; c < ncolumns; c++)
	{
		appendStringInfo(&insert, ", $%d", c + 2);
		arrays[c + 1] = TEXTARRAYOID;
	}
	appendStringInfoString(&insert, ") AS u (entry_id");
	for (int c = 0; c < ncolumns; c++)
		appendStringInfo(&insert, ", %c", 'a' + c);
	appendStringInfoChar(&insert, ')');
	arrays[ncolumns + 1] = INT8OID;
	opened->insert = list_prepare(insert.data, ncolumns + 2, arrays);

	opened->context = AllocSetContextCreate(CurrentMemoryContext, "rows of a list",
											ALLOCSET_DEFAULT_SIZES);
	return opened;
}

/* Writes the rows that have been collected */
void
list_flush_rows(ListTable *table)
{
	MemoryContext old = MemoryContextSwitchTo(table->context);
	Datum		values[MAX_COLUMNS + 2];
	int			lower[1] = {1};

	CHECK_FOR_INTERRUPTS();
	if (table->rows > 0)
	{
		values[0] = PointerGetDatum(construct_array(table->entry, table->rows, INT8OID,
													sizeof(int64), FLOAT8PASSBYVAL,
													TYPALIGN_DOUBLE));
		for (int c = 0; c < table->ncolumns; c++)
			values[c + 1] = PointerGetDatum(construct_md_array(table->value[c], table->null[c], 1,
															   &table->rows, lower, TEXTOID, -1,
															   false, TYPALIGN_INT));
		values[table->ncolumns + 1] = Int64GetDatum(table->release);
		list_execute(table->insert, values, NULL, SPI_OK_INSERT);
	}
	table->rows = 0;
	MemoryContextSwitchTo(old);
	MemoryContextReset(table->context);
}

/* Adds those rows of an entry that are not kept; they are written by and by */
void
list_insert_rows(ListTable *table, int64 entry_id, List *rows)
{
	ListCell   *cell;

	foreach(cell, rows)
	{
		ListRow    *row = lfirst(cell);
		MemoryContext old;
		int			n;

		if (row->kept)
			continue;
		if (table->rows == BATCH_ROWS)
			list_flush_rows(table);
		n = table->rows++;
		old = MemoryContextSwitchTo(table->context);
		table->entry[n] = Int64GetDatum(entry_id);
		for (int c = 0; c < table->ncolumns; c++)
		{
			table->null[c][n] = row->column[c] == NULL;
			table->value[c][n] = row->column[c] ? CStringGetTextDatum(row->column[c]) : (Datum) 0;
		}
		MemoryContextSwitchTo(old);
	}
}

/* The row of the release that a stored row is, or NULL; each is found once */
static ListRow *
FindRow(ListTable *table, List *rows, HeapTuple tuple, TupleDesc desc)
{
	char	   *stored[MAX_COLUMNS];
	ListCell   *cell;

	for (int c = 0; c < table->ncolumns; c++)
		stored[c] = SPI_getvalue(tuple, desc, c + 2);

	foreach(cell, rows)
	{
		ListRow    *row = lfirst(cell);
		bool		same = !row->kept;

		for (int c = 0; same && c < table->ncolumns; c++)
		{
			if (stored[c] && row->column[c])
				same = strcmp(stored[c], row->column[c]) == 0;
			else
				same = stored[c] == NULL && row->column[c] == NULL;
		}
		if (same)
			return row;
	}
	return NULL;
}

/*
 * Keeps the stored rows of an entry that are among these, so that they keep their id; the others
 * were so until a release
 */
void
list_keep_rows(ListTable *table, int64 entry_id, List *rows, int64 until)
{
	Datum		values[2];
	SPITupleTable *stored;

	values[0] = Int64GetDatum(entry_id);
	list_execute(table->select, values, NULL, SPI_OK_SELECT);
	stored = SPI_tuptable;
	for (uint64 i = 0; i < stored->numvals; i++)
	{
		ListRow    *row = FindRow(table, rows, stored->vals[i], stored->tupdesc);
		bool		isnull;

		if (row)
		{
			row->kept = true;
			continue;
		}
		values[0] = SPI_getbinval(stored->vals[i], stored->tupdesc, 1, &isnull);
		values[1] = Int64GetDatum(until);
		list_execute(table->retire, values, NULL, SPI_OK_INSERT);
	}
	SPI_freetuptable(stored);
}

/* All stored rows of an entry were so until a release */
void
list_retire_rows(ListTable *table, int64 entry_id, int64 until)
{
	Datum		values[2];

	values[0] = Int64GetDatum(entry_id);
	values[1] = Int64GetDatum(until);
	list_execute(table->retire_all, values, NULL, SPI_OK_INSERT);
}
