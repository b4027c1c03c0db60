/*
 * remarks.c: the facts in OFAC's remarks
 *
 * OFAC's CSV files carry weak aliases, birth dates, passports and whatever else is known of an
 * entry in one column of prose: "DOB 05 Jul 1955; POB Pyongyang, Korea, North; a.k.a. 'X'."
 * What is not recognised is no fact of its own; the text is kept whole in the entry as well.
 */
#include "postgres.h"

#include <ctype.h>

#include "remarks.h"

/* How the rest of a remark is taken apart */
typedef enum RemarkForm
{
	FORM_NUMBER,				/* value (country) note */
	FORM_LABELLED,				/* the same, and the label belongs into the note */
	FORM_TEXT,					/* all of it is the value */
	FORM_LOWER,					/* the same in lower case */
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
};

/* Steps over the blanks, colons and number signs between a label and its value */
static char *
SkipSeparator(char *s)
{
	while (*s == ' ' || *s == ':' || *s == '#')
		s++;
	return s;
}

/* Reads "17 Jan 1986", "Jan 1986" or "1986" as 1986-01-17, 1986-01 or 1986; returns its end */
static const char *
OneDate(const char *text, char *iso)
{
	static const char month_name[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	int			day = 0;
	int			month = 0;
	int			year;
	int			length;
	char		name[4];

	if (sscanf(text, "%2d %3[A-Za-z] %4d%n", &day, name, &year, &length) != 3)
	{
		day = 0;
		if (sscanf(text, "%3[A-Za-z] %4d%n", name, &year, &length) != 2)
		{
			name[0] = '\0';
			if (sscanf(text, "%4d%n", &year, &length) != 1)
				return NULL;
		}
	}
	if (year < 1000 || isdigit((unsigned char) text[length]))
		return NULL;
	if (name[0] != '\0')
	{
		const char *found = strlen(name) == 3 ? strstr(month_name, name) : NULL;

		if (found == NULL || (found - month_name) % 3 != 0 || day < 0 || day > 31)
			return NULL;
		month = (found - month_name) / 3 + 1;
	}

	if (day > 0)
		snprintf(iso, 16, "%04d-%02d-%02d", year, month, day);
	else if (month > 0)
		snprintf(iso, 16, "%04d-%02d", year, month);
	else
		snprintf(iso, 16, "%04d", year);
	return text + length;
}

/*
 * Writes a date as ISO 8601 has it, as exactly as it is known: 1986-01-17, 1986-01, 1986, or an
 * interval 1954/1956.  False if the text is no date.
 */
bool
remarks_date(const char *text, char *iso, bool *circa)
{
	char		first[16];
	char		last[16];

	*circa = strncmp(text, "circa ", 6) == 0;
	if (*circa)
		text += 6;
	text = OneDate(text, first);
	if (text == NULL)
		return false;
	if (*text == '\0')
	{
		strlcpy(iso, first, REMARK_DATE_MAX);
		return true;
	}

	if (strncmp(text, " to ", 4) == 0)
		text += 4;
	else if (*text == '-')
		text++;
	else
		return false;
	text = OneDate(text, last);
	if (text == NULL || *text != '\0')
		return false;
	snprintf(iso, REMARK_DATE_MAX, "%s/%s", first, last);
	return true;
}

/* "label rest", either of which may be missing; NULL if both are */
static char *
JoinNote(const char *label, const char *rest)
{
	if (rest && *rest == '\0')
		rest = NULL;
	if (label && rest)
		return psprintf("%s; %s", label, rest);
	return label ? pstrdup(label) : rest ? pstrdup(rest) : NULL;
}

/* Adds "A0007589 (Nicaragua) issued 28 Feb 2007": the value, the country, a note */
static void
AddNumber(ListRelease *release, ListEntry *entry, const char *kind, char *value,
		  const char *label)
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
	list_add_identifier(release, entry, kind, value, country, JoinNote(label, rest), NULL);
}

