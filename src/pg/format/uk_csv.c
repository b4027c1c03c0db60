/*
 * The UK Sanctions List in CSV, and the consolidated list that OFSI published
 * until January 2026
 *
 * Both have the date of the release in the first record and the header in the second.  Records of
 * an entry repeat for each of its names, birth dates or passports, and need not be neighbours.
 */
#include "postgres.h"

#include "fmgr.h"
#include "lib/stringinfo.h"
#include "miscadmin.h"
#include "nodes/pg_list.h"

#include "pg/format/uk.h"
#include "pg/list/csv.h"
#include "pg/list/dates.h"
#include "pg/list/entry.h"
#include "pg/list/entry_file.h"
#include "pg/list/entry_store.h"
#include "pg/list/fact.h"
#include "pg/list/publish.h"
#include "pg/list/release.h"
#include "pg/list/source.h"

#define MAX_FACTS 40

/* The columns beside those of facts */
enum
{
	UK_UID, UK_TYPE, UK_REGIME, UK_NAME_6, UK_NAME_1, UK_NAME_2, UK_NAME_3, UK_NAME_4, UK_NAME_5,
	UK_NAME_TYPE, UK_NAME_QUALITY, UK_ORIGINAL, UK_ORIGINAL_LANGUAGE, UK_LISTED_ON,
	UK_ADDRESS_1, UK_ADDRESS_2, UK_ADDRESS_3, UK_ADDRESS_4, UK_ADDRESS_5, UK_ADDRESS_6,
	UK_POSTAL_CODE, UK_COUNTRY, UK_BIRTH_TOWN, UK_BIRTH_COUNTRY, UK_PASSPORT, UK_PASSPORT_NOTE,
	UK_NATIONAL_ID, UK_NATIONAL_ID_NOTE, UK_OTHER, UK_REASONS,
	UK_COLUMNS
};

static const char *const uk_column[UK_COLUMNS] =
{
	NULL,						/* differs between the two lists */
	"Designation Type|Individual, Entity, Ship|Group Type",
	"Regime Name|Regime",
	"Name 6", "Name 1", "Name 2", "Name 3", "Name 4", "Name 5",
	"Name type|Alias Type",
	"Alias strength|Alias Quality",
	"Name non-latin script",
	"Non-latin script language",
	"Date Designated|Listed On",
	"Address Line 1|Address 1", "Address Line 2|Address 2", "Address Line 3|Address 3",
	"Address Line 4|Address 4", "Address Line 5|Address 5", "Address Line 6|Address 6",
	"Address Postal Code|Post/Zip Code",
	"Address Country|Country",
	"Town of birth",
	"Country of birth",
	"Passport number",
	"Passport additional information|Passport Details",
	"National Identifier number|National Identification Number",
	"National Identifier additional information|National Identification Details|NI Details",
	"Other Information",
	"UK Statement of Reasons",
};

/* The state of one import */
typedef struct UkCsv
{
	CsvReader	csv;
	ListRelease *release;
	const char *format;			/* named as its import */
	const char *uid_column;
	int			column[UK_COLUMNS + MAX_FACTS]; /* of the file */
} UkCsv;

PG_FUNCTION_INFO_V1(sanct_import_uk_csv);
PG_FUNCTION_INFO_V1(sanct_import_ofsi_csv);

/* A column of the record, or NULL */
static char *
UkCsvValue(UkCsv *uk, int column)
{
	return SanctCsvValue(&uk->csv, uk->column[column]);
}

/*
 * Take the date of the release from the first record, "Report Date: 12-Aug-2025" or "Last
 * Updated" and "27/04/2020"; false if it is the header
 */
