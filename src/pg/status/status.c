/*
 * sanct_status(): what is wrong with the lists, the extension's tables, the guards and the indexes, a row each
 *
 * It tells beforehand what would else be an error or a silence when it matters.  It reads what it needs whoever may
 * call it, and changes nothing.
 */
#include "postgres.h"

#include "access/genam.h"
#include "access/htup_details.h"
#include "access/table.h"
#include "catalog/dependency.h"
#include "catalog/pg_extension.h"
#include "catalog/pg_subscription_rel.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "fmgr.h"
#include "funcapi.h"
#include "nodes/pg_list.h"
#include "utils/acl.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/fmgroids.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"

#include "pg/base/callable.h"
#include "pg/base/compat.h"
#include "pg/base/extension.h"
#include "pg/base/own_objects.h"
#include "pg/desk/guarded.h"
#include "pg/list/loaded.h"
#include "pg/list/row_security.h"
#include "pg/status/finding.h"
#include "pg/status/tables.h"

#ifndef SANCT_EXTVERSION
#define SANCT_EXTVERSION ""
#endif

PG_FUNCTION_INFO_V1(sanct_status);

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
	SanctCountListed(status->extension, status->lists, NULL);
	for (int i = 0; i < status->lists->count; i++)
	{
		const LoadedList *list = &status->lists->list[i];
		const char *subject = ListSubject(status, list);

		loaded += SanctIsLoaded(list);
		if (list->release == 0)
			SanctAddFinding(status, subject, FOUND_ERROR, "it has no release",
					   "restore sanct_release, or import the list again");
		else if (!SanctIsWhole(list))
			SanctAddFinding(status, subject, FOUND_ERROR,
					   psprintf("it is there in part only: %lld of %lld entries, %lld of %lld names",
								(long long) list->found_entries, (long long) list->entries,
								(long long) list->found_names, (long long) list->names),
					   "restore all tables of the extension, or import the list again");
		else if (list->entries == 0)
			SanctAddFinding(status, subject, FOUND_NOTICE, "it has been taken back: nothing of it is screened",
					   "import a release of it to have it again");
		if (list->unfindable > 0)
			SanctAddFinding(status, subject, FOUND_NOTICE,
					   list->unfindable == 1 ? "1 of its names has no letter: nothing finds it" :
					   psprintf("%lld of its names have no letter: nothing finds them", (long long) list->unfindable),
					   "entries are found by their other names and their documents");
	}
	if (loaded == 0)
		SanctAddFinding(status, "lists", FOUND_ERROR, "no list is loaded: screening and guards refuse to answer",
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
		SanctAddFinding(status, psprintf("table %s", TextDatumGetCString(values[i])), FOUND_ERROR,
				   TextDatumGetCString(values[i + 1]),
				   "restore all tables of the extension");
}

/* Does a subscription fill the table that a sequence of the extension's schema numbers? */
static bool
IsSubscribed(Oid schema, const char *sequence)
{
	Oid			table;
	int32		column;
	ScanKeyData key;
	Relation	catalog;
	SysScanDesc scan;
	bool		found;

	if (!sequenceIsOwned(get_relname_relid(sequence, schema), DEPENDENCY_INTERNAL, &table, &column))
		return false;
	ScanKeyInit(&key, Anum_pg_subscription_rel_srrelid, BTEqualStrategyNumber, F_OIDEQ, ObjectIdGetDatum(table));
	catalog = table_open(SubscriptionRelRelationId, AccessShareLock);
	scan = systable_beginscan(catalog, InvalidOid, false, NULL, 1, &key);
	found = HeapTupleIsValid(systable_getnext(scan));
	systable_endscan(scan);
	table_close(catalog, AccessShareLock);
	return found;
}

