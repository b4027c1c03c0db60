/* What lines in the model FollowTheMoney say of an entry */
#include "postgres.h"

#include "pg/format/ftm_facts.h"

#include "utils/formatting.h"

#include "pg/format/opensanctions.h"
#include "pg/list/dates.h"
#include "pg/list/entry.h"
#include "pg/list/fact.h"
#include "pg/list/json_lines.h"

/* What becomes of a property */
typedef enum FtmUse
{
	USE_FACT, USE_COUNTRY, USE_NAME, USE_WEAK_NAME, USE_TITLE, USE_REMARK, USE_PROGRAM, USE_NUMBER
} FtmUse;

typedef struct FtmUsed
{
	const char *property;
	FtmUse		use;
	const char *kind;			/* of the fact or name */
} FtmUsed;

/* The properties of things; kinds of vessels are those of other vehicles, too, see SanctFtmKind() */
static const FtmUsed thing_property[] = {
	{"name", USE_NAME, "alias"},
	{"alias", USE_NAME, "alias"},
	{"previousName", USE_NAME, "former-name"},
	{"weakAlias", USE_WEAK_NAME, "alias"},
	{"abbreviation", USE_WEAK_NAME, "alias"},
	{"title", USE_TITLE, NULL},
	{"position", USE_TITLE, NULL},
	{"description", USE_REMARK, NULL},
	{"notes", USE_REMARK, NULL},
	{"summary", USE_REMARK, NULL},
	{"program", USE_PROGRAM, NULL},
	{"programId", USE_PROGRAM, NULL},
	{"topics", USE_FACT, "topic"},
	{"keywords", USE_FACT, "keyword"},
	{"country", USE_FACT, "country"},
	{"mainCountry", USE_FACT, "country"},
	{"jurisdiction", USE_FACT, "registration-country"},
	{"address", USE_FACT, "address"},
	{"wikidataId", USE_FACT, "reference"},
	{"birthDate", USE_FACT, "birth-date"},
	{"birthPlace", USE_FACT, "birth-place"},
	{"birthCountry", USE_COUNTRY, "birth-place"},
	{"deathDate", USE_FACT, "death-date"},
	{"nationality", USE_FACT, "nationality"},
	{"citizenship", USE_FACT, "citizenship"},
	{"gender", USE_FACT, "gender"},
	{"appearance", USE_FACT, "appearance"},
	{"eyeColor", USE_FACT, "eye-colour"},
	{"hairColor", USE_FACT, "hair-colour"},
	{"height", USE_FACT, "height"},
	{"weight", USE_FACT, "weight"},
	{"education", USE_FACT, "education"},
	{"ethnicity", USE_FACT, "ethnicity"},
	{"religion", USE_FACT, "religion"},
	{"political", USE_FACT, "political-association"},
	{"profession", USE_FACT, "profession"},
	{"spokenLanguage", USE_FACT, "language"},
	{"fatherName", USE_FACT, "father-name"},
	{"motherName", USE_FACT, "mother-name"},
	{"passportNumber", USE_FACT, "passport"},
	{"socialSecurityNumber", USE_FACT, "national-id"},
	{"idNumber", USE_NUMBER, NULL},
	{"accountId", USE_NUMBER, NULL},
	{"taxNumber", USE_FACT, "tax-id"},
	{"innCode", USE_FACT, "tax-id"},
	{"vatCode", USE_FACT, "tax-id"},
	{"irsCode", USE_FACT, "tax-id"},
	{"voenCode", USE_FACT, "tax-id"},
	{"giiNumber", USE_FACT, "tax-id"},
	{"registrationNumber", USE_FACT, "registration"},
	{"ogrnCode", USE_FACT, "registration"},
	{"okpoCode", USE_FACT, "registration"},
	{"uscCode", USE_FACT, "registration"},
	{"uniqueEntityId", USE_FACT, "registration"},
	{"cageCode", USE_FACT, "registration"},
	{"cikCode", USE_FACT, "registration"},
	{"jibCode", USE_FACT, "registration"},
	{"mbsCode", USE_FACT, "registration"},
	{"pfrNumber", USE_FACT, "registration"},
	{"fssCode", USE_FACT, "registration"},
	{"crsNumber", USE_FACT, "registration"},
	{"licenseNumber", USE_FACT, "licence"},
	{"npiCode", USE_FACT, "licence"},
	{"leiCode", USE_FACT, "lei"},
	{"swiftBic", USE_FACT, "bic"},
	{"bikCode", USE_FACT, "bik"},
	{"dunsCode", USE_FACT, "duns"},
	{"isinCode", USE_FACT, "isin"},
	{"isin", USE_FACT, "isin"},
	{"ticker", USE_FACT, "ticker"},
	{"ricCode", USE_FACT, "ticker"},
	{"accountNumber", USE_FACT, "bank-account"},
	{"iban", USE_FACT, "bank-account"},
	{"email", USE_FACT, "email"},
	{"phone", USE_FACT, "phone"},
	{"website", USE_FACT, "website"},
	{"classification", USE_FACT, "organisation-type"},
	{"legalForm", USE_FACT, "organisation-type"},
	{"sector", USE_FACT, "sector"},
	{"status", USE_FACT, "status"},
	{"incorporationDate", USE_FACT, "established"},
	{"dissolutionDate", USE_FACT, "dissolved"},
	{"imoNumber", USE_FACT, "imo"},
	{"mmsi", USE_FACT, "mmsi"},
	{"callSign", USE_FACT, "call-sign"},
	{"flag", USE_FACT, "flag"},
	{"pastFlags", USE_FACT, "former-flag"},
	{"type", USE_FACT, "vessel-type"},
	{"pastTypes", USE_FACT, "former-vessel-type"},
	{"model", USE_FACT, "vessel-model"},
	{"buildDate", USE_FACT, "vessel-built"},
	{"registrationPort", USE_FACT, "port"},
	{"tonnage", USE_FACT, "tonnage"},
	{"deadweightTonnage", USE_FACT, "tonnage"},
	{"grossRegisteredTonnage", USE_FACT, "gross-tonnage"},
	{"serialNumber", USE_FACT, "aircraft-serial"},
	{"icaoCode", USE_FACT, "aircraft-model"},
	{"manufacturer", USE_FACT, "aircraft-manufacturer"},
};