static bool
TakeCsvDate(UkCsv *uk)
{
	char	   *first = SanctCsvValue(&uk->csv, 0);
	char	   *date = SanctCsvValue(&uk->csv, 1);
	char		iso[DATE_TEXT_MAX];
	bool		circa;

	if (first && pg_strncasecmp(first, "Report Date", 11) == 0)
	{
		if (first[11] == ':' && date == NULL)
			date = first + 12 + strspn(first + 12, " ");
	}
	else if (first == NULL || pg_strcasecmp(first, "Last Updated") != 0 ||
			 date == NULL || date[0] < '0' || date[0] > '9')
		return false;

	for (char *s = date; s && *s; s++)
	{
		if (*s == '-')
			*s = ' ';
	}
	if (date == NULL || !(SanctReadNumericDate(date, iso) || SanctReadEnglishDate(date, iso, &circa)) ||
		!SanctIsDay(iso))
		SanctCsvError(&uk->csv, HINT_FILE_DAMAGED, "The date of the list is \"%s\", expected one as 12-Aug-2025.",
					  date ? date : "");
	SanctSetPublished(uk->release, iso);
	return true;
}

/* Find the columns in the header */
static void
ReadUkHeader(UkCsv *uk)
{
	const char *names[UK_COLUMNS + MAX_FACTS];

	Assert(SanctUkFactCount <= MAX_FACTS);
	if (!SanctNextRecord(&uk->csv) || (TakeCsvDate(uk) && !SanctNextRecord(&uk->csv)))
		SanctCsvError(&uk->csv, HINT_FILE_DAMAGED, "The file has no header.");
	memcpy(names, uk_column, sizeof(uk_column));
	names[UK_UID] = uk->uid_column;
	for (int i = 0; i < SanctUkFactCount; i++)
		names[UK_COLUMNS + i] = SanctUkFacts[i].column;
	SanctReadCsvHeader(&uk->csv, names, UK_COLUMNS + SanctUkFactCount,
					   SanctKnowFormat(uk->release, uk->format, "file \"document\""), uk->column);
}

/* The entry of the record, made if it is the first */
static ListEntry *
UkEntryOfRecord(UkCsv *uk)
{
	char	   *uid = UkCsvValue(uk, UK_UID);
	char	   *type = UkCsvValue(uk, UK_TYPE);
	ListEntry  *entry;

	if (uid == NULL)
		SanctCsvError(&uk->csv, HINT_FILE_DAMAGED, "Column \"%s\" is empty.", uk->uid_column);
	uid = SanctToServer(uid, strlen(uid));
	entry = SanctFindOpenEntry(uk->release, uid);
	if (entry)
		return entry;
	entry = SanctAddEntry(uk->release, uid, uk->csv.record);
	if (entry == NULL)
		SanctCsvError(&uk->csv, HINT_FILE_DAMAGED, "Column \"%s\" has more than %d bytes.", uk->uid_column,
					  LIST_UID_MAX);
	entry->type = SanctUkType(type);
	if (entry->type == NULL)
		SanctCsvError(&uk->csv, HINT_FILE_DAMAGED,
					  "The type of the entry is \"%s\", expected Individual, Entity or Ship.",
					  type ? type : "");
	return entry;
}

/* The lines of the address, joined, or NULL */
static char *
AddressLines(UkCsv *uk)
{
	StringInfoData lines;

	initStringInfo(&lines);
	for (int i = UK_ADDRESS_1; i <= UK_POSTAL_CODE; i++)
	{
		char	   *line = UkCsvValue(uk, i);

		if (line)
			appendStringInfo(&lines, "%s%s", lines.len > 0 ? ", " : "", line);
	}
	return lines.len > 0 ? lines.data : NULL;
}

