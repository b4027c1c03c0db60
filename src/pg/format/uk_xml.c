/*
 * import_uk_xml.c: the UK Sanctions List in XML
 */
#include "postgres.h"

#include "fmgr.h"
#include "mb/pg_wchar.h"

#include "pg/format/uk.h"
#include "pg/list/dates.h"
#include "pg/list/entry.h"
#include "pg/list/entry_file.h"
#include "pg/list/publish.h"
#include "pg/list/release.h"
#include "pg/list/xml.h"
#include "pg/list/xml_release.h"

/* The state of one import */
typedef struct UkReader
{
	XmlReader	xml;
	ListRelease *release;
	ListEntry  *entry;			/* being read */
} UkReader;

PG_FUNCTION_INFO_V1(sanct_import_uk_xml);

/* Takes a name */
static void
TakeName(UkReader *uk, xmlNodePtr node)
{
	char	   *part[UK_NAME_PARTS];

	for (int i = 0; i < UK_NAME_PARTS; i++)
		part[i] = xml_child_text(node, psprintf("Name%d", i + 1));
	uk_add_name(uk->release, uk->entry, part, xml_child_text(node, "NameType"),
				xml_child_text(node, "AliasStrength"));
}

/* Takes an address */
static void
TakeAddress(UkReader *uk, xmlNodePtr node)
{
	static const char *const line[] = {"AddressLine1", "AddressLine2", "AddressLine3",
	"AddressLine4", "AddressLine5", "AddressLine6", "AddressPostalCode", NULL};

	uk_add_address(uk->release, uk->entry, xml_join_children(node, ", ", line),
				   xml_child_text(node, "AddressCountry"));
}

/* Adds a fact of two elements */
static void
TakePair(UkReader *uk, xmlNodePtr node, const char *kind, const char *first, const char *second)
{
	uk_add_pair(uk->release, uk->entry, kind, xml_child_text(node, first), xml_child_text(node, second));
}

/* True if an element holds others of which each is taken on its own */
static bool
IsContainer(xmlNodePtr node)
{
	static const char *const name[] = {"Names", "NonLatinNames", "Titles", "Addresses",
	"PhoneNumbers", "EmailAddresses", "Websites", "IndividualDetails", "Individual", "DOBs",
	"BirthDetails", "Genders", "Nationalities", "Positions", "PassportDetails",
	"NationalIdentifierDetails", "EntityDetails", "Entity", "BusinessRegistrationNumbers",
	"TypeOfEntities", "ParentCompanies", "Subsidiaries", "ShipDetails", "Ship", "IMONumbers",
	"CurrentOwnerOperators", "PreviousOwnerOperators", "CurrentBelievedFlagOfShips",
	"PreviousFlags", "TypeOfShipDetails", "TonnageOfShipDetails", "LengthOfShipDetails",
	"YearsBuilt", "HullIdentificationNumbers"};

	for (int i = 0; i < lengthof(name); i++)
	{
		if (xml_is(node, name[i]))
			return true;
	}
	return false;
}

/* Adds the fact that stands in an element of its own; false if there is none of its name */
static bool
TakeFact(UkReader *uk, xmlNodePtr node)
{
	for (int i = 0; i < uk_nfacts; i++)
	{
		if (uk_fact[i].element && xml_is(node, uk_fact[i].element))
		{
			uk_add_fact(uk->release, uk->entry, uk_fact[i].kind, xml_text(node));
			return true;
		}
	}
	return false;
}

