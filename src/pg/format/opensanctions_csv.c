/*
 * Any list in the targets.simple.csv that OpenSanctions makes of it
 *
 * Columns with several values hold them as a record of their own, with semicolons.
 */
#include "postgres.h"

#include "fmgr.h"
#include "nodes/pg_list.h"
#include "utils/builtins.h"

#include "pg/format/opensanctions.h"
#include "pg/list/csv.h"
#include "pg/list/entry.h"
#include "pg/list/entry_file.h"
#include "pg/list/entry_store.h"
#include "pg/list/fact.h"
#include "pg/list/publish.h"
#include "pg/list/release.h"
#include "pg/list/source.h"

/* Columns */
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

PG_FUNCTION_INFO_V1(sanct_import_opensanctions_csv);

/* The values of a column, of char *, without empty ones */
static List *
SplitValues(CsvReader *csv, int column)
{
	char	   *text = SanctCsvValue(csv, column);
	List	   *values = NIL;
	int			max = 1;
	char	  **field;
	int			n;

	if (text == NULL)
		return NIL;
	for (char *s = text; *s; s++)
		max += *s == ';';
	field = palloc(sizeof(char *) * max);
	n = SanctSplitRecord(text, ';', field, max);
	for (int i = 0; i < n; i++)
	{
		char	   *value = SanctTrimField(field[i]);

		if (value)
			values = lappend(values, value);
	}
	return values;
}

/* The type of an entry by its schema; a legal entity may be a person or an organisation */
static const char *
OpenSanctionsType(const char *schema)
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

/* Take a record, which is an entry */
static void
TakeOpenSanctions(CsvReader *csv, ListRelease *release, const int *column)
{
	char	   *id = SanctCsvValue(csv, column[OS_ID]);
	char	   *schema = SanctCsvValue(csv, column[OS_SCHEMA]);
	char	   *name = SanctCsvValue(csv, column[OS_NAME]);
	char	   *first_seen = SanctCsvValue(csv, column[OS_FIRST_SEEN]);
	ListEntry  *entry;
	ListCell   *cell;

	if (id == NULL || schema == NULL || name == NULL)
		SanctCsvError(csv, HINT_FILE_DAMAGED, "Column \"%s\" is empty.",
					  id == NULL ? "id" : schema == NULL ? "schema" : "name");
	id = SanctToServer(id, strlen(id));
	entry = SanctAddEntry(release, id, csv->record);
	if (entry == NULL)
		SanctCsvError(csv, HINT_FILE_DAMAGED, SanctFindEntry(release, id) ? "Entry %s stands in the file twice." :
					  "The id %s is too long.", id);
	entry->type = OpenSanctionsType(schema);
	SanctAddName(release, entry, name, "primary", false, NULL);
	foreach(cell, SplitValues(csv, column[OS_ALIASES]))
		SanctAddNewName(release, entry, lfirst(cell), "alias", false);
	SanctChoosePrimary(entry);
	foreach(cell, SplitValues(csv, column[OS_PROGRAM_IDS]))
		SanctAddText(release, &entry->programs, lfirst(cell));
	if (strcmp(entry->type, "other") == 0)
		SanctAddFact(release, entry, (ListFact) {.kind = "schema", .value = schema});
	for (int i = 0; i < lengthof(os_fact); i++)
	{
		foreach(cell, SplitValues(csv, column[OS_FACTS + i]))
			SanctAddFact(release, entry, (ListFact) {
				.kind = strcmp(os_fact[i][1], "other-id") == 0 ? SanctIdentifierKind(entry, lfirst(cell)) :
				os_fact[i][1],
				.value = lfirst(cell)
			});
	}
	if (first_seen)
		SanctAddFact(release, entry, (ListFact) {
			.kind = "first-seen", .value = pnstrdup(first_seen, strcspn(first_seen, "T "))
		});
	SanctEndEntry(release, entry);
}

/*
 * Load a release of a list: document, published, max_removed, the document as a large object,
 * list.  Return the row of sanct_release.
 */
Datum
sanct_import_opensanctions_csv(PG_FUNCTION_ARGS)
{
	ListRelease *release = SanctStartOpenSanctions(fcinfo, 4);
	Source	   *source = SanctOpenDocument(release, fcinfo, "document");
	const char *names[OS_COLUMNS] = {"id", "schema", "name", "aliases", "program_ids", "first_seen"};
	int			column[OS_COLUMNS];
	CsvReader	csv;

	for (int i = 0; i < lengthof(os_fact); i++)
		names[OS_FACTS + i] = os_fact[i][0];
	SanctOpenCsv(&csv, source, ',');
	if (!SanctNextRecord(&csv))
		SanctCsvError(&csv, HINT_FILE_DAMAGED, "The file has no header.");
	SanctReadCsvHeader(&csv, names, OS_COLUMNS,
					   SanctKnowFormat(release, "opensanctions_csv", "file \"document\""), column);
	while (SanctNextRecordIn(&csv, release->scratch))
		TakeOpenSanctions(&csv, release, column);
	MemoryContextSwitchTo(release->context);
	if (release->nentries == 0)
		SanctCsvError(&csv, HINT_FILE_DAMAGED, "The file holds no entry.");
	SanctCloseCsv(&csv);
	SanctCloseFile(release, source);
	return SanctPublishRelease(fcinfo, release);
}
