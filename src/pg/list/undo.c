/*
 * sanct_undo_release(): the last release of a list taken back
 *
 * That is a release of its own, which has what the one before had: history keeps both, whoever asks for what has
 * changed since sees it, and its files are loaded again only if somebody loads them.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "fmgr.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "pg/base/extension.h"
#include "pg/base/own_scan.h"
#include "pg/base/shown.h"
#include "pg/list/entry.h"
#include "pg/list/entry_file.h"
#include "pg/list/entry_store.h"
#include "pg/list/fact.h"
#include "pg/list/loaded.h"
#include "pg/list/publish.h"
#include "pg/list/release.h"
#include "pg/list/retire.h"

/* Texts that sanct_entry_at gives before the programs: type, name, title, remarks, day of listing, their number */
#define ENTRY_TEXTS 6

PG_FUNCTION_INFO_V1(sanct_undo_release);

/* What is known of one release */
typedef struct KnownRelease
{
	int64		id;
	int64		undoes;
	Datum		sha256;
	bool		dated;
	DateADT		published;
} KnownRelease;

static int
CompareKnown(const void *a, const void *b)
{
	const KnownRelease *x = a;
	const KnownRelease *y = b;

	return x->id < y->id ? -1 : x->id > y->id;
}

/* The releases of a list, by their ids; palloc'd */
static KnownRelease *
ReadKnownReleases(const Extension *extension, int32 list, int *count)
{
	int			allocated = 64;
	KnownRelease *releases = palloc(allocated * sizeof(KnownRelease));
	int			n = 0;
	OwnScan		scan;

	SanctFindOwnRows(&scan, extension, OWN_RELEASE, RELEASE_LIST_ID, list);
	while (SanctNextOwnRow(&scan))
	{
		KnownRelease *release;
		bool		isnull;

		if (n == allocated)
			releases = repalloc(releases, (allocated *= 2) * sizeof(KnownRelease));
		release = &releases[n++];
		release->id = OwnNumber(&scan, RELEASE_ID);
		release->undoes = OwnIsNull(&scan, RELEASE_UNDOES) ? 0 : OwnNumber(&scan, RELEASE_UNDOES);
		release->sha256 = PointerGetDatum(DatumGetArrayTypePCopy(OwnDatum(&scan, RELEASE_SHA256)));
		release->published = DatumGetDateADT(OwnValue(&scan, RELEASE_PUBLISHED, &isnull));
		release->dated = !isnull;
	}
	qsort(releases, n, sizeof(KnownRelease), CompareKnown);
	*count = n;
	return releases;
}

/* The place of the release that has what the one at a place has: itself, unless it takes others back; -1: none has */
static int
Effective(const KnownRelease *releases, int place)
{
	while (place >= 0 && releases[place].undoes != 0)
	{
		int64		undone = releases[place].undoes;

		while (place >= 0 && releases[place].id >= undone)
			place--;
	}
	return place;
}

/* The texts of an array in UTF-8, NULL where it has NULL */
static char **
Texts(Datum array, int *count)
{
	Datum	   *values;
	bool	   *nulls;
	char	  **texts;

	deconstruct_array(DatumGetArrayTypeP(array), TEXTOID, -1, false, TYPALIGN_INT, &values, &nulls, count);
	texts = palloc(sizeof(char *) * Max(*count, 1));
	for (int i = 0; i < *count; i++)
	{
		char	   *string = nulls[i] ? NULL : TextDatumGetCString(values[i]);

		texts[i] = string ? pg_server_to_any(string, strlen(string), PG_UTF8) : NULL;
	}
	return texts;
}

/* Add the names of an entry as they were, or its facts */
static void
AddRowsAt(const Extension *extension, ListRelease *release, ListEntry *entry, int64 id, int64 at, bool names)
{
	static const OwnFunction rows_at = {"sanct_rows_at", 3, {INT8OID, INT8OID, BOOLOID}};
	Datum		values[3] = {Int64GetDatum(id), Int64GetDatum(at), BoolGetDatum(names)};
	int			width = names ? NAME_COLUMNS : IDENTIFIER_COLUMNS;
	bool		isnull;
	Datum		rows = SanctCallOwn(extension, &rows_at, values, NULL, &isnull);
	char	  **text;
	int			n;

	if (isnull)
		return;
	text = Texts(rows, &n);
	for (int i = 0; i + width <= n; i += width)
	{
		char	  **column = text + i;

		if (!names)
			SanctAddIdentifier(release, entry, (ListFact) {
				.kind = MemoryContextStrdup(release->content, column[IDENTIFIER_KIND]),
				.value = column[IDENTIFIER_VALUE], .country = column[IDENTIFIER_COUNTRY],
				.note = column[IDENTIFIER_NOTE], .uid = column[IDENTIFIER_UID]
			});
		else
		{
			ListRow    *row = SanctAddName(release, entry, column[NAME_NAME],
										   MemoryContextStrdup(release->content, column[NAME_KIND]),
										   strcmp(column[NAME_WEAK], "true") == 0, column[NAME_UID]);

			for (ListNameColumn c = NAME_SCRIPT; c <= NAME_NOTE; c++)
				SanctSetNameColumn(row, c, column[c]);
		}
	}
}

