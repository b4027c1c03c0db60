/*
 * OFAC's lists in SDN_ADVANCED.XML and CONS_ADVANCED.XML
 *
 * The format is the Advanced Sanctions Data Model of the Wolfsberg Group and the United Nations.
 * Nearly all in it is an id that leads elsewhere in the document: to the reference values at its
 * begin, to the locations and documents before the parties, and from the sanctions and links
 * behind them.
 */
#include "postgres.h"

#include "fmgr.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "nodes/pg_list.h"
#include "utils/hsearch.h"

#include "pg/format/ofac.h"
#include "pg/format/ofac_period.h"
#include "pg/format/ofac_remarks.h"
#include "pg/format/ofac_targets.h"
#include "pg/list/dates.h"
#include "pg/list/entry.h"
#include "pg/list/entry_file.h"
#include "pg/list/entry_store.h"
#include "pg/list/fact.h"
#include "pg/list/publish.h"
#include "pg/list/release.h"
#include "pg/list/remark_facts.h"
#include "pg/list/script.h"
#include "pg/list/xml.h"
#include "pg/list/xml_release.h"

/* A document of an identity */
enum
{
	DOCUMENT_UID, DOCUMENT_TYPE, DOCUMENT_NUMBER, DOCUMENT_COUNTRY, DOCUMENT_NOTE, DOCUMENT_TEXTS
};

/* What ids of identities lead to: documents that stand before the party, then the uid of its entry */
#define DOCUMENTS "Identity.document"
#define OWNER "Identity"

/* The state of one import */
typedef struct AdvancedReader
{
	XmlReader	xml;
	ListRelease *release;
	ListEntry  *entry;			/* being read */
	OfacTargets *targets;
	int			dangling;		/* sanctions and links of parties that are not there */
} AdvancedReader;

PG_FUNCTION_INFO_V1(sanct_import_ofac_advanced_xml);

/* Take the reference values */
static void
TakeReferences(void *importer, xmlNodePtr sets)
{
	SanctTakeReferences(((AdvancedReader *) importer)->targets, sets);
}

/* Take a location */
static void
TakeLocation(void *importer, xmlNodePtr node)
{
	AdvancedReader *advanced = importer;

	if (advanced->release->nentries > 0)
		SanctXmlError(&advanced->xml, advanced->xml.line,
					  "A location stands behind the parties, expected before them.");
	SanctTakeOfacLocation(advanced->targets, node);
}

/* Add a document to the entry that is being read, if it has a number or a note */
static void
AddAdvancedDocument(AdvancedReader *advanced, const char *const *document)
{
	ListFact	fact = {
		.kind = document[DOCUMENT_TYPE], .value = document[DOCUMENT_NUMBER], .country = document[DOCUMENT_COUNTRY],
		.note = document[DOCUMENT_NOTE], .uid = document[DOCUMENT_UID]
	};

	if (fact.value)
		SanctAddOfacRemark(advanced->release, advanced->entry, fact);
	else if (fact.note)
		SanctAddIdentifier(advanced->release, advanced->entry, (ListFact) {
			.kind = "other-id", .country = fact.country, .note = psprintf("%s; %s", fact.kind, fact.note),
			.uid = fact.uid
		});
}

/* Add a document that stands behind the party it is of */
static void
AddDocumentBehind(AdvancedReader *advanced, const char *uid, const char *const *document)
{
	advanced->entry = SanctFindEntry(advanced->release, uid);
	SanctReopenEntry(advanced->release, advanced->entry);
	AddAdvancedDocument(advanced, document);
	SanctEndEntry(advanced->release, advanced->entry);
}

/* Add the documents that stand before the party, from the first one on */
static void
AddDocumentsBefore(AdvancedReader *advanced, const char *identity)
{
	const char **document = palloc(DOCUMENT_TEXTS * sizeof(char *));
	List	   *documents = NIL;
	uint64		at = 0;
	ListCell   *cell;

	while (SanctGetOfacTexts(advanced->targets, DOCUMENTS, identity, &at, document, DOCUMENT_TEXTS))
	{
		documents = lcons(document, documents);
		document = palloc(DOCUMENT_TEXTS * sizeof(char *));
	}
	foreach(cell, documents)
		AddAdvancedDocument(advanced, lfirst(cell));
}

