/*
 * OFAC's lists in ENHANCED_XML, which its list service exports since 2024, also for selections of one's own
 *
 * Unlike the advanced format it says all where it belongs; ids lead nowhere that must be followed.
 */
#include "postgres.h"

#include "fmgr.h"
#include "lib/stringinfo.h"

#include "pg/format/ofac.h"
#include "pg/format/ofac_remarks.h"
#include "pg/list/dates.h"
#include "pg/list/entry.h"
#include "pg/list/entry_file.h"
#include "pg/list/fact.h"
#include "pg/list/remark_facts.h"
#include "pg/list/script.h"
#include "pg/list/xml.h"
#include "pg/list/xml_release.h"

PG_FUNCTION_INFO_V1(sanct_import_ofac_enhanced_xml);

/* Does a child element say true? */
static bool
SaysTrue(xmlNodePtr node, const char *name)
{
	char	   *text = SanctChildText(node, name);

	return text && strcmp(text, "true") == 0;
}

/* Add one writing of a name; of a primary name one in other letters is the original script */
static void
TakeWriting(XmlImport      *enhanced, xmlNodePtr node, const char *kind, bool weak, const char *uid)
{
	char	   *last = SanctChildText(node, "formattedLastName");
	char	   *first = SanctChildText(node, "formattedFirstName");
	char	   *name = SanctChildText(node, "formattedFullName");
	const char *script;
	ListRow    *row;

	if (name == NULL)
		name = last && first ? psprintf("%s, %s", last, first) : last ? last : first;
	if (name == NULL)
		return;
	script = SanctScriptOf(name, strlen(name));
	if (strcmp(kind, "primary") == 0 && script && strcmp(script, "Latn") != 0)
		kind = "original-script";
	row = SanctAddName(enhanced->release, enhanced->entry, name, kind, weak, uid);
	if (last && first && strcmp(enhanced->entry->type, "person") == 0)
	{
		SanctSetNameColumn(row, NAME_SURNAME, last);
		SanctSetNameColumn(row, NAME_GIVEN, first);
	}
}

/* Add a name in all its writings */
static void
TakeName(void *importer, xmlNodePtr node, const char *kind)
{
	char	   *type = SanctChildText(node, "aliasType");
	xmlNodePtr	writings = SanctFindChild(node, "translations");

	kind = type ? SanctOfacNameKind(type) : NULL;
	if (SaysTrue(node, "isPrimary"))
		kind = "primary";
	for (xmlNodePtr child = writings ? writings->children : NULL; child; child = child->next)
		if (SanctIsElement(child, "translation"))
			TakeWriting(importer, child, kind ? kind : "alias", SaysTrue(node, "isLowQuality"),
						SanctAttributeText(node, "id"));
}

/* The parts of an address in one writing, joined */
static char *
AddressParts(xmlNodePtr writing)
{
	xmlNodePtr	parts = SanctFindChild(writing, "addressParts");
	StringInfoData text;

	initStringInfo(&text);
	for (xmlNodePtr part = parts ? parts->children : NULL; part; part = part->next)
	{
		char	   *value = SanctIsElement(part, "addressPart") ? SanctChildText(part, "value") : NULL;

		if (value)
			appendStringInfo(&text, "%s%s", text.len > 0 ? ", " : "", value);
	}
	return text.len > 0 ? text.data : NULL;
}

/* Add an address; what it is in other writings is its note */
static void
TakeEnhancedAddress(void *importer, xmlNodePtr node, const char *kind)
{
	XmlImport      *enhanced = importer;
	xmlNodePtr	writings = SanctFindChild(node, "translations");
	char	   *text[2] = {NULL, NULL};

	for (xmlNodePtr child = writings ? writings->children : NULL; child; child = child->next)
	{
		char	   *parts = SanctIsElement(child, "translation") ? AddressParts(child) : NULL;
		bool		other = text[0] != NULL || (SanctChildText(child, "isPrimary") && !SaysTrue(child, "isPrimary"));
		char	  **to = &text[other];

		if (parts)
			*to = *to ? psprintf("%s; %s", *to, parts) : parts;
	}
	SanctAddFact(enhanced->release, enhanced->entry, (ListFact) {
		.kind = kind, .value = text[0], .country = SanctChildText(node, "country"), .note = text[1],
		.uid = SanctAttributeText(node, "id")
	});
}

/* The date of a feature in ISO 8601, from its first to its last day; NULL if it has none */
static char *
FeatureDate(xmlNodePtr node, bool *circa)
{
	char	   *from = node ? SanctChildText(node, "fromDateBegin") : NULL;
	char	   *to = node ? SanctChildText(node, "toDateEnd") : NULL;
	char		iso[2][DATE_TEXT_MAX];

	*circa = node && SaysTrue(node, "isApproximate");
	if (from == NULL || !SanctReadNumericDate(from, iso[0]))
		return NULL;
	if (to == NULL || !SanctReadNumericDate(to, iso[1]))
		strlcpy(iso[1], iso[0], DATE_TEXT_MAX);
	/* a whole year is written from its first to its last day */
	if (strlen(iso[0]) == 10 && strncmp(iso[0], iso[1], 4) == 0 && strcmp(iso[0] + 4, "-01-01") == 0 &&
		strcmp(iso[1] + 4, "-12-31") == 0)
		iso[0][4] = iso[1][4] = '\0';
	return SanctJoinDates(iso[0], iso[1]);
}