const FtmReference SanctFtmReferences[] = {
	{"addressEntity", "address"},
	{"parent", "owned-by"},
	{"owner", "vessel-owner"},
	{"operator", "vessel-operator"},
	{"issuer", "issuer"},
};

const int	SanctFtmReferenceCount = lengthof(SanctFtmReferences);

/* See ftm_facts.h */
const char *
SanctFtmKind(const char *kind, const char *type)
{
	static const char *const said[][3] = {
		{"registration", "aircraft-tail", "registration"},
		{"vessel-type", "aircraft-type", "vehicle-type"},
		{"vessel-model", "aircraft-model", "vehicle-model"},
		{"vessel-built", "aircraft-built", "vehicle-built"},
		{"vessel-owner", "aircraft-owner", "vehicle-owner"},
		{"vessel-operator", "aircraft-operator", "vehicle-operator"},
	};
	bool		aircraft = strcmp(type, "aircraft") == 0;

	for (int i = 0; i < lengthof(said); i++)
		if (strcmp(said[i][0], kind) == 0 && (aircraft || strcmp(type, "other") == 0))
			return said[i][aircraft ? 1 : 2];
	return kind;
}

/* Add a value of a property */
static void
AddPropertyValue(ListRelease *release, ListEntry *entry, const FtmUsed *used, const char *value)
{
	switch (used->use)
	{
		case USE_NAME:
		case USE_WEAK_NAME:
			(void) SanctAddNewName(release, entry, value, used->kind, used->use == USE_WEAK_NAME);
			break;
		case USE_TITLE:
			SanctAppendText(release, &entry->title, "; ", value);
			break;
		case USE_REMARK:
			SanctAppendText(release, &entry->remarks, "; ", value);
			break;
		case USE_PROGRAM:
			SanctAddText(release, &entry->programs, value);
			break;
		case USE_COUNTRY:
			SanctAddFact(release, entry, (ListFact) {.kind = used->kind, .country = value});
			break;
		case USE_NUMBER:
			SanctAddFact(release, entry, (ListFact) {.kind = SanctIdentifierKind(entry, value), .value = value});
			break;
		case USE_FACT:
			SanctAddFact(release, entry, (ListFact) {.kind = SanctFtmKind(used->kind, entry->type), .value = value});
			break;
	}
}