/* Take a document, for the party whose identity it is of */
static void
TakeAdvancedDocument(void *importer, xmlNodePtr node)
{
	AdvancedReader *advanced = importer;
	char	   *identity = SanctAttributeText(node, "IdentityID");
	char	   *number = SanctChildText(node, "IDRegistrationNo");
	const char *validity = SanctOptionalReference(advanced->targets, "Validity",
												  SanctAttributeText(node, "ValidityID"));
	const char *document[DOCUMENT_TEXTS];
	const char *owner;
	uint64		at = 0;
	StringInfoData note;

	if (identity == NULL)
		SanctXmlError(&advanced->xml, advanced->xml.line, "The document has no IdentityID.");
	if (number == NULL && SanctChildText(node, "Comment"))
		number = SanctNumberIn(SanctChildText(node, "Comment"));
	initStringInfo(&note);
	for (xmlNodePtr child = node->children; child; child = child->next)
	{
		char	   *text = NULL;
		bool		circa;

		if (SanctIsElement(child, "DocumentDate"))
		{
			const char *type = SanctReference(advanced->targets, "IDRegDocDateType",
										 SanctAttributeText(child, "IDRegDocDateTypeID"));

			text = SanctReadOfacPeriod(SanctFindChild(child, "DatePeriod"), &circa);
			if (text)
				text = psprintf("%s %s", strncmp(type, "Issue", 5) == 0 ? "issued" :
								strncmp(type, "Expir", 5) == 0 ? "expires" : type, text);
		}
		else if (SanctIsElement(child, "Comment") || SanctIsElement(child, "IssuingAuthority"))
			text = SanctElementText(child);
		if (text)
			appendStringInfo(&note, "%s%s", note.len > 0 ? "; " : "", text);
	}
	if (validity && strcmp(validity, "Valid") != 0)
		appendStringInfo(&note, "%s%s", note.len > 0 ? "; " : "", validity);

	document[DOCUMENT_UID] = SanctAttributeText(node, "ID");
	document[DOCUMENT_TYPE] = SanctReference(advanced->targets, "IDRegDocType",
											 SanctAttributeText(node, "IDRegDocTypeID"));
	document[DOCUMENT_NUMBER] = number;
	document[DOCUMENT_COUNTRY] = SanctOptionalReference(advanced->targets, "Country",
														SanctAttributeText(node, "IssuedBy-CountryID"));
	document[DOCUMENT_NOTE] = note.len > 0 ? note.data : NULL;
	if (SanctGetOfacTexts(advanced->targets, OWNER, identity, &at, &owner, 1))
		AddDocumentBehind(advanced, owner, document);
	else
		SanctPutOfacTexts(advanced->targets, DOCUMENTS, identity, document, DOCUMENT_TEXTS);
}

/* The type of a part of a name, which stands in another place of the identity */
static const char *
NamePartType(AdvancedReader *advanced, xmlNodePtr identity, const char *group)
{
	xmlNodePtr	groups = SanctFindChild(identity, "NamePartGroups");

	for (xmlNodePtr master = groups ? groups->children : NULL; master && group; master = master->next)
	{
		for (xmlNodePtr node = master->children; node; node = node->next)
		{
			char	   *id = SanctIsElement(node, "NamePartGroup") ? SanctAttributeText(node, "ID") : NULL;

			if (id && strcmp(id, group) == 0)
				return SanctReference(advanced->targets, "NamePartType", SanctAttributeText(node, "NamePartTypeID"));
		}
	}
	return "";
}

/*
 * Add a name: as OFAC's CSV files write it in Latin letters, the surname first and without a
 * comma in others.  Of a primary name these are the original script.
 */
