/* What the formats of the United Kingdom's lists have in common */
#include "postgres.h"

#include "pg/format/uk.h"

#include <ctype.h>

#include "lib/stringinfo.h"
#include "nodes/pg_list.h"
#include "utils/formatting.h"

#include "pg/list/dates.h"
#include "pg/list/entry.h"
#include "pg/list/fact.h"

const UkFact SanctUkFacts[] =
{
	{"title", "Title", "Title", NULL},
	{"title", "Position", "Position", NULL},
	{"birth-date", "D.O.B|DOB", "DOB", NULL},
	{"nationality", "Nationality(/ies)|Nationality", "Nationality", NULL},
	{"gender", "Gender", "Gender", "Gender"},
	{"phone", "Phone number", "PhoneNumber", "Phone number"},
	{"fax", NULL, NULL, "Fax"},
	{"email", "Email address", "EmailAddress", "Email address"},
	{"website", "Website", "Website", "Website"},
	{"organisation-type", "Type of entity", "TypeOfEntity", "Type of entity"},
	{"registration", "Business registration number (s)", "BusinessRegistrationNumber", "Business Reg No"},
	{"owned-by", "Parent company", "ParentCompany", "Parent company"},
	{"subsidiary", "Subsidiaries", "Subsidiary", "Subsidiaries"},
	{"imo", "IMO number", "IMONumber", "IMO number"},
	{"vessel-owner", "Current owner/operator (s)", "CurrentOwnerOperator", "Current owners"},
	{"former-vessel-owner", "Previous owner/operator (s)", "PreviousOwnerOperator", "Previous owners"},
	{"flag", "Current believed flag of ship", "CurrentBelievedFlagOfShip", "Flag of ship"},
	{"former-flag", "Previous flags", "PreviousFlag", "Previous flags"},
	{"vessel-type", "Type of ship", "TypeOfShip", "Type of ship"},
	{"tonnage", "Tonnage of ship", "TonnageOfShip", "Tonnage of ship"},
	{"vessel-length", "Length of ship", "LengthOfShip", "Length of ship"},
	{"vessel-built", "Year Built", "YearBuilt", "Year built"},
	{"hull-number", "Hull identification number (HIN)", "HullIdentificationNumber", "Hull identification number"},
	{"authority", "Designation source", "DesignationSource", NULL},
	{"measure", "Sanctions Imposed", "SanctionsImposed", NULL},
	{"reference", "OFSI Group ID", "OFSIGroupID", "UK Sanctions List Ref"},
	{"un-reference", "UN Reference Number", "UNReferenceNumber", "UN Ref"},
	{"designated-on", "UK Sanctions List Date Designated", NULL, NULL},
	{NULL, NULL, NULL, "UK Statement of Reasons"},	/* ends what is before it */
};

const int	SanctUkFactCount = lengthof(SanctUkFacts);

/* The type of an entry by the list's name for it, or NULL */
const char *
SanctUkType(const char *type)
{
	if (type && pg_strcasecmp(type, "Individual") == 0)
		return "person";
	if (type && pg_strcasecmp(type, "Entity") == 0)
		return "organisation";
	if (type && pg_strcasecmp(type, "Ship") == 0)
		return "vessel";
	return NULL;
}

/*
 * Add a name in the order Name 1 to Name 6: the last one should be the surname, but holds given
 * names of many persons that come from the UN's list, where the family name stands first.
 */
