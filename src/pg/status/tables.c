/*
 * What is wrong with guards of tables and with indexes of names
 *
 * These are the users': who asks waits for nobody who has locked one, and keeps nobody waiting; and an error in one
 * does not end the answer.
 */
#include "postgres.h"

#include "pg/status/tables.h"

#include "access/genam.h"
#include "access/gin.h"
#include "access/gist.h"
#include "access/htup_details.h"
#include "access/relation.h"
#include "access/table.h"
#include "access/xact.h"
#include "catalog/dependency.h"
#include "catalog/namespace.h"
#include "catalog/pg_am.h"
#include "catalog/pg_class.h"
#include "catalog/pg_index.h"
#include "catalog/pg_inherits.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "miscadmin.h"
#include "nodes/pg_list.h"
#include "storage/bufmgr.h"
#include "storage/lmgr.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/resowner.h"
#include "utils/syscache.h"

#include "name/reading/reading.h"
#include "pg/base/callable.h"
#include "pg/base/extension.h"
#include "pg/base/own_objects.h"
#include "pg/desk/guarded.h"
#include "pg/guard/keep_out.h"
#include "pg/guard/options.h"
#include "pg/guard/subject.h"
#include "pg/index/index_versions.h"
#include "pg/list/loaded.h"
#include "pg/type/unicode.h"

/* What is looked at, of which errors become findings */
typedef struct Looked
{
	Relation	relation;
	const Trigger *trigger;		/* NULL: it is an index or a table */
	const char *subject;
	const char *to_do;			/* if it is an error */
} Looked;

/* Look at something; what is wrong with it becomes a finding */
static void
FindSafely(Status *status, void (*find) (Status *, const Looked *), const Looked *looked)
{
	MemoryContext context = CurrentMemoryContext;
	ResourceOwner owner = CurrentResourceOwner;

	BeginInternalSubTransaction(NULL);
	MemoryContextSwitchTo(context);
	PG_TRY();
	{
		find(status, looked);
		ReleaseCurrentSubTransaction();
	}
	PG_CATCH();
	{
		ErrorData  *error;

		MemoryContextSwitchTo(context);
		error = CopyErrorData();
		FlushErrorState();
		RollbackAndReleaseCurrentSubTransaction();
		if (error->sqlerrcode == ERRCODE_QUERY_CANCELED)
			ReThrowError(error);
		SanctAddFinding(status, looked->subject, FOUND_ERROR, error->message, looked->to_do);
	}
	PG_END_TRY();
	MemoryContextSwitchTo(context);
	CurrentResourceOwner = owner;
}

/* Tell of what is locked */
static void
AddLocked(Status *status, Oid oid, const char *kind)
{
	const char *name = SanctRelationInFull(oid);

	SanctAddFinding(status, psprintf("%s %s", kind, name), FOUND_NOTICE,
			   "another transaction has locked it: it has not been looked at",
			   psprintf("SELECT * FROM %s(); when that has ended", SanctCallable(status->extension, "sanct_status")));
}

/* Open a table or an index of a user's; NULL if it is gone, or locked, which is told: who asks waits for nobody */
static Relation
OpenLooked(Status *status, Oid oid, const char *kind)
{
	Relation	relation;

	if (get_rel_name(oid) == NULL)
		return NULL;
	if (!ConditionalLockRelationOid(oid, AccessShareLock))
	{
		AddLocked(status, oid, kind);
		return NULL;
	}
	relation = try_relation_open(oid, NoLock);
	if (relation == NULL)
		UnlockRelationOid(oid, AccessShareLock);
	return relation;
}

/* What the options of a guard ask for and is not there */
static void
FindUnguarded(Status *status, const Looked *looked)
{
	Relation	relation = looked->relation;
	const Trigger *trigger = looked->trigger;
	const char *subject = looked->subject;
	const GuardOptions *options = SanctReadGuardOptions(status->extension, relation, trigger->tgnargs, trigger->tgargs);
	const char *why;
	ListCell   *cell;

	foreach(cell, options->lists)
	{
		bool		loaded = false;

		for (int i = 0; i < status->lists->count && !loaded; i++)
			loaded = strcmp(status->lists->list[i].code, lfirst(cell)) == 0 &&
				SanctIsLoaded(&status->lists->list[i]);
		if (!loaded)
			SanctAddFinding(status, subject, options->pass_empty ? FOUND_WARNING : FOUND_ERROR,
					   psprintf("%s is not loaded: rows are %s", SanctToldList(status->lists, lfirst(cell)),
								options->pass_empty ? "not held against it" : "refused"),
					   "import the list, or detach the guard and attach it with other lists");
	}
	why = SanctWhyNotQuarantined(relation, trigger, options);
	if (why != NULL)
		SanctAddFinding(status, subject, FOUND_ERROR, psprintf("rows are not quarantined but refused: %s", why),
				   "detach the guard and attach it to the whole table, or with another action");
}