/* Adds the fact behind a label */
static void
AddFact(ListRelease *release, ListEntry *entry, const RemarkLabel *label, char *value)
{
	char		iso[REMARK_DATE_MAX];
	bool		circa = false;
	char	   *blank;

	switch (label->form)
	{
		case FORM_NUMBER:
			AddNumber(release, entry, label->kind, value, NULL);
			break;
		case FORM_LABELLED:
			AddNumber(release, entry, label->kind, value, label->label);
			break;
		case FORM_LOWER:
			for (char *s = value; *s; s++)
				*s = pg_ascii_tolower((unsigned char) *s);
			/* FALLTHROUGH */
		case FORM_TEXT:
			list_add_identifier(release, entry, label->kind, value, NULL, NULL, NULL);
			if (strcmp(label->kind, "nationality") == 0)
				entry->nationalities = lappend(entry->nationalities,
											   list_to_server(value, strlen(value)));
			break;
		case FORM_DATE:
			if (remarks_date(value, iso, &circa))
				value = iso;
			else
				circa = false;
			list_add_identifier(release, entry, label->kind, value, NULL,
								circa ? "circa" : NULL, NULL);
			break;
		case FORM_CURRENCY:
			blank = strchr(value, ' ');
			if (blank)
				*blank++ = '\0';
			list_add_identifier(release, entry, label->kind, blank ? blank : value, NULL,
								blank ? value : NULL, NULL);
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
		char	   *value;

		if (found == NULL)
			continue;
		value = found + strlen(mark[i]);
		found = value - 1;
		value = SkipSeparator(value);
		if (strcspn(value, "0123456789") >= strcspn(value, " "))
			continue;
		*found = '\0';
		AddNumber(release, entry, "other-id", value, remark);
		return true;
	}
	return false;
}

/*
 * Adds the weak alias that a remark "a.k.a. 'X'" holds; false if it holds none.  An alias of
 * this kind is one that screening alone should not rely on, as OFAC has it.
 */
static bool
AddAlias(ListRelease *release, ListEntry *entry, char *remark)
{
	const char *kind;
	char	   *end;

	if (strncmp(remark + 1, ".k.a. '", 7) != 0)
		return false;
	if (remark[0] == 'a')
		kind = "alias";
	else if (remark[0] == 'f')
		kind = "former-name";
	else if (remark[0] == 'n')
		kind = "new-name";
	else
		return false;

	remark += 8;
	end = strrchr(remark, '\'');
	if (end == NULL || end == remark)
		return false;
	*end = '\0';
	list_add_name(release, entry, remark, kind, true, NULL);
	return true;
}

/* Takes one remark apart; it is overwritten */
static void
ParseRemark(ListRelease *release, ListEntry *entry, char *remark)
{
	if (strncmp(remark, "alt. ", 5) == 0)
		remark += 5;
	if (AddAlias(release, entry, remark))
		return;

	for (int i = 0; i < lengthof(remark_label); i++)
	{
		size_t		length = strlen(remark_label[i].label);
		char	   *value = remark + length;

		if (strncmp(remark, remark_label[i].label, length) != 0 ||
			isalnum((unsigned char) *value))
			continue;
		value = SkipSeparator(value);
		if (*value)
			AddFact(release, entry, &remark_label[i], value);
		return;
	}
	AddOtherNumber(release, entry, remark);
}

/* The end of a remark: a semicolon, but not one inside the quotes of an alias */
static char *
RemarkEnd(char *remark)
{
	char	   *alias = strncmp(remark, "alt. ", 5) == 0 ? remark + 5 : remark;
	char	   *end = remark;

	if (alias[0] && strncmp(alias + 1, ".k.a. '", 7) == 0)
	{
		char	   *quote = strstr(alias + 8, "';");

		if (quote)
			return quote + 1;
	}
	while (*end && *end != ';')
		end++;
	return end;
}

/*
 * Adds what the remarks of an entry say to it, given in UTF-8.  Of remarks that are cut off the
 * last one is left out: half a passport number is none.
 */
void
remarks_parse(ListRelease *release, ListEntry *entry, const char *remarks, bool cut)
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
		if (length > 0)
			ParseRemark(release, entry, remark);
	}
	pfree(copy);
}