static void
AddAdvancedName(AdvancedReader *advanced, xmlNodePtr identity, xmlNodePtr name, const char *kind, bool weak)
{
	StringInfoData surname;
	StringInfoData given;
	const char *whole;
	const char *script;
	ListRow    *row;

	initStringInfo(&surname);
	initStringInfo(&given);
	for (xmlNodePtr part = name->children; part; part = part->next)
	{
		xmlNodePtr	value = SanctIsElement(part, "DocumentedNamePart") ? SanctFindChild(part, "NamePartValue") : NULL;
		char	   *text = value ? SanctElementText(value) : NULL;
		StringInfo	to = &given;

		if (text == NULL)
			continue;
		if (strcmp(NamePartType(advanced, identity, SanctAttributeText(value, "NamePartGroupID")),
				   "Last Name") == 0)
			to = &surname;
		appendStringInfo(to, "%s%s", to->len > 0 ? " " : "", text);
	}
	if (surname.len == 0 && given.len == 0)
		return;

	whole = psprintf("%s%s", surname.data, given.data);
	script = SanctScriptOf(whole, strlen(whole));
	if (surname.len > 0 && given.len > 0)
		whole = psprintf("%s%s %s", surname.data, script && strcmp(script, "Latn") == 0 ? "," : "",
						 given.data);
	if (strcmp(kind, "primary") == 0 && script && strcmp(script, "Latn") != 0)
		kind = "original-script";
	row = SanctAddName(advanced->release, advanced->entry, whole, kind, weak,
					   SanctAttributeText(name, "ID"));
	if (surname.len > 0 && given.len > 0)
	{
		SanctSetNameColumn(row, NAME_SURNAME, surname.data);
		SanctSetNameColumn(row, NAME_GIVEN, given.data);
	}
}

/* Take an identity: its names, each in one or more scripts, and its documents */
static void
TakeIdentity(AdvancedReader *advanced, xmlNodePtr identity)
{
	char	   *id = SanctAttributeText(identity, "ID");
	const char *owner;
	uint64		at = 0;

	for (xmlNodePtr alias = identity->children; alias; alias = alias->next)
	{
		const char *kind;
		char	   *low;

		if (!SanctIsElement(alias, "Alias"))
			continue;
		kind = SanctOfacNameKind(SanctReference(advanced->targets, "AliasType",
												SanctAttributeText(alias, "AliasTypeID")));
		low = SanctAttributeText(alias, "LowQuality");
		for (xmlNodePtr name = alias->children; name; name = name->next)
		{
			if (SanctIsElement(name, "DocumentedName"))
				AddAdvancedName(advanced, identity, name, kind ? kind : "alias", low && strcmp(low, "true") == 0);
		}
	}
	if (id == NULL)
		return;
	if (!SanctGetOfacTexts(advanced->targets, OWNER, id, &at, &owner, 1))
		AddDocumentsBefore(advanced, id);
	SanctPutOfacTexts(advanced->targets, OWNER, id, &advanced->entry->uid, 1);
}

/* Add what a comment says in place of a feature's value, if anything */
static void
AddComment(AdvancedReader *advanced, const char *type, const char *comment)
{
	char	   *date = comment && strcmp(type, "Birthdate") == 0 ? SanctDateIn(comment) : NULL;

	if (comment == NULL)
		return;
	if (strcmp(type, "Title") == 0)
		SanctAppendText(advanced->release, &advanced->entry->title, "; ", comment);
	else if (strcmp(type, "Birthdate") == 0)
		SanctAddIdentifier(advanced->release, advanced->entry, (ListFact) {
			.kind = "birth-date", .value = date, .note = comment
		});
	else
		SanctAddOfacRemark(advanced->release, advanced->entry, (ListFact) {.kind = type, .value = comment});
}

