/*
 * The facts in OFAC's remarks
 *
 * OFAC's CSV files carry weak aliases, birth dates, passports and whatever else is known of an
 * entry in one column of prose: "DOB 05 Jul 1955; POB Pyongyang, Korea, North; a.k.a. 'X'."
 * What is not recognised is no fact of its own; the text is kept whole in the entry as well.
 */
#include "postgres.h"

#include "pg/format/ofac_remarks.h"

#include "utils/formatting.h"

#include "pg/list/dates.h"
#include "pg/list/entry.h"

/* How the rest of a remark is taken apart */
typedef enum RemarkForm
{
	FORM_NUMBER,				/* value (country) note */
	FORM_LABELLED,				/* the same, and the label belongs into the note */
	FORM_TEXT,					/* all of it is the value */
	FORM_LOWER,					/* the same in lower case */
	FORM_WHOLE,					/* the label is part of the value */
	FORM_DATE,					/* a date or a range of dates */
	FORM_CURRENCY				/* "XBT 35qw...": the currency is the note */
} RemarkForm;

typedef struct RemarkLabel
{
	const char *label;
	const char *kind;
	RemarkForm	form;
} RemarkLabel;

/* What remarks begin with; where one label begins another, the longer one stands first */
static const RemarkLabel remark_label[] =
{
	{"DOB", "birth-date", FORM_DATE},
	{"POB", "birth-place", FORM_TEXT},
	{"nationality", "nationality", FORM_TEXT},
	{"citizen", "citizenship", FORM_TEXT},
	{"Gender", "gender", FORM_LOWER},
	{"Passport #", "passport", FORM_NUMBER},
	{"Passport No.", "passport", FORM_NUMBER},
	{"Passport", "passport", FORM_NUMBER},
	{"Diplomatic Passport", "passport", FORM_LABELLED},
	{"Stateless Person Passport", "passport", FORM_LABELLED},
	{"British National Overseas Passport", "passport", FORM_LABELLED},
	{"National ID No.", "national-id", FORM_NUMBER},
	{"National Foreign ID Number", "national-id", FORM_LABELLED},
	{"Personal ID Card", "national-id", FORM_LABELLED},
	{"Identification Number IMO", "imo", FORM_NUMBER},
	{"Company Number IMO", "imo", FORM_NUMBER},
	{"Vessel Registration Identification IMO", "imo", FORM_NUMBER},
	{"Vessel Registration Identification", "vessel-registration", FORM_NUMBER},
	{"Identification Number", "national-id", FORM_LABELLED},
	{"Cedula No.", "national-id", FORM_LABELLED},
	{"Cedula de Residencia", "national-id", FORM_LABELLED},
	{"Residency Number", "national-id", FORM_LABELLED},
	{"D.N.I.", "national-id", FORM_LABELLED},
	{"C.U.R.P.", "national-id", FORM_LABELLED},
	{"C.U.I.", "national-id", FORM_LABELLED},
	{"C.U.I.T.", "tax-id", FORM_LABELLED},
	{"SSN", "national-id", FORM_LABELLED},
	{"I.F.E.", "national-id", FORM_LABELLED},
	{"R.F.C.", "tax-id", FORM_LABELLED},
	{"RIF #", "tax-id", FORM_LABELLED},
	{"RIF", "tax-id", FORM_LABELLED},
	{"NIT #", "tax-id", FORM_LABELLED},
	{"NIT", "tax-id", FORM_LABELLED},
	{"RUC #", "tax-id", FORM_LABELLED},
	{"RUC", "tax-id", FORM_LABELLED},
	{"RTN", "tax-id", FORM_LABELLED},
	{"Tax ID No.", "tax-id", FORM_NUMBER},
	{"V.A.T. Number", "tax-id", FORM_LABELLED},
	{"Fiscal Code", "tax-id", FORM_LABELLED},
	{"Italian Fiscal Code", "tax-id", FORM_LABELLED},
	{"MMSI", "mmsi", FORM_NUMBER},
	{"Legal Entity Number", "lei", FORM_NUMBER},
	{"SWIFT/BIC", "bic", FORM_NUMBER},
	{"D-U-N-S Number", "duns", FORM_NUMBER},
	{"Registration Number", "registration", FORM_LABELLED},
	{"Registration ID", "registration", FORM_LABELLED},
	{"Registered Charity No.", "registration", FORM_LABELLED},
	{"Business Registration Document #", "registration", FORM_LABELLED},
	{"Business Registration Number", "registration", FORM_LABELLED},
	{"Business Number", "registration", FORM_LABELLED},
	{"Company Number", "registration", FORM_LABELLED},
	{"Commercial Registry Number", "registration", FORM_LABELLED},
	{"Chamber of Commerce Number", "registration", FORM_LABELLED},
	{"Certificate of Incorporation Number", "registration", FORM_LABELLED},
	{"Unified Social Credit Code (USCC)", "registration", FORM_LABELLED},
	{"Economic Register Number (CBLS)", "registration", FORM_LABELLED},
	{"Government Gazette Number", "registration", FORM_LABELLED},
	{"Folio Mercantil No.", "registration", FORM_LABELLED},
	{"Matricula Mercantil No", "registration", FORM_LABELLED},
	{"Enterprise Number", "registration", FORM_LABELLED},
	{"C.R. No.", "registration", FORM_LABELLED},
	{"Trade License No.", "licence", FORM_LABELLED},
	{"Business License No.", "licence", FORM_LABELLED},
	{"License", "licence", FORM_LABELLED},
	{"Driver's License No.", "licence", FORM_LABELLED},
	{"Aircraft Tail Number", "aircraft-tail", FORM_NUMBER},
	{"Aircraft Manufacturer's Serial Number (MSN)", "aircraft-serial", FORM_NUMBER},
	{"Aircraft Construction Number (also called L/N or S/N or F/N)", "aircraft-serial",
	FORM_NUMBER},
	{"Aircraft Mode S Transponder Code", "aircraft-transponder", FORM_NUMBER},
	{"Aircraft Manufacture Date", "aircraft-built", FORM_DATE},
	{"Aircraft Model", "aircraft-model", FORM_TEXT},
	{"Aircraft Operator", "aircraft-operator", FORM_TEXT},
	{"Former Vessel Flag", "former-flag", FORM_TEXT},
	{"Vessel Year of Build", "vessel-built", FORM_TEXT},
	{"Vessel Flag", "flag", FORM_TEXT},
	{"Other Vessel Call Sign", "call-sign", FORM_TEXT},
	{"Other Vessel Flag", "flag", FORM_TEXT},
	{"Other Vessel Type", "vessel-type", FORM_TEXT},
	{"Vessel Type", "vessel-type", FORM_TEXT},
	{"Linked To:", "linked-to", FORM_TEXT},
	{"Website", "website", FORM_TEXT},
	{"Email Address", "email", FORM_TEXT},
	{"Phone Number", "phone", FORM_TEXT},
	{"Phone No.", "phone", FORM_TEXT},
	{"Telephone Number", "phone", FORM_TEXT},
	{"Telephone No.", "phone", FORM_TEXT},
	{"Telephone", "phone", FORM_TEXT},
	{"Fax No.", "fax", FORM_TEXT},
	{"Fax", "fax", FORM_TEXT},
	{"Digital Currency Address -", "crypto-address", FORM_CURRENCY},
	{"Organization Established Date", "established", FORM_DATE},
	{"Organization Type:", "organisation-type", FORM_TEXT},
	{"Target Type", "target-type", FORM_TEXT},
	{"Secondary sanctions risk:", "secondary-sanctions", FORM_TEXT},
	{"Public Registration Number", "registration", FORM_LABELLED},
	{"Nationality Country", "nationality", FORM_TEXT},
	{"Citizenship Country", "citizenship", FORM_TEXT},
	{"Place of Birth", "birth-place", FORM_TEXT},
	{"Registration Country", "registration-country", FORM_TEXT},
	{"Nationality of Registration", "registration-country", FORM_TEXT},
	{"BIK (RU)", "bik", FORM_NUMBER},
	{"ISIN", "isin", FORM_NUMBER},
	{"Equity Ticker", "ticker", FORM_TEXT},
	{"Issuer Name", "issuer", FORM_TEXT},
	{"Previous Aircraft Tail Number", "former-aircraft-tail", FORM_NUMBER},
	{"Vessel Call Sign", "call-sign", FORM_TEXT},
	{"Vessel Owner", "vessel-owner", FORM_TEXT},
	{"Vessel Gross Registered Tonnage", "gross-tonnage", FORM_TEXT},
	{"Vessel Tonnage", "tonnage", FORM_TEXT},
	{"VESSEL TYPE", "vessel-type", FORM_TEXT},
	{"Additional Sanctions Information", "sanctions-information", FORM_WHOLE},
	{"Additional Program Tags", "sanctions-information", FORM_WHOLE},
	{"CAATSA", "sanctions-information", FORM_WHOLE},
	{"Effective Date (", "sanctions-information", FORM_WHOLE},
	{"Executive Order", "sanctions-information", FORM_WHOLE},
	{"HKAA", "sanctions-information", FORM_WHOLE},
	{"IFCA", "sanctions-information", FORM_WHOLE},
	{"Listing Date (", "sanctions-information", FORM_WHOLE},
	{"PAIPA", "sanctions-information", FORM_WHOLE},
	{"PEESA", "sanctions-information", FORM_WHOLE},
	{"Purchase/Sales For Divestment Date", "sanctions-information", FORM_WHOLE},
	{"Transactions Prohibited For Persons", "sanctions-information", FORM_WHOLE},
};

