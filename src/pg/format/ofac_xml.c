/*
 * OFAC's lists in SDN.XML and CONSOLIDATED.XML
 *
 * The elements have the same names in the namespace of old and in that of today, and
 * publshInformation is spelled so.
 */
#include "postgres.h"

#include "fmgr.h"
#include "mb/pg_wchar.h"
#include "nodes/pg_list.h"

#include "pg/base/shown.h"
#include "pg/format/ofac.h"
#include "pg/format/ofac_remarks.h"
#include "pg/list/dates.h"
#include "pg/list/entry.h"
#include "pg/list/entry_file.h"
#include "pg/list/fact.h"
#include "pg/list/publish.h"
#include "pg/list/release.h"
#include "pg/list/xml.h"
#include "pg/list/xml_release.h"

/* The state of one import */
typedef struct SdnReader
{
	XmlReader	xml;
	ListRelease *release;
	ListEntry  *entry;			/* being read */
	long		announced;		/* entries the document says it has, or -1 */
} SdnReader;

PG_FUNCTION_INFO_V1(sanct_import_ofac_xml);

/* Add a name, whose parts stand in elements of their own, as OFAC's CSV files write it */
static void
AddSdnName(SdnReader *sdn, xmlNodePtr node, const char *kind, bool weak, const char *uid)
{
	char	   *last = SanctChildText(node, "lastName");
	char	   *first = SanctChildText(node, "firstName");
	ListRow    *row;

	if (last == NULL && first == NULL)
		return;
	row = SanctAddName(sdn->release, sdn->entry,
					   last && first ? psprintf("%s, %s", last, first) : last ? last : first,
					   kind, weak, uid);
	if (last && first)
	{
		SanctSetNameColumn(row, NAME_SURNAME, last);
		SanctSetNameColumn(row, NAME_GIVEN, first);
	}
}

/* Add a program */
static void
TakeProgram(void *importer, xmlNodePtr node, const char *kind)
{
	SdnReader  *sdn = importer;
	char	   *text = SanctElementText(node);

	if (text)
		SanctAddText(sdn->release, &sdn->entry->programs, text);
}

/* Add an alias */
static void
TakeAka(void *importer, xmlNodePtr node, const char *kind)
{
	SdnReader  *sdn = importer;
	char	   *type = SanctChildText(node, "type");
	char	   *category = SanctChildText(node, "category");
	const char *name_kind = type ? SanctOfacNameKind(type) : NULL;

	if (name_kind == NULL)
		SanctXmlError(&sdn->xml, sdn->xml.line, "The type of an alias is \"%s\", expected a.k.a., f.k.a. or n.k.a.",
					  type ? type : "");
	AddSdnName(sdn, node, name_kind, category && strcmp(category, "weak") == 0,
			   SanctChildText(node, "uid"));
}

/* Add a document, or another of the facts that stand under the same labels in remarks */
static void
TakeId(void *importer, xmlNodePtr node, const char *kind)
{
	SdnReader  *sdn = importer;
	char	   *type = SanctChildText(node, "idType");
	char	   *number = SanctChildText(node, "idNumber");
	char	   *issued = SanctChildText(node, "issueDate");
	char	   *expires = SanctChildText(node, "expirationDate");
	char	   *note = NULL;

	if (type == NULL || number == NULL)
		return;
	if (issued || expires)
		note = psprintf("%s%s%s%s%s", issued ? "issued " : "", issued ? issued : "",
						issued && expires ? " " : "", expires ? "expires " : "",
						expires ? expires : "");
	SanctAddOfacRemark(sdn->release, sdn->entry, (ListFact) {
		.kind = type, .value = number, .country = SanctChildText(node, "idCountry"), .note = note,
		.uid = SanctChildText(node, "uid")
	});
}

/* Add an address, unless it says nothing */
static void
TakeSdnAddress(void *importer, xmlNodePtr node, const char *kind)
{
	static const char *const part[] = {"address1", "address2", "address3", "city",
	"stateOrProvince", "postalCode", NULL};
	SdnReader  *sdn = importer;
	char	   *value = SanctJoinChildren(node, ", ", part);
	char	   *country = SanctChildText(node, "country");

	if (value == NULL && country == NULL)
		return;
	SanctAddIdentifier(sdn->release, sdn->entry, (ListFact) {
		.kind = kind, .value = value, .country = country,
		.uid = SanctChildText(node, "uid")
	});
}

/* Add what one child of an element says, whatever its name, beside its uid and mainEntry */
static void
TakeItem(void *importer, xmlNodePtr node, const char *kind)
{
	static const char *const part[] = {"country", "placeOfBirth", "dateOfBirth", NULL};
	SdnReader  *sdn = importer;
	char	   *text = SanctJoinChildren(node, ", ", part);
	char		iso[DATE_TEXT_MAX];
	bool		circa = false;

	if (text && strcmp(kind, "birth-date") == 0 && SanctReadEnglishDate(text, iso, &circa))
		text = iso;
	if (text)
		SanctAddIdentifier(sdn->release, sdn->entry, (ListFact) {
			.kind = kind, .value = text, .note = circa ? "circa" : NULL, .uid = SanctChildText(node, "uid")
		});
}

/* Add the text of an element */
static void
TakeSdnText(void *importer, xmlNodePtr node, const char *kind)
{
	SdnReader  *sdn = importer;
	char	   *text = SanctElementText(node);

	if (text)
		SanctAddIdentifier(sdn->release, sdn->entry, (ListFact) {.kind = kind, .value = text});
}

