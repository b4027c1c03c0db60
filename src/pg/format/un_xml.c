/* The UN Security Council Consolidated List in XML */
#include "postgres.h"

#include "fmgr.h"
#include "mb/pg_wchar.h"
#include "utils/formatting.h"

#include "data/list_word_table.h"
#include "pg/list/dates.h"
#include "pg/list/entry.h"
#include "pg/list/entry_file.h"
#include "pg/list/fact.h"
#include "pg/list/release.h"
#include "pg/list/remark_facts.h"
#include "pg/list/several_names.h"
#include "pg/list/xml.h"
#include "pg/list/xml_release.h"

PG_FUNCTION_INFO_V1(sanct_import_un_xml);

/* Add a fact of the entry that is being read */
static void
AddUnFact(XmlImport *un, const char *kind, const char *value, const char *country, const char *note)
{
	SanctAddFact(un->release, un->entry, (ListFact) {
		.kind = kind, .value = value, .country = country, .note = note
	});
}

/* Add a date of birth in ISO 8601, as exactly as it is known, if only in a note; a note that is no date stays one */
static void
TakeBirthDate(void *importer, xmlNodePtr node, const char *kind)
{
	XmlImport  *un = importer;
	char	   *type = SanctChildText(node, "TYPE_OF_DATE");
	char	   *date = SanctChildText(node, "DATE");
	char	   *from = SanctChildText(node, "FROM_YEAR");
	char	   *to = SanctChildText(node, "TO_YEAR");
	char	   *note = SanctChildText(node, "NOTE");
	char		iso[DATE_TEXT_MAX];

	if (date == NULL)
		date = SanctChildText(node, "YEAR");
	if (date == NULL && (from || to))
		date = SanctJoinDates(from ? from : to, to ? to : from);
	else if (date && SanctReadNumericDate(date, iso))
		date = iso;				/* older documents add a time zone */
	else if (date == NULL && note)
		date = SanctDateIn(note);
	if (date == NULL && note == NULL)
		return;
	if (type && strcmp(type, "APPROXIMATELY") == 0)
		note = note ? psprintf("circa; %s", note) : "circa";
	AddUnFact(un, kind, date, NULL, note);
}

/* Add an alias, and what else is known of the person under that name */
static void
TakeAlias(void *importer, xmlNodePtr node, const char *kind)
{
	static const char *const place[] = {"CITY_OF_BIRTH", "COUNTRY_OF_BIRTH", NULL};
	XmlImport  *un = importer;
	char	   *name = SanctChildText(node, "ALIAS_NAME");
	char	   *quality = SanctChildText(node, "QUALITY");
	char	   *date = SanctChildText(node, "DATE_OF_BIRTH");
	char	   *note = SanctChildText(node, "NOTE");
	char	   *born = SanctJoinChildren(node, ", ", place);
	char		iso[DATE_TEXT_MAX];
	bool		circa = false;

	if (name)
		SanctAddSeveralNames(un->release, un->entry, name,
							 quality && strncmp(quality, "f.k.a", 5) == 0 ? "former-name" : kind,
							 quality && strcmp(quality, "Low") == 0, note);
	if (note)
		SanctAddRemarkFacts(un->release, un->entry, note);
	if (date && SanctReadEnglishDate(date, iso, &circa))
		date = iso;
	if (date)
		AddUnFact(un, "birth-date", date, NULL, circa && name ? psprintf("circa; %s", name) : circa ? "circa" : name);
	if (born)
		AddUnFact(un, "birth-place", born, NULL, name);
}

/* Does a text, which may be NULL, hold one of some words? */
static bool
HoldsWord(const char *text, const char *const *words)
{
	for (; text && *words; words++)
		if (strstr(text, *words))
			return true;
	return false;
}

/* The kind of identifier a document in one of the UN's languages is */
static const char *
DocumentKind(const char *type)
{
	return HoldsWord(type, sm_list_passport_words) ? "passport" :
		HoldsWord(type, sm_list_national_id_words) ? "national-id" : "other-id";
}

