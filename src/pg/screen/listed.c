/*
 * The current names of all lists in the memory of a backend.
 *
 * They are read once and kept until a list changes: triggers on the tables send an invalidation
 * with the transaction that changes them, and a snapshot taken after it has come sees the change.
 * So what has been read by a fresh snapshot is good as long as nothing is told.  A transaction whose
 * isolation wants one snapshot throughout reads by that one.  If it has been told of no change since it
 * began, what it reads is what a fresh snapshot would show, or the change will yet be told; else what it
 * reads is good for itself only.
 *
 * All of this rests on the triggers: where one of them has been disabled, nothing is kept.
 *
 * Transactions become visible a moment before their invalidations arrive; what begins in that
 * moment still finds what was listed before, as if it had begun a moment earlier.
 */
#include "postgres.h"

#include "pg/screen/listed.h"

#include "access/table.h"
#include "access/xact.h"
#include "catalog/pg_collation.h"
#include "commands/trigger.h"
#include "miscadmin.h"
#include "storage/lock.h"
#include "storage/predicate.h"
#include "storage/proc.h"
#include "utils/builtins.h"
#include "utils/datum.h"
#include "utils/hsearch.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"
#include "utils/varlena.h"

#include "name/lookup/names_index.h"
#include "name/reading/similarity.h"
#include "pg/base/compat.h"
#include "pg/base/own_scan.h"

PG_FUNCTION_INFO_V1(sanct_list_changed);

/* The tables that are watched */
static const OwnTable watched_tables[] = {OWN_LIST, OWN_RELEASE, OWN_ENTRY, OWN_NAME};

#define LIST_TABLES lengthof(watched_tables)

struct ListMatcher
{
	MemoryContext context;		/* of all below */
	Oid			function;			/* that it was made for, and its extension */
	Oid			extension;
	LocalTransactionId good_for;	/* the only transaction, or invalid: any */
	LocalTransactionId ahead_of;	/* the transaction that read it newer than its snapshot, or invalid */
	bool		watched;		/* the triggers tell of changes */
	int			holders;
	bool		dropped;		/* goes with its last holder */
	LoadedLists *loaded;
	text	  **code;			/* of each of them */
	HTAB	   *entries;
	ListedName *name;
	uint32		count;
	uint32		allocated;
	const uint8 **reading;		/* of each name */
	SmNamesIndex	matcher;
};

/* What the backend keeps, or NULL */
static ListMatcher *kept = NULL;

/* The tables to watch; until they are known, all are */
static Oid	watched[LIST_TABLES];

/* It was told that a list has changed since what is kept was read; and the last transaction that was told so */
static bool changed = false;
static LocalTransactionId told_in = InvalidLocalTransactionId;

/* The lists have been counted, and were whole, since anything was told */
static bool whole = false;

/* Preloaded libraries start where there is no transaction yet, nor a process to have one */
static void
NoteChange(void)
{
	changed = true;
	whole = false;
	told_in = MyProc ? SanctLocalTransactionId() : InvalidLocalTransactionId;
}

/* A relation has changed in any way, or all may have */
static void
RelationChanged(Datum arg, Oid relation)
{
	bool		ours = !OidIsValid(relation) || !OidIsValid(watched[0]);

	for (int i = 0; i < LIST_TABLES; i++)
		ours = ours || relation == watched[i];
	if (ours)
		NoteChange();
}

/* See matcher.h */
void
WatchLists(void)
{
	/* what this transaction was told before is not known */
	NoteChange();
	CacheRegisterRelcacheCallback(RelationChanged, (Datum) 0);
}

/* See matcher.h */
bool
AreKnownWhole(const Extension *extension)
{
	for (int i = 0; i < LIST_TABLES; i++)
	{
		whole = whole && watched[i] == extension->table[watched_tables[i]];
		watched[i] = extension->table[watched_tables[i]];
	}
	return whole;
}

/* See matcher.h */
void
NoteWhole(void)
{
	/* an older snapshot says nothing about later ones */
	whole = !IsolationUsesXactSnapshot();
}

/* Trigger on each of the tables: tells this backend after the command, the others after the transaction */
Datum
sanct_list_changed(PG_FUNCTION_ARGS)
{
	TriggerData *trigger = (TriggerData *) fcinfo->context;

	if (!CALLED_AS_TRIGGER(fcinfo))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("function \"%s\" was not called by trigger manager", "sanct_list_changed")));
	CacheInvalidateRelcacheByRelid(RelationGetRelid(trigger->tg_relation));
	PG_RETURN_POINTER(TRIGGER_FIRED_BY_UPDATE(trigger->tg_event) ? trigger->tg_newtuple : trigger->tg_trigtuple);
}

