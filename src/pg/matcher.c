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
#include "pg/matcher.h"

#include "access/genam.h"
#include "access/htup_details.h"
#include "access/table.h"
#include "access/tableam.h"
#include "access/xact.h"
#include "catalog/dependency.h"
#include "catalog/indexing.h"
#include "catalog/pg_class.h"
#include "catalog/pg_collation.h"
#include "catalog/pg_depend.h"
#include "catalog/pg_extension.h"
#include "catalog/pg_proc.h"
#include "commands/trigger.h"
#include "executor/tuptable.h"
#include "miscadmin.h"
#include "storage/lock.h"
#include "storage/predicate.h"
#include "storage/proc.h"
#include "utils/builtins.h"
#include "utils/datum.h"
#include "utils/fmgroids.h"
#include "utils/hsearch.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"
#include "utils/varlena.h"

#include "name/matcher.h"

PG_FUNCTION_INFO_V1(sanct_list_changed);

/* The tables that are read, in this order */
typedef enum ListTable
{
	TABLE_LIST, TABLE_ENTRY, TABLE_NAME, LIST_TABLES
} ListTable;

static const char *const table_names[LIST_TABLES] = {"sanct_list", "sanct_entry", "sanct_name"};

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
	HTAB	   *entries;
	ListedName *name;
	uint32		count;
	uint32		allocated;
	const uint8 **reading;		/* of each name */
	SmMatcher	matcher;
};

/* What the backend keeps, or NULL */
static ListMatcher *kept = NULL;

/* The tables to watch; until they are known, all are */
static Oid	watched[LIST_TABLES];

/* It was told that a list has changed since what is kept was read; and the last transaction that was told so */
static bool changed = false;
static LocalTransactionId told_in = InvalidLocalTransactionId;

