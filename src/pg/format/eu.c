/* What the formats of the European Union's list have in common */
#include "postgres.h"

#include "pg/format/eu.h"

#include "lib/stringinfo.h"
#include "nodes/pg_list.h"

#include <ctype.h>

#include "pg/list/dates.h"
#include "pg/list/entry.h"
#include "pg/list/fact.h"
#include "pg/list/several_names.h"

const EuPlace SanctEuPlaces[EU_VALUES] =
{
	[EU_NAME_WHOLE] = {"wholeName", "NameAlias_WholeName|Naal_wholename"},
	[EU_NAME_LAST] = {"lastName", "NameAlias_LastName|Naal_lastname"},
	[EU_NAME_FIRST] = {"firstName", "NameAlias_FirstName|Naal_firstname"},
	[EU_NAME_MIDDLE] = {"middleName", "NameAlias_MiddleName|Naal_middlename"},
	[EU_NAME_LANGUAGE] = {"nameLanguage", "NameAlias_NameLanguage|Naal_language"},
	[EU_NAME_GENDER] = {"gender", "NameAlias_Gender|Naal_gender"},
	[EU_NAME_TITLE] = {"title", "NameAlias_Title|Naal_title"},
	[EU_NAME_FUNCTION] = {"function", "NameAlias_Function|Naal_function"},
	[EU_NAME_STRONG] = {"strong", NULL},
	[EU_NAME_REMARK] = {"remark", "NameAlias_Remark"},
	[EU_NAME_UID] = {"logicalId", "NameAlias_LogicalId|Naal_logical_id"},

	[EU_ADDRESS_NUMBER] = {NULL, "Addr_number"},
	[EU_ADDRESS_STREET] = {"street", "Address_Street|Addr_street"},
	[EU_ADDRESS_BOX] = {"poBox", "Address_PoBox"},
	[EU_ADDRESS_ZIP] = {"zipCode", "Address_ZipCode|Addr_zipcode"},
	[EU_ADDRESS_CITY] = {"city", "Address_City|Addr_city"},
	[EU_ADDRESS_REGION] = {"region", "Address_Region"},
	[EU_ADDRESS_PLACE] = {"place", "Address_Place"},
	[EU_ADDRESS_COUNTRY] = {"countryDescription", "Address_CountryDescription|Addr_country"},
	[EU_ADDRESS_REMARK] = {"remark", "Address_Remark|Addr_other"},
	[EU_ADDRESS_UID] = {"logicalId", "Address_LogicalId|Addr_logical_id"},

	[EU_BIRTH_DATE] = {"birthdate", "BirthDate_BirthDate|Birt_date"},
	[EU_BIRTH_DAY] = {"dayOfMonth", "BirthDate_Day"},
	[EU_BIRTH_MONTH] = {"monthOfYear", "BirthDate_Month"},
	[EU_BIRTH_YEAR] = {"year", "BirthDate_Year"},
	[EU_BIRTH_FROM] = {"yearRangeFrom", "BirthDate_YearRangeFrom"},
	[EU_BIRTH_TO] = {"yearRangeTo", "BirthDate_YearRangeTo"},
	[EU_BIRTH_CIRCA] = {"circa", "BirthDate_Circa"},
	[EU_BIRTH_CALENDAR] = {"calendarType", "BirthDate_CalendarType"},
	[EU_BIRTH_ZIP] = {"zipCode", "BirthDate_ZipCode"},
	[EU_BIRTH_CITY] = {"city", "BirthDate_City"},
	[EU_BIRTH_REGION] = {"region", "BirthDate_Region"},
	[EU_BIRTH_PLACE] = {"place", "BirthDate_Place|Birt_place"},
	[EU_BIRTH_COUNTRY] = {"countryDescription", "BirthDate_CountryDescription|Birt_country"},
	[EU_BIRTH_REMARK] = {"remark", "BirthDate_Remark"},
	[EU_BIRTH_UID] = {"logicalId", "BirthDate_LogicalId|Birt_logical_id"},

	[EU_ID_NUMBER] = {"number", "Identification_Number|Iden_number"},
	[EU_ID_LATIN] = {"latinNumber", "Identification_LatinNumber"},
	[EU_ID_TYPE] = {"identificationTypeCode", "Identification_TypeCode"},
	[EU_ID_DESCRIPTION] = {"identificationTypeDescription", "Identification_TypeDescription"},
	[EU_ID_DIPLOMATIC] = {"diplomatic", "Identification_Diplomatic"},
	[EU_ID_EXPIRED] = {"knownExpired", "Identification_KnownExpired"},
	[EU_ID_FALSE] = {"knownFalse", "Identification_KnownFalse"},
	[EU_ID_LOST] = {"reportedLost", "Identification_ReportedLost"},
	[EU_ID_REVOKED] = {"revokedByIssuer", "Identification_RevokedByIssuer"},
	[EU_ID_ISSUER] = {"issuedBy", "Identification_IssuedBy"},
	[EU_ID_ISSUED] = {"issueDate", "Identification_IssuedDate"},
	[EU_ID_FROM] = {"validFrom", "Identification_ValidFrom"},
	[EU_ID_TO] = {"validTo", "Identification_ValidTo"},
	[EU_ID_NAME] = {"nameOnDocument", "Identification_NameOnDocument"},
	[EU_ID_REGION] = {"region", "Identification_Region"},
	[EU_ID_COUNTRY] = {"countryDescription", "Identification_CountryDescription|Iden_country"},
	[EU_ID_REMARK] = {"remark", "Identification_Remark"},
	[EU_ID_UID] = {"logicalId", "Identification_LogicalId|Iden_logical_id"},

	[EU_CITIZENSHIP_COUNTRY] = {"countryDescription", "Citizenship_CountryDescription|Citi_country"},
	[EU_CITIZENSHIP_REGION] = {"region", "Citizenship_Region"},
	[EU_CITIZENSHIP_REMARK] = {"remark", "Citizenship_Remark"},
	[EU_CITIZENSHIP_UID] = {"logicalId", "Citizenship_LogicalId|Citi_logical_id"},
};