/*
 * Sequences that give numbers which rows have already, as after a restore or replication of rows alone.  Behind a
 * subscription that is so after each release, and matters only to a server that imports by itself one day.
 */
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
		bool		subscribed = IsSubscribed(status->extension->schema, sequence);

		SanctAddFinding(status, psprintf("sequence %s", sequence), subscribed ? FOUND_NOTICE : FOUND_ERROR,
				   subscribed
				   ? "it is behind its table, which a subscription fills: to be set before this server imports itself"
				   : "it is behind its table: the next row would get a number that another one has, and is refused",
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

/* Lists whose release is older than is asked for */
static void
FindStale(Status *status, Datum stale_after)
{
	static const OwnFunction stale = {"sanct_stale", 1, {INTERVALOID}};
	bool		isnull;
	Datum		found = SanctCallOwn(status->extension, &stale, &stale_after, NULL, &isnull);
	Datum	   *values;
	int			n = Elements(found, isnull, TEXTOID, &values);

	for (int i = 0; i + 1 < n; i += 2)
	{
		const LoadedList *list = SanctFindLoadedList(status->lists, atoi(TextDatumGetCString(values[i])));

		if (list != NULL)
			SanctAddFinding(status, ListSubject(status, list), FOUND_WARNING, TextDatumGetCString(values[i + 1]),
							"import its newest release, with sanctload");
	}
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
			SanctAddFinding(status, psprintf("pool %s", NameStr(*DatumGetName(pools[i]))), FOUND_WARNING,
					   "there is no such role any more: one of that name that is made later is taken for a pool",
					   psprintf("SELECT %s(%s);", SanctCallable(status->extension, "sanct_forget_pool"),
								quote_literal_cstr(NameStr(*DatumGetName(pools[i])))));
}

/* Is the role of that name one of these, an oid[]? */
static bool
IsReader(ArrayType *readers, Datum name)
{
	Oid			role = get_role_oid(NameStr(*DatumGetName(name)), true);
	Datum	   *roles;
	int			n;
	bool		found = false;

	deconstruct_array(readers, OIDOID, sizeof(Oid), true, TYPALIGN_INT, &roles, NULL, &n);
	for (int i = 0; i < n; i++)
		found = found || DatumGetObjectId(roles[i]) == role;
	return found;
}

/* Readers of restricted lists that are no roles any more, or others than those that were named, as after a restore */
static void
FindGoneReaders(Status *status)
{
	for (int i = 0; i < status->lists->count; i++)
	{
		const LoadedList *list = &status->lists->list[i];
		Datum	   *readers;
		int			n = Elements(PointerGetDatum(list->named_readers), list->readers == NULL, NAMEOID, &readers);

		for (int k = 0; k < n; k++)
			if (IsRoleGone(readers[k]) || !IsReader(list->readers, readers[k]))
				SanctAddFinding(status, ListSubject(status, list), FOUND_WARNING,
						   psprintf(IsRoleGone(readers[k]) ? "its reader \"%s\" is no role any more" :
									"its reader \"%s\" is another role than the one that was named, and reads nothing",
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
			SanctAddFinding(status, psprintf("table %s", subject), FOUND_WARNING,
					   psprintf("there is no table of that name any more, but %s: decisions lift no mark and clear "
								"no row",
								TextDatumGetCString(values[i + 1])),
							psprintf("if it was renamed or moved, give it its name again until all is decided and "
									 "released; if it was dropped, close what is open: "
									 "SELECT %s(id, 'match', 'its table was dropped') "
									 "FROM %s WHERE subject = %s AND status = 'open';",
									 SanctCallable(status->extension, "sanct_decide"),
									 SanctCallable(status->extension, "sanct_alert"), quote_literal_cstr(subject)));
	}
}

/* Alerts and rows in quarantine whose status no decision gave them, as a superuser can write it without a trace */
static void
FindAltered(Status *status)
{
	static const OwnFunction function = {"sanct_altered", 0, {0}};
	bool		isnull;
	Datum		found = SanctCallOwn(status->extension, &function, NULL, NULL, &isnull);
	Datum	   *values;
	int			n = Elements(found, isnull, TEXTOID, &values);

	for (int i = 0; i + 3 < n; i += 4)
	{
		const char *table = TextDatumGetCString(values[i]);
		const char *id = TextDatumGetCString(values[i + 1]);
		const char *decided = TextDatumGetCString(values[i + 3]);

		SanctAddFinding(status, psprintf("row %s of %s", id, table), FOUND_ERROR,
						psprintf("its status is %s, what was decided makes it %s: it was changed by hand, or decisions "
								 "are missing", TextDatumGetCString(values[i + 2]), decided),
						psprintf("restore sanct_decision, or UPDATE %s SET status = '%s' WHERE id = %s;",
								 SanctCallable(status->extension, table), decided, id));
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
			SanctAddFinding(status, "extension sanctmatch", FOUND_WARNING,
					   psprintf("its objects are of version %s, its module of " SANCT_EXTVERSION,
								TextDatumGetCString(version)),
					   "ALTER EXTENSION sanctmatch UPDATE;");
	}
	systable_endscan(scan);
	table_close(extensions, AccessShareLock);
}

/* Triggers of the extension on its own tables that do not fire whatever the session */
static void
FindOwnTriggers(Status *status)
{
	ListCell   *cell;

	foreach(cell, SanctExtensionTriggers(status->extension))
	{
		const ExtensionTrigger *trigger = lfirst(cell);
		const char *table = get_rel_name(trigger->table);

		if (trigger->own && trigger->enabled != TRIGGER_FIRES_ALWAYS && table != NULL)
			SanctAddFinding(status, psprintf("table %s", table), FOUND_WARNING,
					   psprintf("trigger %s is not enabled always", NameStr(trigger->name)),
					   SanctEnableTriggersCall(status->extension));
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
		SanctAddFinding(status, psprintf("table %s", get_rel_name(lfirst_oid(cell))),
				   restricted ? FOUND_ERROR : FOUND_NOTICE,
				   restricted ? "a list is restricted, but row security is off: who may read the table sees all of it" :
				   "no list is restricted, but row security is on", SanctEnableTriggersCall(status->extension));
}

/* A row a finding, see above; none says that nothing is wrong.  The argument may be NULL: no list is stale */
Datum
sanct_status(PG_FUNCTION_ARGS)
{
	Status		status = {.extension = SanctExtensionOf(fcinfo->flinfo->fn_oid)};

	InitMaterializedSRF(fcinfo, 0);
	status.result = (ReturnSetInfo *) fcinfo->resultinfo;
	FindLists(&status);
	if (!PG_ARGISNULL(0))
		FindStale(&status, PG_GETARG_DATUM(0));
	FindDangling(&status);
	FindLagging(&status);
	FindGonePools(&status);
	FindGoneReaders(&status);
	FindGoneSubjects(&status);
	FindAltered(&status);
	FindVersion(&status);
	FindOwnTriggers(&status);
	FindRowSecurity(&status);
	SanctFindGuards(&status);
	SanctFindIndexes(&status);
	return (Datum) 0;
}
