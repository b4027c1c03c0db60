/*
 * What lists say of an entry beside its names: rows of sanct_identifier and, for the past, of sanct_past_identifier,
 * as they can be compared.  What cannot be read says nothing.
 */
#include "postgres.h"

#include "pg/screen/listed_facts.h"

#include "utils/builtins.h"

#include "data/document_kind_table.h"
#include "data/list_word_table.h"
#include "name/person/document.h"
#include "pg/base/encoding.h"
#include "pg/base/own_scan.h"

/* A column of the current row in UTF-8, NULL if it is NULL */
static char *
ColumnUtf8(const OwnScan *scan, int column)
{
	bool		isnull;
	Datum		value = OwnValue(scan, column, &isnull);

	return isnull ? NULL : SanctTextToUtf8(DatumGetTextPP(value));
}

/* Does the note of a birth date say that it is uncertain? */
static bool
SaysCirca(const char *note)
{
	for (const char *const *words = sm_list_circa_words; note != NULL && *words; words++)
		for (const char *at = note; *at; at++)
			if (pg_strncasecmp(at, *words, strlen(*words)) == 0)
				return true;
	return false;
}

/* Add the place of a row: its town, its country or both */
static void
AddListedPlace(KnownFacts *known, const char *value, const char *country)
{
	if (value && country)
		SanctAddBirthPlace(known, psprintf("%s, %s", value, country));
	else if (value || country)
		SanctAddBirthPlace(known, value ? value : country);
}

/* Add the fact of a row, if it is one that can be compared */
static void
TakeListedFact(KnownFacts *known, const OwnScan *scan)
{
	const char *kind = ColumnUtf8(scan, IDENTIFIER_ROW_KIND);
	const char *value = ColumnUtf8(scan, IDENTIFIER_ROW_VALUE);
	const SmDocumentKind *document = sm_document_kind(kind, strlen(kind));

	if (strcmp(kind, "birth-place") == 0)
		AddListedPlace(known, value, ColumnUtf8(scan, IDENTIFIER_ROW_COUNTRY));
	else if (value == NULL)
		return;
	else if (strcmp(kind, "birth-date") == 0)
		(void) SanctAddBirthDate(known, value, SaysCirca(ColumnUtf8(scan, IDENTIFIER_ROW_NOTE)));
	else if (strcmp(kind, "nationality") == 0 || strcmp(kind, "citizenship") == 0)
		(void) SanctAddCountries(known, value);
	else if (strcmp(kind, "gender") == 0)
		(void) SanctSetGender(known, value);
	else if (document != NULL)
		(void) SanctAddDocument(known, document, value, ColumnUtf8(scan, IDENTIFIER_ROW_COUNTRY));
}

/* See listed_facts.h */
KnownFacts *
SanctReadListedFacts(const Extension *extension, const ListedEntry *entry, bool past)
{
	KnownFacts *known = palloc0(sizeof(KnownFacts));
	int64		release = entry->from->release;
	OwnScan		scan;

	known->facts.type = SanctTypeNumber(text_to_cstring(entry->type));
	SanctFindOwnRows(&scan, extension, OWN_IDENTIFIER, IDENTIFIER_ROW_ENTRY_ID, entry->id);
	while (SanctNextOwnRow(&scan))
		if (!past || OwnNumber(&scan, IDENTIFIER_ROW_SINCE) <= release)
			TakeListedFact(known, &scan);
	if (!past)
		return known;
	SanctFindOwnRows(&scan, extension, OWN_PAST_IDENTIFIER, IDENTIFIER_ROW_ENTRY_ID, entry->id);
	while (SanctNextOwnRow(&scan))
		if (OwnNumber(&scan, IDENTIFIER_ROW_SINCE) <= release && OwnNumber(&scan, IDENTIFIER_ROW_UNTIL) > release)
			TakeListedFact(known, &scan);
	return known;
}