void
SanctAddUkName(ListRelease *release, ListEntry *entry, char *const *part, const char *type,
			   const char *quality)
{
	const char *surname = part[UK_NAME_PARTS - 1];
	const char *kind = "alias";
	const char *note = NULL;
	StringInfoData name;
	ListRow    *row;

	initStringInfo(&name);
	for (int i = 0; i < UK_NAME_PARTS - 1; i++)
	{
		if (part[i])
			appendStringInfo(&name, "%s%s", name.len > 0 ? " " : "", part[i]);
	}
	if (type && (pg_strcasecmp(type, "Primary name") == 0 || pg_strcasecmp(type, "Prime Alias") == 0))
		kind = "primary";
	else if (type && pg_strcasecmp(type, "Primary name variation") == 0)
		note = "primary name variation";
	else if (type && pg_strcasecmp(type, "FKA") == 0)
		kind = "former-name";

	if (name.len == 0 && surname == NULL)
		return;
	row = SanctAddNewName(release, entry, surname == NULL ? name.data :
						  psprintf("%s%s%s", name.data, name.len > 0 ? " " : "", surname), kind,
						  quality && pg_strncasecmp(quality, "Low", 3) == 0);
	if (row == NULL)
		return;
	SanctSetNameColumn(row, NAME_NOTE, note);
	if (name.len > 0 && surname && strcmp(entry->type, "person") == 0)
	{
		SanctSetNameColumn(row, NAME_SURNAME, surname);
		SanctSetNameColumn(row, NAME_GIVEN, name.data);
	}
}

/* Add a name in its original script; both may be NULL */
void
SanctAddUkOriginal(ListRelease *release, ListEntry *entry, const char *name, const char *language)
{
	ListRow    *row = name ? SanctAddNewName(release, entry, name, "original-script", false) : NULL;

	if (row)
		SanctSetNameColumn(row, NAME_LANGUAGE, language);
}

/* The mark "(2)" in a text, or NULL */
static char *
FindMark(char *text, int number, size_t *length)
{
	char		mark[16];

	*length = snprintf(mark, sizeof(mark), "(%d)", number);
	return strstr(text, mark);
}

/*
 * Takes "(1) Tunis. (2) -" apart, NULL for what is not known; what has no such marks is one item.
 * The items stand in a list, also that of nothing.
 */
static List *
Items(const char *text)
{
	char	   *copy = text ? pstrdup(text) : NULL;
	List	   *items = NIL;
	size_t		length;

	if (copy == NULL)
		return NIL;
	copy += strspn(copy, " ");
	/* the first bracket is forgotten at times */
	if (strncmp(copy, "1)", 2) == 0 && strstr(copy, "(2)") != NULL)
		copy = psprintf("(%s", copy);
	if (FindMark(copy, 1, &length) != copy)
		return list_make1(copy);
	for (int number = 1; copy; number++)
	{
		char	   *next;
		size_t		n;

		copy += length;
		next = FindMark(copy, number + 1, &length);
		if (next)
			*next = '\0';
		copy += strspn(copy, " ");
		n = strlen(copy);
		while (n > 0 && strchr(" .,;", copy[n - 1]))
			n--;
		copy[n] = '\0';
		items = lappend(items, n > 0 && strcmp(copy, "-") != 0 ? copy : NULL);
		copy = next;
	}
	return items;
}

/* Add one fact in the form of its kind */
static void
AddOne(ListRelease *release, ListEntry *entry, const char *kind, const char *text)
{
	char		iso[DATE_TEXT_MAX];
	const char *note = NULL;

	if (strcmp(kind, "title") == 0)
	{
		SanctAppendText(release, &entry->title, "; ", text);
		return;
	}
	if (strcmp(kind, "birth-date") == 0 || strcmp(kind, "designated-on") == 0)
	{
		/* of "10/00/1983" only the year can be told for certain */
		if (SanctReadNumericDate(text, iso))
		{
			note = strlen(iso) == 4 && isdigit((unsigned char) text[0]) && strlen(text) > 4 &&
				strncmp(text, "00", 2) != 0 ? text : NULL;
			text = iso;
		}
	}
	else if (strcmp(kind, "gender") == 0)
		text = asc_tolower(text, strlen(text));
	else if (strcmp(kind, "imo") == 0 && pg_strncasecmp(text, "IMO", 3) == 0)
		text += 3 + strspn(text + 3, " :");
	SanctAddFact(release, entry, (ListFact) {.kind = kind, .value = text, .note = note});
}