/* The kinds of document by the code or, in the older CSV format, by what it begins with */
static const struct
{
	const char *code;
	const char *kind;
}			eu_document[] =
{
	{"passport", "passport"},
	{"id", "national-id"},
	{"ssn", "national-id"},
	{"imo", "imo"},
	{"swiftbic", "bic"},
	{"regnumber", "registration"},
	{"fiscalcode", "tax-id"},
	{"tax", "tax-id"},
	{"travel", "other-id"},
	{"licence", "licence"},
	{"license", "licence"},
};

/* An empty release of the EU's list */
ListRelease *
SanctStartEuRelease(void)
{
	return SanctStartListed("eu-fsf");
}

/* The type of an entry by its code, or NULL */
const char *
SanctEuType(const char *type)
{
	if (type && (strcmp(type, "person") == 0 || strcmp(type, "P") == 0))
		return "person";
	if (type && (strcmp(type, "enterprise") == 0 || strcmp(type, "E") == 0))
		return "organisation";
	return NULL;
}

/* True if a flag is set */
static bool
IsSet(const char *flag)
{
	return flag && pg_strcasecmp(flag, "true") == 0;
}

/* A country, or NULL if the list has "UNKNOWN" in its place */
static const char *
Country(const char *country)
{
	return country && strcmp(country, "UNKNOWN") != 0 && strcmp(country, "00") != 0 ? country : NULL;
}

/* Add a text behind a label to others, if there is one; "-" stands for none */
static void
AppendLabelled(StringInfo joined, const char *separator, const char *label, const char *text)
{
	if (text && strcmp(text, "-") != 0)
		appendStringInfo(joined, "%s%s%s", joined->len > 0 ? separator : "", label, text);
}

/* The texts that have been joined, or NULL */
static char *
Joined(StringInfo joined)
{
	return joined->len > 0 ? joined->data : NULL;
}