/* Step over the blanks, colons and number signs between a label and its value */
static char *
SkipSeparator(char *s)
{
	while (*s == ' ' || *s == ':' || *s == '#')
		s++;
	return s;
}

/* "label rest", either of which may be missing; NULL if both are */
static const char *
JoinNote(const char *label, const char *rest)
{
	if (rest && *rest == '\0')
		rest = NULL;
	if (label && rest)
		return psprintf("%s; %s", label, rest);
	return label ? label : rest;
}

/* Add a fact whose parts are known; they are as lists write them and may be NULL */
static void
AddParts(ListRelease *release, ListEntry *entry, const RemarkLabel *label, ListFact fact)
{
	char		iso[DATE_TEXT_MAX];
	bool		circa = false;

	fact.kind = label->kind;
	if (label->form == FORM_LABELLED)
		fact.note = JoinNote(label->label, fact.note);
	switch (label->form)
	{
		case FORM_LABELLED:
		case FORM_NUMBER:
			if (strncmp(fact.value, "IMO ", 4) == 0)
			{
				fact.kind = "imo";
				fact.value += 4;
			}
			break;
		case FORM_LOWER:
			fact.value = asc_tolower(fact.value, strlen(fact.value));
			break;
		case FORM_DATE:
			if (SanctReadEnglishDate(fact.value, iso, &circa))
				fact.value = iso;
			else
				circa = false;
			if (circa)
				fact.note = JoinNote("circa", fact.note);
			break;
		default:
			break;
	}
	SanctAddIdentifier(release, entry, fact);
}