/* Add what one version of a feature says */
static void
AddFeature(AdvancedReader *advanced, const char *type, xmlNodePtr version)
{
	ListRelease *release = advanced->release;
	ListEntry  *entry = advanced->entry;
	xmlNodePtr	detail = SanctFindChild(version, "VersionDetail");
	xmlNodePtr	place = SanctFindChild(version, "VersionLocation");
	const char *location[LOCATION_TEXTS] = {NULL};
	uint64		at = 0;
	const char *value = detail ? SanctOptionalReference(advanced->targets, "DetailReference",
												   SanctAttributeText(detail, "DetailReferenceID")) : NULL;
	const char *note = SanctChildText(version, "Comment");
	const char *period;
	bool		circa = false;
	bool		found;

	if (value == NULL && detail)
		value = SanctElementText(detail);
	period = SanctReadOfacPeriod(SanctFindChild(version, "DatePeriod"), &circa);
	found = place && SanctGetOfacTexts(advanced->targets, "Location", SanctAttributeText(place, "LocationID"), &at,
									   location, LOCATION_TEXTS);
	if (strcmp(type, "Location") == 0)
	{
		if (found && (location[LOCATION_TEXT] || location[LOCATION_COUNTRY] || location[LOCATION_NOTE] || note))
			SanctAddIdentifier(release, entry, (ListFact) {
				.kind = "address", .value = location[LOCATION_TEXT], .country = location[LOCATION_COUNTRY],
				.note = location[LOCATION_NOTE] ? location[LOCATION_NOTE] : note,
				.uid = SanctAttributeText(place, "LocationID")
			});
		return;
	}
	if (value == NULL)
		value = location[LOCATION_TEXT] ? location[LOCATION_TEXT] : location[LOCATION_COUNTRY];
	if (value == NULL)
		value = period;
	if (value == NULL)
	{
		AddComment(advanced, type, note);
		return;
	}
	if (strcmp(type, "Title") == 0)
		SanctAppendText(release, &entry->title, "; ", value);
	else if (strcmp(type, "Birthdate") == 0)
		SanctAddIdentifier(release, entry, (ListFact) {
			.kind = "birth-date", .value = value,
			.note = circa && note ? psprintf("circa; %s", note) : circa ? "circa" : note
		});
	else
		SanctAddOfacRemark(release, entry, (ListFact) {.kind = type, .value = value, .note = note});
}

/* Take the profile of a party */
static void
TakeProfile(AdvancedReader *advanced, xmlNodePtr profile)
{
	for (xmlNodePtr node = profile->children; node; node = node->next)
	{
		const char *type;

		if (SanctIsElement(node, "Identity"))
			TakeIdentity(advanced, node);
		if (!SanctIsElement(node, "Feature"))
			continue;
		type = SanctReference(advanced->targets, "FeatureType", SanctAttributeText(node, "FeatureTypeID"));
		for (xmlNodePtr version = node->children; version; version = version->next)
		{
			if (SanctIsElement(version, "FeatureVersion"))
				AddFeature(advanced, type, version);
		}
	}
}

/* The type of an entry: that of its subtype, or of its type where the subtype is "Unknown" */
static const char *
PartyType(AdvancedReader *advanced, xmlNodePtr profile)
{
	char	   *subtype = SanctAttributeText(profile, "PartySubTypeID");
	const char *text = SanctReference(advanced->targets, "PartySubType", subtype);
	const char *type = SanctOfacType(text);

	if (type == NULL)
	{
		text = SanctReference(advanced->targets, "PartyType",
							  SanctReference(advanced->targets, "PartySubType.PartyTypeID", subtype));
		type = SanctOfacType(text);
	}
	if (type == NULL)
		SanctXmlError(&advanced->xml, advanced->xml.line,
					  "The type of a party is \"%s\", expected Individual, Entity, Vessel or Aircraft.", text);
	return type;
}