/* Preloaded libraries start where there is no transaction yet, nor a process to have one */
static void
NoteChange(void)
{
	changed = true;
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

/*
 * Find the tables among the extension's members: by name alone they might be others, that the
 * owner of the schema has put there
 */
static void
FindTables(Oid extension)
{
	Relation	depend = table_open(DependRelationId, AccessShareLock);
	ScanKeyData key[2];
	SysScanDesc scan;
	HeapTuple	tuple;

	memset(watched, 0, sizeof(watched));
	ScanKeyInit(&key[0], Anum_pg_depend_refclassid, BTEqualStrategyNumber, F_OIDEQ,
				ObjectIdGetDatum(ExtensionRelationId));
	ScanKeyInit(&key[1], Anum_pg_depend_refobjid, BTEqualStrategyNumber, F_OIDEQ,
				ObjectIdGetDatum(extension));
	scan = systable_beginscan(depend, DependReferenceIndexId, true, NULL, 2, key);
	while (HeapTupleIsValid(tuple = systable_getnext(scan)))
	{
		Form_pg_depend row = (Form_pg_depend) GETSTRUCT(tuple);
		char	   *name;

		if (row->classid != RelationRelationId || row->deptype != DEPENDENCY_EXTENSION ||
			(name = get_rel_name(row->objid)) == NULL)
			continue;
		for (int i = 0; i < LIST_TABLES; i++)
			if (strcmp(name, table_names[i]) == 0)
				watched[i] = row->objid;
	}
	systable_endscan(scan);
	table_close(depend, AccessShareLock);
	for (int i = 0; i < LIST_TABLES; i++)
		if (!OidIsValid(watched[i]))
			ereport(ERROR,
					(errcode(ERRCODE_UNDEFINED_TABLE),
					 errmsg("table \"%s\" of the extension does not exist", table_names[i])));
}

/* A table being read: some of its columns */
#define READ_COLUMNS 8

typedef struct Reader
{
	TableScanDesc scan;
	TupleTableSlot *slot;
	AttrNumber	column[READ_COLUMNS];
} Reader;

static void
StartReading(Reader *reader, Relation relation, const char *const *columns)
{
	for (int i = 0; i < READ_COLUMNS && columns[i] != NULL; i++)
	{
		reader->column[i] = get_attnum(RelationGetRelid(relation), columns[i]);
		if (reader->column[i] == InvalidAttrNumber)
			ereport(ERROR,
					(errcode(ERRCODE_UNDEFINED_COLUMN),
					 errmsg("column \"%s\" of table \"%s\" does not exist", columns[i],
							RelationGetRelationName(relation))));
	}
	reader->slot = table_slot_create(relation, NULL);
	reader->scan = SanctBeginTableScan(relation, GetActiveSnapshot(), 0, NULL);
}

/* Move to the next row; false at the end, when all is closed */
static bool
ReadRow(Reader *reader)
{
	CHECK_FOR_INTERRUPTS();
	if (table_scan_getnextslot(reader->scan, ForwardScanDirection, reader->slot))
		return true;
	table_endscan(reader->scan);
	ExecDropSingleTupleTableSlot(reader->slot);
	return false;
}

/* A column of the row; only delisted_in may be NULL */
static Datum
Column(const Reader *reader, int column)
{
	bool		isnull;

	return slot_getattr(reader->slot, reader->column[column], &isnull);
}

static text *
TextColumn(const Reader *reader, int column)
{
	return DatumGetTextPCopy(Column(reader, column));
}

/* The codes of the lists by their ids */
typedef struct ListCode
{
	int32		id;				/* must be first: key of a hash table */
	text	   *code;
} ListCode;

static HTAB *
MakeTable(const char *name, Size key, Size entry, MemoryContext context)
{
	HASHCTL		control = {.keysize = key, .entrysize = entry, .hcxt = context};

	return hash_create(name, 1024, &control, HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
}

static HTAB *
ReadLists(Relation relation)
{
	static const char *const columns[READ_COLUMNS] = {"id", "code"};
	HTAB	   *codes = MakeTable("lists", sizeof(int32), sizeof(ListCode), CurrentMemoryContext);
	Reader		reader;

	StartReading(&reader, relation, columns);
	while (ReadRow(&reader))
	{
		int32		id = DatumGetInt32(Column(&reader, 0));
		ListCode   *code = hash_search(codes, &id, HASH_ENTER, NULL);

		code->code = TextColumn(&reader, 1);
	}
	return codes;
}

/* Read the entries that are on a list */
static void
ReadEntries(ListMatcher *lists, Relation relation, HTAB *codes)
{
	static const char *const columns[READ_COLUMNS] = {
		"id", "list_id", "list_uid", "type", "programs", "primary_name", "delisted_in", "changed_in"
	};
	Reader		reader;

	lists->entries = MakeTable("listed entries", sizeof(int64), sizeof(ListedEntry), lists->context);
	StartReading(&reader, relation, columns);
	while (ReadRow(&reader))
	{
		int64		id = DatumGetInt64(Column(&reader, 0));
		int32		list = DatumGetInt32(Column(&reader, 1));
		ListCode   *code = hash_search(codes, &list, HASH_FIND, NULL);
		ListedEntry *entry;
		bool		listed;

		slot_getattr(reader.slot, reader.column[6], &listed);
		if (!listed || code == NULL)
			continue;
		entry = hash_search(lists->entries, &id, HASH_ENTER, NULL);
		entry->list = code->code;
		entry->uid = TextColumn(&reader, 2);
		entry->type = TextColumn(&reader, 3);
		entry->programs = PointerGetDatum(PG_DETOAST_DATUM_COPY(Column(&reader, 4)));
		entry->primary_name = TextColumn(&reader, 5);
		entry->changed_in = DatumGetInt64(Column(&reader, 7));
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
ReadNames(ListMatcher *lists, Relation relation)
{
	static const char *const columns[READ_COLUMNS] = {"id", "entry_id", "name", "weak"};
	Reader		reader;

	lists->allocated = 1024;
	lists->name = palloc(lists->allocated * sizeof(ListedName));
	StartReading(&reader, relation, columns);
	while (ReadRow(&reader))
	{
		int64		id = DatumGetInt64(Column(&reader, 1));
		ListedEntry *entry = hash_search(lists->entries, &id, HASH_FIND, NULL);
		ListedName *name;
		text	   *string;

		if (entry == NULL)
			continue;
		string = DatumGetTextPP(Column(&reader, 2));
		name = NextName(lists);
		name->id = DatumGetInt64(Column(&reader, 0));
		name->entry = entry;
		name->weak = DatumGetBool(Column(&reader, 3));
		name->reading = MakeReading(VARDATA_ANY(string), VARSIZE_ANY_EXHDR(string));
		if ((Pointer) string != DatumGetPointer(Column(&reader, 2)))
			pfree(string);
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

/* Make the matcher of all names that the active snapshot sees on the lists, in a context of its own */
static ListMatcher *
LoadLists(Oid extension, Relation *relation, int threshold)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext, "sanctmatch lists",
												  ALLOCSET_DEFAULT_SIZES);
	MemoryContext old = MemoryContextSwitchTo(context);
	ListMatcher *lists = palloc0(sizeof(ListMatcher));

	lists->context = context;
	lists->extension = extension;
	ReadEntries(lists, relation[TABLE_ENTRY], ReadLists(relation[TABLE_LIST]));
	ReadNames(lists, relation[TABLE_NAME]);
	lists->reading = Allocate((lists->count + 1) * sizeof(uint8 *));
	for (uint32 i = 0; i < lists->count; i++)
		lists->reading[i] = lists->name[i].reading->data;
	sm_matcher_build(&lists->matcher, Allocate, pfree, Pause, lists->reading, lists->count, threshold);
	MemoryContextSwitchTo(old);
	return lists;
}

/* Does the trigger of a table fire whoever changes it?  Warn if not */
static bool
IsWatched(Relation relation, const char *table)
{
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
KeepLists(Oid extension, Relation *relation, int threshold, bool now)
{
	bool		fresh = now || (!IsolationUsesXactSnapshot() && !IsInParallelMode());
	bool		settled = fresh || (!IsolationIsSerializable() && !IsInParallelMode() &&
									told_in != SanctLocalTransactionId());
	ListMatcher *lists;

	changed = false;
	PushActiveSnapshot(fresh ? GetLatestSnapshot() : GetActiveSnapshot());
	lists = LoadLists(extension, relation, threshold);
	PopActiveSnapshot();
	lists->watched = true;
	for (int i = 0; i < LIST_TABLES; i++)
		lists->watched &= IsWatched(relation[i], table_names[i]);
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
	Oid			extension;
	Relation	relation[LIST_TABLES];

	/* row by row nothing more is done than to hear whether anything has changed */
	if (now && kept != NULL && kept->function == function)
	{
		AcceptInvalidationMessages();
		if (IsGood(kept->extension, threshold, now))
			return kept;
	}
	extension = getExtensionOfObject(ProcedureRelationId, function);
	if (!OidIsValid(extension))
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("function belongs to no extension"),
				 errhint("Call the function that CREATE EXTENSION has made.")));
	if (kept == NULL || kept->extension != extension)
		FindTables(extension);
	for (int i = 0; i < LIST_TABLES; i++)
	{
		relation[i] = table_open(watched[i], AccessShareLock);
		if (IsolationIsSerializable() && !now)
			PredicateLockRelation(relation[i], GetActiveSnapshot());
	}
	/* the locks bring what was told by others, but not if they are held already */
	AcceptInvalidationMessages();
	if (!IsGood(extension, threshold, now) && load)
	{
		DropKept();
		KeepLists(extension, relation, Min(threshold, SM_THRESHOLD), now);
		kept->function = function;
	}
	for (int i = 0; i < LIST_TABLES; i++)
		table_close(relation[i], NoLock);
	/* what has been told while they were loaded counts from the next call on */
	return load || IsGood(extension, threshold, now) ? kept : NULL;
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
int
FindListed(ListMatcher *lists, const uint8 *reading, int threshold, ListHit **hits)
{
	MemoryContext old = MemoryContextSwitchTo(lists->context);
	uint32		found = sm_matcher_find(&lists->matcher, reading, threshold);
	ListHit    *hit;
	SmQuery		query;
	int			n = 0;

	MemoryContextSwitchTo(old);
	*hits = NULL;
	if (found == 0)
		return 0;
	*hits = hit = palloc_extended(found * sizeof(ListHit), MCXT_ALLOC_HUGE);
	sm_prepare_names(&query, reading);
	for (uint32 i = 0; i < found; i++)
	{
		hit[i].name = &lists->name[lists->matcher.found[i]];
		hit[i].similarity = sm_query_similarity(&query, hit[i].name->reading->data);
	}
	qsort(hit, found, sizeof(ListHit), CompareNames);
	for (uint32 i = 0; i < found; i++)
		if (n == 0 || hit[n - 1].name->entry != hit[i].name->entry)
			hit[n++] = hit[i];
	qsort(hit, n, sizeof(ListHit), CompareEntries);
	for (int i = 0; i < n; i++)
		hit[i].weight = sm_weight(hit[i].name->reading->data, reading);
	return n;
}
