/*
 * Canada's Consolidated Autonomous Sanctions List in XML (Special Economic Measures Act)
 *
 * A flat list of records without ids of their own: an item of a schedule of a country's regulations.
 */
#include "postgres.h"

#include "fmgr.h"

#include "pg/list/dates.h"
#include "pg/list/entry.h"
#include "pg/list/entry_file.h"
#include "pg/list/entry_store.h"
#include "pg/list/fact.h"
#include "pg/list/release.h"
#include "pg/list/several_names.h"
#include "pg/list/xml.h"
#include "pg/list/xml_release.h"

PG_FUNCTION_INFO_V1(sanct_import_sema_xml);

/* The text of the first of two elements that has one */
static char *
EitherText(xmlNodePtr node, const char *name, const char *other)
{
	char	   *text = SanctChildText(node, name);

	return text ? text : SanctChildText(node, other);
}

/* The English part of "Russia / Russie" */
static char *
English(char *text)
{
	char	   *slash = text ? strstr(text, " / ") : NULL;

	return slash ? pnstrdup(text, slash - text) : text;
}

/* A new entry for a record; the name is part of its id where the item alone has been taken */
static ListEntry *
AddRecord(XmlImport  *sema, const char *country, xmlNodePtr node, const char *name)
{
	char	   *schedule = SanctChildText(node, "Schedule");
	char	   *item = SanctChildText(node, "Item");
	const char *uid = psprintf("%s/%s/%s", country ? country : "", schedule ? schedule : "", item ? item : "");
	const char *server = SanctToServer(uid, strlen(uid));

	if (country == NULL || item == NULL)
		SanctXmlError(&sema->xml, sema->xml.line, "The record has no Country or no Item.");
	if (SanctFindEntry(sema->release, server))
		uid = psprintf("%s/%s", uid, name);
	return SanctAddXmlEntry(&sema->xml, sema->release, uid);
}

/* Add the birth date of a person, or the year in which a ship was built */
static void
AddDate(XmlImport  *sema, ListEntry *entry, const char *text)
{
	char		iso[DATE_TEXT_MAX];
	bool		circa = false;
	bool		read = text && (SanctReadNumericDate(text, iso) || SanctReadEnglishDate(text, iso, &circa));

	SanctAddFact(sema->release, entry, (ListFact) {
		.kind = strcmp(entry->type, "vessel") == 0 ? "vessel-built" :
		strcmp(entry->type, "person") == 0 ? "birth-date" : "established",
		.value = read ? iso : text, .note = circa ? "circa" : NULL
	});
}

/* Add the other names, between commas or semicolons */
static void
AddAliases(XmlImport  *sema, ListEntry *entry, char *text)
{
	char	   *rest = NULL;

	for (char *name = text ? strtok_r(text, ",;", &rest) : NULL; name; name = strtok_r(NULL, ",;", &rest))
		SanctAddSeveralNames(sema->release, entry, name, "alias", false, NULL);
}

/* Add the primary name, of a person with its parts */
static void
AddPrimary(XmlImport  *sema, ListEntry *entry, const char *entity, const char *surname, const char *given)
{
	ListRow    *row;

	if (entity)
	{
		SanctAddSeveralNames(sema->release, entry, entity, "primary", false, NULL);
		return;
	}
	row = SanctAddName(sema->release, entry, surname && given ? psprintf("%s, %s", surname, given) : surname ? surname :
					   given, "primary", false, NULL);
	if (surname && given)
	{
		SanctSetNameColumn(row, NAME_SURNAME, surname);
		SanctSetNameColumn(row, NAME_GIVEN, given);
	}
}

/* Add the day of listing; complains if it is none */
static void
AddListedOn(XmlImport  *sema, ListEntry *entry, const char *text)
{
	char		iso[DATE_TEXT_MAX];

	if (text == NULL)
		return;
	if (!SanctReadNumericDate(text, iso) || !SanctIsDay(iso))
		SanctXmlError(&sema->xml, sema->xml.line, "DateOfListing is \"%s\", expected a date as 2022-02-24.", text);
	SanctAddListing(sema->release, entry, iso);
}

/* Take a record */
static void
TakeSemaRecord(void *importer, xmlNodePtr node)
{
	XmlImport  *sema = importer;
	char	   *country = English(SanctChildText(node, "Country"));
	char	   *entity = EitherText(node, "EntityOrShip", "Entity");
	char	   *surname = SanctChildText(node, "LastName");
	char	   *given = SanctChildText(node, "GivenName");
	char	   *imo = SanctChildText(node, "ShipIMONumber");
	char	   *title = EitherText(node, "TitleOrShip", "Title");
	ListEntry  *entry;

	if (entity == NULL && surname == NULL && given == NULL)
		SanctXmlError(&sema->xml, sema->xml.line, "The record has no name.");
	entry = AddRecord(sema, country, node, entity ? entity : surname ? surname : given);
	entry->type = imo ? "vessel" : entity ? "organisation" : "person";
	AddPrimary(sema, entry, entity, surname, given);
	if (!SanctChoosePrimary(entry))
		SanctXmlError(&sema->xml, sema->xml.line, "The record has no name.");
	AddAliases(sema, entry, SanctChildText(node, "Aliases"));
	SanctAddText(sema->release, &entry->programs, country);
	if (imo)
		SanctAddFact(sema->release, entry, (ListFact) {.kind = "vessel-type", .value = title});
	else
		SanctAppendText(sema->release, &entry->title, "; ", title);
	SanctAddFact(sema->release, entry, (ListFact) {.kind = "imo", .value = imo});
	AddDate(sema, entry, EitherText(node, "DateOfBirthOrShipBuildDate", "DateOfBirth"));
	AddListedOn(sema, entry, SanctChildText(node, "DateOfListing"));
	SanctEndEntry(sema->release, entry);
}

static const XmlRule sema_rule[] =
{
	{"data-set", "record", TakeSemaRecord},
	{NULL, NULL, NULL}
};

/*
 * Load a release of Canada's list: document, published, max_removed, the document as a large object.  Return the row
 * of sanct_release.
 */
Datum
sanct_import_sema_xml(PG_FUNCTION_ARGS)
{
	XmlImport  *sema = palloc0(sizeof(XmlImport));

	sema->release = SanctStartListed("ca-sema");
	sema->xml.format = "sema_xml";
	sema->xml.rules = sema_rule;
	return SanctImportXml(fcinfo, sema, "Canadian document");
}