static HTAB *
MakeTable(const char *name, Size key, Size entry, MemoryContext context)
{
	HASHCTL		control = {.keysize = key, .entrysize = entry, .hcxt = context};

	return hash_create(name, 1024, &control, HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
}

static text *
TextColumn(const OwnScan *scan, int column)
{
	return DatumGetTextPCopy(OwnDatum(scan, column));
}

/* Read the entries that are on a list */
static void
ReadEntries(ListMatcher *lists, const Extension *extension)
{
	OwnScan		scan;

	lists->entries = MakeTable("listed entries", sizeof(int64), sizeof(ListedEntry), lists->context);
	ReadOwnTable(&scan, extension, OWN_ENTRY);
	while (NextOwnRow(&scan))
	{
		int64		id = OwnNumber(&scan, ENTRY_ID);
		LoadedList *list = FindLoadedList(lists->loaded, DatumGetInt32(OwnDatum(&scan, ENTRY_LIST_ID)));
		ListedEntry *entry;

		if (list == NULL || OwnNumber(&scan, ENTRY_DELISTED_IN) != 0)
			continue;
		entry = hash_search(lists->entries, &id, HASH_ENTER, NULL);
		entry->from = list;
		entry->list = lists->code[list - lists->loaded->list];
		entry->readers = list->readers;
		entry->uid = TextColumn(&scan, ENTRY_LIST_UID);
		entry->type = TextColumn(&scan, ENTRY_TYPE);
		entry->programs = PointerGetDatum(PG_DETOAST_DATUM_COPY(OwnDatum(&scan, ENTRY_PROGRAMS)));
		entry->primary_name = TextColumn(&scan, ENTRY_PRIMARY_NAME);
		entry->changed_in = OwnNumber(&scan, ENTRY_CHANGED_IN);
		list->found_entries++;
	}
}

/* Room for one more name */
static ListedName *
NextName(ListMatcher *lists)
{
	if (lists->count == lists->allocated)
	{
		if (lists->count >= SM_MEMBERS_MAX / 2)
			ereport(ERROR,
					(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("too many listed names")));
		lists->allocated *= 2;
		lists->name = repalloc_huge(lists->name, lists->allocated * sizeof(ListedName));
	}
	return &lists->name[lists->count++];
}

/* Read and parse the names of these entries */
static void
ReadNames(ListMatcher *lists, const Extension *extension)
{
	OwnScan		scan;

	lists->allocated = 1024;
	lists->name = palloc(lists->allocated * sizeof(ListedName));
	ReadOwnTable(&scan, extension, OWN_NAME);
	while (NextOwnRow(&scan))
	{
		int64		id = OwnNumber(&scan, NAME_ROW_ENTRY_ID);
		ListedEntry *entry = hash_search(lists->entries, &id, HASH_FIND, NULL);
		ListedName *name;
		Datum		value;
		text	   *string;

		if (entry == NULL)
			continue;
		value = OwnDatum(&scan, NAME_ROW_NAME);
		string = DatumGetTextPP(value);
		name = NextName(lists);
		name->id = OwnNumber(&scan, NAME_ROW_ID);
		name->entry = entry;
		name->weak = DatumGetBool(OwnDatum(&scan, NAME_ROW_WEAK));
		name->reading = MakeReading(VARDATA_ANY(string), VARSIZE_ANY_EXHDR(string));
		if ((Pointer) string != DatumGetPointer(value))
			pfree(string);
		entry->from->found_names++;
	}
}

static void *
Allocate(size_t size)
{
	return palloc_extended(size, MCXT_ALLOC_HUGE);
}

static void
Pause(void)
{
	CHECK_FOR_INTERRUPTS();
}

static const SmMemory memory = {Allocate, pfree, Pause};

/* Make the matcher of all names that the active snapshot sees on the lists, in a context of its own */
static ListMatcher *
LoadLists(const Extension *extension, int threshold)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext, "sanctmatch lists",
												  ALLOCSET_DEFAULT_SIZES);
	MemoryContext old = MemoryContextSwitchTo(context);
	ListMatcher *lists = palloc0(sizeof(ListMatcher));

	lists->context = context;
	lists->extension = extension->oid;
	lists->loaded = ReadLoadedLists(extension, NULL);
	lists->code = palloc((lists->loaded->count + 1) * sizeof(text *));
	for (int i = 0; i < lists->loaded->count; i++)
		lists->code[i] = cstring_to_text(lists->loaded->list[i].code);
	ReadEntries(lists, extension);
	ReadNames(lists, extension);
	CheckWhole(lists->loaded);
	lists->reading = Allocate((lists->count + 1) * sizeof(uint8 *));
	for (uint32 i = 0; i < lists->count; i++)
		lists->reading[i] = lists->name[i].reading->data;
	sm_names_index_build(&lists->matcher, &memory, lists->reading, lists->count, threshold);
	MemoryContextSwitchTo(old);
	return lists;
}

