/*
 * The European Union's list in CSV, versions 1.0 and 1.1 of the format
 *
 * A record holds one name, address, birth, document or citizenship of an entity, and the entity's
 * own columns each time.  Version 1.1 is in UTF-8, older files are in Latin-1.
 */
#include "postgres.h"

#include "fmgr.h"
#include "miscadmin.h"
#include "nodes/pg_list.h"

#include "pg/format/eu.h"
#include "pg/list/csv.h"
#include "pg/list/dates.h"
#include "pg/list/entry.h"
#include "pg/list/entry_file.h"
#include "pg/list/entry_store.h"
#include "pg/list/fact.h"
#include "pg/list/publish.h"
#include "pg/list/release.h"
#include "pg/list/source.h"

/* The columns of an entity */
enum
{
	ENTITY_UID, ENTITY_TYPE, ENTITY_TYPE_CODE, ENTITY_FILE_DATE, ENTITY_REFERENCE,
	ENTITY_UN_REFERENCE, ENTITY_DATE, ENTITY_DETAILS, ENTITY_REMARK, ENTITY_ORGANISATION,
	ENTITY_PUBLISHED, ENTITY_IN_FORCE, ENTITY_TITLE, ENTITY_PROGRAMME, ADDRESS_CONTACT,
	ENTITY_COLUMNS
};

static const char *const entity_column[ENTITY_COLUMNS] =
{
	"Entity_LogicalId|Entity_logical_id",
	"Entity_SubjectType|Subject_type",
	"Entity_SubjectType_ClassificationCode",
	"fileGenerationDate|Date_file|Date_filexxxx",
	"Entity_EU_ReferenceNumber|EU_ref_num",
	"Entity_UnitedNationId",
	"Entity_DesignationDate",
	"Entity_DesignationDetails",
	"Entity_Remark|Entity_remark",
	"Entity_Regulation_OrganisationType",
	"Entity_Regulation_PublicationDate|Leba_publication_date",
	"Entity_Regulation_EntryIntoForceDate",
	"Entity_Regulation_NumberTitle|Leba_numtitle",
	"Entity_Regulation_Programme|Programme",
	"Address_ContactInfo",
};

/* The state of one import */
typedef struct EuCsv
{
	CsvReader	csv;
	ListRelease *release;
	int			column[EU_VALUES + ENTITY_COLUMNS]; /* of the file */
	int			questionable;	/* names with question marks for letters */
} EuCsv;

PG_FUNCTION_INFO_V1(sanct_import_eu_csv);

/* A value of the record, squeezed, or NULL */
static char *
EuCsvValue(EuCsv *eu, int value)
{
	return SanctCsvValue(&eu->csv, eu->column[value]);
}

/* A column of the entity */
static char *
EntityValue(EuCsv *eu, int column)
{
	return EuCsvValue(eu, EU_VALUES + column);
}

/* Find the columns in the header */
static void
ReadEuHeader(EuCsv *eu)
{
	const char *names[ENTITY_COLUMNS + EU_VALUES];
	int			column[ENTITY_COLUMNS + EU_VALUES];

	if (!SanctNextRecord(&eu->csv))
		SanctCsvError(&eu->csv, HINT_FILE_DAMAGED, "The file holds no record.");
	for (int i = 0; i < ENTITY_COLUMNS; i++)
		names[i] = entity_column[i];
	for (int i = 0; i < EU_VALUES; i++)
		names[ENTITY_COLUMNS + i] = SanctEuPlaces[i].column;
	SanctReadCsvHeader(&eu->csv, names, ENTITY_COLUMNS + EU_VALUES,
					   SanctKnowFormat(eu->release, "eu_csv", "file \"document\""), column);
	memcpy(eu->column, column + ENTITY_COLUMNS, EU_VALUES * sizeof(int));
	memcpy(eu->column + EU_VALUES, column, ENTITY_COLUMNS * sizeof(int));
}

/* The entry of the record, made if it is the first */
static ListEntry *
EuEntryOfRecord(EuCsv *eu)
{
	char	   *uid = EntityValue(eu, ENTITY_UID);
	char	   *type = EntityValue(eu, ENTITY_TYPE);
	ListEntry  *entry;

	if (uid == NULL || strspn(uid, "0123456789") != strlen(uid))
		SanctCsvError(&eu->csv, HINT_FILE_DAMAGED, "The record has no number of an entity, but \"%s\".",
					  uid ? uid : "");
	entry = SanctFindOpenEntry(eu->release, uid);
	if (entry)
		return entry;
	entry = SanctAddEntry(eu->release, uid, eu->csv.record);
	if (entry == NULL)
		SanctCsvError(&eu->csv, HINT_FILE_DAMAGED, "The number of the entity is too long.");
	entry->type = SanctEuType(type);
	if (entry->type == NULL)
		entry->type = SanctEuType(EntityValue(eu, ENTITY_TYPE_CODE));
	if (entry->type == NULL)
		SanctCsvError(&eu->csv, HINT_FILE_DAMAGED, "The type of the entity is \"%s\", expected P or E.",
					  type ? type : "");
	return entry;
}