/* Add a name; the list marks none as the primary one, see SanctChooseEuPrimary */
static void
AddEuName(ListRelease *release, ListEntry *entry, char *const *value)
{
	const char *remark = value[EU_NAME_REMARK];
	bool		weak = value[EU_NAME_STRONG] && !IsSet(value[EU_NAME_STRONG]);
	char	   *gender = value[EU_NAME_GENDER];
	char	   *whole = value[EU_NAME_WHOLE];
	StringInfoData given;
	int			before = list_length(entry->names);

	initStringInfo(&given);
	AppendLabelled(&given, " ", "", value[EU_NAME_FIRST]);
	AppendLabelled(&given, " ", "", value[EU_NAME_MIDDLE]);
	if (whole == NULL)
	{
		StringInfoData name;

		initStringInfo(&name);
		AppendLabelled(&name, " ", "", Joined(&given));
		AppendLabelled(&name, " ", "", value[EU_NAME_LAST]);
		whole = Joined(&name);
	}
	if (remark && (strstr(remark, "ow quality") || strstr(remark, "OW QUALITY")))
		weak = true;
	if (whole)
		SanctAddSeveralNames(release, entry, whole, "alias", weak, remark);
	for (int i = before; i < list_length(entry->names); i++)
	{
		ListRow    *row = list_nth(entry->names, i);

		SanctSetNameColumn(row, NAME_LANGUAGE, value[EU_NAME_LANGUAGE]);
		SanctSetNameColumn(row, NAME_UID, value[EU_NAME_UID]);
		if (i == before && value[EU_NAME_LAST] && given.len > 0)
		{
			SanctSetNameColumn(row, NAME_SURNAME, value[EU_NAME_LAST]);
			SanctSetNameColumn(row, NAME_GIVEN, given.data);
		}
	}

	SanctAppendText(release, &entry->title, "; ", value[EU_NAME_TITLE]);
	SanctAppendText(release, &entry->title, "; ", value[EU_NAME_FUNCTION]);
	if (gender && (gender[0] == 'M' || gender[0] == 'F'))
		SanctAddFact(release, entry, (ListFact) {.kind = "gender", .value = gender[0] == 'M' ? "male" : "female"});
}

/* Add an address if there is more to it than empty columns */
static void
AddAddress(ListRelease *release, ListEntry *entry, char *const *value)
{
	StringInfoData address;

	initStringInfo(&address);
	AppendLabelled(&address, ", ", "", value[EU_ADDRESS_STREET]);
	AppendLabelled(&address, " ", "", value[EU_ADDRESS_NUMBER]);
	AppendLabelled(&address, ", ", "P.O. Box ", value[EU_ADDRESS_BOX]);
	AppendLabelled(&address, ", ", "", value[EU_ADDRESS_ZIP]);
	AppendLabelled(&address, value[EU_ADDRESS_ZIP] ? " " : ", ", "", value[EU_ADDRESS_CITY]);
	AppendLabelled(&address, ", ", "", value[EU_ADDRESS_PLACE]);
	AppendLabelled(&address, ", ", "", value[EU_ADDRESS_REGION]);
	SanctAddFact(release, entry, (ListFact) {
		.kind = "address", .value = Joined(&address), .country = Country(value[EU_ADDRESS_COUNTRY]),
		.note = value[EU_ADDRESS_REMARK], .uid = value[EU_ADDRESS_UID]
	});
}

/* A date of birth as exactly as it is known, in iso or as the list has it; NULL if it is not */
static const char *
BirthDate(char *const *value, char *iso)
{
	char	   *year = value[EU_BIRTH_YEAR];
	char	   *month = value[EU_BIRTH_MONTH];
	char	   *day = value[EU_BIRTH_DAY];

	if (value[EU_BIRTH_DATE])
		return SanctReadNumericDate(value[EU_BIRTH_DATE], iso) ? iso : value[EU_BIRTH_DATE];
	if (year && SanctFormatDate(atoi(year), month ? atoi(month) : 0, month && day ? atoi(day) : 0, iso))
		return iso;
	if (value[EU_BIRTH_FROM] && value[EU_BIRTH_TO])
		return SanctJoinDates(value[EU_BIRTH_FROM], value[EU_BIRTH_TO]);
	return value[EU_BIRTH_FROM] ? value[EU_BIRTH_FROM] : value[EU_BIRTH_TO];
}