/* Mark surname and given name in the primary name, where the line has one of each and it is made of them */
static void
MarkFtmParts(const FtmLine *line, ListRow *row, const char *name)
{
	List	   *surnames = SanctJsonValues(line->record->inner, "lastName");
	List	   *given = SanctJsonValues(line->record->inner, "firstName");

	if (list_length(surnames) != 1 || list_length(given) != 1 || strstr(name, linitial(surnames)) == NULL ||
		strstr(name, linitial(given)) == NULL)
		return;
	SanctSetNameColumn(row, NAME_SURNAME, linitial(surnames));
	SanctSetNameColumn(row, NAME_GIVEN, linitial(given));
}

/* See ftm_facts.h */
void
SanctAddFtmThing(const FtmModel *model, ListRelease *release, ListEntry *entry, const FtmLine *line)
{
	const char *name = line->caption ? line->caption : SanctFtmText(line, "name");
	ListCell   *cell;

	if (name == NULL)
		name = line->id;
	MarkFtmParts(line, SanctAddName(release, entry, name, "primary", false, NULL), name);
	for (int i = 0; i < lengthof(thing_property); i++)
	{
		JsonField  *property = SanctFindJsonField(line->record->inner, thing_property[i].property);

		if (property == NULL || !SanctIsFtmProperty(model, line, property->name))
			continue;
		foreach(cell, property->values)
			AddPropertyValue(release, entry, &thing_property[i], lfirst(cell));
	}
	(void) SanctChoosePrimary(entry);
	foreach(cell, SanctJsonValues(line->record->fields, "datasets"))
		SanctAddFact(release, entry, (ListFact) {.kind = "dataset", .value = lfirst(cell)});
	if (entry->type && strcmp(entry->type, "other") == 0)
		SanctAddFact(release, entry, (ListFact) {.kind = "schema", .value = line->schema_name});
}

/* The kind of a document by what a list calls it */
static const char *
DocumentKindOf(const ListEntry *entry, const char *schema, const char *type, const char *number)
{
	static const char *const called[][2] = {
		{"passport", "passport"}, {"tax", "tax-id"}, {"inn", "tax-id"}, {"vat", "tax-id"}, {"fiscal", "tax-id"},
		{"regist", "registration"}, {"ogrn", "registration"}, {"licen", "licence"}, {"imo", "imo"}, {"swift", "bic"},
		{"national", "national-id"}, {"identi", "national-id"}, {"id card", "national-id"}, {"personal", "national-id"},
		{"social", "national-id"}, {"birth", "national-id"},
	};
	char	   *lower = type ? asc_tolower(type, strlen(type)) : NULL;

	if (strcmp(schema, "Passport") == 0)
		return "passport";
	for (int i = 0; lower && i < lengthof(called); i++)
	{
		const char *at = strstr(lower, called[i][0]);

		if (at && (at == lower || at[-1] == ' ' || at[-1] == '-' || at[-1] == '(' || at[-1] == '/'))
			return called[i][1];
	}
	return SanctIdentifierKind(entry, number);
}

/* Append what a property says, after some words */
static void
AppendSaid(StringInfo note, const FtmLine *line, const char *property, const char *words)
{
	char	   *said = SanctFtmJoined(line, property, ", ");

	if (said && (note->len == 0 || strstr(note->data, said) == NULL))
		appendStringInfo(note, "%s%s%s", note->len > 0 ? "; " : "", words, said);
}

/* See ftm_facts.h */
char *
SanctFtmNote(const FtmLine *line)
{
	static const char *const said[][2] = {
		{"role", ""}, {"relationship", ""}, {"type", ""}, {"ownershipType", ""}, {"percentage", "share "},
		{"sharesCount", "shares "}, {"status", ""}, {"authority", ""}, {"date", "on "},
		{"startDate", "from "}, {"endDate", "until "},
		{"description", ""}, {"summary", ""}
	};
	bool		sanction = strcmp(line->schema_name, "Sanction") == 0;
	StringInfoData note;

	initStringInfo(&note);
	for (int i = 0; i < lengthof(said); i++)
		if (!sanction || strcmp(said[i][0], "authority") != 0)
			AppendSaid(&note, line, said[i][0], said[i][1]);
	return note.len > 0 ? note.data : NULL;
}

