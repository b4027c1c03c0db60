/*
 * import_eu_xml.c: the European Union's list in XML, version 1.1 of the format
 *
 * Nearly all stands in attributes.
 */
#include "postgres.h"

#include "fmgr.h"

#include "pg/format/eu.h"
#include "pg/list/dates.h"
#include "pg/list/entry.h"
#include "pg/list/entry_file.h"
#include "pg/list/publish.h"
#include "pg/list/release.h"
#include "pg/list/xml.h"
#include "pg/list/xml_release.h"

/* The state of one import */
typedef struct EuReader
{
	XmlReader	xml;
	ListRelease *release;
	ListEntry  *entry;			/* being read */
} EuReader;

PG_FUNCTION_INFO_V1(sanct_import_eu_xml);

/* Takes an element whose attributes are the values from one to another */
static void
TakeValues(EuReader *eu, xmlNodePtr node, EuValue first, EuValue last)
{
	char	   *value[EU_VALUES] = {NULL};

	for (EuValue i = first; i <= last; i++)
	{
		const char *name = eu_place[i].attribute;

		if (name == NULL)
			continue;
		if (strcmp(name, "remark") == 0)
			value[i] = xml_child_text(node, name);
		else
			value[i] = xml_attribute(node, name);
	}
	eu_add(eu->release, eu->entry, value);
}

/* Takes a name */
static void
TakeName(void *importer, xmlNodePtr node, const char *kind)
{
	TakeValues(importer, node, EU_NAME_WHOLE, EU_NAME_UID);
}

/* Takes a date and place of birth */
static void
TakeBirth(void *importer, xmlNodePtr node, const char *kind)
{
	TakeValues(importer, node, EU_BIRTH_DATE, EU_BIRTH_UID);
}

/* Takes a document */
static void
TakeDocument(void *importer, xmlNodePtr node, const char *kind)
{
	TakeValues(importer, node, EU_ID_NUMBER, EU_ID_UID);
}

/* Takes a citizenship */
static void
TakeCitizenship(void *importer, xmlNodePtr node, const char *kind)
{
	TakeValues(importer, node, EU_CITIZENSHIP_COUNTRY, EU_CITIZENSHIP_UID);
}

/* Takes an address and the telephones and the like that stand in it */
static void
TakeAddress(void *importer, xmlNodePtr node, const char *kind)
{
	static const char *const key[][2] = {
		{"PHONE", "phone"}, {"FAX", "fax"}, {"EMAIL", "email"}, {"WEB", "website"},
	};
	EuReader   *eu = importer;

	TakeValues(eu, node, EU_ADDRESS_NUMBER, EU_ADDRESS_UID);
	for (xmlNodePtr child = node->children; child; child = child->next)
	{
		char	   *name = xml_is(child, "contactInfo") ? xml_attribute(child, "key") : NULL;
		char	   *value = name ? xml_attribute(child, "value") : NULL;
		const char *contact = "contact";

		for (int i = 0; value && i < lengthof(key); i++)
		{
			if (pg_strncasecmp(name, key[i][0], strlen(key[i][0])) == 0)
				contact = key[i][1];
		}
		if (value)
			list_add_fact(eu->release, eu->entry, contact, value, NULL,
						  strcmp(contact, "contact") == 0 ? name : NULL, NULL);
	}
}

/* Takes a regulation */
static void
TakeRegulation(void *importer, xmlNodePtr node, const char *kind)
{
	EuReader   *eu = importer;

	eu_add_regulation(eu->release, eu->entry, xml_attribute(node, "numberTitle"),
					  xml_attribute(node, "publicationDate"), xml_attribute(node, "entryIntoForceDate"),
					  xml_attribute(node, "programme"), xml_attribute(node, "organisationType"));
}

/* Takes a remark */
static void
TakeRemark(void *importer, xmlNodePtr node, const char *kind)
{
	EuReader   *eu = importer;

	list_append(eu->release, &eu->entry->remarks, "\n", xml_verbatim(node));
}

static const XmlField eu_field[] =
{
	{"nameAlias", TakeName, NULL},
	{"birthdate", TakeBirth, NULL},
	{"identification", TakeDocument, NULL},
	{"citizenship", TakeCitizenship, NULL},
	{"address", TakeAddress, NULL},
	{"regulation", TakeRegulation, NULL},
	{"remark", TakeRemark, NULL},
	{NULL, NULL, NULL}
};

/* Taken with the entry */
static const char *const eu_other_field[] = {"subjectType", NULL};

/* Takes a sanctionEntity */
static void
TakeEntry(void *importer, xmlNodePtr node)
{
	EuReader   *eu = importer;
	int			line = eu->xml.line;
	char	   *uid = xml_attribute(node, "logicalId");
	char	   *date = xml_attribute(node, "designationDate");
	xmlNodePtr	type = xml_child(node, "subjectType");
	char		iso[DATE_TEXT_MAX];

	if (uid == NULL)
		xml_error(&eu->xml, line, "The entity has no logicalId.");
	eu->entry = xml_add_entry(&eu->xml, eu->release, uid);
	eu->entry->type = type ? eu_type(xml_attribute(type, "code")) : NULL;
	if (eu->entry->type == NULL)
		xml_error(&eu->xml, line, "The subjectType of entity %s is none, expected person or enterprise.", uid);
	xml_take_fields(&eu->xml, node, eu_field, eu_other_field);
	if (!list_choose_primary(eu->entry))
		xml_error(&eu->xml, line, "Entity %s has no name.", uid);

	if (date && (!dates_numeric(date, iso) || !dates_is_day(iso)))
		xml_error(&eu->xml, line, "designationDate is \"%s\", expected a date as 2009-07-16.", date);
	if (date)
		list_add_listing(eu->release, eu->entry, iso);
	list_add_fact(eu->release, eu->entry, "reference", xml_attribute(node, "euReferenceNumber"), NULL,
				  NULL, NULL);
	list_add_fact(eu->release, eu->entry, "un-reference", xml_attribute(node, "unitedNationId"), NULL,
				  NULL, NULL);
	list_append(eu->release, &eu->entry->remarks, "\n", xml_attribute(node, "designationDetails"));
	list_end_entry(eu->release, eu->entry);
}

static const XmlRule eu_rule[] =
{
	{"export", "sanctionEntity", TakeEntry},
	{NULL, NULL, NULL}
};

/* Takes the date of the release from the root element */
static void
TakeRoot(void *importer, xmlNodePtr root)
{
	EuReader   *eu = importer;
	char	   *generated = xml_attribute(root, "generationDate");
	char		iso[DATE_TEXT_MAX];

	if (generated == NULL)
		return;
	if (!dates_numeric(generated, iso) || !dates_is_day(iso))
		xml_error(&eu->xml, eu->xml.line, "generationDate is \"%s\", expected a date as 2020-04-15.",
				  generated);
	list_set_published(eu->release, iso);
}

/*
 * Loads a release of the EU's list: document, published (else taken from the document),
 * max_removed, the document as a large object.  Returns the row of sanct_release.
 */
Datum
sanct_import_eu_xml(PG_FUNCTION_ARGS)
{
	EuReader   *eu = palloc0(sizeof(EuReader));

	eu->release = eu_new_release();
	eu->xml.source = list_open_document(eu->release, fcinfo, "EU document");
	eu->xml.root = "export";
	eu->xml.begin = TakeRoot;
	eu->xml.rules = eu_rule;
	xml_read_list(&eu->xml, eu->release, eu);
	return list_publish(fcinfo, eu->release);
}
