/*
 * Australia's Consolidated List in CSV
 *
 * A record is a name: those of one entry have its number with a letter behind it, 101, 101a, 101b, and need not be
 * neighbours.  The list is offered as a spreadsheet as well, which is to be saved as CSV.
 */
#include "postgres.h"

#include "fmgr.h"
#include "miscadmin.h"
#include "nodes/pg_list.h"

#include "pg/list/csv.h"
#include "pg/list/dates.h"
#include "pg/list/entry.h"
#include "pg/list/entry_file.h"
#include "pg/list/entry_store.h"
#include "pg/list/fact.h"
#include "pg/list/publish.h"
#include "pg/list/release.h"
#include "pg/list/several_names.h"
#include "pg/list/source.h"

enum
{
	DFAT_REFERENCE, DFAT_NAME, DFAT_TYPE, DFAT_NAME_TYPE, DFAT_STRENGTH, DFAT_BIRTH, DFAT_PLACE, DFAT_CITIZENSHIP,
	DFAT_ADDRESS, DFAT_INFORMATION, DFAT_LISTING, DFAT_IMO, DFAT_COMMITTEES, DFAT_INSTRUMENT, DFAT_SANCTION,
	DFAT_BAN, DFAT_ARMS, DFAT_MARITIME,
	DFAT_COLUMNS
};

static const char *const dfat_column[DFAT_COLUMNS] =
{
	"Reference", "Name of Individual or Entity", "Type", "Name Type", "Alias Strength", "Date of Birth",
	"Place of Birth", "Citizenship", "Address", "Additional Information", "Listing Information", "IMO Number",
	"Committees", "Instrument of Designation", "Targeted Financial Sanction", "Travel Ban", "Arms Embargo",
	"Maritime Restriction"
};

/* The state of one import */
typedef struct DfatCsv
{
	CsvReader	csv;
	ListRelease *release;
	int			column[DFAT_COLUMNS];	/* of the file */
} DfatCsv;

PG_FUNCTION_INFO_V1(sanct_import_dfat_csv);

/* A column of the record, or NULL */
static char *
DfatValue(DfatCsv *dfat, int column)
{
	return SanctCsvValue(&dfat->csv, dfat->column[column]);
}

/* The type of an entry by the list's name for it, or NULL */
static const char *
DfatType(const char *type)
{
	if (type && pg_strcasecmp(type, "Individual") == 0)
		return "person";
	if (type && pg_strcasecmp(type, "Entity") == 0)
		return "organisation";
	return type && (pg_strcasecmp(type, "Vessel") == 0 || pg_strcasecmp(type, "Ship") == 0) ? "vessel" : NULL;
}

/* The entry of the record, made if it is the first */
static ListEntry *
DfatEntryOfRecord(DfatCsv *dfat)
{
	char	   *reference = DfatValue(dfat, DFAT_REFERENCE);
	char	   *uid = reference ? pnstrdup(reference, strspn(reference, "0123456789")) : NULL;
	ListEntry  *entry;

	if (uid == NULL || *uid == '\0')
		SanctCsvError(&dfat->csv, HINT_FILE_DAMAGED, "The reference is \"%s\", expected a number as 101 or 101a.",
					  reference ? reference : "");
	entry = SanctFindOpenEntry(dfat->release, uid);
	if (entry)
		return entry;
	entry = SanctAddEntry(dfat->release, uid, dfat->csv.record);
	if (entry == NULL)
		SanctCsvError(&dfat->csv, HINT_FILE_DAMAGED, "The reference is too long.");
	entry->type = DfatType(DfatValue(dfat, DFAT_TYPE));
	if (entry->type == NULL)
		SanctCsvError(&dfat->csv, HINT_FILE_DAMAGED,
					  "The type of the entry is \"%s\", expected Individual, Entity or Vessel.",
					  DfatValue(dfat, DFAT_TYPE) ? DfatValue(dfat, DFAT_TYPE) : "");
	return entry;
}

/* Add the name of the record */
static void
AddDfatName(DfatCsv *dfat, ListEntry *entry)
{
	char	   *name = DfatValue(dfat, DFAT_NAME);
	char	   *type = DfatValue(dfat, DFAT_NAME_TYPE);
	char	   *strength = DfatValue(dfat, DFAT_STRENGTH);
	const char *kind = "alias";

	if (name == NULL)
		SanctCsvError(&dfat->csv, HINT_FILE_DAMAGED, "Column \"%s\" is empty.", dfat_column[DFAT_NAME]);
	if (type && pg_strncasecmp(type, "Primary", 7) == 0)
		kind = "primary";
	else if (type && pg_strncasecmp(type, "Original", 8) == 0)
		kind = "original-script";
	else if (type && (pg_strncasecmp(type, "fka", 3) == 0 || pg_strncasecmp(type, "Former", 6) == 0))
		kind = "former-name";
	SanctAddSeveralNames(dfat->release, entry, name, kind, strength && pg_strcasecmp(strength, "Weak") == 0, NULL);
}

/* The length of the mark "a) " of an item at the begin of a text, 0 if there is none */
static size_t
ItemMark(const char *text)
{
	return text[0] >= 'a' && text[0] <= 'z' && text[1] == ')' ? 2 + strspn(text + 2, " ") : 0;
}