/* Add a passport or another document; the second type is the closer one. Its number may stand there or in the note */
static void
TakeUnDocument(void *importer, xmlNodePtr node, const char *kind)
{
	static const char *const note[] = {"TYPE_OF_DOCUMENT2", "NOTE", "CITY_OF_ISSUE",
	"DATE_OF_ISSUE", NULL};
	char	   *type = SanctChildText(node, "TYPE_OF_DOCUMENT");
	char	   *number = SanctChildText(node, "NUMBER");
	char	   *country = SanctChildText(node, "ISSUING_COUNTRY");
	char	   *closer = SanctChildText(node, "TYPE_OF_DOCUMENT2");
	char	   *said = SanctChildText(node, "NOTE");

	if (type == NULL)
		type = closer;
	if (country == NULL)
		country = SanctChildText(node, "COUNTRY_OF_ISSUE");
	if (number == NULL && closer)
		number = SanctNumberIn(closer);
	if (number == NULL && said)
		number = SanctNumberIn(said);
	if (number || closer || said)
		AddUnFact(importer, said && strstr(said, "Fiscal Code") ? "tax-id" : DocumentKind(type), number, country,
				  SanctJoinChildren(node, "; ", note));
}

/* Add an address or a place of birth if there is more to it than an empty element */
static void
TakePlace(void *importer, xmlNodePtr node, const char *kind)
{
	static const char *const part[] = {"STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", NULL};

	AddUnFact(importer, kind, SanctJoinChildren(node, ", ", part), SanctChildText(node, "COUNTRY"),
			  SanctChildText(node, "NOTE"));
}

/* Add the VALUEs of an element */
static void
TakeUnValues(void *importer, xmlNodePtr node, const char *kind)
{
	for (xmlNodePtr child = node->children; child; child = child->next)
	{
		char	   *text = SanctIsElement(child, "VALUE") ? SanctElementText(child) : NULL;

		if (text)
			AddUnFact(importer, kind, text, NULL, NULL);
	}
}

/* Add titles and offices, which one column holds together */
static void
TakeTitles(void *importer, xmlNodePtr node, const char *kind)
{
	XmlImport  *un = importer;

	for (xmlNodePtr child = node->children; child; child = child->next)
	{
		if (SanctIsElement(child, "VALUE"))
			SanctAppendText(un->release, &un->entry->title, "; ", SanctElementText(child));
	}
}

/* Add an element's text */
static void
TakeUnText(void *importer, xmlNodePtr node, const char *kind)
{
	char	   *text = SanctElementText(node);

	if (text)
		AddUnFact(importer, kind, text, NULL, NULL);
}

/* Add the gender */
static void
TakeGender(void *importer, xmlNodePtr node, const char *kind)
{
	char	   *text = SanctElementText(node);

	if (text)
		AddUnFact(importer, kind, asc_tolower(text, strlen(text)), NULL, NULL);
}

/* Add the name in its original script */
static void
TakeOriginal(void *importer, xmlNodePtr node, const char *kind)
{
	XmlImport  *un = importer;
	char	   *text = SanctElementText(node);

	if (text)
		SanctAddSeveralNames(un->release, un->entry, text, kind, false, NULL);
}

/* Keep the comments whole; a ship's number is the one fact that stands there in a fixed form */
static void
TakeComments(void *importer, xmlNodePtr node, const char *kind)
{
	XmlImport  *un = importer;
	char	   *text = SanctVerbatimText(node);
	char	   *imo = text ? strstr(text, "IMO number: ") : NULL;

	SanctAppendText(un->release, &un->entry->remarks, "\n", text);
	if (imo)
	{
		imo += strlen("IMO number: ");
		if (strspn(imo, "0123456789") == 7)
			AddUnFact(un, "imo", pnstrdup(imo, 7), NULL, NULL);
	}
}

/* A day as 2009-04-24, without the time zone older documents add; complains if it is none */
static const char *
ReadDay(XmlImport *un, const char *text, const char *element)
{
	char	   *iso = palloc(DATE_TEXT_MAX);

	if (!SanctReadNumericDate(text, iso) || !SanctIsDay(iso))
		SanctXmlError(&un->xml, un->xml.line, "%s is \"%s\", expected a date as 2009-04-24.", element, text);
	return iso;
}