/* What is wrong with one guard */
static void
FindGuard(Status *status, Relation relation, const Trigger *trigger)
{
	const char *table = SanctRelationInFull(RelationGetRelid(relation));
	const char *subject = psprintf("guard %s of %s", trigger->tgname, table);
	Looked		looked;

	if (trigger->tgenabled == TRIGGER_DISABLED)
		SanctAddFinding(status, subject, FOUND_ERROR, "it is disabled: nothing is guarded",
				   SanctEnableTriggersCall(status->extension));
	else if (trigger->tgenabled != TRIGGER_FIRES_ALWAYS)
		SanctAddFinding(status, subject, FOUND_WARNING, "it is not enabled always: some sessions' rows are not guarded",
				   SanctEnableTriggersCall(status->extension));
	if (trigger->tgnattr > 0 || trigger->tgqual != NULL)
		SanctAddFinding(status, subject, FOUND_WARNING, "it fires under a condition or for some columns only",
				   "detach it and attach it with sanct_guard_attach");
	looked = (Looked) {relation, trigger, subject, "detach the guard and attach it with valid arguments"};
	FindSafely(status, FindUnguarded, &looked);
}

/* The tables that have guards, each once, of Oid */
static List *
GuardedTables(const Extension *extension)
{
	List	   *tables = NIL;
	ListCell   *cell;

	foreach(cell, SanctExtensionTriggers(extension))
	{
		const ExtensionTrigger *trigger = lfirst(cell);

		if (!trigger->own)
			tables = list_append_unique_oid(tables, trigger->table);
	}
	return tables;
}

/* Lock all indexes of a table, which its guards' keys are read from; false if one is locked by another transaction */
static bool
LockIndexes(const List *indexes)
{
	int			n = 0;

	while (n < list_length(indexes) && ConditionalLockRelationOid(list_nth_oid(indexes, n), AccessShareLock))
		n++;
	if (n == list_length(indexes))
		return true;
	while (--n >= 0)
		UnlockRelationOid(list_nth_oid(indexes, n), AccessShareLock);
	return false;
}

/* Alerts that hold rows which the guards of their table know by other columns now */
static void
FindUnknownKey(Status *status, const Looked *looked)
{
	const char *columns = SanctFindUnknownKey(status->extension, looked->relation);

	if (columns != NULL)
		SanctAddFinding(status, looked->subject, FOUND_WARNING,
				   psprintf("alerts have a key (%s) that its guards do not write: marks of these rows stay",
							columns),
				   "if a column was renamed, give it its name again, or attach the guard with that key, until all is "
				   "decided");
}

/* Has a run held a table or just this partition of one, or are there no rows?  Partitions that are locked are passed */
static bool
IsHeld(Status *status, Relation relation)
{
	static const OwnFunction function = {"sanct_has_run", 2, {TEXTOID, TEXTOID}};
	Datum		values[2] = {CStringGetTextDatum(SanctSubjectName(relation)),
	CStringGetTextDatum(SanctRelationInFull(RelationGetRelid(relation)))};
	char		kind = relation->rd_rel->relkind;
	bool		isnull;
	bool		held;
	ListCell   *cell;

	check_stack_depth();
	if ((RELKIND_HAS_STORAGE(kind) && RelationGetNumberOfBlocks(relation) == 0) ||
		DatumGetBool(SanctCallOwn(status->extension, &function, values, NULL, &isnull)))
		return true;
	held = kind == RELKIND_PARTITIONED_TABLE;
	foreach(cell, held ? find_inheritance_children(RelationGetRelid(relation), NoLock) : NIL)
	{
		Relation	partition = held ? OpenLooked(status, lfirst_oid(cell), "table") : NULL;

		if (partition == NULL)
			continue;
		held = IsHeld(status, partition);
		relation_close(partition, AccessShareLock);
	}
	return held;
}

/* The table that a run of its rows names: of a partition the partition, whose guard is its own */
static const char *
NameToRun(Relation relation)
{
	return relation->rd_rel->relispartition ? SanctRelationInFull(RelationGetRelid(relation)) :
		SanctSubjectName(relation);
}

/*
 * A guarded table with rows that no run has held against the lists: a guard looks at what is written, not at what was
 * there before nor at what lists bring later.  It is for its owner to say whether that matters.
 */
static void
FindNoRun(Status *status, const Looked *looked)
{
	if (looked->relation->rd_rel->relpersistence == RELPERSISTENCE_TEMP || IsHeld(status, looked->relation))
		return;
	SanctAddFinding(status, looked->subject, FOUND_NOTICE,
					"no run has held its rows against the lists: a guard looks at what is written alone",
					psprintf("SELECT * FROM %s(%s, <column of the key>, <column of the name>);",
							 SanctCallable(status->extension, "sanct_run"),
							 quote_literal_cstr(NameToRun(looked->relation))));
}

