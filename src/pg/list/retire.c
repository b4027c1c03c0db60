/* Lists by their keys: found, taken back, restricted to readers, and whether their entries are shown */
#include "postgres.h"

#include "pg/list/retire.h"

#include "access/xact.h"
#include "catalog/pg_type.h"
#include "fmgr.h"
#include "lib/stringinfo.h"
#include "nodes/pg_list.h"
#include "storage/lmgr.h"
#include "utils/acl.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/hsearch.h"
#include "utils/snapmgr.h"

#include "pg/base/extension.h"
#include "pg/base/nearest.h"
#include "pg/base/own_scan.h"
#include "pg/base/shown.h"
#include "pg/list/publish.h"
#include "pg/list/readers.h"
#include "pg/list/release.h"
#include "pg/list/row_security.h"

PG_FUNCTION_INFO_V1(sanct_find_list);
PG_FUNCTION_INFO_V1(sanct_retire_list);
PG_FUNCTION_INFO_V1(sanct_restrict_list);
PG_FUNCTION_INFO_V1(sanct_list_shown);
PG_FUNCTION_INFO_V1(sanct_code_shown);
PG_FUNCTION_INFO_V1(sanct_entry_shown);
PG_FUNCTION_INFO_V1(sanct_alert_shown);

/* Complains of a key that no list has, and tells those that may be told */
static void
NoSuchList(const LoadedLists *lists, const char *code)
{
	StringInfoData known;
	NearestWord nearest;

	initStringInfo(&known);
	SanctStartNearest(&nearest, code);
	for (int i = 0; i < lists->count; i++)
	{
		if (!SanctIsShownThrough(lists->list[i].readers))
			continue;
		SanctTryNearest(&nearest, lists->list[i].code);
		appendStringInfo(&known, "%s%s", known.len > 0 ? ", " : "", lists->list[i].code);
	}
	ereport(ERROR,
			(errcode(ERRCODE_UNDEFINED_OBJECT),
			 errmsg("list \"%s\" does not exist", SanctShown(code)),
			 known.len > 0 ? errhint("%sThe lists are %s.", SanctPerhaps(&nearest, "list"), known.data) :
			 errhint("No list has been imported.")));
}

/* See retire.h */
LoadedList *
SanctFindList(FunctionCallInfo fcinfo, bool restricted)
{
	LoadedLists *lists;
	char	   *code;

	if (PG_ARGISNULL(0))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("list must not be NULL")));
	code = text_to_cstring(PG_GETARG_TEXT_PP(0));
	lists = SanctReadLoadedLists(SanctExtensionOf(fcinfo->flinfo->fn_oid), NULL);
	for (int i = 0; i < lists->count; i++)
		if (strcmp(lists->list[i].code, code) == 0 && (restricted || SanctIsShown(lists->list[i].readers)))
			return &lists->list[i];
	NoSuchList(lists, code);
	return NULL;
}

/* The id of a list that is shown to the caller */
Datum
sanct_find_list(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(SanctFindList(fcinfo, false)->id);
}

/* Take a whole list back: a release that has nothing. Returns its row of sanct_release */
Datum
sanct_retire_list(PG_FUNCTION_ARGS)
{
	ListRelease *release = SanctStartRelease(SanctFindList(fcinfo, true)->code, "", "");

	release->retires = true;
	release->max_removed = 1;
	release->actor = PG_ARGISNULL(1) ? NULL : PG_GETARG_TEXT_PP(1);
	return SanctPublishRelease(fcinfo, release);
}

/* Complains of readers that are no roles */
static void
CheckReaders(ArrayType *readers)
{
	Datum	   *roles;
	bool	   *nulls;
	int			n;

	deconstruct_array(readers, NAMEOID, NAMEDATALEN, false, TYPALIGN_CHAR, &roles, &nulls, &n);
	for (int i = 0; i < n; i++)
	{
		if (nulls[i])
			ereport(ERROR,
					(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
					 errmsg("readers must not hold NULL"),
					 errhint("NULL instead of an array shows the list to everybody.")));
		get_role_oid(NameStr(*DatumGetName(roles[i])), false);
	}
}