/* Add a birth date, which stands in words or in elements of its own */
static void
AddEnhancedBirth(XmlImport      *enhanced, xmlNodePtr node, const char *value, const char *note)
{
	char		iso[DATE_TEXT_MAX];
	bool		circa = false;
	char	   *date = FeatureDate(SanctFindChild(node, "valueDate"), &circa);

	if (value && (SanctReadEnglishDate(value, iso, &circa) || SanctReadNumericDate(value, iso)))
		value = iso;
	else if (date)
		value = date;
	SanctAddFact(enhanced->release, enhanced->entry, (ListFact) {
		.kind = "birth-date", .value = value, .uid = SanctAttributeText(node, "id"),
		.note = circa && note ? psprintf("circa; %s", note) : circa ? "circa" : note
	});
}

/* Add a feature: a fact under the same labels that remarks have */
static void
TakeFeature(void *importer, xmlNodePtr node, const char *kind)
{
	XmlImport      *enhanced = importer;
	char	   *type = SanctChildText(node, "type");
	char	   *value = SanctChildText(node, "value");
	char	   *note = SanctChildText(node, "comments");
	bool		circa;

	if (type == NULL)
		SanctXmlError(&enhanced->xml, enhanced->xml.line, "A feature has no type.");
	if (pg_strcasecmp(type, "Birthdate") == 0)
	{
		AddEnhancedBirth(enhanced, node, value, note);
		return;
	}
	if (value == NULL)
		value = FeatureDate(SanctFindChild(node, "valueDate"), &circa);
	if (value == NULL)
	{
		value = note;
		note = NULL;
	}
	if (value == NULL)
		return;
	if (strcmp(type, "Title") == 0)
		SanctAppendText(enhanced->release, &enhanced->entry->title, "; ", value);
	else
		SanctAddOfacRemark(enhanced->release, enhanced->entry, (ListFact) {
			.kind = type, .value = value, .note = note, .uid = SanctAttributeText(node, "id")
		});
}

/* Add a document; its number may stand in the comments */
static void
TakeIdentityDocument(void *importer, xmlNodePtr node, const char *kind)
{
	static const char *const label[][2] = {
		{"issueDate", "issued "}, {"expirationDate", "expires "}, {"comments", ""}, {NULL}
	};
	XmlImport      *enhanced = importer;
	char	   *type = SanctChildText(node, "type");
	char	   *number = SanctChildText(node, "documentNumber");
	char	   *valid = SanctChildText(node, "isValid");
	char	   *note = SanctLabelChildren(node, "; ", label);

	if (number == NULL && SanctChildText(node, "comments"))
		number = SanctNumberIn(SanctChildText(node, "comments"));
	if (valid && strcmp(valid, "false") == 0)
		note = note ? psprintf("%s; not valid", note) : "not valid";
	if (type == NULL || (number == NULL && note == NULL))
		return;
	if (number)
		SanctAddOfacRemark(enhanced->release, enhanced->entry, (ListFact) {
			.kind = type, .value = number, .country = SanctChildText(node, "issuingCountry"),
			.note = note, .uid = SanctAttributeText(node, "id")
		});
	else
		SanctAddFact(enhanced->release, enhanced->entry, (ListFact) {
			.kind = "other-id", .country = SanctChildText(node, "issuingCountry"),
			.note = psprintf("%s; %s", type, note)
		});
}

/* Add a link to another entry */
static void
TakeRelationship(void *importer, xmlNodePtr node, const char *kind)
{
	XmlImport      *enhanced = importer;
	char	   *type = SanctChildText(node, "type");
	char	   *comment = SanctChildText(node, "comments");
	xmlNodePtr	other = SanctFindChild(node, "relatedEntity");

	if (type == NULL || other == NULL)
		return;
	SanctAddFact(enhanced->release, enhanced->entry, (ListFact) {
		.kind = strncmp(type, "Acting for", 10) == 0 ? "acting-for" :
		strncmp(type, "Owned or Controlled", 19) == 0 ? "owned-by" :
		strncmp(type, "Family member", 13) == 0 ? "family-of" : "linked-to",
		.value = SanctElementText(other), .note = comment ? psprintf("%s; %s", type, comment) : type,
		.uid = SanctAttributeText(other, "entityId")
	});
}

