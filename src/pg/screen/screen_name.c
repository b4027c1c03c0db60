/*
 * Screening of one name through the index of the lists, as they are or were
 *
 * The names that match come from the index of sanct_name, and for the past from that of sanct_past_name as well;
 * what their entries are comes from their tables by number.  No statement is planned for it.
 */
#include "pg/screen/screen_name.h"

#include "funcapi.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/timestamp.h"

#include "pg/base/own_scan.h"
#include "pg/type/unread.h"
#include "name/reading/reading.h"
#include "name/reading/similarity.h"
#include "name/weight.h"

PG_FUNCTION_INFO_V1(sanct_screen);

/* Arguments of sanct_screen */
typedef enum Argument
{
	ARG_NAME, ARG_THRESHOLD, ARG_MAX_HITS, ARG_AS_OF, ARG_LISTS
} Argument;

/* Columns of the answer */
#define HIT_COLUMNS 10

/* A search for one name */
typedef struct Search
{
	const Extension *extension;
	const LoadedLists *lists;
	bool		past;			/* as the lists were when their releases in lists were in force */
	uint8		reading[SM_READING_MAX];
	ListHit    *hits;
	int			count;
	int			allocated;
} Search;

/* Was something that is valid from a release until another, 0 for none, so when a release was in force? */
static bool
WasInForce(int64 since, int64 until, int64 release)
{
	return since <= release && (until == 0 || until > release);
}

/* Sets what an entry was when a release was in force, if it was something else than now */
static void
ReadPastEntry(const Search *search, ListedEntry *entry, int64 release)
{
	OwnScan		scan;

	FindOwnRows(&scan, search->extension, OWN_PAST_ENTRY, PAST_ENTRY_ID, entry->id);
	while (NextOwnRow(&scan))
	{
		if (!WasInForce(OwnNumber(&scan, PAST_ENTRY_SINCE), OwnNumber(&scan, PAST_ENTRY_UNTIL), release))
			continue;
		entry->type = DatumGetTextPCopy(OwnDatum(&scan, PAST_ENTRY_TYPE));
		entry->programs = PointerGetDatum(PG_DETOAST_DATUM_COPY(OwnDatum(&scan, PAST_ENTRY_PROGRAMS)));
		entry->primary_name = DatumGetTextPCopy(OwnDatum(&scan, PAST_ENTRY_PRIMARY_NAME));
	}
}

/*
 * The entry that a name valid from since (0: as long as the entry) until another release (0: as long as the entry)
 * belongs to; NULL if it is, or was then, not listed under that name
 */
static ListedEntry *
ReadEntry(const Search *search, int64 id, int64 since, int64 until)
{
	ListedEntry *entry = NULL;
	OwnScan		scan;

	FindOwnRows(&scan, search->extension, OWN_ENTRY, ENTRY_ID, id);
	while (NextOwnRow(&scan))
	{
		LoadedList *list = FindLoadedList(search->lists, DatumGetInt32(OwnDatum(&scan, ENTRY_LIST_ID)));
		int64		delisted = OwnNumber(&scan, ENTRY_DELISTED_IN);
		int64		from = since != 0 ? since : OwnNumber(&scan, ENTRY_LISTED_IN);

		if (list == NULL || (search->past ? list->release == 0 ||
							 !WasInForce(from, until != 0 ? until : delisted, list->release) : delisted != 0))
			continue;
		entry = palloc(sizeof(ListedEntry));
		entry->id = id;
		entry->from = list;
		entry->list = cstring_to_text(list->code);
		entry->readers = list->readers;
		entry->uid = DatumGetTextPCopy(OwnDatum(&scan, ENTRY_LIST_UID));
		entry->type = DatumGetTextPCopy(OwnDatum(&scan, ENTRY_TYPE));
		entry->programs = PointerGetDatum(PG_DETOAST_DATUM_COPY(OwnDatum(&scan, ENTRY_PROGRAMS)));
		entry->primary_name = DatumGetTextPCopy(OwnDatum(&scan, ENTRY_PRIMARY_NAME));
		entry->changed_in = OwnNumber(&scan, ENTRY_CHANGED_IN);
	}
	if (entry != NULL && search->past)
		ReadPastEntry(search, entry, entry->from->release);
	return entry;
}

/* Adds a name that matches, if it is or was listed */
static void
AddName(Search *search, const OwnScan *scan, int64 until)
{
	text	   *string = DatumGetTextPP(OwnDatum(scan, NAME_ROW_NAME));
	ListedEntry *entry = ReadEntry(search, OwnNumber(scan, NAME_ROW_ENTRY_ID), OwnNumber(scan, NAME_ROW_SINCE), until);
	ListedName *name;
	ListHit    *hit;

	if (entry == NULL)
		return;
	if (search->count == search->allocated)
	{
		search->allocated = Max(16, 2 * search->allocated);
		search->hits = search->hits ? repalloc_huge(search->hits, search->allocated * sizeof(ListHit)) :
			palloc(search->allocated * sizeof(ListHit));
	}
	name = palloc(sizeof(ListedName));
	name->id = OwnNumber(scan, NAME_ROW_ID);
	name->entry = entry;
	name->weak = DatumGetBool(OwnDatum(scan, NAME_ROW_WEAK));
	name->reading = MakeReading(VARDATA_ANY(string), VARSIZE_ANY_EXHDR(string));
	hit = &search->hits[search->count++];
	hit->name = name;
	hit->similarity = sm_similarity(name->reading->data, search->reading);
	hit->weight = 0;
}

