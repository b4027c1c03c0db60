/*
 * Switzerland's list in XML: sanctions of the State Secretariat for Economic Affairs
 *
 * Programs stand first, then targets, and places before or behind them: what a place is referred to for is added when
 * all has been read.  A target that has been de-listed stays in the document and is left out.
 */
#include "postgres.h"

#include "fmgr.h"
#include "miscadmin.h"
#include "lib/stringinfo.h"
#include "nodes/pg_list.h"
#include "utils/hsearch.h"
#include "utils/memutils.h"

#include "pg/list/dates.h"
#include "pg/list/entry.h"
#include "pg/list/entry_file.h"
#include "pg/list/entry_store.h"
#include "pg/list/fact.h"
#include "pg/list/paged_texts.h"
#include "pg/list/pieces.h"
#include "pg/list/publish.h"
#include "pg/list/release.h"
#include "pg/list/xml.h"
#include "pg/list/xml_release.h"

/* Longest id of a set or place in the document */
#define SECO_ID_MAX 40

/* What an id of a set of sanctions leads to */
typedef struct SecoTarget
{
	char		id[SECO_ID_MAX];	/* hash key */
	const char *text;			/* program */
} SecoTarget;

/* What an id of a place leads to */
enum
{
	PLACE_TEXT, PLACE_COUNTRY, PLACE_TEXTS
};

/* A fact whose place is not known yet */
enum
{
	PLACED_KIND, PLACED_AT, PLACED_DETAILS, PLACED_NOTE, PLACED_TEXTS
};

/* The state of one import */
typedef struct SecoReader
{
	XmlReader	xml;
	ListRelease *release;
	ListEntry  *entry;			/* being read */
	HTAB	   *targets;		/* SecoTarget */
	PagedTexts *places;
	Pieces	   *placed;			/* facts whose places are not known yet, by the uid of their entry */
	int64		nplaced;
} SecoReader;

PG_FUNCTION_INFO_V1(sanct_import_seco_xml);

/* What an id leads to, or NULL; it is made if it is to be entered */
static SecoTarget *
FindTarget(SecoReader *seco, const char *id, HASHACTION action)
{
	char		key[SECO_ID_MAX] = {0};
	bool		found;
	SecoTarget *target;

	if (id == NULL || strlen(id) >= SECO_ID_MAX)
		return NULL;
	strlcpy(key, id, sizeof(key));
	target = hash_search(seco->targets, key, action, &found);
	if (target && !found)
		target->text = NULL;
	return target;
}

/* A copy that lasts as long as the release; NULL stays NULL */
static const char *
KeepInSeco(SecoReader *seco, const char *text)
{
	return text ? MemoryContextStrdup(seco->release->context, text) : NULL;
}

/* Is an element in English, or does it not say in what language it is? */
static bool
IsEnglish(xmlNodePtr node)
{
	char	   *language = SanctAttributeText(node, "lang");

	return language == NULL || pg_strncasecmp(language, "en", 2) == 0;
}

/* Take a program: its sets of sanctions by their ids, in English */
static void
TakeSecoProgram(void *importer, xmlNodePtr node)
{
	SecoReader *seco = importer;

	for (xmlNodePtr child = node->children; child; child = child->next)
	{
		SecoTarget *target;

		if (!SanctIsElement(child, "sanctions-set"))
			continue;
		target = FindTarget(seco, SanctAttributeText(child, "ssid"), HASH_ENTER);
		if (target && (target->text == NULL || IsEnglish(child)))
			target->text = KeepInSeco(seco, SanctElementText(child));
	}
}

/* Take a place */
static void
TakeSecoPlace(void *importer, xmlNodePtr node)
{
	static const char *const part[] = {"location", "area", NULL};
	SecoReader *seco = importer;
	char	   *id = SanctAttributeText(node, "ssid");
	const char *place[PLACE_TEXTS];

	if (id == NULL || strlen(id) >= SECO_ID_MAX)
		SanctXmlError(&seco->xml, seco->xml.line, "The place has no ssid.");
	place[PLACE_TEXT] = SanctJoinChildren(node, ", ", part);
	place[PLACE_COUNTRY] = SanctChildText(node, "country");
	SanctPutPagedTexts(seco->places, id, place, PLACE_TEXTS);
}

