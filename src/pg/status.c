/*
 * sanct_status(): what is wrong with the lists, the extension's tables, the guards and the indexes, a row each
 *
 * It tells beforehand what would else be an error or a silence when it matters.  It reads what it needs whoever may
 * call it, and changes nothing.
 */
#include "postgres.h"

#include "access/genam.h"
#include "access/gist.h"
#include "access/htup_details.h"
#include "access/relation.h"
#include "access/table.h"
#include "access/xact.h"
#include "catalog/dependency.h"
#include "catalog/namespace.h"
#include "catalog/pg_am.h"
#include "catalog/pg_class.h"
#include "catalog/pg_extension.h"
#include "catalog/pg_index.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_trigger.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "fmgr.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "nodes/pg_list.h"
#include "storage/lmgr.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/fmgroids.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/resowner.h"
#include "utils/syscache.h"
#include "catalog/indexing.h"
#include "utils/acl.h"
#include "utils/memutils.h"

#include "name/reading/reading.h"
#include "pg/base/compat.h"
#include "pg/base/extension.h"
#include "pg/base/own_objects.h"
#include "pg/desk/mark.h"
#include "pg/guard/keep_out.h"
#include "pg/guard/options.h"
#include "pg/index/index_versions.h"
#include "pg/list/loaded.h"
#include "pg/list/row_security.h"
#include "pg/type/unicode.h"

#ifndef SANCT_EXTVERSION
#define SANCT_EXTVERSION ""
#endif

PG_FUNCTION_INFO_V1(sanct_status);

/* Columns of the answer */
#define STATUS_COLUMNS 4

#define MEND_TRIGGERS "SELECT sanct_enable_triggers();"

static const char *const severities[] = {"error", "warning", "notice"};

typedef enum Severity
{
	FOUND_ERROR, FOUND_WARNING, FOUND_NOTICE
} Severity;

typedef struct Status
{
	const Extension *extension;
	LoadedLists *lists;
	ReturnSetInfo *result;
} Status;

/* Add a finding: what it is about, how bad, what it is and what to do */
static void
AddFinding(Status *status, const char *subject, Severity severity, const char *what, const char *to_do)
{
	Datum		values[STATUS_COLUMNS];
	bool		nulls[STATUS_COLUMNS] = {false};

	values[0] = CStringGetTextDatum(subject);
	values[1] = CStringGetTextDatum(severities[severity]);
	values[2] = CStringGetTextDatum(what);
	values[3] = CStringGetTextDatum(to_do);
	tuplestore_putvalues(status->result->setResult, status->result->setDesc, values, nulls);
}

/* What a finding of a list is about: which list, if that may be told */
static const char *
ListSubject(const Status *status, const LoadedList *list)
{
	return SanctIsTold(status->lists, list) ? psprintf("list %s", list->code) : "a restricted list";
}

/* The lists: is there any, and is each whole? */
static void
FindLists(Status *status)
{
	int			loaded = 0;

	status->lists = SanctReadLoadedLists(status->extension, NULL);
	SanctCountListed(status->extension, status->lists);
	for (int i = 0; i < status->lists->count; i++)
	{
		const LoadedList *list = &status->lists->list[i];
		const char *subject = ListSubject(status, list);

		loaded += list->entries > 0;
		if (list->release == 0)
			AddFinding(status, subject, FOUND_ERROR, "it has no release",
					   "restore sanct_release, or import the list again");
		else if (!SanctIsWhole(list))
			AddFinding(status, subject, FOUND_ERROR,
					   psprintf("it is there in part only: %lld of %lld entries, %lld of %lld names",
								(long long) list->found_entries, (long long) list->entries,
								(long long) list->found_names, (long long) list->names),
					   "restore all tables of the extension, or import the list again");
	}
	if (loaded == 0)
		AddFinding(status, "lists", FOUND_ERROR, "no list is loaded: screening and guards refuse to answer",
				   "import a list, with sanctload or a function sanct_import_*");
}

/* The elements of an array of text or name, none if it is NULL; nothing among them is NULL */
static int
Elements(Datum array, bool isnull, Oid type, Datum **values)
{
	bool	   *nulls;
	int			n = 0;

	if (isnull)
		return 0;
	if (type == NAMEOID)
		deconstruct_array(DatumGetArrayTypeP(array), NAMEOID, NAMEDATALEN, false, TYPALIGN_CHAR, values, &nulls, &n);
	else
		deconstruct_array(DatumGetArrayTypeP(array), TEXTOID, -1, false, TYPALIGN_INT, values, &nulls, &n);
	return n;
}