/* Takes "A0007589 (Nicaragua) issued 28 Feb 2007" apart: the value, the country, a note */
static void
AddNumber(ListRelease *release, ListEntry *entry, const RemarkLabel *label, char *value)
{
	char	   *country = strstr(value, " (");
	char	   *rest = NULL;

	if (country)
	{
		*country = '\0';
		country += 2;
		rest = strchr(country, ')');
		if (rest)
		{
			*rest++ = '\0';
			rest = SkipSeparator(rest);
		}
	}
	else
	{
		rest = strstr(value, " issued ");
		if (rest == NULL)
			rest = strstr(value, " expires ");
		if (rest)
			*rest++ = '\0';
	}
	AddParts(release, entry, label, (ListFact) {
		.value = value, .country = country, .note = rest && *rest ? rest : NULL
	});
}

/* Add the fact of a remark, whose value begins behind the label */
static void
AddRemarkFact(ListRelease *release, ListEntry *entry, const RemarkLabel *label, char *remark, char *value)
{
	char	   *blank;

	switch (label->form)
	{
		case FORM_NUMBER:
		case FORM_LABELLED:
			AddNumber(release, entry, label, value);
			break;
		case FORM_WHOLE:
			AddParts(release, entry, label, (ListFact) {.value = remark});
			break;
		case FORM_CURRENCY:
			blank = strchr(value, ' ');
			if (blank)
				*blank++ = '\0';
			AddParts(release, entry, label, (ListFact) {
				.value = blank ? blank : value, .note = blank ? value : NULL
			});
			break;
		default:
			AddParts(release, entry, label, (ListFact) {.value = value});
			break;
	}
}

/* True if an unknown remark looks like "Any Document No. 123 (Country)", which is then added */
static bool
AddOtherNumber(ListRelease *release, ListEntry *entry, char *remark)
{
	static const char *const mark[] = {"No. ", "Number ", "# ", "ID "};

	for (int i = 0; i < lengthof(mark); i++)
	{
		char	   *found = strstr(remark, mark[i]);
		RemarkLabel label = {remark, "other-id", FORM_LABELLED};
		char	   *value;

		if (found == NULL)
			continue;
		value = found + strlen(mark[i]);
		found = value - 1;
		value = SkipSeparator(value);
		if (strcspn(value, "0123456789") >= strcspn(value, " "))
			continue;
		*found = '\0';
		AddNumber(release, entry, &label, value);
		return true;
	}
	return false;
}

