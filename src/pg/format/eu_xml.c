/*
 * The European Union's list in XML, version 1.1 of the format
 *
 * Nearly all stands in attributes.
 */
#include "postgres.h"

#include "fmgr.h"

#include "pg/format/eu.h"
#include "pg/list/dates.h"
#include "pg/list/entry.h"
#include "pg/list/entry_file.h"
#include "pg/list/fact.h"
#include "pg/list/xml.h"
#include "pg/list/xml_release.h"

PG_FUNCTION_INFO_V1(sanct_import_eu_xml);

/* Take an element whose attributes are the values from one to another */
static void
TakeEuValues(XmlImport *eu, xmlNodePtr node, EuValue first, EuValue last)
{
	char	   *value[EU_VALUES] = {NULL};

	for (EuValue i = first; i <= last; i++)
	{
		const char *name = SanctEuPlaces[i].attribute;

		if (name == NULL)
			continue;
		if (strcmp(name, "remark") == 0)
			value[i] = SanctChildText(node, name);
		else
			value[i] = SanctAttributeText(node, name);
	}
	SanctAddEuValues(eu->release, eu->entry, value);
}

/* Take a name */
static void
TakeEuName(void *importer, xmlNodePtr node, const char *kind)
{
	TakeEuValues(importer, node, EU_NAME_WHOLE, EU_NAME_UID);
}

/* Take a date and place of birth */
static void
TakeBirth(void *importer, xmlNodePtr node, const char *kind)
{
	TakeEuValues(importer, node, EU_BIRTH_DATE, EU_BIRTH_UID);
}

/* Take a document */
static void
TakeEuDocument(void *importer, xmlNodePtr node, const char *kind)
{
	TakeEuValues(importer, node, EU_ID_NUMBER, EU_ID_UID);
}

/* Take a citizenship */
static void
TakeCitizenship(void *importer, xmlNodePtr node, const char *kind)
{
	TakeEuValues(importer, node, EU_CITIZENSHIP_COUNTRY, EU_CITIZENSHIP_UID);
}

/* Take an address and the telephones and the like that stand in it */
static void
TakeEuAddress(void *importer, xmlNodePtr node, const char *kind)
{
	static const char *const key[][2] = {
		{"PHONE", "phone"}, {"FAX", "fax"}, {"EMAIL", "email"}, {"WEB", "website"},
	};
	XmlImport  *eu = importer;

	TakeEuValues(eu, node, EU_ADDRESS_NUMBER, EU_ADDRESS_UID);
	for (xmlNodePtr child = node->children; child; child = child->next)
	{
		char	   *name = SanctIsElement(child, "contactInfo") ? SanctAttributeText(child, "key") : NULL;
		char	   *value = name ? SanctAttributeText(child, "value") : NULL;
		const char *contact = "contact";

		for (int i = 0; value && i < lengthof(key); i++)
		{
			if (pg_strncasecmp(name, key[i][0], strlen(key[i][0])) == 0)
				contact = key[i][1];
		}
		if (value)
			SanctAddFact(eu->release, eu->entry, (ListFact) {
				.kind = contact, .value = value, .note = strcmp(contact, "contact") == 0 ? name : NULL
			});
	}
}

/* Take a regulation */
static void
TakeRegulation(void *importer, xmlNodePtr node, const char *kind)
{
	XmlImport  *eu = importer;

	SanctAddEuRegulation(eu->release, eu->entry, (EuRegulation) {
		.title = SanctAttributeText(node, "numberTitle"),
		.published = SanctAttributeText(node, "publicationDate"),
		.in_force = SanctAttributeText(node, "entryIntoForceDate"),
		.programme = SanctAttributeText(node, "programme"),
		.organisation = SanctAttributeText(node, "organisationType")
	});
}

/* Take a remark */
static void
TakeRemark(void *importer, xmlNodePtr node, const char *kind)
{
	XmlImport  *eu = importer;

	SanctAppendText(eu->release, &eu->entry->remarks, "\n", SanctVerbatimText(node));
}

static const XmlField eu_field[] =
{
	{"nameAlias", TakeEuName, NULL},
	{"birthdate", TakeBirth, NULL},
	{"identification", TakeEuDocument, NULL},
	{"citizenship", TakeCitizenship, NULL},
	{"address", TakeEuAddress, NULL},
	{"regulation", TakeRegulation, NULL},
	{"remark", TakeRemark, NULL},
	{NULL, NULL, NULL}
};

/* Take a sanctionEntity */
static void
TakeEuEntry(void *importer, xmlNodePtr node)
{
	XmlImport  *eu = importer;
	int			line = eu->xml.line;
	char	   *uid = SanctAttributeText(node, "logicalId");
	char	   *date = SanctAttributeText(node, "designationDate");
	xmlNodePtr	type = SanctFindChild(node, "subjectType");
	char		iso[DATE_TEXT_MAX];

	if (uid == NULL)
		SanctXmlError(&eu->xml, line, "The entity has no logicalId.");
	eu->entry = SanctAddXmlEntry(&eu->xml, eu->release, uid);
	eu->entry->type = type ? SanctEuType(SanctAttributeText(type, "code")) : NULL;
	if (eu->entry->type == NULL)
		SanctXmlError(&eu->xml, line, "The subjectType of entity %s is none, expected person or enterprise.", uid);
	SanctTakeFields(&eu->xml, node, eu_field);
	if (!SanctChooseEuPrimary(eu->entry))
		SanctXmlError(&eu->xml, line, "Entity %s has no name.", uid);

	if (date && (!SanctReadNumericDate(date, iso) || !SanctIsDay(iso)))
		SanctXmlError(&eu->xml, line, "designationDate is \"%s\", expected a date as 2009-07-16.", date);
	if (date)
		SanctAddListing(eu->release, eu->entry, iso);
	SanctAddFact(eu->release, eu->entry, (ListFact) {
		.kind = "reference", .value = SanctAttributeText(node, "euReferenceNumber")
	});
	SanctAddFact(eu->release, eu->entry, (ListFact) {
		.kind = "un-reference", .value = SanctAttributeText(node, "unitedNationId")
	});
	SanctAppendText(eu->release, &eu->entry->remarks, "\n", SanctAttributeText(node, "designationDetails"));
	SanctEndEntry(eu->release, eu->entry);
}

static const XmlRule eu_rule[] =
{
	{"export", "sanctionEntity", TakeEuEntry},
	{NULL, NULL, NULL}
};

/* Take the date of the release from the root element */
static void
TakeEuRoot(void *importer, xmlNodePtr root)
{
	XmlImport  *eu = importer;

	SanctTakeXmlDay(&eu->xml, eu->release, "generationDate", SanctAttributeText(root, "generationDate"), "2020-04-15");
}

/*
 * Load a release of the EU's list: document, published (else taken from the document),
 * max_removed, the document as a large object.  Return the row of sanct_release.
 */
Datum
sanct_import_eu_xml(PG_FUNCTION_ARGS)
{
	XmlImport  *eu = palloc0(sizeof(XmlImport));

	eu->release = SanctStartEuRelease();
	eu->xml.format = "eu_xml";
	eu->xml.begin = TakeEuRoot;
	eu->xml.rules = eu_rule;
	return SanctImportXml(fcinfo, eu, "EU document");
}