/* Does the trigger of a table fire whoever changes it?  Warn if not */
static bool
IsWatched(Relation relation)
{
	const char *table = RelationGetRelationName(relation);
	const char *name = psprintf("%s_changed", table);
	bool		fires = false;

	for (int i = 0; relation->trigdesc != NULL && i < relation->trigdesc->numtriggers; i++)
	{
		const Trigger *trigger = &relation->trigdesc->triggers[i];

		fires = fires || (strcmp(trigger->tgname, name) == 0 && trigger->tgenabled == TRIGGER_FIRES_ALWAYS);
	}
	if (!fires)
		ereport(WARNING,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("trigger \"%s\" of table \"%s\" is not enabled for all sessions", name, table),
				 errdetail("Changes of the lists may go unnoticed, so they are read anew each time."),
				 errhint("ALTER TABLE %s ENABLE ALWAYS TRIGGER %s;",
						 quote_qualified_identifier(get_namespace_name(RelationGetNamespace(relation)), table),
						 quote_identifier(name))));
	return fires;
}

/* Keep the lists as they are now, or as the transaction sees them */
static void
KeepLists(const Extension *extension, Relation *relation, int threshold, bool now)
{
	bool		fresh = now || (!IsolationUsesXactSnapshot() && !IsInParallelMode());
	bool		settled = fresh || (!IsolationIsSerializable() && !IsInParallelMode() &&
									told_in != SanctLocalTransactionId());
	ListMatcher *lists;

	changed = false;
	PushActiveSnapshot(fresh ? GetLatestSnapshot() : GetActiveSnapshot());
	lists = LoadLists(extension, threshold);
	PopActiveSnapshot();
	lists->watched = true;
	for (int i = 0; i < LIST_TABLES; i++)
		lists->watched &= IsWatched(relation[i]);
	lists->good_for = settled ? InvalidLocalTransactionId : SanctLocalTransactionId();
	lists->ahead_of = now && IsolationUsesXactSnapshot() ? SanctLocalTransactionId() : InvalidLocalTransactionId;
	MemoryContextSetParent(lists->context, CacheMemoryContext);
	kept = lists;
	/* a parallel query reads by a snapshot that later commands of the transaction do not have */
	if (!settled && !IsolationUsesXactSnapshot())
		changed = true;
}

/* Keep nothing any longer */
static void
DropKept(void)
{
	ListMatcher *lists = kept;

	kept = NULL;
	if (lists == NULL)
		return;
	lists->dropped = true;
	if (lists->holders == 0)
		MemoryContextDelete(lists->context);
}

/* Is what is kept good for this transaction and a threshold? */
static bool
IsGood(Oid extension, int threshold, bool now)
{
	if (kept != NULL && (now ? kept->good_for : kept->ahead_of) != InvalidLocalTransactionId &&
		(now || kept->ahead_of == SanctLocalTransactionId()))
		return false;
	/* a serializable transaction must read the rows itself, for its conflicts to be found */
	if (kept != NULL && !now && IsolationIsSerializable() && kept->good_for != SanctLocalTransactionId())
		return false;
	return kept != NULL && kept->watched && !changed && kept->extension == extension && kept->matcher.threshold <= threshold &&
		(kept->good_for == InvalidLocalTransactionId || kept->good_for == SanctLocalTransactionId());
}

/* The matcher of the lists as they are now, or as the transaction sees them; NULL if it is not in memory and not to be loaded */
static ListMatcher *
GetLists(Oid function, int threshold, bool now, bool load)
{
	const Extension *extension;
	Relation	relation[LIST_TABLES];

	/* row by row nothing more is done than to hear whether anything has changed */
	if (now && kept != NULL && kept->function == function)
	{
		AcceptInvalidationMessages();
		if (IsGood(kept->extension, threshold, now))
			return kept;
	}
	extension = ExtensionOf(function);
	for (int i = 0; i < LIST_TABLES; i++)
	{
		watched[i] = extension->table[watched_tables[i]];
		relation[i] = OpenOwnTable(extension, watched_tables[i], AccessShareLock);
		if (IsolationIsSerializable() && !now)
			PredicateLockRelation(relation[i], GetActiveSnapshot());
	}
	/* the locks bring what was told by others, but not if they are held already */
	AcceptInvalidationMessages();
	if (!IsGood(extension->oid, threshold, now) && load)
	{
		DropKept();
		KeepLists(extension, relation, Min(threshold, SM_THRESHOLD), now);
		kept->function = function;
	}
	for (int i = 0; i < LIST_TABLES; i++)
		table_close(relation[i], NoLock);
	/* what has been told while they were loaded counts from the next call on */
	return load || IsGood(extension->oid, threshold, now) ? kept : NULL;
}