/* Add an address or place of birth, whose place may stand elsewhere */
static void
TakePlaced(void *importer, xmlNodePtr node, const char *kind)
{
	static const char *const part[] = {"c-o", "address-details", "p-o-box", "zip-code", "location", "area", NULL};
	SecoReader *seco = importer;
	char	   *place = SanctAttributeText(node, "place-id");
	const char *placed[PLACED_TEXTS];
	StringInfoData data;

	if (place == NULL)
	{
		SanctAddFact(seco->release, seco->entry, (ListFact) {
			.kind = kind, .value = SanctJoinChildren(node, ", ", part), .country = SanctChildText(node, "country"),
			.note = SanctChildText(node, "remarks")
		});
		return;
	}
	placed[PLACED_KIND] = kind;
	placed[PLACED_AT] = place;
	placed[PLACED_DETAILS] = SanctJoinChildren(node, ", ", part);
	placed[PLACED_NOTE] = SanctChildText(node, "remarks");
	SanctPackTexts(&data, placed, PLACED_TEXTS);
	SanctAddPiece(seco->placed, seco->entry->uid, PIECE_PART, seco->nplaced++, &data);
}

/* A name on its way: what its parts say, in one way of writing */
typedef struct SecoName
{
	StringInfoData whole;
	StringInfoData surname;
	StringInfoData given;
} SecoName;

static void
AppendSecoPart(StringInfo to, const char *text)
{
	appendStringInfo(to, "%s%s", to->len > 0 ? " " : "", text);
}

/* Add a part to a name; a title is none of it */
static void
AddSecoPart(SecoName *name, const char *type, const char *text)
{
	if (type && strcmp(type, "title") == 0)
		return;
	AppendSecoPart(&name->whole, text);
	if (type && (strcmp(type, "family-name") == 0 || strcmp(type, "maiden-name") == 0))
		AppendSecoPart(&name->surname, text);
	else if (type && (strcmp(type, "given-name") == 0 || strcmp(type, "further-given-name") == 0))
		AppendSecoPart(&name->given, text);
}

/* The spelling of a part in a language, or NULL */
static char *
Spelling(xmlNodePtr part, const char *language)
{
	for (xmlNodePtr child = part->children; child; child = child->next)
	{
		char	   *is = SanctIsElement(child, "spelling-variant") ? SanctAttributeText(child, "lang") : NULL;

		if (is && strcmp(is, language) == 0)
			return SanctElementText(child);
	}
	return NULL;
}

/* Add a name as its parts are spelt in a language, NULL: as they stand there */
static void
AddWriting(SecoReader *seco, xmlNodePtr node, const char *kind, bool weak, const char *language)
{
	SecoName	name;
	ListRow    *row;

	initStringInfo(&name.whole);
	initStringInfo(&name.surname);
	initStringInfo(&name.given);
	for (xmlNodePtr part = node->children; part; part = part->next)
	{
		char	   *text = NULL;

		if (!SanctIsElement(part, "name-part"))
			continue;
		text = language ? Spelling(part, language) : NULL;
		if (text == NULL)
			text = SanctChildText(part, "value");
		if (text)
			AddSecoPart(&name, SanctAttributeText(part, "name-part-type"), text);
	}
	row = name.whole.len > 0 ? SanctAddNewName(seco->release, seco->entry, name.whole.data, kind, weak) : NULL;
	if (row == NULL)
		return;
	SanctSetNameColumn(row, NAME_LANGUAGE, language);
	if (language == NULL && name.surname.len > 0 && name.given.len > 0)
	{
		SanctSetNameColumn(row, NAME_SURNAME, name.surname.data);
		SanctSetNameColumn(row, NAME_GIVEN, name.given.data);
	}
}

/* Add a name in all the languages that its parts are spelt in */
static void
TakeSecoName(SecoReader *seco, xmlNodePtr node, bool main)
{
	char	   *type = SanctAttributeText(node, "name-type");
	char	   *quality = SanctAttributeText(node, "quality");
	bool		weak = quality && strcmp(quality, "low") == 0;
	bool		primary = main && type && strcmp(type, "primary-name") == 0;
	const char *kind = primary ? "primary" : type && strcmp(type, "formerly-known-as") == 0 ? "former-name" : "alias";

	AddWriting(seco, node, kind, weak, NULL);
	for (xmlNodePtr part = node->children; part; part = part->next)
		for (xmlNodePtr child = part->children; child; child = child->next)
		{
			char	   *language = SanctIsElement(child, "spelling-variant") ? SanctAttributeText(child, "lang") : NULL;

			if (language)
				AddWriting(seco, node, primary ? "original-script" : kind, weak, language);
		}
}