/* Does a remark begin as an alias does, "a.k.a. 'X'", or with double quotes? */
static bool
BeginsAlias(const char *remark)
{
	return remark[0] && strncmp(remark + 1, ".k.a. ", 6) == 0 && (remark[7] == '\'' || remark[7] == '"');
}

/*
 * Add the weak alias that a remark "a.k.a. 'X'" holds; false if it holds none.  An alias of
 * this kind is one that screening alone should not rely on, as OFAC has it.
 */
static bool
AddAlias(ListRelease *release, ListEntry *entry, char *remark)
{
	const char *kind;
	char	   *end;
	ListRow    *row;

	if (!BeginsAlias(remark))
		return false;
	if (remark[0] == 'a')
		kind = "alias";
	else if (remark[0] == 'f')
		kind = "former-name";
	else if (remark[0] == 'n')
		kind = "new-name";
	else
		return false;

	end = strrchr(remark + 8, remark[7]);
	remark += 8;
	if (end == NULL || end == remark)
		return false;
	*end = '\0';
	row = SanctAddName(release, entry, remark, kind, true, NULL);
	if (strcmp(entry->type, "person") == 0)
		SanctMarkParts(row, remark);
	return true;
}

/* The label a text begins with, or NULL */
static const RemarkLabel *
FindRemarkLabel(const char *text)
{
	for (int i = 0; i < lengthof(remark_label); i++)
	{
		size_t		length = strlen(remark_label[i].label);

		if (strncmp(text, remark_label[i].label, length) == 0 &&
			(text[length - 1] == '(' || !isalnum((unsigned char) text[length])))
			return &remark_label[i];
	}
	return NULL;
}

/* Take one remark apart; it is overwritten */
static void
ParseRemark(ListRelease *release, ListEntry *entry, char *remark)
{
	const RemarkLabel *label;

	if (strncmp(remark, "alt. ", 5) == 0)
		remark += 5;
	if (AddAlias(release, entry, remark))
		return;

	label = FindRemarkLabel(remark);
	if (label)
	{
		char	   *value = SkipSeparator(remark + strlen(label->label));

		if (*value)
			AddRemarkFact(release, entry, label, remark, value);
	}
	else
		AddOtherNumber(release, entry, remark);
}

/*
 * Add what other files of OFAC's give in parts, under the labels that remarks have; all but
 * label and value may be NULL.  What is not known becomes a number of another kind.
 */
void
SanctAddOfacRemark(ListRelease *release, ListEntry *entry, ListFact fact)
{
	const RemarkLabel *label = FindRemarkLabel(fact.kind);
	RemarkLabel other = {fact.kind, "other-id", FORM_LABELLED};

	if (label && label->form == FORM_CURRENCY)
		fact.note = JoinNote(SkipSeparator((char *) fact.kind + strlen(label->label)), fact.note);
	else if (label && label->form == FORM_WHOLE)
		fact.value = psprintf("%s %s", fact.kind, fact.value);
	AddParts(release, entry, label ? label : &other, fact);
}

/* The end of a remark: a semicolon, but not one inside the quotes of an alias */
static char *
RemarkEnd(char *remark)
{
	char	   *alias = strncmp(remark, "alt. ", 5) == 0 ? remark + 5 : remark;
	char	   *end = remark;

	if (BeginsAlias(alias))
	{
		char	   *quote = strstr(alias + 8, alias[7] == '"' ? "\";" : "';");

		if (quote == NULL)
			quote = strrchr(alias + 8, alias[7]);
		if (quote)
			return quote + 1;
	}
	while (*end && *end != ';')
		end++;
	return end;
}

/*
 * Add what the remarks of an entry say to it, given in UTF-8.  Of remarks that are cut off the
 * last one is left out: half a passport number is none.
 */
void
SanctReadOfacRemarks(ListRelease *release, ListEntry *entry, const char *remarks, bool cut)
{
	char	   *copy = pstrdup(remarks);
	char	   *next;

	for (char *remark = copy; *remark; remark = next)
	{
		char	   *end;
		size_t		length;

		remark = SkipSeparator(remark);
		end = RemarkEnd(remark);
		next = *end ? end + 1 : end;
		if (*end == '\0' && cut)
			break;

		*end = '\0';
		length = strlen(remark);
		while (length > 0 && remark[length - 1] == ' ')
			remark[--length] = '\0';
		if (*next == '\0' && length > 0 && remark[length - 1] == '.')
			remark[--length] = '\0';
		if (length > 1 && remark[0] == '(' && remark[length - 1] == ')')
		{
			remark[--length] = '\0';
			remark++;
			length--;
		}
		if (length > 0)
			ParseRemark(release, entry, remark);
	}
	pfree(copy);
}
