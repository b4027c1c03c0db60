/*
 * import_un.c: the UN Security Council Consolidated List in XML
 */
#include "postgres.h"

#include "fmgr.h"
#include "mb/pg_wchar.h"
#include "utils/formatting.h"

#include "pg/list/dates.h"
#include "pg/list/entry.h"
#include "pg/list/entry_file.h"
#include "pg/list/publish.h"
#include "pg/list/release.h"
#include "pg/list/several_names.h"
#include "pg/list/xml.h"
#include "pg/list/xml_release.h"

/* The state of one import */
typedef struct UnReader
{
	XmlReader	xml;
	ListRelease *release;
	ListEntry  *entry;			/* being read */
} UnReader;

PG_FUNCTION_INFO_V1(sanct_import_un_xml);

/* Adds a fact of the entry that is being read */
static void
AddFact(UnReader *un, const char *kind, const char *value, const char *country, const char *note)
{
	list_add_fact(un->release, un->entry, kind, value, country, note, NULL);
}

/* Adds a date of birth in ISO 8601, as exactly as it is known */
static void
TakeBirthDate(void *importer, xmlNodePtr node, const char *kind)
{
	UnReader   *un = importer;
	char	   *type = xml_child_text(node, "TYPE_OF_DATE");
	char	   *date = xml_child_text(node, "DATE");
	char	   *from = xml_child_text(node, "FROM_YEAR");
	char	   *to = xml_child_text(node, "TO_YEAR");
	char	   *note = xml_child_text(node, "NOTE");
	char		iso[DATE_TEXT_MAX];

	if (date == NULL)
		date = xml_child_text(node, "YEAR");
	if (date == NULL && (from || to))
		date = dates_join(from ? from : to, to ? to : from);
	else if (date && dates_numeric(date, iso))
		date = iso;				/* older documents add a time zone */
	if (type && strcmp(type, "APPROXIMATELY") == 0)
		note = note ? psprintf("circa; %s", note) : "circa";
	if (date)
		AddFact(un, kind, date, NULL, note);
}

/* Adds an alias, and what else is known of the person under that name */
static void
TakeAlias(void *importer, xmlNodePtr node, const char *kind)
{
	static const char *const place[] = {"CITY_OF_BIRTH", "COUNTRY_OF_BIRTH", NULL};
	UnReader   *un = importer;
	char	   *name = xml_child_text(node, "ALIAS_NAME");
	char	   *quality = xml_child_text(node, "QUALITY");
	char	   *date = xml_child_text(node, "DATE_OF_BIRTH");
	char	   *born = xml_join_children(node, ", ", place);
	char		iso[DATE_TEXT_MAX];
	bool		circa = false;

	if (name)
		list_add_names(un->release, un->entry, name,
					   quality && strncmp(quality, "f.k.a", 5) == 0 ? "former-name" : kind,
					   quality && strcmp(quality, "Low") == 0, xml_child_text(node, "NOTE"));
	if (date && dates_english(date, iso, &circa))
		date = iso;
	if (date)
		AddFact(un, "birth-date", date, NULL, circa && name ? psprintf("circa; %s", name) : circa ? "circa" : name);
	if (born)
		AddFact(un, "birth-place", born, NULL, name);
}

/* The kind of identifier a document in one of the UN's languages is */
static const char *
DocumentKind(const char *type)
{
	static const char *const passport[] = {"assport", "asseport", "asaporte", NULL};
	static const char *const national[] = {"ational", "dentity card", "tazkira", "dentification",
	"ivil", "ID", NULL};

	for (int i = 0; type && passport[i]; i++)
	{
		if (strstr(type, passport[i]))
			return "passport";
	}
	for (int i = 0; type && national[i]; i++)
	{
		if (strstr(type, national[i]))
			return "national-id";
	}
	return "other-id";
}