/* Rows that refer to rows which are not there */
static void
FindDangling(Status *status)
{
	static const OwnFunction dangling = {"sanct_dangling", 0, {0}};
	bool		isnull;
	Datum		found = SanctCallOwn(status->extension, &dangling, NULL, NULL, &isnull);
	Datum	   *values;
	int			n = Elements(found, isnull, TEXTOID, &values);

	for (int i = 0; i + 1 < n; i += 2)
		AddFinding(status, psprintf("table %s", TextDatumGetCString(values[i])), FOUND_ERROR,
				   TextDatumGetCString(values[i + 1]),
				   "restore all tables of the extension");
}

/* Sequences that give numbers which rows have already, as after a restore or replication of rows alone */
static void
FindLagging(Status *status)
{
	static const OwnFunction lagging = {"sanct_lagging", 0, {0}};
	bool		isnull;
	Datum		found = SanctCallOwn(status->extension, &lagging, NULL, NULL, &isnull);
	const char *schema = get_namespace_name(status->extension->schema);
	Datum	   *values;
	int			n = Elements(found, isnull, TEXTOID, &values);

	for (int i = 0; i + 1 < n; i += 2)
	{
		const char *sequence = TextDatumGetCString(values[i]);

		AddFinding(status, psprintf("sequence %s", sequence), FOUND_ERROR,
				   "it is behind its table: the next row would get a number that another one has, and is refused",
				   psprintf("SELECT setval(%s, %s);", quote_literal_cstr(quote_qualified_identifier(schema, sequence)),
							TextDatumGetCString(values[i + 1])));
	}
}

/* Does a role not exist any more?  One of its name that is made later has what it had */
static bool
IsRoleGone(Datum role)
{
	return !OidIsValid(get_role_oid(NameStr(*DatumGetName(role)), true));
}

/* Pools that are no roles any more */
static void
FindGonePools(Status *status)
{
	static const OwnFunction function = {"sanct_pools", 0, {0}};
	bool		isnull;
	Datum		found = SanctCallOwn(status->extension, &function, NULL, NULL, &isnull);
	Datum	   *pools;
	int			n = Elements(found, isnull, NAMEOID, &pools);

	for (int i = 0; i < n; i++)
		if (IsRoleGone(pools[i]))
			AddFinding(status, psprintf("pool %s", NameStr(*DatumGetName(pools[i]))), FOUND_WARNING,
					   "there is no such role any more: one of that name that is made later is taken for a pool",
					   psprintf("SELECT sanct_forget_pool(%s);", quote_literal_cstr(NameStr(*DatumGetName(pools[i])))));
}

/* Readers of restricted lists that are no roles any more */
static void
FindGoneReaders(Status *status)
{
	for (int i = 0; i < status->lists->count; i++)
	{
		const LoadedList *list = &status->lists->list[i];
		Datum	   *readers;
		int			n = Elements(PointerGetDatum(list->readers), list->readers == NULL, NAMEOID, &readers);

		for (int k = 0; k < n; k++)
			if (IsRoleGone(readers[k]))
				AddFinding(status, ListSubject(status, list), FOUND_WARNING,
						   psprintf("its reader \"%s\" is no role any more: one of that name that is made later "
									"reads it",
									NameStr(*DatumGetName(readers[k]))),
						   "restrict it anew, with sanct_restrict_list, to roles that exist");
	}
}

/* Open alerts and rows kept out whose table is not there, under the name that they know it by */
static void
FindGoneSubjects(Status *status)
{
	static const OwnFunction function = {"sanct_open_subjects", 0, {0}};
	bool		isnull;
	Datum		found = SanctCallOwn(status->extension, &function, NULL, NULL, &isnull);
	Datum	   *values;
	int			n = Elements(found, isnull, TEXTOID, &values);

	for (int i = 0; i + 1 < n; i += 2)
	{
		const char *subject = TextDatumGetCString(values[i]);

		if (!SanctIsSubjectThere(subject))
			AddFinding(status, psprintf("table %s", subject), FOUND_WARNING,
					   psprintf("there is no table of that name any more, but %s: decisions lift no mark and clear "
								"no row",
								TextDatumGetCString(values[i + 1])),
					   "if it was renamed or moved, give it its name again until all is decided and released");
	}
}