/* Add the facts of a text that may hold several, in UTF-8; NULL for none */
void
SanctAddUkFact(ListRelease *release, ListEntry *entry, const char *kind, const char *text)
{
	ListCell   *cell;
	bool		bars;

	if (text == NULL)
		return;
	bars = strcmp(kind, "measure") == 0 || strcmp(kind, "authority") == 0;
	foreach(cell, Items(text))
	{
		char	   *item = lfirst(cell);

		while (item)
		{
			char	   *bar = bars ? strchr(item, '|') : NULL;

			if (bar)
				*bar++ = '\0';
			if (*item)
				AddOne(release, entry, kind, item);
			item = bar;
		}
	}
}

/*
 * Add facts of two texts whose items belong together: of a document the number and a note, of a
 * birth-place the town and the country
 */
void
SanctAddUkPair(ListRelease *release, ListEntry *entry, const char *kind, const char *text,
			   const char *other)
{
	List	   *items = Items(text);
	List	   *others = Items(other);
	bool		place = strcmp(kind, "birth-place") == 0;
	int			nothers = list_length(others);

	for (int i = 0; i < Max(list_length(items), nothers); i++)
	{
		const char *value = i < list_length(items) ? list_nth(items, i) : NULL;
		const char *second = i < nothers ? list_nth(others, i) : NULL;

		/* one note for several numbers is about all of them */
		if (nothers == 1)
			second = linitial(others);
		if (value || second)
			SanctAddFact(release, entry, (ListFact) {
				.kind = kind, .value = value, .country = place ? second : NULL, .note = place ? NULL : second
			});
	}
}

/* The label "(Phone number):" that a text begins with, or NULL; sets where its value begins */
static const UkFact *
FindUkLabel(const char *text, const char **value)
{
	for (int i = 0; *text == '(' && i < SanctUkFactCount; i++)
	{
		size_t		length = SanctUkFacts[i].label ? strlen(SanctUkFacts[i].label) : 0;

		if (length > 0 && strncmp(text + 1, SanctUkFacts[i].label, length) == 0 &&
			strncmp(text + 1 + length, "):", 2) == 0)
		{
			*value = text + length + 3;
			return &SanctUkFacts[i];
		}
	}
	return NULL;
}

/* The length of a reference at the beginning of a text: up to a blank, but one inside "CDi. 038" */
static size_t
ReferenceLength(const char *text)
{
	size_t		length = strcspn(text, " ");

	if (length > 0 && text[length - 1] == '.' && isdigit((unsigned char) text[length + strspn(text + length, " ")]))
		length += strspn(text + length, " ") + strcspn(text + length + strspn(text + length, " "), " ");
	return length;
}

/*
 * Keep a remark, and add the facts that OFSI's list has in it behind labels.  A reference ends
 * at the next blank, everything else at the next label.
 */
void
SanctAddUkRemarks(ListRelease *release, ListEntry *entry, const char *text)
{
	const UkFact *fact = NULL;
	const char *value = NULL;

	SanctAppendText(release, &entry->remarks, "\n", text);
	for (const char *s = text; s; s = *s ? s + 1 : NULL)
	{
		const char *next_value = NULL;
		const UkFact *next = FindUkLabel(s, &next_value);

		if (next == NULL && *s)
			continue;
		if (fact && fact->kind)
		{
			size_t		length = s - value;

			if (strstr(fact->kind, "reference"))
				length = Min(length, ReferenceLength(value));
			while (length > 0 && strchr(" .,;\n", value[length - 1]))
				length--;
			if (length > 0)
				SanctAddUkFact(release, entry, fact->kind, pnstrdup(value, length));
		}
		fact = next;
		value = next_value;
	}
}

/* Add the day of listing; false if it is none */
bool
SanctAddUkListing(ListRelease *release, ListEntry *entry, const char *date)
{
	char		iso[DATE_TEXT_MAX];

	if (date == NULL)
		return true;
	if (!SanctReadNumericDate(date, iso) || !SanctIsDay(iso))
		return false;
	SanctAddListing(release, entry, iso);
	return true;
}