/* Adds a passport or another document; the second type is the closer one */
static void
TakeDocument(void *importer, xmlNodePtr node, const char *kind)
{
	static const char *const note[] = {"TYPE_OF_DOCUMENT2", "NOTE", "CITY_OF_ISSUE",
	"DATE_OF_ISSUE", NULL};
	char	   *type = xml_child_text(node, "TYPE_OF_DOCUMENT");
	char	   *number = xml_child_text(node, "NUMBER");
	char	   *country = xml_child_text(node, "ISSUING_COUNTRY");

	if (type == NULL)
		type = xml_child_text(node, "TYPE_OF_DOCUMENT2");
	if (country == NULL)
		country = xml_child_text(node, "COUNTRY_OF_ISSUE");
	if (number)
		AddFact(importer, DocumentKind(type), number, country, xml_join_children(node, "; ", note));
}

/* Adds an address or a place of birth if there is more to it than an empty element */
static void
TakePlace(void *importer, xmlNodePtr node, const char *kind)
{
	static const char *const part[] = {"STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", NULL};

	AddFact(importer, kind, xml_join_children(node, ", ", part), xml_child_text(node, "COUNTRY"),
			xml_child_text(node, "NOTE"));
}

/* Adds the VALUEs of an element */
static void
TakeValues(void *importer, xmlNodePtr node, const char *kind)
{
	for (xmlNodePtr child = node->children; child; child = child->next)
	{
		char	   *text = xml_is(child, "VALUE") ? xml_text(child) : NULL;

		if (text)
			AddFact(importer, kind, text, NULL, NULL);
	}
}

/* Adds titles and offices, which one column holds together */
static void
TakeTitles(void *importer, xmlNodePtr node, const char *kind)
{
	UnReader   *un = importer;

	for (xmlNodePtr child = node->children; child; child = child->next)
	{
		if (xml_is(child, "VALUE"))
			list_append(un->release, &un->entry->title, "; ", xml_text(child));
	}
}

/* Adds an element's text */
static void
TakeText(void *importer, xmlNodePtr node, const char *kind)
{
	char	   *text = xml_text(node);

	if (text)
		AddFact(importer, kind, text, NULL, NULL);
}

/* Adds the gender */
static void
TakeGender(void *importer, xmlNodePtr node, const char *kind)
{
	char	   *text = xml_text(node);

	if (text)
		AddFact(importer, kind, asc_tolower(text, strlen(text)), NULL, NULL);
}

/* Adds the name in its original script */
static void
TakeOriginal(void *importer, xmlNodePtr node, const char *kind)
{
	UnReader   *un = importer;
	char	   *text = xml_text(node);

	if (text)
		list_add_names(un->release, un->entry, text, kind, false, NULL);
}

/* Keeps the comments whole; a ship's number is the one fact that stands there in a fixed form */
static void
TakeComments(void *importer, xmlNodePtr node, const char *kind)
{
	UnReader   *un = importer;
	char	   *text = xml_verbatim(node);
	char	   *imo = text ? strstr(text, "IMO number: ") : NULL;

	list_append(un->release, &un->entry->remarks, "\n", text);
	if (imo)
	{
		imo += strlen("IMO number: ");
		if (strspn(imo, "0123456789") == 7)
			AddFact(un, "imo", pnstrdup(imo, 7), NULL, NULL);
	}
}

/* A day as 2009-04-24, without the time zone older documents add; complains if it is none */
static const char *
ReadDay(UnReader *un, const char *text, const char *element)
{
	char	   *iso = palloc(DATE_TEXT_MAX);

	if (!dates_numeric(text, iso) || !dates_is_day(iso))
		xml_error(&un->xml, un->xml.line, "%s is \"%s\", expected a date as 2009-04-24.", element, text);
	return iso;
}

/* Adds a day that something happened to the listing */
static void
TakeDay(void *importer, xmlNodePtr node, const char *kind)
{
	UnReader   *un = importer;
	char	   *text = xml_text(node);
	const char *iso = text ? ReadDay(un, text, (const char *) node->name) : NULL;

	if (iso && strcmp(kind, "listed-on") == 0)
		list_add_listing(un->release, un->entry, iso);
	else if (iso)
		AddFact(un, kind, iso, NULL, NULL);
}