/* Does the module fit the objects that the extension has made? */
static void
FindVersion(Status *status)
{
	Relation	extensions = table_open(ExtensionRelationId, AccessShareLock);
	ScanKeyData key;
	SysScanDesc scan;
	HeapTuple	tuple;

	ScanKeyInit(&key, Anum_pg_extension_oid, BTEqualStrategyNumber, F_OIDEQ, ObjectIdGetDatum(status->extension->oid));
	scan = systable_beginscan(extensions, ExtensionOidIndexId, true, NULL, 1, &key);
	while (HeapTupleIsValid(tuple = systable_getnext(scan)))
	{
		bool		isnull;
		Datum		version = heap_getattr(tuple, Anum_pg_extension_extversion, RelationGetDescr(extensions), &isnull);

		if (!isnull && SANCT_EXTVERSION[0] != '\0' && strcmp(TextDatumGetCString(version), SANCT_EXTVERSION) != 0)
			AddFinding(status, "extension sanctmatch", FOUND_WARNING,
					   psprintf("its objects are of version %s, its module of " SANCT_EXTVERSION,
								TextDatumGetCString(version)),
					   "ALTER EXTENSION sanctmatch UPDATE;");
	}
	systable_endscan(scan);
	table_close(extensions, AccessShareLock);
}

/* Triggers of the extension's own tables that do not fire whatever the session */
static void
FindOwnTriggers(Status *status)
{
	for (int t = 0; t < OWN_TABLES; t++)
	{
		Relation	relation = SanctOpenOwnTable(status->extension, t, AccessShareLock);

		for (int i = 0; relation->trigdesc != NULL && i < relation->trigdesc->numtriggers; i++)
		{
			const Trigger *trigger = &relation->trigdesc->triggers[i];

			if (!trigger->tgisinternal && trigger->tgenabled != TRIGGER_FIRES_ALWAYS)
				AddFinding(status, psprintf("table %s", RelationGetRelationName(relation)), FOUND_WARNING,
						   psprintf("trigger %s is not enabled always", trigger->tgname), MEND_TRIGGERS);
		}
		table_close(relation, NoLock);
	}
}

/* Is row security in force where a list is restricted, and off where none is? */
static void
FindRowSecurity(Status *status)
{
	bool		restricted;
	List	   *wrong = SanctFindWrongRowSecurity(status->extension, &restricted);
	ListCell   *cell;

	foreach(cell, wrong)
		AddFinding(status, psprintf("table %s", get_rel_name(lfirst_oid(cell))),
				   restricted ? FOUND_ERROR : FOUND_NOTICE,
				   restricted ? "a list is restricted, but row security is off: who may read the table sees all of it" :
				   "no list is restricted, but row security is on", MEND_TRIGGERS);
}

/* What is looked at, of which errors become findings */
typedef struct Looked
{
	Relation	relation;
	const Trigger *trigger;		/* NULL: it is an index */
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
		AddFinding(status, looked->subject, FOUND_ERROR, error->message, looked->to_do);
	}
	PG_END_TRY();
	MemoryContextSwitchTo(context);
	CurrentResourceOwner = owner;
}

/* Tell of what is locked */
static void
AddLocked(Status *status, Oid oid, const char *kind)
{
	const char *name = quote_qualified_identifier(get_namespace_name(get_rel_namespace(oid)), get_rel_name(oid));

	AddFinding(status, psprintf("%s %s", kind, name), FOUND_NOTICE,
			   "another transaction has locked it: it has not been looked at",
			   "SELECT * FROM sanct_status(); when that has ended");
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
			loaded = strcmp(status->lists->list[i].code, lfirst(cell)) == 0 && status->lists->list[i].entries > 0;
		if (!loaded)
			AddFinding(status, subject, options->pass_empty ? FOUND_WARNING : FOUND_ERROR,
					   psprintf("%s is not loaded: rows are %s", SanctToldList(status->lists, lfirst(cell)),
								options->pass_empty ? "not held against it" : "refused"),
					   "import the list, or detach the guard and attach it with other lists");
	}
	why = SanctWhyNotQuarantined(relation, trigger, options);
	if (why != NULL)
		AddFinding(status, subject, FOUND_ERROR, psprintf("rows are not quarantined but refused: %s", why),
				   "detach the guard and attach it to the whole table, or with another action");
}

/* What is wrong with one guard */
static void
FindGuard(Status *status, Relation relation, const Trigger *trigger)
{
	const char *table = quote_qualified_identifier(get_namespace_name(RelationGetNamespace(relation)),
												   RelationGetRelationName(relation));
	const char *subject = psprintf("guard %s of %s", trigger->tgname, table);
	Looked		looked;

	if (trigger->tgenabled == TRIGGER_DISABLED)
		AddFinding(status, subject, FOUND_ERROR, "it is disabled: nothing is guarded", MEND_TRIGGERS);
	else if (trigger->tgenabled != TRIGGER_FIRES_ALWAYS)
		AddFinding(status, subject, FOUND_WARNING, "it is not enabled always: some sessions' rows are not guarded",
				   MEND_TRIGGERS);
	if (trigger->tgnattr > 0 || trigger->tgqual != NULL)
		AddFinding(status, subject, FOUND_WARNING, "it fires under a condition or for some columns only",
				   "detach it and attach it with sanct_guard_attach");
	looked = (Looked) {relation, trigger, subject, "detach the guard and attach it with valid arguments"};
	FindSafely(status, FindUnguarded, &looked);
}