/* Take the members of a list below an entry, which are all of one kind */
static void
TakeList(void *importer, xmlNodePtr node, const char *kind)
{
	static const XmlField field[] =
	{
		{"program", TakeProgram, NULL},
		{"aka", TakeAka, NULL},
		{"id", TakeId, NULL},
		{"address", TakeSdnAddress, "address"},
		{"nationality", TakeItem, "nationality"},
		{"citizenship", TakeItem, "citizenship"},
		{"dateOfBirthItem", TakeItem, "birth-date"},
		{"placeOfBirthItem", TakeItem, "birth-place"},
		{"callSign", TakeSdnText, "call-sign"},
		{"vesselType", TakeSdnText, "vessel-type"},
		{"tonnage", TakeSdnText, "tonnage"},
		{"grossRegisteredTonnage", TakeSdnText, "gross-tonnage"},
		{"vesselFlag", TakeSdnText, "flag"},
		{"vesselOwner", TakeSdnText, "vessel-owner"},
		{NULL, NULL, NULL}
	};

	SanctTakeFields(&((SdnReader *) importer)->xml, node, field);
}

/* Take the title */
static void
TakeTitle(void *importer, xmlNodePtr node, const char *kind)
{
	SdnReader  *sdn = importer;

	SanctAppendText(sdn->release, &sdn->entry->title, "; ", SanctElementText(node));
}

/* Take the remarks, whole and apart */
static void
TakeRemarks(void *importer, xmlNodePtr node, const char *kind)
{
	SdnReader  *sdn = importer;
	char	   *text = SanctVerbatimText(node);

	SanctAppendText(sdn->release, &sdn->entry->remarks, "; ", text);
	if (text)
		SanctReadOfacRemarks(sdn->release, sdn->entry, text, false);
}

static const XmlField sdn_field[] =
{
	{"title", TakeTitle, NULL},
	{"remarks", TakeRemarks, NULL},
	{"programList", TakeList, NULL},
	{"idList", TakeList, NULL},
	{"akaList", TakeList, NULL},
	{"addressList", TakeList, NULL},
	{"nationalityList", TakeList, NULL},
	{"citizenshipList", TakeList, NULL},
	{"dateOfBirthList", TakeList, NULL},
	{"placeOfBirthList", TakeList, NULL},
	{"vesselInfo", TakeList, NULL},
	{NULL, NULL, NULL}
};

/* Take an sdnEntry */
static void
TakeSdnEntry(void *importer, xmlNodePtr node)
{
	SdnReader  *sdn = importer;
	int			line = sdn->xml.line;
	char	   *uid = SanctChildText(node, "uid");
	char	   *type = SanctChildText(node, "sdnType");

	if (uid == NULL)
		SanctXmlError(&sdn->xml, line, "The entry has no uid.");
	sdn->entry = SanctAddXmlEntry(&sdn->xml, sdn->release, uid);
	sdn->entry->type = type ? SanctOfacType(type) : NULL;
	if (sdn->entry->type == NULL)
		SanctXmlError(&sdn->xml, line,
					  "The sdnType of entry %s is \"%s\", expected Individual, Entity, Vessel or Aircraft.",
					  uid, type ? type : "");
	AddSdnName(sdn, node, "primary", false, NULL);
	SanctTakeFields(&sdn->xml, node, sdn_field);
	if (sdn->release->nentries == 1 && sdn->entry->programs != NIL)
		SanctCheckOfacList(sdn->release, linitial(sdn->entry->programs));
	if (!SanctChoosePrimary(sdn->entry))
		SanctXmlError(&sdn->xml, line, "Entry %s has no name.", uid);
	SanctEndEntry(sdn->release, sdn->entry);
}

/* Take the date of the release, in American order, and the number of its entries */
static void
TakeInformation(void *importer, xmlNodePtr node)
{
	SdnReader  *sdn = importer;
	char	   *date = SanctChildText(node, "Publish_Date");
	char	   *count = SanctChildText(node, "Record_Count");
	char		iso[DATE_TEXT_MAX];
	int			month;
	int			day;
	int			year;

	if (date)
	{
		if (sscanf(date, "%2d/%2d/%4d", &month, &day, &year) != 3 ||
			!SanctFormatDate(year, month, day, iso) || !SanctIsDay(iso))
			SanctXmlError(&sdn->xml, sdn->xml.line, "Publish_Date is \"%s\", expected a date as 04/22/2020.",
						  date);
		SanctSetPublished(sdn->release, iso);
	}
	if (count)
		sdn->announced = strtol(count, NULL, 10);
}

static const XmlRule sdn_rule[] =
{
	{"sdnList", "publshInformation", TakeInformation},
	{"sdnList", "publishInformation", TakeInformation},
	{"sdnList", "sdnEntry", TakeSdnEntry},
	{NULL, NULL, NULL}
};

/*
 * Load a release of one of OFAC's lists from its XML document: document, published (else taken
 * from the document), max_removed, the document as a large object, list.  Return the row of
 * sanct_release.
 */
Datum
sanct_import_ofac_xml(PG_FUNCTION_ARGS)
{
	SdnReader  *sdn = palloc0(sizeof(SdnReader));
	ListRelease *release = SanctStartOfacRelease(fcinfo, 4);

	sdn->release = release;
	sdn->announced = -1;
	sdn->xml.source = SanctOpenDocument(release, fcinfo, "OFAC document");
	sdn->xml.format = "ofac_xml";
	sdn->xml.rules = sdn_rule;
	SanctReadXmlRelease(&sdn->xml, release, sdn);
	if (sdn->announced >= 0 && sdn->announced != release->nentries &&
		release->max_removed < 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_XML_DOCUMENT),
				 errmsg("OFAC document is not complete"),
				 errdetail("Its Record_Count is %ld, but it has %s.", sdn->announced,
						   SanctCounted(release->nentries, "entry", "entries")),
				 errhint("Download it again. If it is an extract, pass max_removed => 1.")));
	return SanctPublishRelease(fcinfo, release);
}