/* Take a record */
static void
TakeUkRecord(UkCsv *uk)
{
	ListRelease *release = uk->release;
	ListEntry  *entry = UkEntryOfRecord(uk);
	char	   *part[UK_NAME_PARTS];
	char	   *regime = UkCsvValue(uk, UK_REGIME);

	for (int i = 0; i < UK_NAME_PARTS - 1; i++)
		part[i] = UkCsvValue(uk, UK_NAME_1 + i);
	part[UK_NAME_PARTS - 1] = UkCsvValue(uk, UK_NAME_6);
	SanctAddUkName(release, entry, part, UkCsvValue(uk, UK_NAME_TYPE), UkCsvValue(uk, UK_NAME_QUALITY));
	SanctAddUkOriginal(release, entry, UkCsvValue(uk, UK_ORIGINAL), UkCsvValue(uk, UK_ORIGINAL_LANGUAGE));
	if (regime)
		SanctAddText(release, &entry->programs, regime);
	if (!SanctAddUkListing(release, entry, UkCsvValue(uk, UK_LISTED_ON)))
		SanctCsvError(&uk->csv, HINT_FILE_DAMAGED, "The day of listing is \"%s\", expected one as 29/06/2012.",
					  UkCsvValue(uk, UK_LISTED_ON));
	SanctAddFact(release, entry, (ListFact) {
		.kind = "address", .value = AddressLines(uk), .country = UkCsvValue(uk, UK_COUNTRY)
	});
	SanctAddUkPair(release, entry, "birth-place", UkCsvValue(uk, UK_BIRTH_TOWN), UkCsvValue(uk, UK_BIRTH_COUNTRY));
	SanctAddUkPair(release, entry, "passport", UkCsvValue(uk, UK_PASSPORT), UkCsvValue(uk, UK_PASSPORT_NOTE));
	SanctAddUkPair(release, entry, "national-id", UkCsvValue(uk, UK_NATIONAL_ID), UkCsvValue(uk, UK_NATIONAL_ID_NOTE));
	for (int i = 0; i < SanctUkFactCount; i++)
		SanctAddUkFact(release, entry, SanctUkFacts[i].kind, UkCsvValue(uk, UK_COLUMNS + i));
	SanctAddUkRemarks(release, entry, UkCsvValue(uk, UK_OTHER));
	SanctAddUkRemarks(release, entry, UkCsvValue(uk, UK_REASONS));
}

/* Read a file into a release, whose entries have their ids in this column */
static void
ReadFile(FunctionCallInfo fcinfo, ListRelease *release, const char *format, const char *uid_column)
{
	UkCsv	   *uk = palloc0(sizeof(UkCsv));
	Source	   *source = SanctOpenDocument(release, fcinfo, "document");
	const ListEntry *nameless;

	uk->release = release;
	uk->format = format;
	uk->uid_column = uid_column;
	SanctOpenCsv(&uk->csv, source, ',');
	uk->csv.any_encoding = true;
	ReadUkHeader(uk);
	while (SanctNextRecordIn(&uk->csv, release->scratch))
		TakeUkRecord(uk);
	MemoryContextSwitchTo(release->context);
	if (release->nentries == 0)
		SanctCsvError(&uk->csv, HINT_FILE_DAMAGED, "The file holds no entry.");
	nameless = SanctChoosePrimaries(release, SanctChoosePrimary);
	if (nameless)
	{
		uk->csv.record = uk->csv.line = nameless->record.place;
		SanctCsvError(&uk->csv, HINT_FILE_DAMAGED, "Entry %s, which begins here, has no name.", nameless->uid);
	}
	SanctCloseCsv(&uk->csv);
	SanctCloseFile(release, source);
}

/*
 * Load a release of the UK Sanctions List: document, published (else taken from the file),
 * max_removed, the document as a large object.  Return the row of sanct_release.
 */
Datum
sanct_import_uk_csv(PG_FUNCTION_ARGS)
{
	ListRelease *release = SanctStartListed("uk-sl");

	ReadFile(fcinfo, release, "uk_csv", "Unique ID");
	return SanctPublishRelease(fcinfo, release);
}

/* Load a release of OFSI's list: the same arguments */
Datum
sanct_import_ofsi_csv(PG_FUNCTION_ARGS)
{
	ListRelease *release = SanctStartListed("uk-ofsi");

	ReadFile(fcinfo, release, "ofsi_csv", "Group ID");
	return SanctPublishRelease(fcinfo, release);
}
