/*
 * What of an entry screening looks at, apart from its form
 *
 * A publisher's CSV file today and its XML tomorrow spell addresses otherwise and sort programs anew, which is no news:
 * nobody is to be screened again, and no clearance ends.  The substance is a set: the type, each name, and each fact
 * that tells persons apart, of birth places the countries, without notes and the publisher's numbers.
 */
#include "postgres.h"

#include "pg/list/entry_substance.h"

#include "common/cryptohash.h"
#include "nodes/pg_list.h"

#include "data/document_kind_table.h"
#include "name/person/document.h"
#include "name/person/place.h"
#include "pg/list/entry.h"

/* See entry_substance.h */
bool
SanctIsDocument(const char *kind)
{
	const SmDocumentKind *known = sm_document_kind(kind, strlen(kind));

	return known != NULL && known->alone != SM_ALONE_POSSIBLE;
}

/* Does a fact of that kind tell persons, bodies or ships apart? */
static bool
TellsApart(const char *kind)
{
	static const char *const telling[] = {"birth-date", "nationality", "citizenship", "gender"};

	for (int i = 0; i < lengthof(telling); i++)
		if (strcmp(telling[i], kind) == 0)
			return true;
	return SanctIsDocument(kind);
}

/* The countries of a birth place, which stand for a nationality that is not told; NULL = it names none; palloc'd */
static char *
BirthCountries(const char *value, const char *country)
{
	char	   *text = psprintf("%s, %s", value ? value : "", country ? country : "");
	char		countries[sizeof("birth country") + 3 * SM_PLACE_COUNTRIES] = "birth country";
	SmPlace		place;

	sm_place_read(&place, text, strlen(text));
	pfree(text);
	for (int i = 0; i < place.countries; i++)
		snprintf(countries + strlen(countries), 4, " %c%c", place.country[i] >> 8, place.country[i] & 255);
	return place.countries > 0 ? pstrdup(countries) : NULL;
}

static int
CompareSayings(const void *a, const void *b)
{
	return strcmp(*(const char *const *) a, *(const char *const *) b);
}

/* Texts that say what an entry is, sorted; palloc'd */
static char **
Saying(const ListEntry *entry, int *count)
{
	char	  **text = palloc(sizeof(char *) * (1 + list_length(entry->names) + list_length(entry->identifiers)));
	int			n = 0;
	ListCell   *cell;

	text[n++] = psprintf("type %s", entry->type);
	foreach(cell, entry->names)
		text[n++] = psprintf("name %s", ((ListRow *) lfirst(cell))->column[NAME_NAME]);
	foreach(cell, entry->identifiers)
	{
		const ListRow *row = lfirst(cell);
		const char *value = row->column[IDENTIFIER_VALUE];
		const char *country = row->column[IDENTIFIER_COUNTRY];
		const char *kind = row->column[IDENTIFIER_KIND];

		if (TellsApart(kind))
			text[n++] = psprintf("%s %s\n%s", kind, value ? value : "", country ? country : "");
		else if (strcmp(kind, "birth-place") == 0 && (text[n] = BirthCountries(value, country)) != NULL)
			n++;
	}
	qsort(text, n, sizeof(char *), CompareSayings);
	*count = n;
	return text;
}

/* See entry_substance.h */
void
SanctHashSubstance(ListEntry *entry)
{
	pg_cryptohash_ctx *hash = pg_cryptohash_create(PG_SHA256);
	int			count;
	char	  **text = Saying(entry, &count);

	if (hash == NULL || pg_cryptohash_init(hash) < 0)
		elog(ERROR, "could not compute SHA-256 of an entry");
	for (int i = 0; i < count; i++)
		if ((i == 0 || strcmp(text[i], text[i - 1]) != 0) &&
			pg_cryptohash_update(hash, (uint8 *) text[i], strlen(text[i]) + 1) < 0)
			elog(ERROR, "could not compute SHA-256 of an entry");
	if (pg_cryptohash_final(hash, entry->record.substance, sizeof(entry->record.substance)) < 0)
		elog(ERROR, "could not compute SHA-256 of an entry");
	pg_cryptohash_free(hash);
	for (int i = 0; i < count; i++)
		pfree(text[i]);
	pfree(text);
}