/* Add a day that something happened to the listing */
static void
TakeDay(void *importer, xmlNodePtr node, const char *kind)
{
	XmlImport  *un = importer;
	char	   *text = SanctElementText(node);
	const char *iso = text ? ReadDay(un, text, (const char *) node->name) : NULL;

	if (iso && strcmp(kind, "listed-on") == 0)
		SanctAddListing(un->release, un->entry, iso);
	else if (iso)
		AddUnFact(un, kind, iso, NULL, NULL);
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
	{"INDIVIDUAL_DOCUMENT", TakeUnDocument, NULL},
	{"NATIONALITY", TakeUnValues, "nationality"},
	{"NATIONALITY2", TakeUnText, "nationality"},
	{"TITLE", TakeTitles, NULL},
	{"DESIGNATION", TakeTitles, NULL},
	{"GENDER", TakeGender, "gender"},
	{"COMMENTS1", TakeComments, NULL},
	{"LISTED_ON", TakeDay, "listed-on"},
	{"DELISTED_ON", TakeDay, "delisted-on"},
	{"SUBMITTED_BY", TakeUnText, "authority"},
	{NULL, NULL, NULL}
};

/* Take an INDIVIDUAL or ENTITY */
static void
TakeUnEntry(XmlImport *un, xmlNodePtr node, const char *type)
{
	static const char *const name_part[] = {"FIRST_NAME", "SECOND_NAME", "THIRD_NAME",
	"FOURTH_NAME", NULL};
	int			line = un->xml.line;
	char	   *reference = SanctChildText(node, "REFERENCE_NUMBER");
	char	   *name = SanctJoinChildren(node, " ", name_part);
	char	   *program = SanctChildText(node, "UN_LIST_TYPE");

	if (reference == NULL)
		SanctXmlError(&un->xml, line, "The entry has no REFERENCE_NUMBER.");
	un->entry = SanctAddXmlEntry(&un->xml, un->release, reference);
	un->entry->type = type;
	if (name)
		SanctAddSeveralNames(un->release, un->entry, name, "primary", false, NULL);
	if (!SanctChoosePrimary(un->entry))
		SanctXmlError(&un->xml, line, "Entry %s has no name.", reference);
	if (program)
		SanctAddText(un->release, &un->entry->programs, program);
	SanctTakeFields(&un->xml, node, un_field);
	SanctEndEntry(un->release, un->entry);
}

/* Take an INDIVIDUAL */
static void
TakeIndividual(void *importer, xmlNodePtr node)
{
	TakeUnEntry(importer, node, "person");
}

/* Take an ENTITY */
static void
TakeEntity(void *importer, xmlNodePtr node)
{
	TakeUnEntry(importer, node, "organisation");
}

static const XmlRule un_rule[] =
{
	{"INDIVIDUALS", "INDIVIDUAL", TakeIndividual},
	{"ENTITIES", "ENTITY", TakeEntity},
	{NULL, NULL, NULL}
};

/* Take the date of the release from the root element */
static void
TakeUnRoot(void *importer, xmlNodePtr root)
{
	XmlImport  *un = importer;
	char	   *generated = SanctAttributeText(root, "dateGenerated");

	if (generated && !un->release->has_published)
		SanctSetPublished(un->release, ReadDay(un, generated, "dateGenerated"));
}

/*
 * Load a release of the UN's list: document, published (else taken from the document),
 * max_removed, the document as a large object.  Return the row of sanct_release.
 */
Datum
sanct_import_un_xml(PG_FUNCTION_ARGS)
{
	XmlImport  *un = palloc0(sizeof(XmlImport));

	un->release = SanctStartListed("un-sc");
	un->xml.format = "un_xml";
	un->xml.begin = TakeUnRoot;
	un->xml.rules = un_rule;
	return SanctImportXml(fcinfo, un, "UN document");
}
