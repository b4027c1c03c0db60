/*
 * Hold each name of a table against the lists in memory
 *
 * The table is read with the rights of the caller, bound by its OID; the lists whoever calls.
 */
#include "postgres.h"

#include "pg/screen/screening.h"

#include "catalog/pg_type.h"
#include "common/hashfn.h"
#include "fmgr.h"
#include "lib/stringinfo.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/timestamp.h"

#include "pg/base/compat.h"
#include "pg/base/nearest.h"
#include "pg/base/own_scan.h"
#include "pg/base/progress.h"
#include "pg/base/shown.h"
#include "pg/base/table_query.h"
#include "pg/list/entry_links.h"
#include "pg/screen/facts.h"
#include "pg/screen/kept_lists.h"
#include "pg/type/checked.h"
#include "pg/type/read_name.h"
#include "pg/type/unread.h"

/* The arguments that all such functions begin with */
typedef enum Argument
{
	ARG_SUBJECTS, ARG_ID_COLUMN, ARG_NAME_COLUMN
} Argument;

/* Columns of the answer */
#define HIT_COLUMNS (2 + HIT_VALUES)
/* Ids told of names that could not be read, or compared */
#define NOTED_IDS 10
/* Entries whose links are looked up one by one, before it is read which have any */
#define LINKS_ONE_BY_ONE 64

/* Prepare to write values of a column as text; return its type below domains */
static Oid
PrepareOutput(Relation subjects, AttrNumber column, FmgrInfo *output)
{
	Oid			type = get_atttype(RelationGetRelid(subjects), column);
	Oid			function;
	bool		varlena;

	getTypeOutputInfo(type, &function, &varlena);
	fmgr_info(function, output);
	return getBaseType(type);
}

/* Anything but strings and readings is refused */
static void
CheckNameType(const Screening *screening, Relation subjects, const char *name)
{
	char		category;
	bool		preferred;

	get_type_category_preferred(screening->name_type, &category, &preferred);
	if (!screening->readings && category != TYPCATEGORY_STRING)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("column \"%s\" of relation \"%s\" has no names", name, RelationGetRelationName(subjects)),
				 errdetail("It is of type %s.", format_type_be(screening->name_type)),
				 errhint("Names are text, or a sanct_reading made of text.")));
}

/* See screening.h */
void
SanctStartScreening(Screening *screening, FunctionCallInfo fcinfo, Relation subjects)
{
	const char *id = NameStr(*PG_GETARG_NAME(ARG_ID_COLUMN));
	const char *name = NameStr(*PG_GETARG_NAME(ARG_NAME_COLUMN));
	AttrNumber	id_attribute = SanctFindColumn(subjects, id);
	AttrNumber	name_attribute = SanctFindColumn(subjects, name);

	screening->function = fcinfo->flinfo->fn_oid;
	screening->extension = SanctExtensionOf(screening->function);
	(void) PrepareOutput(subjects, id_attribute, &screening->id_output);
	screening->name_type = PrepareOutput(subjects, name_attribute, &screening->name_output);
	screening->readings = screening->name_type == screening->extension->reading_type;
	CheckNameType(screening, subjects, name);
	screening->columns = psprintf("s.%s, s.%s", pstrdup(quote_identifier(id)), quote_identifier(name));
	screening->places = 2;
	screening->table = quote_qualified_identifier(get_namespace_name(RelationGetNamespace(subjects)),
												  RelationGetRelationName(subjects));
	screening->max_hits = INT32_MAX;
	screening->part = screening->parts = 1;
	screening->result = (ReturnSetInfo *) fcinfo->resultinfo;
	screening->row = AllocSetContextCreate(CurrentMemoryContext, "screened row", ALLOCSET_DEFAULT_SIZES);
	screening->told = GetCurrentTimestamp();
	screening->rows_expected = subjects->rd_rel->reltuples;
	if (id_attribute == name_attribute)
		return;
	initStringInfo(&screening->unread.ids);
	initStringInfo(&screening->blank.ids);
}