/* Add a program, a measure, a law, or the list that the entry is on and the day that it came there */
static void
TakeSanction(void *importer, xmlNodePtr node, const char *kind)
{
	XmlImport      *enhanced = importer;
	char	   *text = SanctElementText(node);
	char	   *day = SanctAttributeText(node, "datePublished");
	char		iso[DATE_TEXT_MAX];

	if (text == NULL)
		return;
	if (strcmp(kind, "program") == 0)
		SanctAddText(enhanced->release, &enhanced->entry->programs, text);
	else
		SanctAddFact(enhanced->release, enhanced->entry, (ListFact) {.kind = kind, .value = text});
	if (strcmp(kind, "list") == 0)
		SanctCheckOfacListName(enhanced->release, text);
	if (day && SanctReadNumericDate(day, iso) && SanctIsDay(iso))
		SanctAddListing(enhanced->release, enhanced->entry, iso);
}

/* Take the members of a list below an entry */
static void
TakeMembers(void *importer, xmlNodePtr node, const char *kind)
{
	static const XmlField field[] =
	{
		{"sanctionsList", TakeSanction, "list"},
		{"sanctionsProgram", TakeSanction, "program"},
		{"sanctionsType", TakeSanction, "measure"},
		{"legalAuthority", TakeSanction, "legal-basis"},
		{"name", TakeName, NULL},
		{"address", TakeEnhancedAddress, "address"},
		{"feature", TakeFeature, NULL},
		{"identityDocument", TakeIdentityDocument, NULL},
		{"relationship", TakeRelationship, NULL},
		{NULL, NULL, NULL}
	};

	SanctTakeFields(&((XmlImport      *) importer)->xml, node, field);
}

static const XmlField enhanced_field[] =
{
	{"sanctionsLists", TakeMembers, NULL},
	{"sanctionsPrograms", TakeMembers, NULL},
	{"sanctionsTypes", TakeMembers, NULL},
	{"legalAuthorities", TakeMembers, NULL},
	{"names", TakeMembers, NULL},
	{"addresses", TakeMembers, NULL},
	{"features", TakeMembers, NULL},
	{"identityDocuments", TakeMembers, NULL},
	{"relationships", TakeMembers, NULL},
	{NULL, NULL, NULL}
};

/* Take an entity */
static void
TakeEnhancedEntity(void *importer, xmlNodePtr node)
{
	XmlImport      *enhanced = importer;
	int			line = enhanced->xml.line;
	char	   *uid = SanctAttributeText(node, "id");
	xmlNodePtr	info = SanctFindChild(node, "generalInfo");
	char	   *type = info ? SanctChildText(info, "entityType") : NULL;
	xmlNodePtr	remarks = info ? SanctFindChild(info, "remarks") : NULL;
	char	   *text = remarks ? SanctVerbatimText(remarks) : NULL;

	if (uid == NULL)
		SanctXmlError(&enhanced->xml, line, "The entity has no id.");
	enhanced->entry = SanctAddXmlEntry(&enhanced->xml, enhanced->release, uid);
	enhanced->entry->type = type ? SanctOfacType(type) : NULL;
	if (enhanced->entry->type == NULL)
		SanctXmlError(&enhanced->xml, line,
					  "The entityType of entity %s is \"%s\", expected Individual, Entity, Vessel or Aircraft.", uid,
					  type ? type : "");
	SanctTakeFields(&enhanced->xml, node, enhanced_field);
	SanctAppendText(enhanced->release, &enhanced->entry->title, "; ", SanctChildText(info, "title"));
	SanctAppendText(enhanced->release, &enhanced->entry->remarks, "; ", text);
	if (text)
		SanctReadOfacRemarks(enhanced->release, enhanced->entry, text, false);
	if (!SanctChoosePrimary(enhanced->entry))
		SanctXmlError(&enhanced->xml, line, "Entity %s has no name.", uid);
	SanctEndEntry(enhanced->release, enhanced->entry);
}

/* Take the day of the release */
static void
TakePublication(void *importer, xmlNodePtr node)
{
	XmlImport      *enhanced = importer;

	SanctTakeXmlDay(&enhanced->xml, enhanced->release, "dataAsOf", SanctChildText(node, "dataAsOf"), "2024-03-15");
}

static const XmlRule enhanced_rule[] =
{
	{"sanctionsData", "publicationInfo", TakePublication},
	{"entities", "entity", TakeEnhancedEntity},
	{NULL, NULL, NULL}
};

/*
 * Load a release of one of OFAC's lists from its enhanced XML document: document, published (else taken from the
 * document), max_removed, the document as a large object, list.  Return the row of sanct_release.
 */
Datum
sanct_import_ofac_enhanced_xml(PG_FUNCTION_ARGS)
{
	XmlImport      *enhanced = palloc0(sizeof(XmlImport));

	enhanced->release = SanctStartOfacRelease(fcinfo, 4);
	enhanced->xml.format = "ofac_enhanced_xml";
	enhanced->xml.rules = enhanced_rule;
	return SanctImportXml(fcinfo, enhanced, "OFAC document");
}