/* Take a party */
static void
TakeParty(void *importer, xmlNodePtr node)
{
	AdvancedReader *advanced = importer;
	xmlNodePtr	profile = SanctFindChild(node, "Profile");
	xmlNodePtr	comment = SanctFindChild(node, "Comment");
	char	   *uid = profile ? SanctAttributeText(profile, "ID") : NULL;
	int			line = advanced->xml.line;
	char	   *remarks;

	if (uid == NULL)
		SanctXmlError(&advanced->xml, line, "The party has no profile with an ID.");
	advanced->entry = SanctAddXmlEntry(&advanced->xml, advanced->release, uid);
	advanced->entry->type = PartyType(advanced, profile);
	TakeProfile(advanced, profile);
	remarks = comment ? SanctVerbatimText(comment) : NULL;
	SanctAppendText(advanced->release, &advanced->entry->remarks, "; ", remarks);
	if (remarks)
		SanctReadOfacRemarks(advanced->release, advanced->entry, remarks, false);
	if (!SanctChoosePrimary(advanced->entry))
		SanctXmlError(&advanced->xml, line, "Party %s has no name.", uid);
	SanctEndEntry(advanced->release, advanced->entry);
}

/* Open the entry of a party again; NULL and counted if there is none */
static ListEntry *
Reopen(AdvancedReader *advanced, const char *uid)
{
	ListEntry  *entry = uid ? SanctFindEntry(advanced->release, uid) : NULL;

	if (entry)
		SanctReopenEntry(advanced->release, entry);
	else
		advanced->dangling++;
	return entry;
}

/* Add when and by what law a party was listed */
static void
AddEvent(AdvancedReader *advanced, ListEntry *entry, xmlNodePtr event)
{
	const char *basis = SanctOptionalReference(advanced->targets, "LegalBasis",
											   SanctAttributeText(event, "LegalBasisID"));
	const char *type = SanctOptionalReference(advanced->targets, "EntryEventType",
											  SanctAttributeText(event, "EntryEventTypeID"));
	char		iso[DATE_TEXT_MAX];
	int			year;
	int			month;
	int			day;
	bool		dated = SanctReadOfacPoint(SanctFindChild(event, "Date"), &year, &month, &day) &&
		(SanctFormatDate(year, month, day, iso) || SanctFormatDate(year, month, 0, iso));

	if (basis)
		SanctAddFact(advanced->release, entry, (ListFact) {
			.kind = "legal-basis", .value = basis, .note = dated ? iso : NULL
		});
	if (dated && SanctIsDay(iso) && (type == NULL || strcmp(type, "Created") == 0))
		SanctAddListing(advanced->release, entry, iso);
	else if (dated)
		SanctAddFact(advanced->release, entry, (ListFact) {.kind = "entry-event", .value = iso, .note = type});
}

/* Take the sanctions of a party: programs, measures, the list it is on */
static void
TakeSanctions(void *importer, xmlNodePtr node)
{
	AdvancedReader *advanced = importer;
	ListEntry  *entry = Reopen(advanced, SanctAttributeText(node, "ProfileID"));
	const char *list;

	if (entry == NULL)
		return;
	list = SanctOptionalReference(advanced->targets, "List", SanctAttributeText(node, "ListID"));
	if (list)
		SanctAddFact(advanced->release, entry, (ListFact) {.kind = "list", .value = list});
	if (list)
		SanctCheckOfacListName(advanced->release, list);
	for (xmlNodePtr child = node->children; child; child = child->next)
	{
		if (SanctIsElement(child, "EntryEvent"))
			AddEvent(advanced, entry, child);
		else if (SanctIsElement(child, "SanctionsMeasure"))
		{
			const char *type = SanctReference(advanced->targets, "SanctionsType",
											  SanctAttributeText(child, "SanctionsTypeID"));
			char	   *comment = SanctChildText(child, "Comment");

			if (strcmp(type, "Program") != 0)
				SanctAddFact(advanced->release, entry, (ListFact) {
					.kind = "measure", .value = type, .note = comment
				});
			else if (comment)
				SanctAddText(advanced->release, &entry->programs, comment);
		}
	}
	SanctEndEntry(advanced->release, entry);
}