/* See matcher.h */
ListMatcher *
GetListMatcher(Oid function, int threshold)
{
	return GetLists(function, threshold, false, true);
}

/* See matcher.h */
ListMatcher *
GetListsOfNow(Oid function, int threshold, bool load)
{
	return GetLists(function, threshold, true, load);
}

/* See matcher.h */
ListMatcher *
HoldListMatcher(ListMatcher *lists)
{
	lists->holders++;
	return lists;
}

/* See matcher.h */
void
ReleaseListMatcher(ListMatcher *lists)
{
	if (--lists->holders == 0 && lists->dropped)
		MemoryContextDelete(lists->context);
}

/* See matcher.h */
const LoadedLists *
LoadedOf(ListMatcher *lists)
{
	return lists->loaded;
}

/* See matcher.h */
uint32
ListedNames(ListMatcher *lists, const ListedName **names)
{
	*names = lists->name;
	return lists->count;
}

/* See matcher.h */
int
CompareHits(const ListHit *x, const ListHit *y)
{
	if (x->name->entry->id != y->name->entry->id)
		return x->name->entry->id < y->name->entry->id ? -1 : 1;
	if (x->similarity != y->similarity)
		return x->similarity > y->similarity ? -1 : 1;
	if (x->name->weak != y->name->weak)
		return x->name->weak ? 1 : -1;
	return x->name->id < y->name->id ? -1 : x->name->id > y->name->id;
}

static int
CompareNames(const void *a, const void *b)
{
	return CompareHits(a, b);
}

static int
CompareTexts(const text *a, const text *b)
{
	return varstr_cmp(VARDATA_ANY(a), VARSIZE_ANY_EXHDR(a), VARDATA_ANY(b), VARSIZE_ANY_EXHDR(b),
					  DEFAULT_COLLATION_OID);
}

/* Order of the entries: the most similar first, then by list and by its own id */
static int
CompareEntries(const void *a, const void *b)
{
	const ListHit *x = a;
	const ListHit *y = b;
	int			order;

	if (x->similarity != y->similarity)
		return x->similarity > y->similarity ? -1 : 1;
	order = CompareTexts(x->name->entry->list, y->name->entry->list);
	return order != 0 ? order : CompareTexts(x->name->entry->uid, y->name->entry->uid);
}

/* See matcher.h */
bool
TakesHit(const ListFilter *filter, const ListHit *hit)
{
	const ListedEntry *entry = hit->name->entry;

	return IsShown(entry->readers) && IsAsked(filter->lists, entry->from->code) &&
		(filter->types == NIL || IsAsked(filter->types, text_to_cstring(entry->type)));
}

/* See matcher.h */
int
RankHits(ListHit *hits, int count)
{
	int			n = 0;

	qsort(hits, count, sizeof(ListHit), CompareNames);
	for (int i = 0; i < count; i++)
		if (n == 0 || hits[n - 1].name->entry->id != hits[i].name->entry->id)
			hits[n++] = hits[i];
	qsort(hits, n, sizeof(ListHit), CompareEntries);
	return n;
}

/* See matcher.h */
int
FindListed(ListMatcher *lists, const uint8 *reading, int threshold, ListHit **hits)
{
	MemoryContext old = MemoryContextSwitchTo(lists->context);
	uint32		found = sm_names_index_find(&lists->matcher, reading, threshold);
	ListHit    *hit;
	SmQuery		query;
	int			n;

	MemoryContextSwitchTo(old);
	*hits = NULL;
	if (found == 0)
		return 0;
	*hits = hit = palloc_extended(found * sizeof(ListHit), MCXT_ALLOC_HUGE);
	sm_query_prepare(&query, reading);
	for (uint32 i = 0; i < found; i++)
	{
		hit[i].name = &lists->name[lists->matcher.found[i]];
		hit[i].similarity = sm_query_similarity(&query, hit[i].name->reading->data);
	}
	n = RankHits(hit, found);
	for (int i = 0; i < n; i++)
		hit[i].weight = sm_weight(hit[i].name->reading->data, reading);
	return n;
}
