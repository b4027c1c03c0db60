/*
 * Fuzz target of an importer, which IMPORTER names: the input is its document, or its files with a byte
 * 0x1C between them.  What an import would publish is looked at, and read again from where it was put
 * away.  Run by make fuzz.
 */
#include "harness.h"

#include "mb/pg_wchar.h"
#include "pg/list/entry.h"
#include "pg/list/entry_file.h"
#include "pg/list/entry_store.h"
#include "pg/list/publish.h"
#include "pg/list/release.h"
#include "utils/fmgrprotos.h"
#include "utils/memutils.h"

#define PASTE(a, b) a##b
#define FUNCTION(importer) PASTE(sanct_import_, importer)

/* Where the arguments of an importer stand */
typedef struct Arguments
{
	int			nargs;
	int			nfiles;
	int			published;
	int			max_removed;
	int			object;			/* the first of the files as large objects */
	int			list;			/* or -1 */
} Arguments;

/* One that takes topics as well finds none, and takes all entities */
static const Arguments of_document = {6, 1, 1, 2, 3, 4};
static const Arguments of_files = {11, 4, 4, 6, 7, 5};

extern Datum FUNCTION(IMPORTER) (PG_FUNCTION_ARGS);
extern Datum sanct_import_ofac_csv(PG_FUNCTION_ARGS);

#define FILE_SEPARATOR 0x1C

/* What an input says beside its documents: its length tells how they are given */
typedef struct Input
{
	const uint8 *bytes;
	size_t		length;
} Input;

/* A day as 2012-06-29 that the calendar has; else an error */
static void
DemandDay(const char *text)
{
	if (text)
		DirectFunctionCall1(date_in, CStringGetDatum(text));
}

static void
CheckRows(List *rows, int ncolumns, int required)
{
	ListCell   *cell;

	foreach(cell, rows)
	{
		ListRow    *row = lfirst(cell);

		for (int i = 0; i < ncolumns; i++)
			stub_demand_text(row->column[i], "what a list says is text");
		Demand(row->column[required] != NULL && row->column[required][0] != '\0', "what a row must say");
	}
}

static void
CheckTexts(List *texts)
{
	ListCell   *cell;

	foreach(cell, texts)
	{
		stub_demand_text(lfirst(cell), "what a list says is text");
		Demand(((char *) lfirst(cell))[0] != '\0', "a program or nationality has a name");
	}
}

/* What holds for an entry that has been loaded */
static void
CheckEntry(ListEntry *entry)
{
	Demand(entry->type != NULL && entry->type[0] != '\0', "an entry has a type");
	Demand(entry->names != NIL && entry->primary_name != NULL, "an entry has a name");
	Demand(entry->primary_name[0] != '\0', "a name is not empty");
	DemandDay(entry->listed_on);
	stub_demand_text(entry->uid, "what a list says is text");
	stub_demand_text(entry->title, "what a list says is text");
	stub_demand_text(entry->remarks, "what a list says is text");
	CheckTexts(entry->programs);
	CheckTexts(entry->nationalities);
	CheckRows(entry->names, NAME_COLUMNS, NAME_NAME);
	CheckRows(entry->names, NAME_COLUMNS, NAME_KIND);
	CheckRows(entry->identifiers, IDENTIFIER_COLUMNS, IDENTIFIER_KIND);
}

/* Opens an entry and puts it away again: it is the same */
static void
CheckContent(ListRelease *release, const char *uid)
{
	ListEntry  *entry = SanctFindOpenEntry(release, uid);
	uint8		digest[LIST_DIGEST_LENGTH];

	Demand(entry != NULL && entry->open, "an entry is found, and opened");
	memcpy(digest, entry->record.digest, sizeof(digest));
	SanctEndEntry(release, entry);
	Demand(memcmp(digest, SanctFindRecord(release, uid)->digest, sizeof(digest)) == 0,
		   "an entry is read as it was written");
}

/* In place of the one that writes into tables */
Datum
SanctPublishRelease(FunctionCallInfo fcinfo, ListRelease *release)
{
	uint32		number = 0;
	EntryRecord *record;
	int			nnames = 0;
	int			nidentifiers = 0;

	Demand(release->nentries > 0, "a release has an entry");
	SanctEndEntries(release);
	SanctLeaveOutNameless(release);
	Demand(release->nopen == 0, "every entry has been put away");
	while ((record = SanctNextEntryRecord(release, &number, false)) != NULL)
	{
		ListEntry  *entry;

		MemoryContextSwitchTo(release->scratch);
		entry = SanctLoadRecord(release, record);
		CheckEntry(entry);
		nnames += list_length(entry->names);
		nidentifiers += list_length(entry->identifiers);
		CheckContent(release, entry->uid);
		MemoryContextSwitchTo(release->context);
		MemoryContextReset(release->scratch);
	}
	Demand(nnames == release->nnames && nidentifiers == release->nidentifiers, "rows are counted");
	SanctCloseRelease(release);
	return (Datum) 0;
}

/* Gives a file as a bytea, or as a large object that is read in small pieces */
static void
GiveFile(NullableDatum *args, const Arguments *places, int file, const uint8 *bytes, size_t length, int chunk)
{
	if (chunk == 0)
		args[file] = (NullableDatum) {PointerGetDatum(stub_varlena(bytes, length)), false};
	else
	{
		stub_set_object(file, bytes, length, chunk);
		args[places->object + file] = (NullableDatum) {ObjectIdGetDatum(file), false};
	}
}

/* Runs the importer */
static void
Import(void *arg)
{
	Input	   *input = arg;
	const Arguments *places = FUNCTION(IMPORTER) == sanct_import_ofac_csv ? &of_files : &of_document;
	LOCAL_FCINFO(fcinfo, FUNC_MAX_ARGS);
	FmgrInfo	flinfo = {.fn_mcxt = CurrentMemoryContext};
	const uint8 *bytes = input->bytes;
	const uint8 *end = bytes + input->length;
	int			chunk = input->length % 3 == 0 ? 0 : 1 + (int) (input->length % 61);

	InitFunctionCallInfoData(*fcinfo, &flinfo, places->nargs, InvalidOid, NULL, NULL);
	for (int i = 0; i < places->nargs; i++)
		fcinfo->args[i] = (NullableDatum) {0, true};
	for (int file = 0; file < places->nfiles; file++)
	{
		const uint8 *cut = file + 1 < places->nfiles && bytes < end ? memchr(bytes, FILE_SEPARATOR, end - bytes) : NULL;

		GiveFile(fcinfo->args, places, file, bytes, (cut ? cut : end) - bytes, chunk);
		bytes = cut ? cut + 1 : end;
	}
	fcinfo->args[places->max_removed] = (NullableDatum) {Float8GetDatum(1), false};
	fcinfo->args[places->list] = (NullableDatum) {PointerGetDatum(stub_varlena("ofac-sdn", 8)), false};
	FUNCTION(IMPORTER) (fcinfo);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	Input		input = {bytes, length};

	stub_set_encoding(length % 5 == 0 ? PG_LATIN1 : PG_UTF8);
	stub_run(Import, &input);
	stub_reset_memory();
	return 0;
}