/* The guards of a table */
static void
FindGuardsOf(Status *status, Relation relation)
{
	Oid			function = SanctGuardFunction(status->extension);
	List	   *indexes = RelationGetIndexList(relation);
	TriggerDesc *triggers;
	bool		whole = !relation->rd_rel->relispartition;
	bool		inherits = false;	/* guards are those of the whole table, with which it is looked at */
	Looked		looked = {relation, NULL, psprintf("table %s", NameToRun(relation)),
	SanctEnableTriggersCall(status->extension)};
	ListCell   *cell;

	if (!LockIndexes(indexes))
	{
		AddLocked(status, RelationGetRelid(relation), "table");
		return;
	}
	/* a copy: the relation's goes when another session changes the table while it is looked at */
	triggers = CopyTriggerDesc(relation->trigdesc);
	for (int i = 0; triggers != NULL && i < triggers->numtriggers; i++)
		if (triggers->triggers[i].tgfoid == function)
		{
			FindGuard(status, relation, &triggers->triggers[i]);
			inherits = inherits || triggers->triggers[i].tgisclone;
		}
	if (whole)
		FindSafely(status, FindUnknownKey, &looked);
	if (!inherits)
		FindSafely(status, FindNoRun, &looked);
	foreach(cell, indexes)
		UnlockRelationOid(lfirst_oid(cell), AccessShareLock);
}

/* See tables.h */
void
SanctFindGuards(Status *status)
{
	ListCell   *cell;

	foreach(cell, GuardedTables(status->extension))
	{
		Relation	relation = OpenLooked(status, lfirst_oid(cell), "table");

		if (relation == NULL)
			continue;
		FindGuardsOf(status, relation);
		relation_close(relation, AccessShareLock);
	}
}

/* Tell of an index whose keys are of another version */
static void
FindVersions(Status *status, const Looked *looked)
{
	int			algorithm;
	int			unicode;

	if (!looked->relation->rd_index->indisvalid ||
		!SanctReadIndexVersions(looked->relation, &algorithm, &unicode))
		return;
	if (algorithm != SM_VERSION)
		SanctAddFinding(status, looked->subject, FOUND_ERROR,
				   psprintf("its keys are of version %d of the algorithm, not %d: it cannot be used", algorithm,
							SM_VERSION),
				   looked->to_do);
	else if (unicode != SanctServerUnicode())
		SanctAddFinding(status, looked->subject, FOUND_WARNING,
				   psprintf("names were read by Unicode %s, the server's is %s", pstrdup(SanctUnicodeText(unicode)),
							SanctUnicodeText(SanctServerUnicode())),
				   looked->to_do);
}

/* Tell of an index what is wrong with it, if anything */
static void
FindIndex(Status *status, Relation index)
{
	const char *name = SanctRelationInFull(RelationGetRelid(index));
	Looked		looked = {index, NULL, psprintf("index %s", name),
	psprintf("REINDEX INDEX CONCURRENTLY %s;", name)};

	FindSafely(status, FindVersions, &looked);
}

/* Is an index one of names, by the functions of its operator classes?  It need not be opened for that */
static bool
IsNameIndex(const Extension *extension, Oid index, Oid method)
{
	int16		number = method == GIN_AM_OID ? GIN_EXTRACTVALUE_PROC : GIST_CONSISTENT_PROC;
	HeapTuple	tuple = SearchSysCache1(INDEXRELID, ObjectIdGetDatum(index));
	bool		names = false;
	bool		isnull;
	oidvector  *classes;

	if (!HeapTupleIsValid(tuple))
		return false;
	classes = (oidvector *) DatumGetPointer(SysCacheGetAttr(INDEXRELID, tuple, Anum_pg_index_indclass, &isnull));
	for (int i = 0; !isnull && i < classes->dim1 && !names; i++)
	{
		Oid			family = get_opclass_family(classes->values[i]);
		Oid			type = get_opclass_input_type(classes->values[i]);
		Oid			function = get_opfamily_proc(family, type, type, number);

		names = OidIsValid(function) && getExtensionOfObject(ProcedureRelationId, function) == extension->oid;
	}
	ReleaseSysCache(tuple);
	return names;
}

/* All indexes of names, of Oid */
static List *
NameIndexes(const Extension *extension)
{
	Relation	classes = table_open(RelationRelationId, AccessShareLock);
	SysScanDesc scan = systable_beginscan(classes, InvalidOid, false, NULL, 0, NULL);
	List	   *indexes = NIL;
	HeapTuple	tuple;

	while (HeapTupleIsValid(tuple = systable_getnext(scan)))
	{
		Form_pg_class class = (Form_pg_class) GETSTRUCT(tuple);

		if (class->relkind == RELKIND_INDEX && (class->relam == GIST_AM_OID || class->relam == GIN_AM_OID) &&
			(class->relpersistence != RELPERSISTENCE_TEMP || !isOtherTempNamespace(class->relnamespace)) &&
			IsNameIndex(extension, class->oid, class->relam))
			indexes = lappend_oid(indexes, class->oid);
	}
	systable_endscan(scan);
	table_close(classes, AccessShareLock);
	return indexes;
}

/* See tables.h */
void
SanctFindIndexes(Status *status)
{
	ListCell   *cell;

	foreach(cell, NameIndexes(status->extension))
	{
		Relation	index = OpenLooked(status, lfirst_oid(cell), "index");

		CHECK_FOR_INTERRUPTS();
		if (index == NULL)
			continue;
		FindIndex(status, index);
		relation_close(index, AccessShareLock);
	}
}