/* Add a birth date */
static void
TakeDayMonthYear(void *importer, xmlNodePtr node, const char *kind)
{
	SecoReader *seco = importer;
	char	   *year = SanctAttributeText(node, "year");
	char	   *month = SanctAttributeText(node, "month");
	char	   *day = SanctAttributeText(node, "day");
	char	   *to = SanctAttributeText(node, "year-to");
	char	   *quality = SanctAttributeText(node, "quality");
	char		iso[DATE_TEXT_MAX];
	const char *value = year;

	if (year == NULL)
		return;
	if (SanctFormatDate(atoi(year), month ? atoi(month) : 0, month && day ? atoi(day) : 0, iso))
		value = iso;
	if (to)
		value = SanctJoinDates(value, to);
	SanctAddFact(seco->release, seco->entry, (ListFact) {
		.kind = strcmp(seco->entry->type, "person") == 0 ? "birth-date" : "established", .value = value,
		.note = quality && strcmp(quality, "approximate") == 0 ? "circa" : NULL
	});
}

/* Add a nationality */
static void
TakeNationality(void *importer, xmlNodePtr node, const char *kind)
{
	SecoReader *seco = importer;

	SanctAddFact(seco->release, seco->entry, (ListFact) {.kind = kind, .value = SanctChildText(node, "country")});
}

/* Add a document */
static void
TakeSecoDocument(void *importer, xmlNodePtr node, const char *kind)
{
	static const char *const label[][2] = {
		{"date-of-issue", "issued "}, {"expiry-date", "expires "}, {"remark", ""}, {NULL}
	};
	SecoReader *seco = importer;
	char	   *type = SanctAttributeText(node, "document-type");

	SanctAddFact(seco->release, seco->entry, (ListFact) {
		.kind = type && strstr(type, "passport") ? "passport" :
		type && strstr(type, "id-card") ? "national-id" : "other-id",
		.value = SanctChildText(node, "number"), .country = SanctChildText(node, "issuer"),
		.note = SanctLabelChildren(node, "; ", label), .uid = SanctAttributeText(node, "ssid")
	});
}

/* Take an identity: its names and what is known of who has it */
static void
TakeSecoIdentity(void *importer, xmlNodePtr node, const char *kind)
{
	static const XmlField field[] =
	{
		{"day-month-year", TakeDayMonthYear, NULL},
		{"nationality", TakeNationality, "nationality"},
		{"place-of-birth", TakePlaced, "birth-place"},
		{"address", TakePlaced, "address"},
		{"identification-document", TakeSecoDocument, NULL},
		{NULL, NULL, NULL}
	};
	SecoReader *seco = importer;
	char	   *main = SanctAttributeText(node, "main");

	for (xmlNodePtr child = node->children; child; child = child->next)
		if (SanctIsElement(child, "name"))
			TakeSecoName(seco, child, main == NULL || strcmp(main, "true") == 0);
	SanctTakeFields(&seco->xml, node, field);
}

/* Add a link to another target */
static void
TakeRelation(void *importer, xmlNodePtr node, const char *kind)
{
	SecoReader *seco = importer;
	char	   *type = SanctAttributeText(node, "relation-type");
	char	   *remark = SanctChildText(node, "remark");

	SanctAddFact(seco->release, seco->entry, (ListFact) {
		.kind = "linked-to", .uid = SanctAttributeText(node, "target-id"),
		.note = type && remark ? psprintf("%s; %s", type, remark) : type ? type : remark
	});
}

/* Keep what is said in words; a ship's number is a fact */
static void
TakeSecoText(void *importer, xmlNodePtr node, const char *kind)
{
	SecoReader *seco = importer;
	char	   *name = SanctAttributeText(node, "name");
	char	   *text = SanctVerbatimText(node);
	char	   *imo = text ? strstr(text, "IMO ") : NULL;

	imo = imo ? imo + strcspn(imo, "0123456789\n") : NULL;
	if (imo && strspn(imo, "0123456789") == 7)
		SanctAddFact(seco->release, seco->entry, (ListFact) {.kind = "imo", .value = pnstrdup(imo, 7)});
	SanctAppendText(seco->release, &seco->entry->remarks, "\n", text && name ? psprintf("%s: %s", name, text) : text);
}