/* Finds the names of a table that match, and ranks their entries */
static void
SearchNames(Search *search, const char *name, int length, int threshold)
{
	Datum		query = PointerGetDatum(ReadQuery(name, length, threshold));
	OwnScan		scan;

	ReadName(search->reading, name, length);
	FindOwnNames(&scan, search->extension, OWN_NAME, query);
	while (NextOwnRow(&scan))
		AddName(search, &scan, 0);
	if (search->past)
	{
		FindOwnNames(&scan, search->extension, OWN_PAST_NAME, query);
		while (NextOwnRow(&scan))
			AddName(search, &scan, OwnNumber(&scan, NAME_ROW_UNTIL));
	}
	search->count = RankHits(search->hits, search->count);
	for (int i = 0; i < search->count; i++)
		search->hits[i].weight = sm_weight(search->hits[i].name->reading->data, search->reading);
}

/* See screen.h */
LoadedLists *
WholeLists(const Extension *extension)
{
	LoadedLists *lists = ReadLoadedLists(extension, NULL);

	if (AreKnownWhole(extension))
		return lists;
	CountListed(extension, lists);
	CheckWhole(lists);
	NoteWhole();
	return lists;
}

/* See screen.h */
int
FindListedByIndex(const Extension *extension, const char *name, int length, int threshold, ListHit **hits)
{
	Search		search = {.extension = extension, .lists = ReadLoadedLists(extension, NULL)};

	SearchNames(&search, name, length, threshold);
	*hits = search.hits;
	return search.count;
}

/* Adds a row of the answer */
static void
AddRow(ReturnSetInfo *result, const ListHit *hit)
{
	const ListedEntry *entry = hit->name->entry;
	SanctReading *reading = hit->name->reading;
	Datum		values[HIT_COLUMNS];
	bool		nulls[HIT_COLUMNS] = {false};

	values[0] = Int64GetDatum(entry->id);
	values[1] = PointerGetDatum(entry->list);
	values[2] = PointerGetDatum(entry->uid);
	values[3] = PointerGetDatum(entry->type);
	values[4] = entry->programs;
	values[5] = PointerGetDatum(entry->primary_name);
	values[6] = PointerGetDatum(cstring_to_text_with_len(SANCT_READING_NAME(reading), SANCT_READING_NAME_LENGTH(reading)));
	values[7] = BoolGetDatum(hit->name->weak);
	values[8] = Float4GetDatum((float4) hit->similarity / 1000);
	values[9] = Float4GetDatum((float4) hit->weight / SM_BIT);
	tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
}

/* Warns of a name that could not be read wholly */
static void
WarnUnread(text *name)
{
	uint8		reading[SM_READING_MAX];
	unsigned	notes = 0;

	ReadNameNoted(reading, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name), &notes);
	if (notes != 0)
		ereport(WARNING,
				(errcode(ERRCODE_SANCTIONS_UNREAD),
				 errmsg("the name could not be read wholly"),
				 errdetail("%s", WhyUnread(notes)),
				 errhint("That nothing is found does not say that nobody of that name is listed.")));
}

/*
 * The entries of the lists that match a name, see its comment in SQL; a NULL name matches none, other NULLs
 * but those of as_of, lists and types are errors
 */
Datum
sanct_screen(PG_FUNCTION_ARGS)
{
	Search		search = {0};
	ListFilter	filter;
	TimestampTz as_of;
	text	   *name;
	int			left;

	CheckArgumentCount(fcinfo, 7);
	CheckScreening(PG_ARGISNULL(ARG_THRESHOLD), PG_ARGISNULL(ARG_MAX_HITS),
				   PG_ARGISNULL(ARG_MAX_HITS) ? 0 : PG_GETARG_INT32(ARG_MAX_HITS));
	ReadListFilter(&filter, fcinfo, ARG_LISTS);
	InitMaterializedSRF(fcinfo, 0);
	if (PG_ARGISNULL(ARG_NAME))
		return (Datum) 0;
	name = PG_GETARG_TEXT_PP(ARG_NAME);
	search.extension = ExtensionOf(fcinfo->flinfo->fn_oid);
	search.past = !PG_ARGISNULL(ARG_AS_OF);
	as_of = search.past ? PG_GETARG_TIMESTAMPTZ(ARG_AS_OF) : 0;
	search.lists = WholeLists(search.extension);
	if (search.past)
		search.lists = ReadLoadedLists(search.extension, &as_of);
	CheckLoaded(search.lists, &filter, search.past ? &as_of : NULL);
	WarnUnread(name);
	SearchNames(&search, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name), ThousandthsOf(PG_GETARG_FLOAT4(ARG_THRESHOLD)));
	left = PG_GETARG_INT32(ARG_MAX_HITS);
	for (int i = 0; i < search.count && left > 0; i++)
		if (TakesHit(&filter, &search.hits[i]))
		{
			AddRow((ReturnSetInfo *) fcinfo->resultinfo, &search.hits[i]);
			left--;
		}
	return (Datum) 0;
}
