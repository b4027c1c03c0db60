/*
 * import_opensanctions_csv.c: any list in the targets.simple.csv that OpenSanctions makes of it
 *
 * Columns with several values hold them as a record of their own, with semicolons.
 */
#include "postgres.h"

#include "fmgr.h"
#include "miscadmin.h"
#include "nodes/pg_list.h"
#include "utils/builtins.h"

#include "pg/base/shown.h"
#include "pg/list/csv.h"
#include "pg/list/entry.h"
#include "pg/list/entry_file.h"
#include "pg/list/publish.h"
#include "pg/list/release.h"
#include "pg/list/source.h"

#define HINT_DAMAGED "The file is damaged or not the one expected here; download it again."

/* Columns; the first three are required */
enum
{
	OS_ID, OS_SCHEMA, OS_NAME, OS_ALIASES, OS_PROGRAM_IDS, OS_FIRST_SEEN, OS_FACTS
};

/* Columns of facts, and their kinds */
static const char *const os_fact[][2] = {
	{"birth_date", "birth-date"},
	{"countries", "country"},
	{"addresses", "address"},
	{"identifiers", "other-id"},
	{"sanctions", "sanctions-information"},
	{"phones", "phone"},
	{"emails", "email"},
	{"dataset", "dataset"},
};

#define OS_COLUMNS (OS_FACTS + lengthof(os_fact))

/* Not taken: they change from day to day */
static const char *const os_untaken[] = {"last_seen", "last_change", NULL};

PG_FUNCTION_INFO_V1(sanct_import_opensanctions_csv);

/* The values of a column, of char *, without empty ones */
static List *
Values(CsvReader *csv, int column)
{
	char	   *text = csv_value(csv, column);
	List	   *values = NIL;
	int			max = 1;
	char	  **field;
	int			n;

	if (text == NULL)
		return NIL;
	for (char *s = text; *s; s++)
		max += *s == ';';
	field = palloc(sizeof(char *) * max);
	n = csv_split(text, ';', field, max);
	for (int i = 0; i < n; i++)
	{
		char	   *value = csv_trim(field[i]);

		if (value)
			values = lappend(values, value);
	}
	return values;
}

/* The type of an entry by its schema; a legal entity may be a person or an organisation */
static const char *
Type(const char *schema)
{
	static const char *const type[][2] = {
		{"Person", "person"},
		{"Organization", "organisation"},
		{"Company", "organisation"},
		{"PublicBody", "organisation"},
		{"Vessel", "vessel"},
		{"Airplane", "aircraft"},
	};

	for (int i = 0; i < lengthof(type); i++)
	{
		if (strcmp(schema, type[i][0]) == 0)
			return type[i][1];
	}
	return "other";
}

/* Takes a record, which is an entry */
static void
TakeRecord(CsvReader *csv, ListRelease *release, const int *column)
{
	char	   *id = csv_value(csv, column[OS_ID]);
	char	   *schema = csv_value(csv, column[OS_SCHEMA]);
	char	   *name = csv_value(csv, column[OS_NAME]);
	char	   *first_seen = csv_value(csv, column[OS_FIRST_SEEN]);
	ListEntry  *entry;
	ListCell   *cell;

	if (id == NULL || schema == NULL || name == NULL)
		csv_error(csv, HINT_DAMAGED, "Column \"%s\" is empty.",
				  id == NULL ? "id" : schema == NULL ? "schema" : "name");
	id = list_to_server(id, strlen(id));
	entry = list_add_entry(release, id, csv->record);
	if (entry == NULL)
		csv_error(csv, HINT_DAMAGED, list_find_entry(release, id) ? "Entry %s stands in the file twice." :
				  "The id %s is too long.", id);
	entry->type = Type(schema);
	list_add_name(release, entry, name, "primary", false, NULL);
	foreach(cell, Values(csv, column[OS_ALIASES]))
		list_add_new_name(release, entry, lfirst(cell), "alias", false);
	list_choose_primary(entry);
	foreach(cell, Values(csv, column[OS_PROGRAM_IDS]))
		list_add_text(release, &entry->programs, lfirst(cell));
	if (strcmp(entry->type, "other") == 0)
		list_add_fact(release, entry, "schema", schema, NULL, NULL, NULL);
	for (int i = 0; i < lengthof(os_fact); i++)
	{
		foreach(cell, Values(csv, column[OS_FACTS + i]))
			list_add_fact(release, entry, os_fact[i][1], lfirst(cell), NULL, NULL, NULL);
	}
	if (first_seen)
		list_add_fact(release, entry, "first-seen", pnstrdup(first_seen, strcspn(first_seen, "T ")),
					  NULL, NULL, NULL);
	list_end_entry(release, entry);
}

/* The release of the list that an argument names, a key of the caller's own */
static ListRelease *
NewRelease(FunctionCallInfo fcinfo)
{
	char	   *code = PG_ARGISNULL(4) ? "" : text_to_cstring(PG_GETARG_TEXT_PP(4));

	if (code[0] == '\0' || strspn(code, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen(code))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("\"%s\" is no key of a list", Shown(code)),
				 errdetail("A key consists of small letters, digits and hyphens.")));
	return list_new_release(code, code, "OpenSanctions");
}

/*
 * Loads a release of a list: document, published, max_removed, the document as a large object,
 * list.  Returns the row of sanct_release.
 */
Datum
sanct_import_opensanctions_csv(PG_FUNCTION_ARGS)
{
	ListRelease *release = NewRelease(fcinfo);
	Source	   *source = list_open_document(release, fcinfo, "document");
	const char *names[OS_COLUMNS] = {"id", "schema", "name", "aliases", "program_ids", "first_seen"};
	int			column[OS_COLUMNS];
	CsvReader	csv;

	for (int i = 0; i < lengthof(os_fact); i++)
		names[OS_FACTS + i] = os_fact[i][0];
	csv_open(&csv, source, ',');
	if (!csv_next(&csv))
		csv_error(&csv, HINT_DAMAGED, "The file has no header.");
	csv_header(&csv, names, OS_COLUMNS, 3, os_untaken, column);
	while (csv_next_in(&csv, release->scratch))
		TakeRecord(&csv, release, column);
	MemoryContextSwitchTo(release->context);
	if (release->entries == NIL)
		csv_error(&csv, HINT_DAMAGED, "The file holds no entry.");
	csv_close(&csv);
	list_close_file(release, source);
	return list_publish(fcinfo, release);
}