/* See screening.h */
void
SanctTakeScreenedFacts(Screening *screening, FunctionCallInfo fcinfo, Relation subjects, int argument)
{
	StringInfoData columns;

	initStringInfo(&columns);
	appendStringInfoString(&columns, screening->columns);
	SanctTakeFactColumns(&screening->facts, fcinfo, argument, subjects, &columns, screening->places);
	screening->columns = columns.data;
	screening->places += screening->facts.count;
}

/* See screening.h */
List *
SanctAddScreenedColumns(Screening *screening, Relation subjects, const List *columns)
{
	StringInfoData query;
	List	   *places = NIL;
	ListCell   *cell;

	initStringInfo(&query);
	appendStringInfoString(&query, screening->columns);
	foreach(cell, columns)
	{
		Form_pg_attribute attribute = TupleDescAttr(RelationGetDescr(subjects), lfirst_int(cell) - 1);

		appendStringInfo(&query, ", s.%s", quote_identifier(NameStr(attribute->attname)));
		places = lappend_int(places, ++screening->places);
	}
	screening->columns = query.data;
	return places;
}

/* Entries that are linked with one */
typedef struct LinkedEntry
{
	int64		entry;			/* must be first: key of a hash table */
	bool		known;			/* they have been looked up */
	Datum		linked;
} LinkedEntry;

