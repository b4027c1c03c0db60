/* The UK Sanctions List in XML */
#include "postgres.h"

#include "fmgr.h"
#include "mb/pg_wchar.h"

#include "pg/format/uk.h"
#include "pg/list/entry.h"
#include "pg/list/entry_file.h"
#include "pg/list/fact.h"
#include "pg/list/release.h"
#include "pg/list/xml.h"
#include "pg/list/xml_release.h"

PG_FUNCTION_INFO_V1(sanct_import_uk_xml);

/* Take a name */
static void
TakeUkName(XmlImport *uk, xmlNodePtr node)
{
	char	   *part[UK_NAME_PARTS];

	for (int i = 0; i < UK_NAME_PARTS; i++)
		part[i] = SanctChildText(node, psprintf("Name%d", i + 1));
	SanctAddUkName(uk->release, uk->entry, part, SanctChildText(node, "NameType"),
				   SanctChildText(node, "AliasStrength"));
}

/* Take an address */
static void
TakeUkAddress(XmlImport *uk, xmlNodePtr node)
{
	static const char *const line[] = {"AddressLine1", "AddressLine2", "AddressLine3",
	"AddressLine4", "AddressLine5", "AddressLine6", "AddressPostalCode", NULL};

	SanctAddFact(uk->release, uk->entry, (ListFact) {
		.kind = "address", .value = SanctJoinChildren(node, ", ", line),
		.country = SanctChildText(node, "AddressCountry")
	});
}

/* Add a fact of two elements */
static void
TakePair(XmlImport *uk, xmlNodePtr node, const char *kind, const char *first, const char *second)
{
	SanctAddUkPair(uk->release, uk->entry, kind, SanctChildText(node, first), SanctChildText(node, second));
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
		if (SanctIsElement(node, name[i]))
			return true;
	}
	return false;
}

/* Add the fact that stands in an element of its own */
static void
TakeFact(XmlImport *uk, xmlNodePtr node)
{
	for (int i = 0; i < SanctUkFactCount; i++)
	{
		if (SanctUkFacts[i].element && SanctIsElement(node, SanctUkFacts[i].element))
		{
			SanctAddUkFact(uk->release, uk->entry, SanctUkFacts[i].kind, SanctElementText(node));
			return;
		}
	}
}

/* Take what is inside an element */
static void
TakeInside(XmlImport *uk, xmlNodePtr parent)
{
	for (xmlNodePtr node = parent->children; node; node = node->next)
	{
		if (node->type != XML_ELEMENT_NODE)
			continue;
		if (IsContainer(node))
			TakeInside(uk, node);
		else if (SanctIsElement(node, "Name"))
			TakeUkName(uk, node);
		else if (SanctIsElement(node, "NonLatinName"))
			SanctAddUkOriginal(uk->release, uk->entry, SanctChildText(node, "NameNonLatinScript"),
							   SanctChildText(node, "NonLatinScriptLanguage"));
		else if (SanctIsElement(node, "Address"))
			TakeUkAddress(uk, node);
		else if (SanctIsElement(node, "Location"))
			TakePair(uk, node, "birth-place", "TownOfBirth", "CountryOfBirth");
		else if (SanctIsElement(node, "Passport"))
			TakePair(uk, node, "passport", "PassportNumber", "PassportAdditionalInformation");
		else if (SanctIsElement(node, "NationalIdentifier"))
			TakePair(uk, node, "national-id", "NationalIdentifierNumber",
					 "NationalIdentifierAdditionalInformation");
		else if (SanctIsElement(node, "OtherInformation") || SanctIsElement(node, "UKStatementofReasons"))
			SanctAddUkRemarks(uk->release, uk->entry, SanctVerbatimText(node));
		else
			TakeFact(uk, node);
	}
}

/* Take a designation */
static void
TakeDesignation(void *importer, xmlNodePtr node)
{
	XmlImport  *uk = importer;
	int			line = uk->xml.line;
	char	   *uid = SanctChildText(node, "UniqueID");
	char	   *type = SanctChildText(node, "IndividualEntityShip");
	char	   *regime = SanctChildText(node, "RegimeName");
	char	   *date = SanctChildText(node, "DateDesignated");

	if (uid == NULL)
		SanctXmlError(&uk->xml, line, "The designation has no UniqueID.");
	uk->entry = SanctAddXmlEntry(&uk->xml, uk->release, uid);
	uk->entry->type = SanctUkType(type);
	if (uk->entry->type == NULL)
		SanctXmlError(&uk->xml, line, "The type of designation %s is \"%s\", expected Individual, Entity or Ship.",
					  uid, type ? type : "");
	TakeInside(uk, node);
	if (!SanctChoosePrimary(uk->entry))
		SanctXmlError(&uk->xml, line, "Designation %s has no name.", uid);
	if (regime)
		SanctAddText(uk->release, &uk->entry->programs, regime);
	if (!SanctAddUkListing(uk->release, uk->entry, date))
		SanctXmlError(&uk->xml, line, "DateDesignated is \"%s\", expected a date as 29/06/2012.", date);
	SanctEndEntry(uk->release, uk->entry);
}

/* Take the date of the release */
static void
TakeXmlDate(void *importer, xmlNodePtr node)
{
	XmlImport  *uk = importer;
	char	   *date = SanctElementText(node);

	SanctTakeXmlDay(&uk->xml, uk->release, "DateGenerated", date ? date : "", "12/08/2025");
}

static const XmlRule uk_rule[] =
{
	{"Designations", "DateGenerated", TakeXmlDate},
	{"Designations", "Designation", TakeDesignation},
	{NULL, NULL, NULL}
};

/*
 * Load a release of the UK Sanctions List: document, published (else taken from the document),
 * max_removed, the document as a large object.  Return the row of sanct_release.
 */
Datum
sanct_import_uk_xml(PG_FUNCTION_ARGS)
{
	XmlImport  *uk = palloc0(sizeof(XmlImport));

	uk->release = SanctStartListed("uk-sl");
	uk->xml.format = "uk_xml";
	uk->xml.rules = uk_rule;
	return SanctImportXml(fcinfo, uk, "UK document");
}