/* Takes what is inside an element */
static void
TakeInside(UkReader *uk, xmlNodePtr parent)
{
	/* taken with the entry, or not at all: the measures are told in SanctionsImposed as well */
	static const char *const other[] = {"UniqueID", "IndividualEntityShip", "RegimeName",
	"DateDesignated", "LastUpdated", "SanctionsImposedIndicators", NULL};

	for (xmlNodePtr node = parent->children; node; node = node->next)
	{
		if (node->type != XML_ELEMENT_NODE)
			continue;
		if (IsContainer(node))
			TakeInside(uk, node);
		else if (xml_is(node, "Name"))
			TakeName(uk, node);
		else if (xml_is(node, "NonLatinName"))
			uk_add_original(uk->release, uk->entry, xml_child_text(node, "NameNonLatinScript"),
							xml_child_text(node, "NonLatinScriptLanguage"));
		else if (xml_is(node, "Address"))
			TakeAddress(uk, node);
		else if (xml_is(node, "Location"))
			TakePair(uk, node, "birth-place", "TownOfBirth", "CountryOfBirth");
		else if (xml_is(node, "Passport"))
			TakePair(uk, node, "passport", "PassportNumber", "PassportAdditionalInformation");
		else if (xml_is(node, "NationalIdentifier"))
			TakePair(uk, node, "national-id", "NationalIdentifierNumber",
					 "NationalIdentifierAdditionalInformation");
		else if (xml_is(node, "OtherInformation") || xml_is(node, "UKStatementofReasons"))
			uk_add_remarks(uk->release, uk->entry, xml_verbatim(node));
		else if (!TakeFact(uk, node))
			xml_warn_unknown(&uk->xml, node, other);
	}
}

/* Takes a designation */
static void
TakeDesignation(void *importer, xmlNodePtr node)
{
	UkReader   *uk = importer;
	int			line = uk->xml.line;
	char	   *uid = xml_child_text(node, "UniqueID");
	char	   *type = xml_child_text(node, "IndividualEntityShip");
	char	   *regime = xml_child_text(node, "RegimeName");
	char	   *date = xml_child_text(node, "DateDesignated");

	if (uid == NULL)
		xml_error(&uk->xml, line, "The designation has no UniqueID.");
	uk->entry = xml_add_entry(&uk->xml, uk->release, uid);
	uk->entry->type = uk_type(type);
	if (uk->entry->type == NULL)
		xml_error(&uk->xml, line, "The type of designation %s is \"%s\", expected Individual, Entity or Ship.",
				  uid, type ? type : "");
	TakeInside(uk, node);
	if (!list_choose_primary(uk->entry))
		xml_error(&uk->xml, line, "Designation %s has no name.", uid);
	if (regime)
		list_add_text(uk->release, &uk->entry->programs, regime);
	if (!uk_add_listing(uk->release, uk->entry, date))
		xml_error(&uk->xml, line, "DateDesignated is \"%s\", expected a date as 29/06/2012.", date);
	list_end_entry(uk->release, uk->entry);
}

/* Takes the date of the release */
static void
TakeDate(void *importer, xmlNodePtr node)
{
	UkReader   *uk = importer;
	char	   *date = xml_text(node);
	char		iso[DATE_TEXT_MAX];

	if (date == NULL || !dates_numeric(date, iso) || !dates_is_day(iso))
		xml_error(&uk->xml, uk->xml.line, "DateGenerated is \"%s\", expected a date as 12/08/2025.",
				  date ? date : "");
	list_set_published(uk->release, iso);
}

static const XmlRule uk_rule[] =
{
	{"Designations", "DateGenerated", TakeDate},
	{"Designations", "Designation", TakeDesignation},
	{NULL, NULL, NULL}
};

/*
 * Loads a release of the UK Sanctions List: document, published (else taken from the document),
 * max_removed, the document as a large object.  Returns the row of sanct_release.
 */
Datum
sanct_import_uk_xml(PG_FUNCTION_ARGS)
{
	UkReader   *uk = palloc0(sizeof(UkReader));

	uk->release = list_new_release("uk-sl", "UK Sanctions List", "FCDO");
	uk->xml.source = list_open_document(uk->release, fcinfo, "UK document");
	uk->xml.root = "Designations";
	uk->xml.rules = uk_rule;
	xml_read_list(&uk->xml, uk->release, uk);
	return list_publish(fcinfo, uk->release);
}