/* Add a date and a place of birth */
static void
AddBirth(ListRelease *release, ListEntry *entry, char *const *value)
{
	char		iso[DATE_TEXT_MAX];
	const char *date = BirthDate(value, iso);
	const char *calendar = value[EU_BIRTH_CALENDAR];
	const char *country = Country(value[EU_BIRTH_COUNTRY]);
	StringInfoData note;
	StringInfoData place;

	initStringInfo(&note);
	if (IsSet(value[EU_BIRTH_CIRCA]))
		AppendLabelled(&note, "; ", "", "circa");
	if (calendar && strcmp(calendar, "GREGORIAN") != 0)
		AppendLabelled(&note, "; ", "calendar ", calendar);
	AppendLabelled(&note, "; ", "", value[EU_BIRTH_REMARK]);
	if (date)
		SanctAddFact(release, entry, (ListFact) {
			.kind = "birth-date", .value = date, .note = Joined(&note), .uid = value[EU_BIRTH_UID]
		});

	initStringInfo(&place);
	AppendLabelled(&place, ", ", "", value[EU_BIRTH_ZIP]);
	AppendLabelled(&place, value[EU_BIRTH_ZIP] ? " " : ", ", "", value[EU_BIRTH_CITY]);
	AppendLabelled(&place, ", ", "", value[EU_BIRTH_PLACE]);
	AppendLabelled(&place, ", ", "", value[EU_BIRTH_REGION]);
	if (place.len > 0 || country)
		SanctAddFact(release, entry, (ListFact) {
			.kind = "birth-place", .value = Joined(&place), .country = country,
			.note = date ? NULL : Joined(&note), .uid = value[EU_BIRTH_UID]
		});
}

/*
 * Add a document.  The older CSV format has "AD001095 (passport-National passport) (remark)" in
 * one column.
 */
static void
AddDocument(ListRelease *release, ListEntry *entry, char *const *value)
{
	char	   *number = value[EU_ID_NUMBER] ? pstrdup(value[EU_ID_NUMBER]) : value[EU_ID_LATIN];
	const char *type = value[EU_ID_TYPE];
	const char *kind = "other-id";
	char	   *rest = number && !type ? strstr(number, " (") : NULL;
	StringInfoData note;

	if (number == NULL)
		return;
	initStringInfo(&note);
	if (rest)
	{
		*rest = '\0';
		rest += 2;
		type = rest;
		rest[strlen(rest) - 1] = '\0';
		AppendLabelled(&note, "; ", "", rest);
	}
	AppendLabelled(&note, "; ", "", value[EU_ID_DESCRIPTION]);
	if (number != value[EU_ID_LATIN])
		AppendLabelled(&note, "; ", "Latin: ", value[EU_ID_LATIN]);
	for (EuValue flag = EU_ID_DIPLOMATIC; flag <= EU_ID_REVOKED; flag++)
	{
		static const char *const word[] = {"diplomatic", "known to be expired",
		"known to be false", "reported lost", "revoked by the issuer"};

		if (IsSet(value[flag]))
			AppendLabelled(&note, "; ", "", word[flag - EU_ID_DIPLOMATIC]);
	}
	AppendLabelled(&note, "; ", "issued by ", value[EU_ID_ISSUER]);
	AppendLabelled(&note, "; ", "issued ", value[EU_ID_ISSUED]);
	AppendLabelled(&note, "; ", "valid from ", value[EU_ID_FROM]);
	AppendLabelled(&note, "; ", "valid to ", value[EU_ID_TO]);
	AppendLabelled(&note, "; ", "in the name of ", value[EU_ID_NAME]);
	AppendLabelled(&note, "; ", "", value[EU_ID_REGION]);
	AppendLabelled(&note, "; ", "", value[EU_ID_REMARK]);

	for (int i = 0; type && i < lengthof(eu_document); i++)
	{
		size_t		length = strlen(eu_document[i].code);

		if (pg_strncasecmp(type, eu_document[i].code, length) == 0 && !isalnum((unsigned char) type[length]))
			kind = eu_document[i].kind;
	}
	SanctAddFact(release, entry, (ListFact) {
		.kind = kind, .value = number, .country = Country(value[EU_ID_COUNTRY]), .note = Joined(&note),
		.uid = value[EU_ID_UID]
	});
}