/* The tables that have guards, each once, of Oid */
static List *
GuardedTables(const Extension *extension)
{
	Oid			function = SanctGuardFunction(extension);
	Relation	triggers = table_open(TriggerRelationId, AccessShareLock);
	SysScanDesc scan = systable_beginscan(triggers, InvalidOid, false, NULL, 0, NULL);
	List	   *tables = NIL;
	HeapTuple	tuple;

	while (HeapTupleIsValid(tuple = systable_getnext(scan)))
	{
		Form_pg_trigger trigger = (Form_pg_trigger) GETSTRUCT(tuple);

		if (trigger->tgfoid == function)
			tables = list_append_unique_oid(tables, trigger->tgrelid);
	}
	systable_endscan(scan);
	table_close(triggers, AccessShareLock);
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

/* The guards of a table */
static void
FindGuardsOf(Status *status, Relation relation)
{
	Oid			function = SanctGuardFunction(status->extension);
	List	   *indexes = RelationGetIndexList(relation);
	ListCell   *cell;

	if (!LockIndexes(indexes))
	{
		AddLocked(status, RelationGetRelid(relation), "table");
		return;
	}
	for (int i = 0; relation->trigdesc != NULL && i < relation->trigdesc->numtriggers; i++)
		if (relation->trigdesc->triggers[i].tgfoid == function)
			FindGuard(status, relation, &relation->trigdesc->triggers[i]);
	foreach(cell, indexes)
		UnlockRelationOid(lfirst_oid(cell), AccessShareLock);
}

/* The guards of all tables */
static void
FindGuards(Status *status)
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
		AddFinding(status, looked->subject, FOUND_ERROR,
				   psprintf("its keys are of version %d of the algorithm, not %d: it cannot be used", algorithm,
							SM_VERSION),
				   looked->to_do);
	else if (unicode != SanctServerUnicode())
		AddFinding(status, looked->subject, FOUND_WARNING,
				   psprintf("names were read by Unicode %s, the server's is %s", pstrdup(SanctUnicodeText(unicode)),
							SanctUnicodeText(SanctServerUnicode())),
				   looked->to_do);
}

/* Tell of an index what is wrong with it, if anything */
static void
FindIndex(Status *status, Relation index)
{
	const char *name = quote_qualified_identifier(get_namespace_name(RelationGetNamespace(index)),
												  RelationGetRelationName(index));
	Looked		looked = {index, NULL, psprintf("index %s", name),
	psprintf("REINDEX INDEX CONCURRENTLY %s;", name)};

	FindSafely(status, FindVersions, &looked);
}

/* Is an index one of names, by the functions of its operator classes?  It need not be opened for that */
static bool
IsNameIndex(const Extension *extension, Oid index)
{
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
		Oid			function = get_opfamily_proc(family, type, type, GIST_CONSISTENT_PROC);

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

		if (class->relkind == RELKIND_INDEX && class->relam == GIST_AM_OID &&
			(class->relpersistence != RELPERSISTENCE_TEMP || !isOtherTempNamespace(class->relnamespace)) &&
			IsNameIndex(extension, class->oid))
			indexes = lappend_oid(indexes, class->oid);
	}
	systable_endscan(scan);
	table_close(classes, AccessShareLock);
	return indexes;
}

/* The indexes that are to be made anew */
static void
FindIndexes(Status *status)
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

/* A row a finding, see above; none says that nothing is wrong */
Datum
sanct_status(PG_FUNCTION_ARGS)
{
	Status		status = {.extension = SanctExtensionOf(fcinfo->flinfo->fn_oid)};

	InitMaterializedSRF(fcinfo, 0);
	status.result = (ReturnSetInfo *) fcinfo->resultinfo;
	FindLists(&status);
	FindDangling(&status);
	FindLagging(&status);
	FindGonePools(&status);
	FindGoneReaders(&status);
	FindGoneSubjects(&status);
	FindVersion(&status);
	FindOwnTriggers(&status);
	FindRowSecurity(&status);
	FindGuards(&status);
	FindIndexes(&status);
	return (Datum) 0;
}