static const XmlField seco_field[] =
{
	{"identity", TakeSecoIdentity, NULL},
	{"relation", TakeRelation, NULL},
	{"justification", TakeSecoText, NULL},
	{"other-information", TakeSecoText, NULL},
	{"generic-attribute", TakeSecoText, NULL},
	{NULL, NULL, NULL}
};

/* What a target is: the element that has its identities; its type and gender are set */
static xmlNodePtr
FindWho(SecoReader *seco, xmlNodePtr node)
{
	xmlNodePtr	who = SanctFindChild(node, "individual");
	char	   *type;

	seco->entry->type = "person";
	if (who)
		return who;
	seco->entry->type = "organisation";
	who = SanctFindChild(node, "entity");
	if (who)
		return who;
	who = SanctFindChild(node, "object");
	if (who == NULL)
		SanctXmlError(&seco->xml, seco->xml.line, "The target is no individual, entity or object.");
	type = SanctAttributeText(who, "object-type");
	seco->entry->type = type && strcmp(type, "vessel") == 0 ? "vessel" : type && strcmp(type, "aircraft") == 0 ?
		"aircraft" : "other";
	return who;
}

/* Has a target been de-listed, by the newest of its modifications?  Sets the day of its listing, if it is known */
static bool
IsDelisted(xmlNodePtr node, char **listed)
{
	char	   *newest = NULL;
	bool		delisted = false;

	*listed = NULL;
	for (xmlNodePtr child = node->children; child; child = child->next)
	{
		bool		is = SanctIsElement(child, "modification");
		char	   *type = is ? SanctAttributeText(child, "modification-type") : NULL;
		char	   *day = type ? SanctAttributeText(child, "publication-date") : NULL;

		if (type && day == NULL)
			day = SanctAttributeText(child, "enactment-date");
		if (day == NULL)
			continue;
		if (strcmp(type, "listed") == 0 && (*listed == NULL || strcmp(day, *listed) < 0))
			*listed = day;
		if (newest == NULL || strcmp(day, newest) > 0)
		{
			newest = day;
			delisted = strcmp(type, "de-listed") == 0;
		}
	}
	return delisted;
}

/* Add the programs of a target */
static void
AddSecoPrograms(SecoReader *seco, xmlNodePtr node)
{
	SecoTarget *target = FindTarget(seco, SanctAttributeText(node, "sanctions-set-id"), HASH_FIND);

	if (target && target->text)
		SanctAddText(seco->release, &seco->entry->programs, target->text);
	for (xmlNodePtr child = node->children; child; child = child->next)
	{
		if (!SanctIsElement(child, "sanctions-set-id"))
			continue;
		target = FindTarget(seco, SanctElementText(child), HASH_FIND);
		if (target && target->text)
			SanctAddText(seco->release, &seco->entry->programs, target->text);
	}
}

/* Take a target */
static void
TakeTarget(void *importer, xmlNodePtr node)
{
	SecoReader *seco = importer;
	int			line = seco->xml.line;
	char	   *uid = SanctAttributeText(node, "ssid");
	char	   *listed;
	char	   *sex;
	char		iso[DATE_TEXT_MAX];
	xmlNodePtr	who;

	if (uid == NULL)
		SanctXmlError(&seco->xml, line, "The target has no ssid.");
	if (IsDelisted(node, &listed))
		return;
	seco->entry = SanctAddXmlEntry(&seco->xml, seco->release, uid);
	who = FindWho(seco, node);
	SanctTakeFields(&seco->xml, who, seco_field);
	SanctTakeFields(&seco->xml, node, seco_field);
	if (!SanctChoosePrimary(seco->entry))
		SanctXmlError(&seco->xml, line, "Target %s has no name.", uid);
	sex = SanctAttributeText(who, "sex");
	SanctAddFact(seco->release, seco->entry, (ListFact) {.kind = "gender", .value = sex});
	SanctAddFact(seco->release, seco->entry, (ListFact) {
		.kind = "un-reference", .value = SanctChildText(node, "foreign-identifier")
	});
	AddSecoPrograms(seco, node);
	if (listed && SanctReadNumericDate(listed, iso) && SanctIsDay(iso))
		SanctAddListing(seco->release, seco->entry, iso);
	SanctEndEntry(seco->release, seco->entry);
}