/* Prepare to look up links once for each entry */
static void
StartLinks(Screening *screening)
{
	HASHCTL		control = {
		.keysize = sizeof(int64), .entrysize = sizeof(LinkedEntry), .hcxt = CurrentMemoryContext
	};

	screening->linked = hash_create("linked entries", 256, &control, HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
}

/* See screening.h */
void
SanctLoadScreened(Screening *screening)
{
	bool		past = screening->filter.as_of != NULL;

	screening->lists = SanctGetPastLists(screening->function, screening->threshold, screening->filter.as_of);
	SanctCheckLoaded(screening->extension, SanctLoadedOf(screening->lists), &screening->filter);
	screening->weighing.extension = screening->extension;
	screening->weighing.subject = palloc0(sizeof(KnownFacts));
	screening->weighing.past = past;
	if (screening->facts.count > 0)
		SanctKeepFacts(&screening->weighing);
	StartLinks(screening);
	if (screening->facts.documents)
		screening->documents = SanctIndexDocuments(screening->extension, screening->lists, past);
}

/* Have an entry among those that may have links */
static LinkedEntry *
NoteLinked(const Screening *screening, int64 entry)
{
	bool		there;
	LinkedEntry *noted = hash_search(screening->linked, &entry, HASH_ENTER, &there);

	if (!there)
		noted->known = false;
	return noted;
}

/* Read which entries have links: most have none */
static void
ReadLinked(Screening *screening)
{
	OwnScan		links;

	SanctReadOwnTable(&links, screening->extension, OWN_LINK);
	while (SanctNextOwnRow(&links))
		(void) NoteLinked(screening, OwnNumber(&links, LINK_ENTRY_ID));
	screening->links_read = true;
}

/* The links of an entry */
static Datum
LinkedWith(Screening *screening, int64 entry)
{
	LinkedEntry *found;
	MemoryContext old;

	if (!screening->links_read && hash_get_num_entries(screening->linked) >= LINKS_ONE_BY_ONE)
		ReadLinked(screening);
	found = screening->links_read ? hash_search(screening->linked, &entry, HASH_FIND, NULL) :
		NoteLinked(screening, entry);
	if (found == NULL || found->known)
		return found != NULL ? found->linked : (Datum) 0;
	found->linked = (Datum) 0;
	found->known = true;
	old = MemoryContextSwitchTo(GetMemoryChunkContext(screening->linked));
	found->linked = SanctLinkedEntries(screening->extension, entry);
	MemoryContextSwitchTo(old);
	return found->linked;
}

/* See screening.h */
void
SanctAddHit(Screening *screening, const char *id, const SubjectField *field, const ListHit *hit)
{
	Datum		values[HIT_COLUMNS];
	bool		nulls[HIT_COLUMNS] = {false};
	ListHit		told = *hit;

	values[0] = id ? CStringGetTextDatum(id) : (Datum) 0;
	nulls[0] = id == NULL;
	values[1] = field ? PointerGetDatum(cstring_to_text_with_len(field->text, field->length)) : (Datum) 0;
	nulls[1] = field == NULL;
	told.linked = LinkedWith(screening, hit->name->entry->id);
	SanctTellHit(&told, field, values + 2, nulls + 2);
	tuplestore_putvalues(screening->result->setResult, screening->result->setDesc, values, nulls);
	screening->hits++;
}

/* See screening.h */
char *
SanctSubjectId(Screening *screening, TupleTableSlot *slot)
{
	bool		isnull;
	Datum		id = slot_getattr(slot, 1, &isnull);

	return isnull ? NULL : OutputFunctionCall(&screening->id_output, id);
}

/* Count a row and note its id, if it is one of the first */
static void
NoteRow(Screening *screening, NotedRows *noted, TupleTableSlot *slot)
{
	char	   *id;
	MemoryContext old;

	if (++noted->count > NOTED_IDS || noted->ids.data == NULL)
		return;
	id = SanctSubjectId(screening, slot);
	old = MemoryContextSwitchTo(GetMemoryChunkContext(noted->ids.data));
	appendStringInfo(&noted->ids, "%s%s", noted->count > 1 ? ", " : "", id ? SanctShown(id) : "NULL");
	MemoryContextSwitchTo(old);
}

/* See screening.h */
void
SanctNoteUnread(Screening *screening, TupleTableSlot *slot)
{
	NoteRow(screening, &screening->unread, slot);
}

/* Take the name out of a parsed name, which was read as one of two sides */
static void
TakeParsed(Datum value, ScreenedName *name)
{
	SanctReading *reading = (SanctReading *) PG_DETOAST_DATUM(value);

	(void) SanctGetReading(reading);
	name->text = SANCT_READING_NAME(reading);
	name->length = SANCT_READING_NAME_LENGTH(reading);
}

/* See screening.h */
bool
SanctReadSubject(Screening *screening, TupleTableSlot *slot, ScreenedName *name)
{
	bool		isnull;
	Datum		value = slot_getattr(slot, 2, &isnull);

	name->notes = 0;
	if (isnull)
		return false;
	if (screening->readings)
		TakeParsed(value, name);
	else if (screening->name_type == TEXTOID || screening->name_type == VARCHAROID)
	{
		text	   *string = DatumGetTextPP(value);

		name->text = VARDATA_ANY(string);
		name->length = VARSIZE_ANY_EXHDR(string);
	}
	else
	{
		name->text = OutputFunctionCall(&screening->name_output, value);
		name->length = strlen(name->text);
	}
	name->named = SanctReadNamed(&screening->facts, slot);
	(void) SanctReadScreened(name->reading, name->text, name->length, name->named, &name->notes);
	if (name->notes != 0)
		SanctNoteUnread(screening, slot);
	else if (SanctIsBlank(name->reading, name->notes))
		NoteRow(screening, &screening->blank, slot);
	return true;
}

/* See screening.h */
bool
SanctIsOfPart(Screening *screening, TupleTableSlot *slot)
{
	const char *id;

	if (screening->parts == 1)
		return true;
	id = SanctSubjectId(screening, slot);
	if (id == NULL)
		id = "";
	return hash_bytes((const unsigned char *) id, strlen(id)) % screening->parts == screening->part - 1;
}

/* Is an entry asked for, and has what screening looks at changed since what is asked for? */
static bool
IsWanted(const Screening *screening, const ListHit *hit)
{
	const ListedEntry *entry = hit->name->entry;
	int64		since = screening->since;

	if (screening->since_of != NULL)
		since = screening->since_of[entry->from - SanctLoadedOf(screening->lists)->list];
	return (entry->substance_in > since ||
			(screening->again != NULL && hash_search(screening->again, &entry->id, HASH_FIND, NULL) != NULL)) &&
		SanctTakesHit(&screening->filter, hit);
}

/* Leave the hits that are wanted; return how many */
static int
LeaveWanted(const Screening *screening, ListHit *hits, int count)
{
	int			n = 0;

	for (int i = 0; i < count; i++)
		if (IsWanted(screening, &hits[i]))
			hits[n++] = hits[i];
	return n;
}

/* Is an entry among hits? */
static bool
IsAmong(const ListHit *hits, int count, const ListedEntry *entry)
{
	for (int i = 0; i < count; i++)
		if (hits[i].name->entry->id == entry->id)
			return true;
	return false;
}

/* Entries that documents may have found */
typedef struct FoundEntries
{
	ListedEntry *entry;
	int			count;
} FoundEntries;

/* Add the entries that only documents of the subject have found; return how many hits there are */
static int
AddFound(const Screening *screening, const FoundEntries *found, ListHit **hits, int count)
{
	ListHit    *all = palloc_extended((count + found->count) * sizeof(ListHit), MCXT_ALLOC_HUGE);
	int			n = count;

	if (count > 0)
		memcpy(all, *hits, count * sizeof(ListHit));
	for (int i = 0; i < found->count; i++)
		if (!IsAmong(all, count, &found->entry[i]) &&
			SanctWeighDocument(&screening->weighing, &found->entry[i], palloc(sizeof(ListedName)), &all[n]) &&
			IsWanted(screening, &all[n]))
			n++;
	if (n > count)
		SanctSortWeighed(all, n);
	*hits = all;
	return n;
}

/* Find the hits of a row, weighed by what it says; name is NULL for none.  Facts are read where they may count */
static int
FindRowHits(Screening *screening, TupleTableSlot *slot, const ScreenedName *name, ListHit **hits)
{
	KnownFacts *known = palloc0(sizeof(KnownFacts));
	uint64	   *faults = SanctFactFaults(&screening->facts);
	FoundEntries found = {.count = 0};
	int			n = name ? SanctFindListed(screening->lists, name->reading, screening->threshold,
											   screening->filter.strong, hits) : 0;

	n = LeaveWanted(screening, *hits, n);
	if (screening->documents != NULL)
	{
		SanctReadDocuments(&screening->facts, slot, known);
		found.count = SanctLookUpDocuments(screening->documents, &known->facts, &found.entry);
	}
	if (screening->facts.count == 0 || n + found.count == 0)
		return n;
	SanctReadOtherFacts(&screening->facts, slot, known);
	screening->unread_facts = SanctNewFaults(&screening->facts, faults);
	screening->weighing.subject = known;
	screening->weighing.name = name ? name->reading : NULL;
	SanctWeighHits(&screening->weighing, *hits, n);
	return found.count > 0 ? AddFound(screening, &found, hits, n) : n;
}

/* Add the hits of a row */
static void
AddHits(Screening *screening, TupleTableSlot *slot, const ScreenedName *name)
{
	ListHit    *hits = NULL;
	int			n = FindRowHits(screening, slot, name, &hits);
	SubjectField field;
	char	   *id;

	if (screening->found != NULL)
	{
		if (n > 0 || (name != NULL && name->notes != 0))
			screening->found(screening, slot, name, hits, n);
		return;
	}
	id = n > 0 ? SanctSubjectId(screening, slot) : NULL;
	if (name != NULL)
		field = (SubjectField) {name->text, name->length, name->named};
	for (int i = 0; i < Min(n, screening->max_hits); i++)
		SanctAddHit(screening, id, name ? &field : NULL, &hits[i]);
}

/* How far it is, by the number of rows that statistics say there are; nothing where they say nothing, or too few */
static const char *
ShareDone(const Screening *screening)
{
	if (screening->rows_expected < (double) screening->rows)
		return "";
	return psprintf(" of about %.0f, %.0f %%", screening->rows_expected,
					100 * (double) screening->rows / screening->rows_expected);
}

/* Tell how far it is, now and then */
static void
TellProgress(Screening *screening)
{
	if (!SanctIsToBeTold(&screening->told))
		return;
	ereport(NOTICE,
			(errmsg("screened %llu rows%s of %s: %s", (unsigned long long) screening->rows, ShareDone(screening),
					screening->table, SanctCounted((int64) screening->hits, "hit", "hits"))));
}

/* See screening.h */
void
SanctScreenSubject(TupleTableSlot *slot, void *argument)
{
	Screening  *screening = argument;
	MemoryContext old = MemoryContextSwitchTo(screening->row);
	ScreenedName name;

	CHECK_FOR_INTERRUPTS();
	if (SanctIsOfPart(screening, slot))
	{
		bool		named = SanctReadSubject(screening, slot, &name);

		if (named || screening->documents != NULL)
			AddHits(screening, slot, named ? &name : NULL);
	}
	MemoryContextSwitchTo(old);
	MemoryContextReset(screening->row);
	if (++screening->rows % PROGRESS_ROWS == 0)
		TellProgress(screening);
}

/* See screening.h */
void
SanctScreenAll(Screening *screening, Relation subjects)
{
	TableQuery *query = SanctPlanTableQuery(subjects, psprintf("SELECT %s", screening->columns));

	SanctHoldLists(screening->lists);
	PG_TRY();
	{
		SanctRunTableQuery(query, SanctScreenSubject, screening);
	}
	PG_FINALLY();
	{
		SanctLetGoLists(screening->lists);
	}
	PG_END_TRY();
}

/* The ids of noted rows for a DETAIL, NULL: none */
static const char *
NotedIds(const NotedRows *noted)
{
	return noted->ids.data == NULL ? NULL :
		psprintf("By id: %s%s.", noted->ids.data, noted->count > NOTED_IDS ? " and others" : "");
}

/* Warn of names that have no letter */
static void
WarnOfBlank(const Screening *screening)
{
	unsigned long long count = screening->blank.count;
	const char *ids = NotedIds(&screening->blank);

	if (count > 0)
		ereport(WARNING,
				(errcode(ERRCODE_SANCTIONS_UNREAD),
				 errmsg_plural("%llu name of %s has nothing to compare", "%llu names of %s have nothing to compare",
							   (unsigned long) count, count, screening->table),
				 errdetail_plural("It has no letter.%s%s", "They have no letter.%s%s", (unsigned long) count,
								  ids ? " " : "", ids ? ids : ""),
				 errhint("That nothing is found for them does not say that nobody of that name is listed.")));
}

/* See screening.h */
void
SanctWarnOfUnread(const Screening *screening)
{
	unsigned long long count = screening->unread.count;
	const char *ids = NotedIds(&screening->unread);

	SanctWarnOfFactColumns(&screening->facts, screening->table);
	WarnOfBlank(screening);
	if (count == 0)
		return;
	ereport(WARNING,
			(errcode(ERRCODE_SANCTIONS_UNREAD),
			 screening->texts ?
			 errmsg_plural("%llu text of %s could not be read wholly", "%llu texts of %s could not be read wholly",
						   (unsigned long) count, count, screening->table) :
			 errmsg_plural("%llu name of %s could not be read wholly", "%llu names of %s could not be read wholly",
						   (unsigned long) count, count, screening->table),
			 ids ? errdetail("%s", ids) : 0,
			 errhint("That nothing is found for them does not say that nobody of that name is listed.")));
}