/* Add what the record says of the entity itself; remarks have "\n" written out */
static void
AddEntity(EuCsv *eu, ListEntry *entry)
{
	char	   *date = EntityValue(eu, ENTITY_DATE);
	char		iso[DATE_TEXT_MAX];

	if (date && (!SanctReadNumericDate(date, iso) || !SanctIsDay(iso)))
		SanctCsvError(&eu->csv, HINT_FILE_DAMAGED, "The designation date is \"%s\", expected a date as 2009-07-16.",
					  date);
	if (date)
		SanctAddListing(eu->release, entry, iso);
	SanctAddEuRegulation(eu->release, entry, (EuRegulation) {
		.title = EntityValue(eu, ENTITY_TITLE), .published = EntityValue(eu, ENTITY_PUBLISHED),
		.in_force = EntityValue(eu, ENTITY_IN_FORCE), .programme = EntityValue(eu, ENTITY_PROGRAMME),
		.organisation = EntityValue(eu, ENTITY_ORGANISATION)
	});
	SanctAddFact(eu->release, entry, (ListFact) {.kind = "reference", .value = EntityValue(eu, ENTITY_REFERENCE)});
	SanctAddFact(eu->release, entry, (ListFact) {
		.kind = "un-reference", .value = EntityValue(eu, ENTITY_UN_REFERENCE)
	});
	SanctAddFact(eu->release, entry, (ListFact) {.kind = "contact", .value = EntityValue(eu, ADDRESS_CONTACT)});
	SanctAppendText(eu->release, &entry->remarks, "\n", EntityValue(eu, ENTITY_REMARK));
	SanctAppendText(eu->release, &entry->remarks, "\n", EntityValue(eu, ENTITY_DETAILS));
}

/* Read the records */
static void
ReadRecords(EuCsv *eu)
{
	char	   *value[EU_VALUES];

	while (SanctNextRecordIn(&eu->csv, eu->release->scratch))
	{
		ListEntry  *entry = EuEntryOfRecord(eu);
		char	   *file_date = EntityValue(eu, ENTITY_FILE_DATE);
		char		iso[DATE_TEXT_MAX];

		if (file_date && SanctReadNumericDate(file_date, iso) && SanctIsDay(iso))
			SanctSetPublished(eu->release, iso);
		for (int i = 0; i < EU_VALUES; i++)
			value[i] = EuCsvValue(eu, i);
		if (value[EU_NAME_WHOLE] && strstr(value[EU_NAME_WHOLE], "??"))
			eu->questionable++;
		AddEntity(eu, entry);
		SanctAddEuValues(eu->release, entry, value);
	}
	MemoryContextSwitchTo(eu->release->context);
}

/* Choose the primary names; an entity without a name has been cut off */
static void
ChoosePrimaries(EuCsv *eu)
{
	const ListEntry *nameless = SanctChoosePrimaries(eu->release, SanctChooseEuPrimary);

	if (nameless)
	{
		eu->csv.record = eu->csv.line = nameless->record.place;
		SanctCsvError(&eu->csv, HINT_FILE_DAMAGED, "Entity %s, which begins here, has no name.", nameless->uid);
	}
	if (eu->release->nentries == 0)
		SanctCsvError(&eu->csv, HINT_FILE_DAMAGED, "The file holds no entity.");
}

/*
 * Load a release of the EU's list: document, published (else taken from the file),
 * max_removed, the document as a large object.  Return the row of sanct_release.
 */
Datum
sanct_import_eu_csv(PG_FUNCTION_ARGS)
{
	EuCsv	   *eu = palloc0(sizeof(EuCsv));
	Source	   *source;

	eu->release = SanctStartEuRelease();
	source = SanctOpenDocument(eu->release, fcinfo, "document");
	SanctOpenCsv(&eu->csv, source, ';');
	eu->csv.any_encoding = true;
	ReadEuHeader(eu);
	ReadRecords(eu);
	ChoosePrimaries(eu);
	SanctCloseCsv(&eu->csv);
	SanctCloseFile(eu->release, source);
	if (eu->questionable > 0)
		ereport(WARNING,
				(errmsg_plural("%d name holds question marks in place of letters",
							   "%d names hold question marks in place of letters", (unsigned long) eu->questionable,
							   eu->questionable),
				 errdetail("The file has been converted to an encoding that does not have them."),
				 errhint("Take the file as the publisher offers it, or the XML document.")));
	return SanctPublishRelease(fcinfo, eu->release);
}