/* Add a fact whose place stood elsewhere; complain of a place that is nowhere */
static void
AddPlacedFact(SecoReader *seco, ListEntry *entry, const Piece *piece)
{
	const char *placed[PLACED_TEXTS];
	const char *place[PLACE_TEXTS];
	uint64		at = 0;

	SanctUnpackTexts(&piece->data, placed, PLACED_TEXTS);
	if (!SanctGetPagedTexts(seco->places, placed[PLACED_AT], &at, place, PLACE_TEXTS))
		SanctXmlError(&seco->xml, entry->record.place, "Place %s of target %s is not in the document.",
					  placed[PLACED_AT], entry->uid);
	SanctAddFact(seco->release, entry, (ListFact) {
		.kind = MemoryContextStrdup(seco->release->content, placed[PLACED_KIND]), .country = place[PLACE_COUNTRY],
		.note = placed[PLACED_NOTE],
		.value = placed[PLACED_DETAILS] && place[PLACE_TEXT] ?
		psprintf("%s, %s", placed[PLACED_DETAILS], place[PLACE_TEXT]) :
		placed[PLACED_DETAILS] ? placed[PLACED_DETAILS] : place[PLACE_TEXT]
	});
}

/* Add the facts whose places stood elsewhere, those of a target together */
static void
AddPlaced(void *importer)
{
	SecoReader *seco = importer;
	ListRelease *release = seco->release;
	ListEntry  *entry = NULL;
	Piece		piece;

	SanctSortPieces(seco->placed);
	MemoryContextSwitchTo(release->scratch);
	while (MemoryContextReset(release->scratch), SanctNextPiece(seco->placed, &piece))
	{
		CHECK_FOR_INTERRUPTS();
		if (entry && strcmp(entry->uid, piece.id) != 0)
		{
			SanctEndEntry(release, entry);
			entry = NULL;
		}
		if (entry == NULL)
		{
			entry = SanctFindEntry(release, piece.id);
			SanctReopenEntry(release, entry);
		}
		AddPlacedFact(seco, entry, &piece);
	}
	if (entry)
		SanctEndEntry(release, entry);
	MemoryContextSwitchTo(release->context);
	SanctEndPieces(seco->placed);
	SanctEndPagedTexts(seco->places);
}

static const XmlRule seco_rule[] =
{
	{"swiss-sanctions-list", "sanctions-program", TakeSecoProgram},
	{"swiss-sanctions-list", "target", TakeTarget},
	{"swiss-sanctions-list", "place", TakeSecoPlace},
	{NULL, NULL, NULL}
};

/* Take the date of the release from the root element */
static void
TakeSecoRoot(void *importer, xmlNodePtr root)
{
	SecoReader *seco = importer;

	SanctTakeXmlDay(&seco->xml, seco->release, "date", SanctAttributeText(root, "date"), "2024-03-15");
}

/*
 * Load a release of Switzerland's list: document, published (else taken from the document), max_removed, the document
 * as a large object.  Return the row of sanct_release.
 */
Datum
sanct_import_seco_xml(PG_FUNCTION_ARGS)
{
	SecoReader *seco = palloc0(sizeof(SecoReader));
	HASHCTL		control = {.keysize = SECO_ID_MAX, .entrysize = sizeof(SecoTarget), .hcxt = CurrentMemoryContext};

	seco->release = SanctStartListed("ch-seco");
	seco->targets = hash_create("ids of a document", 4096, &control, HASH_ELEM | HASH_STRINGS | HASH_CONTEXT);
	seco->placed = SanctBeginPieces();
	seco->places = SanctStartPagedTexts();
	seco->xml.source = SanctOpenDocument(seco->release, fcinfo, "Swiss document");
	seco->xml.format = "seco_xml";
	seco->xml.begin = TakeSecoRoot;
	seco->xml.rules = seco_rule;
	seco->xml.end = AddPlaced;
	SanctReadXmlRelease(&seco->xml, seco->release, seco);
	return SanctPublishRelease(fcinfo, seco->release);
}