/* Add a citizenship, which the other lists call nationality */
static void
AddCitizenship(ListRelease *release, ListEntry *entry, char *const *value)
{
	const char *country = Country(value[EU_CITIZENSHIP_COUNTRY]);
	StringInfoData note;

	if (country == NULL)
		return;
	initStringInfo(&note);
	AppendLabelled(&note, "; ", "", value[EU_CITIZENSHIP_REGION]);
	AppendLabelled(&note, "; ", "", value[EU_CITIZENSHIP_REMARK]);
	SanctAddFact(release, entry, (ListFact) {
		.kind = "nationality", .value = country, .note = Joined(&note), .uid = value[EU_CITIZENSHIP_UID]
	});
}

/*
 * Add all that is among the values, which are NULL where there is none: a name, an address, a
 * birth, a document, a citizenship.  They are squeezed texts in UTF-8.
 */
void
SanctAddEuValues(ListRelease *release, ListEntry *entry, char *const *value)
{
	AddEuName(release, entry, value);
	AddAddress(release, entry, value);
	AddBirth(release, entry, value);
	AddDocument(release, entry, value);
	AddCitizenship(release, entry, value);
}

/* How well a name serves as the primary one, the less the better: Latin letters, English or none said, strong */
static int
EuNameRank(const ListRow *row)
{
	const char *script = row->column[NAME_SCRIPT];
	const char *language = row->column[NAME_LANGUAGE];
	bool		english = language == NULL || pg_strcasecmp(language, "EN") == 0;

	return (script && strcmp(script, "Latn") == 0 ? 0 : 4) + (english ? 0 : 2) +
		(strcmp(row->column[NAME_WEAK], "true") == 0 ? 1 : 0);
}

/* The publisher's number of a name, which tells the order in which names came; the last of all if it has none */
static int64
EuNameNumber(const ListRow *row)
{
	return row->column[NAME_UID] ? strtoll(row->column[NAME_UID], NULL, 10) : PG_INT64_MAX;
}

/* See eu.h */
bool
SanctChooseEuPrimary(ListEntry *entry)
{
	ListRow    *best = NULL;
	ListCell   *cell;

	foreach(cell, entry->names)
	{
		ListRow    *row = lfirst(cell);
		int			worse = best ? EuNameRank(row) - EuNameRank(best) : -1;

		if (worse < 0 || (worse == 0 && EuNameNumber(row) < EuNameNumber(best)))
			best = row;
	}
	if (best)
		best->column[NAME_KIND] = "primary";
	return SanctChoosePrimary(entry);
}

/* Add a regulation that the listing rests on; all may be NULL */
void
SanctAddEuRegulation(ListRelease *release, ListEntry *entry, EuRegulation regulation)
{
	StringInfoData note;

	initStringInfo(&note);
	AppendLabelled(&note, "; ", "published ", regulation.published);
	AppendLabelled(&note, "; ", "in force ", regulation.in_force);
	if (regulation.title)
		SanctAddFact(release, entry, (ListFact) {
			.kind = "legal-basis", .value = regulation.title, .note = Joined(&note)
		});
	if (regulation.programme)
		SanctAddText(release, &entry->programs, regulation.programme);
	if (regulation.organisation)
		SanctAddFact(release, entry, (ListFact) {.kind = "authority", .value = regulation.organisation});
}