/* Take a link from one party to another; its kind is one of few, what the list calls it the note */
static void
TakeLink(void *importer, xmlNodePtr node)
{
	AdvancedReader *advanced = importer;
	char	   *uid = SanctAttributeText(node, "To-ProfileID");
	char	   *former = SanctAttributeText(node, "Former");
	char	   *comment = SanctChildText(node, "Comment");
	const char *type = SanctReference(advanced->targets, "RelationType", SanctAttributeText(node, "RelationTypeID"));
	const char *kind = "linked-to";
	ListEntry  *entry = Reopen(advanced, SanctAttributeText(node, "From-ProfileID"));
	ListEntry  *other;
	char	   *name = NULL;

	if (uid == NULL || SanctFindRecord(advanced->release, uid) == NULL)
		advanced->dangling++;
	/* nothing is looked at that would stay in memory as long as no entry is ended */
	if (entry == NULL)
		return;
	other = uid ? SanctFindEntry(advanced->release, uid) : NULL;
	if (strncmp(type, "Acting for", 10) == 0)
		kind = "acting-for";
	else if (strncmp(type, "Owned or Controlled", 19) == 0)
		kind = "owned-by";
	else if (strncmp(type, "Family member", 13) == 0)
		kind = "family-of";
	if (other && other->number != entry->number)
	{
		SanctLoadEntry(advanced->release, other);
		if (other->primary_name)
			name = pg_server_to_any(other->primary_name, strlen(other->primary_name), PG_UTF8);
	}
	SanctAddIdentifier(advanced->release, entry, (ListFact) {
		.kind = kind, .value = name,
		.note = psprintf("%s%s%s%s", type, former && strcmp(former, "true") == 0 ? "; former" : "",
						 comment ? "; " : "", comment ? comment : ""),
		.uid = uid
	});
	SanctEndEntry(advanced->release, entry);
}

/* Take the date of the release */
static void
TakeIssue(void *importer, xmlNodePtr node)
{
	AdvancedReader *advanced = importer;
	char		iso[DATE_TEXT_MAX];
	int			year;
	int			month;
	int			day;

	if (!SanctReadOfacPoint(node, &year, &month, &day) || !SanctFormatDate(year, month, day, iso) || !SanctIsDay(iso))
		SanctXmlError(&advanced->xml, advanced->xml.line, "DateOfIssue holds no date.");
	SanctSetPublished(advanced->release, iso);
}

static const XmlRule advanced_rule[] =
{
	{"Sanctions", "DateOfIssue", TakeIssue},
	{"Sanctions", "ReferenceValueSets", TakeReferences},
	{"Locations", "Location", TakeLocation},
	{"IDRegDocuments", "IDRegDocument", TakeAdvancedDocument},
	{"DistinctParties", "DistinctParty", TakeParty},
	{"ProfileRelationships", "ProfileRelationship", TakeLink},
	{"SanctionsEntries", "SanctionsEntry", TakeSanctions},
	{NULL, NULL, NULL}
};

/*
 * Load a release of one of OFAC's lists from its advanced XML document: document, published (else
 * taken from the document), max_removed, the document as a large object, list.  Return the
 * row of sanct_release.
 */
Datum
sanct_import_ofac_advanced_xml(PG_FUNCTION_ARGS)
{
	AdvancedReader *advanced = palloc0(sizeof(AdvancedReader));
	ListRelease *release = SanctStartOfacRelease(fcinfo, 4);

	advanced->targets = SanctStartOfacTargets(&advanced->xml, release->context);
	advanced->release = release;
	advanced->xml.source = SanctOpenDocument(release, fcinfo, "OFAC document");
	advanced->xml.format = "ofac_advanced_xml";
	advanced->xml.rules = advanced_rule;
	SanctReadXmlRelease(&advanced->xml, release, advanced);
	SanctEndOfacTargets(advanced->targets);
	if (advanced->dangling > 0)
		ereport(WARNING,
				(errmsg_plural("OFAC document has %d sanction or link of a party that it does not have",
							   "OFAC document has %d sanctions and links of parties that it does not have",
							   (unsigned long) advanced->dangling, advanced->dangling)));
	return SanctPublishRelease(fcinfo, release);
}