/* Add an entry as it was in a release, unless it was not listed then */
static void
AddEntryAt(const Extension *extension, ListRelease *release, const char *uid, int64 id, int64 at)
{
	static const OwnFunction entry_at = {"sanct_entry_at", 2, {INT8OID, INT8OID}};
	Datum		values[2] = {Int64GetDatum(id), Int64GetDatum(at)};
	bool		isnull;
	Datum		array = SanctCallOwn(extension, &entry_at, values, NULL, &isnull);
	ListEntry  *entry;
	char	  **text;
	int			n;
	int			programs;

	if (isnull)
		return;
	text = Texts(array, &n);
	if (n < ENTRY_TEXTS)
		elog(ERROR, "entry %lld has no texts", (long long) id);
	entry = SanctAddEntry(release, uid, id);
	entry->type = MemoryContextStrdup(release->content, text[0]);
	entry->title = SanctStoreText(release, text[2]);
	entry->remarks = SanctStoreText(release, text[3]);
	entry->listed_on = SanctStoreText(release, text[4]);
	programs = atoi(text[5]);
	for (int i = ENTRY_TEXTS; i < n; i++)
		SanctAddText(release, i < ENTRY_TEXTS + programs ? &entry->programs : &entry->nationalities, text[i]);
	AddRowsAt(extension, release, entry, id, at, true);
	AddRowsAt(extension, release, entry, id, at, false);
	entry->primary_name = SanctStoreText(release, text[1]);
	SanctEndEntry(release, entry);
}

/* Add all entries of a list as they were in a release */
static void
AddEntriesAt(const Extension *extension, ListRelease *release, int32 list, int64 at)
{
	OwnScan		scan;

	SanctFindOwnRows(&scan, extension, OWN_ENTRY, ENTRY_LIST_ID, list);
	while (SanctNextOwnRow(&scan))
	{
		MemoryContext old = MemoryContextSwitchTo(release->scratch);

		CHECK_FOR_INTERRUPTS();
		AddEntryAt(extension, release, TextDatumGetCString(OwnDatum(&scan, ENTRY_LIST_UID)), OwnNumber(&scan, ENTRY_ID),
				   at);
		MemoryContextSwitchTo(old);
		MemoryContextReset(release->scratch);
	}
}

/* Take the hashes and the day of the release that is gone back to */
static void
TakeFiles(ListRelease *release, const KnownRelease *before)
{
	int			n;
	char	  **hex = Texts(before->sha256, &n);

	for (int i = 0; i < n && i < LIST_MAX_FILES; i++)
	{
		Datum		digits = hex[i] ? CStringGetTextDatum(hex[i]) : (Datum) 0;

		release->sha256[release->nfiles++] = hex[i] == NULL ? NULL :
			DatumGetByteaP(DirectFunctionCall2(binary_decode, digits, CStringGetTextDatum("hex")));
	}
	release->has_published = before->dated;
	release->published = before->published;
}

/* Take back the last release of a list: its key, who does it.  Return the row of the new release */
Datum
sanct_undo_release(PG_FUNCTION_ARGS)
{
	const Extension *extension = SanctExtensionOf(fcinfo->flinfo->fn_oid);
	const LoadedList *list = SanctFindList(fcinfo, true);
	ListRelease *release = SanctStartRelease(list->code, "", "");
	int			count;
	KnownRelease *releases = ReadKnownReleases(extension, list->id, &count);
	int			last = Effective(releases, count - 1);
	int			before = Effective(releases, last - 1);

	if (before < 0)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("list \"%s\" has no release before", SanctShown(list->code)),
				 errhint("sanct_retire_list takes the whole list back.")));
	release->max_removed = 1;
	release->undoes = releases[last].id;
	release->newest_seen = releases[count - 1].id;
	release->actor = PG_ARGISNULL(1) ? NULL : PG_GETARG_TEXT_PP(1);
	TakeFiles(release, &releases[before]);
	AddEntriesAt(extension, release, list->id, releases[before].id);
	return SanctPublishRelease(fcinfo, release);
}
