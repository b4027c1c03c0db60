/*
 * The names and identifiers of entries on their way into their tables
 *
 * They are written by the extension's own functions, with its owner's rights: nobody else may.
 */
#include "postgres.h"

#include "pg/list/entry_rows.h"

#include "catalog/pg_type.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "nodes/pg_list.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "pg/list/entry.h"

/* Rows written by one statement */
#define BATCH_ROWS 2000

/* And their bytes, some of which may be long texts */
#define BATCH_BYTES (2 * 1024 * 1024)

#define MAX_COLUMNS NAME_COLUMNS

/* The functions for a table, and how many columns of texts it has */
typedef struct ListFunctions
{
	int			ncolumns;
	OwnFunction stored;			/* the rows of an entry: of each its id and the columns, all as texts */
	OwnFunction retire;			/* some of them: to the table of what was */
	OwnFunction insert;			/* as many as have been collected */
} ListFunctions;

static const ListFunctions list_functions[] = {
	[LIST_NAMES] = {NAME_COLUMNS,
		{"sanct_stored_names", 1, {INT8OID}},
		{"sanct_retire_names", 2, {INT8ARRAYOID, INT8OID}},
		{"sanct_add_names", 11, {INT8ARRAYOID, TEXTARRAYOID, TEXTARRAYOID, TEXTARRAYOID, TEXTARRAYOID, TEXTARRAYOID,
		TEXTARRAYOID, TEXTARRAYOID, TEXTARRAYOID, TEXTARRAYOID, INT8OID}},
	},
	[LIST_IDENTIFIERS] = {IDENTIFIER_COLUMNS,
		{"sanct_stored_identifiers", 1, {INT8OID}},
		{"sanct_retire_identifiers", 2, {INT8ARRAYOID, INT8OID}},
		{"sanct_add_identifiers", 7, {INT8ARRAYOID, TEXTARRAYOID, TEXTARRAYOID, TEXTARRAYOID, TEXTARRAYOID,
		TEXTARRAYOID, INT8OID}},
	},
};

struct ListTable
{
	const Extension *extension;
	const ListFunctions *functions;
	int64		release;		/* that brings new rows */
	MemoryContext context;		/* of what has been collected */
	int			rows;
	size_t		bytes;
	Datum		entry[BATCH_ROWS];
	Datum		value[MAX_COLUMNS][BATCH_ROWS];
	bool		null[MAX_COLUMNS][BATCH_ROWS];
};

/* Open a table whose rows are ListRows, and the table of what was, for a release */
ListTable *
SanctOpenEntryRows(const Extension *extension, ListTableKind kind, int64 release)
{
	ListTable  *opened = palloc0(sizeof(ListTable));

	opened->extension = extension;
	opened->functions = &list_functions[kind];
	opened->release = release;
	opened->context = AllocSetContextCreate(CurrentMemoryContext, "rows of a list",
											ALLOCSET_DEFAULT_SIZES);
	return opened;
}

/* An array of ids */
static Datum
IdArray(Datum *ids, int n)
{
	return PointerGetDatum(construct_array(ids, n, INT8OID, sizeof(int64), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE));
}

/* Write the rows that have been collected */
void
SanctFlushEntryRows(ListTable *table)
{
	MemoryContext old = MemoryContextSwitchTo(table->context);
	Datum		values[MAX_COLUMNS + 2];
	int			lower[1] = {1};
	bool		isnull;

	CHECK_FOR_INTERRUPTS();
	if (table->rows > 0)
	{
		values[0] = IdArray(table->entry, table->rows);
		for (int c = 0; c < table->functions->ncolumns; c++)
			values[c + 1] = PointerGetDatum(construct_md_array(table->value[c], table->null[c], 1,
															   &table->rows, lower, TEXTOID, -1,
															   false, TYPALIGN_INT));
		values[table->functions->ncolumns + 1] = Int64GetDatum(table->release);
		SanctCallOwn(table->extension, &table->functions->insert, values, NULL, &isnull);
	}
	table->rows = 0;
	table->bytes = 0;
	MemoryContextSwitchTo(old);
	MemoryContextReset(table->context);
}

/* Add those rows of an entry that are not kept; they are written by and by */
void
SanctAddEntryRows(ListTable *table, int64 entry_id, List *rows)
{
	ListCell   *cell;

	foreach(cell, rows)
	{
		ListRow    *row = lfirst(cell);
		MemoryContext old;
		int			n;

		if (row->kept)
			continue;
		if (table->rows == BATCH_ROWS || table->bytes > BATCH_BYTES)
			SanctFlushEntryRows(table);
		n = table->rows++;
		old = MemoryContextSwitchTo(table->context);
		table->entry[n] = Int64GetDatum(entry_id);
		for (int c = 0; c < table->functions->ncolumns; c++)
		{
			table->null[c][n] = row->column[c] == NULL;
			table->value[c][n] = row->column[c] ? CStringGetTextDatum(row->column[c]) : (Datum) 0;
			table->bytes += row->column[c] ? strlen(row->column[c]) : 0;
		}
		MemoryContextSwitchTo(old);
	}
}

/* The row of the release that a stored row, given by its columns, is, or NULL; each is found once */
static ListRow *
FindRow(ListTable *table, List *rows, const Datum *columns, const bool *nulls)
{
	char	   *stored[MAX_COLUMNS];
	ListCell   *cell;

	if (rows == NIL)
		return NULL;
	for (int c = 0; c < table->functions->ncolumns; c++)
		stored[c] = nulls[c] ? NULL : TextDatumGetCString(columns[c]);

	foreach(cell, rows)
	{
		ListRow    *row = lfirst(cell);
		bool		same = !row->kept;

		for (int c = 0; same && c < table->functions->ncolumns; c++)
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
 * Keep the stored rows of an entry that are among these, so that they keep their id; the others
 * were so until a release
 */
void
SanctKeepEntryRows(ListTable *table, int64 entry_id, List *rows, int64 until)
{
	Datum		values[2] = {Int64GetDatum(entry_id)};
	bool		isnull;
	Datum		stored = SanctCallOwn(table->extension, &table->functions->stored, values, NULL, &isnull);
	int			width = table->functions->ncolumns + 1;
	Datum	   *columns;
	bool	   *nulls;
	int			n;
	Datum	   *gone;
	int			ngone = 0;

	if (isnull)
		return;
	deconstruct_array(DatumGetArrayTypeP(stored), TEXTOID, -1, false, TYPALIGN_INT, &columns, &nulls, &n);
	gone = palloc(sizeof(Datum) * (n / width));
	for (int i = 0; i + width <= n; i += width)
	{
		ListRow    *row = FindRow(table, rows, columns + i + 1, nulls + i + 1);

		if (row)
			row->kept = true;
		else
			gone[ngone++] = DirectFunctionCall1(int8in, CStringGetDatum(TextDatumGetCString(columns[i])));
	}
	if (ngone == 0)
		return;
	values[0] = IdArray(gone, ngone);
	values[1] = Int64GetDatum(until);
	SanctCallOwn(table->extension, &table->functions->retire, values, NULL, &isnull);
}