/* Add a fact for each item of "a) 1963 b) 1960", or of what stands between semicolons */
static void
AddItems(DfatCsv *dfat, ListEntry *entry, const char *kind, char *text)
{
	char		iso[DATE_TEXT_MAX];

	while (text && *text)
	{
		bool		circa = false;
		char	   *end;
		char	   *item;

		text += strspn(text, " ;\n\r");
		text += ItemMark(text);
		for (end = text; *end && *end != ';' && !(*end == ' ' && ItemMark(end + 1)); end++)
			;
		item = SanctTrimField(pnstrdup(text, end - text));
		text = end;
		if (item && strcmp(kind, "birth-date") == 0 &&
			(SanctReadNumericDate(item, iso) || SanctReadEnglishDate(item, iso, &circa)))
			item = iso;
		SanctAddFact(dfat->release, entry, (ListFact) {.kind = kind, .value = item, .note = circa ? "circa" : NULL});
	}
}

/* Add the measures that a record says yes or true to */
static void
AddMeasures(DfatCsv *dfat, ListEntry *entry)
{
	for (int i = DFAT_SANCTION; i <= DFAT_MARITIME; i++)
	{
		char	   *text = DfatValue(dfat, i);

		if (text && (pg_strcasecmp(text, "true") == 0 || pg_strcasecmp(text, "yes") == 0))
			SanctAddFact(dfat->release, entry, (ListFact) {.kind = "measure", .value = dfat_column[i]});
	}
}

/* Take a record */
static void
TakeDfatRecord(DfatCsv *dfat)
{
	ListEntry  *entry = DfatEntryOfRecord(dfat);
	char	   *listing = DfatValue(dfat, DFAT_LISTING);
	char	   *program = DfatValue(dfat, DFAT_COMMITTEES);
	char		iso[DATE_TEXT_MAX];
	bool		person = strcmp(entry->type, "person") == 0;

	AddDfatName(dfat, entry);
	if (program)
		SanctAddText(dfat->release, &entry->programs, program);
	AddItems(dfat, entry, person ? "birth-date" : "established", DfatValue(dfat, DFAT_BIRTH));
	AddItems(dfat, entry, "birth-place", DfatValue(dfat, DFAT_PLACE));
	AddItems(dfat, entry, person ? "nationality" : "country", DfatValue(dfat, DFAT_CITIZENSHIP));
	AddItems(dfat, entry, "address", DfatValue(dfat, DFAT_ADDRESS));
	AddItems(dfat, entry, "imo", DfatValue(dfat, DFAT_IMO));
	SanctAddFact(dfat->release, entry, (ListFact) {
		.kind = "legal-basis", .value = DfatValue(dfat, DFAT_INSTRUMENT)
	});
	AddMeasures(dfat, entry);
	SanctAppendText(dfat->release, &entry->remarks, "\n", DfatValue(dfat, DFAT_INFORMATION));
	if (listing && SanctReadNumericDate(listing, iso) && SanctIsDay(iso))
		SanctAddListing(dfat->release, entry, iso);
	else
		SanctAppendText(dfat->release, &entry->remarks, "\n", listing);
}

/* Choose the primary name, which each entry has in this list; false if this one has none */
static bool
ChooseDfatPrimary(ListEntry *entry)
{
	ListCell   *cell;

	foreach(cell, entry->names)
		if (strcmp(((ListRow *) lfirst(cell))->column[NAME_KIND], "primary") == 0)
			return SanctChoosePrimary(entry);
	return entry->unstorable != NIL && SanctChoosePrimary(entry);
}

/* Complain of entries without a primary name: the number of one of their records is another's */
static void
ChooseDfatPrimaries(DfatCsv *dfat)
{
	const ListEntry *nameless;

	if (dfat->release->nentries == 0)
		SanctCsvError(&dfat->csv, HINT_FILE_DAMAGED, "The file holds no entry.");
	nameless = SanctChoosePrimaries(dfat->release, ChooseDfatPrimary);
	if (nameless == NULL)
		return;
	dfat->csv.record = dfat->csv.line = nameless->record.place;
	SanctCsvError(&dfat->csv, HINT_FILE_DAMAGED, "Entry %s, which begins here, has no primary name.", nameless->uid);
}

/*
 * Load a release of Australia's list: document, published, max_removed, the document as a large object.  Return the
 * row of sanct_release.
 */
Datum
sanct_import_dfat_csv(PG_FUNCTION_ARGS)
{
	DfatCsv    *dfat = palloc0(sizeof(DfatCsv));
	Source	   *source;

	dfat->release = SanctStartListed("au-dfat");
	source = SanctOpenDocument(dfat->release, fcinfo, "document");
	SanctOpenCsv(&dfat->csv, source, ',');
	dfat->csv.any_encoding = true;
	if (!SanctNextRecord(&dfat->csv))
		SanctCsvError(&dfat->csv, HINT_FILE_DAMAGED, "The file has no header.");
	SanctReadCsvHeader(&dfat->csv, dfat_column, DFAT_COLUMNS,
					   SanctKnowFormat(dfat->release, "dfat_csv", "file \"document\""), dfat->column);
	while (SanctNextRecordIn(&dfat->csv, dfat->release->scratch))
		TakeDfatRecord(dfat);
	MemoryContextSwitchTo(dfat->release->context);
	ChooseDfatPrimaries(dfat);
	SanctCloseCsv(&dfat->csv);
	SanctCloseFile(dfat->release, source);
	return SanctPublishRelease(fcinfo, dfat->release);
}