/* Add the numbers of a passport or another document, and what it says of who has it */
static void
AddFtmDocument(ListRelease *release, ListEntry *entry, const FtmLine *line)
{
	static const char *const number[] = {"number", "passportNumber", "personalNumber"};
	static const FtmReference said[] = {
		{"birthDate", "birth-date"}, {"birthPlace", "birth-place"}, {"gender", "gender"}
	};
	char	   *type = SanctFtmJoined(line, "type", ", ");
	ListCell   *cell;

	for (int i = 0; i < lengthof(number); i++)
		foreach(cell, SanctJsonValues(line->record->inner, number[i]))
			SanctAddFact(release, entry, (ListFact) {
				.kind = i == 2 ? "national-id" : DocumentKindOf(entry, line->schema_name, type, lfirst(cell)),
				.value = lfirst(cell), .country = SanctFtmText(line, "country"), .note = SanctFtmNote(line)
			});
	for (int i = 0; i < lengthof(said); i++)
		foreach(cell, SanctJsonValues(line->record->inner, said[i].property))
			SanctAddFact(release, entry, (ListFact) {.kind = said[i].kind, .value = lfirst(cell)});
}

/* Add what a sanction says: since when, by whom, for what */
static void
AddSanction(ListRelease *release, ListEntry *entry, const FtmLine *line)
{
	static const FtmReference said[] = {
		{"provisions", "measure"}, {"authorityId", "reference"}, {"unscId", "un-reference"}
	};
	static const char *const program[] = {"program", "programId"};
	ListCell   *cell;

	for (int i = 0; i < lengthof(program); i++)
		foreach(cell, SanctJsonValues(line->record->inner, program[i]))
			SanctAddText(release, &entry->programs, lfirst(cell));
	foreach(cell, SanctJsonValues(line->record->inner, "reason"))
		SanctAppendText(release, &entry->remarks, "; ", lfirst(cell));
	foreach(cell, SanctJsonValues(line->record->inner, "listingDate"))
	{
		if (SanctIsDay(lfirst(cell)))
			SanctAddListing(release, entry, lfirst(cell));
		else
			SanctAddFact(release, entry, (ListFact) {.kind = "listed-on", .value = lfirst(cell)});
	}
	for (int i = 0; i < lengthof(said); i++)
		foreach(cell, SanctJsonValues(line->record->inner, said[i].property))
			SanctAddFact(release, entry, (ListFact) {.kind = said[i].kind, .value = lfirst(cell)});
	SanctAddFact(release, entry, (ListFact) {
		.kind = "authority", .value = SanctFtmJoined(line, "authority", ", "), .country = SanctFtmText(line, "country"),
		.note = SanctFtmNote(line)
	});
}

/* See ftm_facts.h */
void
SanctAddFtmPart(ListRelease *release, ListEntry *entry, const FtmLine *line)
{
	ListCell   *cell;

	if (strcmp(line->schema_name, "Sanction") == 0)
		AddSanction(release, entry, line);
	else if (strcmp(line->schema_name, "Risk") == 0)
		SanctAddFact(release, entry, (ListFact) {
			.kind = "risk", .value = SanctFtmJoined(line, "topics", ", "), .country = SanctFtmText(line, "country"),
			.note = SanctFtmJoined(line, "reason", " ")
		});
	else if (strcmp(line->schema_name, "CryptoWallet") == 0)
		foreach(cell, SanctJsonValues(line->record->inner, "publicKey"))
			SanctAddFact(release, entry, (ListFact) {
				.kind = "crypto-address", .value = lfirst(cell), .note = SanctFtmText(line, "currencySymbol")
			});
	else
		AddFtmDocument(release, entry, line);
}

/* See ftm_facts.h */
char *
SanctFtmAddress(const FtmLine *line)
{
	static const char *const part[] = {"remarks", "street", "street2", "postOfficeBox", "city", "postalCode", "region",
	"state"};
	char	   *full = SanctFtmJoined(line, "full", "; ");
	StringInfoData address;

	if (full)
		return full;
	initStringInfo(&address);
	for (int i = 0; i < lengthof(part); i++)
	{
		char	   *text = SanctFtmText(line, part[i]);

		if (text)
			appendStringInfo(&address, "%s%s", address.len > 0 ? ", " : "", text);
	}
	return address.len > 0 ? address.data : line->caption;
}