/* Show the entries of a list to some roles alone, or with NULL to everybody again */
Datum
sanct_restrict_list(PG_FUNCTION_ARGS)
{
	static const OwnFunction set_readers = {"sanct_set_readers", 2, {INT4OID, NAMEARRAYOID}};
	const Extension *extension = SanctExtensionOf(fcinfo->flinfo->fn_oid);
	Datum		values[2];
	bool		nulls[2] = {false, PG_ARGISNULL(1)};
	bool		isnull;

	/* before it is read, for another restriction may do the same; and before its row, for which an import may wait */
	LockRelationOid(extension->table[OWN_LIST], AccessExclusiveLock);
	PushActiveSnapshot(GetLatestSnapshot());
	values[0] = Int32GetDatum(SanctFindList(fcinfo, true)->id);
	PopActiveSnapshot();
	if (!nulls[1])
	{
		values[1] = PG_GETARG_DATUM(1);
		CheckReaders(DatumGetArrayTypeP(values[1]));
	}
	SanctCallOwn(extension, &set_readers, values, nulls, &isnull);
	CommandCounterIncrement();
	PushActiveSnapshot(GetTransactionSnapshot());
	SanctMendRowSecurity(extension);
	PopActiveSnapshot();
	PG_RETURN_VOID();
}

/* What is shown to the user of a statement; lives as long as the statement's call of a function */
typedef struct Shown
{
	List	   *lists;			/* ids */
	List	   *codes;			/* of char *, their keys */
	HTAB	   *entries;		/* ids, NULL: not asked for */
} Shown;

/* Add the entries of the lists that are shown */
static void
ShowEntries(Shown *shown, const Extension *extension)
{
	HASHCTL		control = {.keysize = sizeof(int64), .entrysize = sizeof(int64), .hcxt = CurrentMemoryContext};
	OwnScan		scan;

	shown->entries = hash_create("entries that are shown", 1024, &control, HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
	SanctReadOwnTable(&scan, extension, OWN_ENTRY);
	while (SanctNextOwnRow(&scan))
	{
		int64		id = OwnNumber(&scan, ENTRY_ID);

		if (list_member_int(shown->lists, DatumGetInt32(OwnDatum(&scan, ENTRY_LIST_ID))))
			hash_search(shown->entries, &id, HASH_ENTER, NULL);
	}
}

/*
 * What is shown to the current user, found out once a statement.  What is not there is not shown either: nobody
 * learns of what is hidden by asking for it.
 */
static Shown *
FindShown(FunctionCallInfo fcinfo, bool entries)
{
	Shown	   *shown = fcinfo->flinfo->fn_extra;
	const Extension *extension;
	LoadedLists *lists;
	MemoryContext old;

	if (shown != NULL)
		return shown;
	extension = SanctExtensionOf(fcinfo->flinfo->fn_oid);
	lists = SanctReadLoadedLists(extension, NULL);
	old = MemoryContextSwitchTo(fcinfo->flinfo->fn_mcxt);
	shown = palloc0(sizeof(Shown));
	for (int i = 0; i < lists->count; i++)
	{
		if (!SanctIsShown(lists->list[i].readers))
			continue;
		shown->lists = lappend_int(shown->lists, lists->list[i].id);
		shown->codes = lappend(shown->codes, pstrdup(lists->list[i].code));
	}
	if (entries)
		ShowEntries(shown, extension);
	MemoryContextSwitchTo(old);
	fcinfo->flinfo->fn_extra = shown;
	return shown;
}

/* Is there a list of that id, and is it shown to the current user? */
Datum
sanct_list_shown(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(list_member_int(FindShown(fcinfo, false)->lists, PG_GETARG_INT32(0)));
}

/* Is there a list of that key, and is it shown? */
static bool
IsCodeShown(const Shown *shown, Datum code)
{
	char	   *key = TextDatumGetCString(code);
	bool		found = false;
	ListCell   *cell;

	foreach(cell, shown->codes)
		found = found || strcmp(lfirst(cell), key) == 0;
	pfree(key);
	return found;
}

/* Is a list, by its key, one that is shown to the current user? */
Datum
sanct_code_shown(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(IsCodeShown(FindShown(fcinfo, false), PG_GETARG_DATUM(0)));
}

/* Is an alert, by its id, of no list or of one that is shown to the current user? */
Datum
sanct_alert_shown(PG_FUNCTION_ARGS)
{
	const Shown *lists = FindShown(fcinfo, false);
	OwnScan		alerts;
	bool		shown = false;

	SanctFindOwnRows(&alerts, SanctExtensionOf(fcinfo->flinfo->fn_oid), OWN_ALERT, ALERT_ID, PG_GETARG_INT64(0));
	while (SanctNextOwnRow(&alerts))
	{
		bool		isnull;
		Datum		list = OwnValue(&alerts, ALERT_LIST, &isnull);

		shown = isnull || IsCodeShown(lists, list);
	}
	PG_RETURN_BOOL(shown);
}

/* Is there an entry of that id, and is its list shown to the current user? */
Datum
sanct_entry_shown(PG_FUNCTION_ARGS)
{
	Shown	   *shown = FindShown(fcinfo, true);
	int64		entry = PG_GETARG_INT64(0);

	PG_RETURN_BOOL(hash_search(shown->entries, &entry, HASH_FIND, NULL) != NULL);
}