static const XmlField un_field[] =
{
	{"INDIVIDUAL_ALIAS", TakeAlias, "alias"},
	{"ENTITY_ALIAS", TakeAlias, "alias"},
	{"NAME_ORIGINAL_SCRIPT", TakeOriginal, "original-script"},
	{"INDIVIDUAL_DATE_OF_BIRTH", TakeBirthDate, "birth-date"},
	{"INDIVIDUAL_PLACE_OF_BIRTH", TakePlace, "birth-place"},
	{"INDIVIDUAL_ADDRESS", TakePlace, "address"},
	{"ENTITY_ADDRESS", TakePlace, "address"},
	{"INDIVIDUAL_DOCUMENT", TakeDocument, NULL},
	{"NATIONALITY", TakeValues, "nationality"},
	{"NATIONALITY2", TakeText, "nationality"},
	{"TITLE", TakeTitles, NULL},
	{"DESIGNATION", TakeTitles, NULL},
	{"GENDER", TakeGender, "gender"},
	{"COMMENTS1", TakeComments, NULL},
	{"LISTED_ON", TakeDay, "listed-on"},
	{"DELISTED_ON", TakeDay, "delisted-on"},
	{"SUBMITTED_BY", TakeText, "authority"},
	{NULL, NULL, NULL}
};

static const char *const un_other_field[] =
{
	/* taken with the entry */
	"REFERENCE_NUMBER", "UN_LIST_TYPE", "FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME",

	/* not taken: numbers of the publisher's own, and the days of amendments */
	"DATAID", "VERSIONNUM", "SORT_KEY", "SORT_KEY_LAST_MOD", "LIST_TYPE", "LAST_DAY_UPDATED",
	"SUBMITTED_ON", NULL
};

/* Takes an INDIVIDUAL or ENTITY */
static void
TakeEntry(UnReader *un, xmlNodePtr node, const char *type)
{
	static const char *const name_part[] = {"FIRST_NAME", "SECOND_NAME", "THIRD_NAME",
	"FOURTH_NAME", NULL};
	int			line = un->xml.line;
	char	   *reference = xml_child_text(node, "REFERENCE_NUMBER");
	char	   *name = xml_join_children(node, " ", name_part);
	char	   *program = xml_child_text(node, "UN_LIST_TYPE");

	if (reference == NULL)
		xml_error(&un->xml, line, "The entry has no REFERENCE_NUMBER.");
	un->entry = xml_add_entry(&un->xml, un->release, reference);
	un->entry->type = type;
	if (name)
		list_add_names(un->release, un->entry, name, "primary", false, NULL);
	if (!list_choose_primary(un->entry))
		xml_error(&un->xml, line, "Entry %s has no name.", reference);
	if (program)
		list_add_text(un->release, &un->entry->programs, program);
	xml_take_fields(&un->xml, node, un_field, un_other_field);
	list_end_entry(un->release, un->entry);
}

/* Takes an INDIVIDUAL */
static void
TakeIndividual(void *importer, xmlNodePtr node)
{
	TakeEntry(importer, node, "person");
}

/* Takes an ENTITY */
static void
TakeEntity(void *importer, xmlNodePtr node)
{
	TakeEntry(importer, node, "organisation");
}

static const XmlRule un_rule[] =
{
	{"INDIVIDUALS", "INDIVIDUAL", TakeIndividual},
	{"ENTITIES", "ENTITY", TakeEntity},
	{NULL, NULL, NULL}
};

/* Takes the date of the release from the root element */
static void
TakeRoot(void *importer, xmlNodePtr root)
{
	UnReader   *un = importer;
	char	   *generated = xml_attribute(root, "dateGenerated");

	if (generated && !un->release->has_published)
		list_set_published(un->release, ReadDay(un, generated, "dateGenerated"));
}

/*
 * Loads a release of the UN's list: document, published (else taken from the document),
 * max_removed, the document as a large object.  Returns the row of sanct_release.
 */
Datum
sanct_import_un_xml(PG_FUNCTION_ARGS)
{
	UnReader   *un = palloc0(sizeof(UnReader));

	un->release = list_new_release("un-sc", "Consolidated List", "UN Security Council");
	un->xml.source = list_open_document(un->release, fcinfo, "UN document");
	un->xml.root = "CONSOLIDATED_LIST";
	un->xml.begin = TakeRoot;
	un->xml.rules = un_rule;
	xml_read_list(&un->xml, un->release, un);
	return list_publish(fcinfo, un->release);
}
