/*
 * sanct_rename_list(): another key for a list of one's own
 *
 * Alerts, clearances and runs tell the key of their list, and are shown by it: they follow.  What stands in the catalog
 * cannot, so that a guard which names the list keeps it from being renamed.
 */
#include "postgres.h"

#include "access/xact.h"
#include "catalog/pg_type.h"
#include "fmgr.h"
#include "storage/lmgr.h"
#include "utils/builtins.h"
#include "utils/snapmgr.h"

#include "pg/base/extension.h"
#include "pg/base/shown.h"
#include "pg/list/loaded.h"
#include "pg/list/other_lists.h"
#include "pg/list/release.h"
#include "pg/list/retire.h"

PG_FUNCTION_INFO_V1(sanct_rename_list);

/* Complain of a key that imports give a list by themselves: the next one would make the list once more */
static void
CheckOwnKey(const char *code)
{
	if (SanctFindPublisherList(code) != NULL || strcmp(code, "opensanctions") == 0)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("\"%s\" is the key that an import gives its list", code),
				 errdetail("The next import would make that list anew, and none would find this one."),
				 errhint("Lists are renamed whose imports were told their key, such as those of sanct_import_table.")));
}

/* Complain of guards that name the list */
static void
CheckGuards(const Extension *extension, const char *code)
{
	static const OwnFunction guards_of = {"sanct_guards_naming", 1, {TEXTOID}};
	Datum		value = CStringGetTextDatum(code);
	bool		isnull;
	Datum		guards = SanctCallOwn(extension, &guards_of, &value, NULL, &isnull);

	if (!isnull)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("list \"%s\" is named by guards", SanctShown(code)),
				 errdetail("They are %s.", SanctShown(TextDatumGetCString(guards))),
				 errhint("In one transaction: sanct_guard_detach, sanct_rename_list, and sanct_guard_attach with the "
						 "new key in lists=.")));
}

/* Give a list another key, the second argument */
Datum
sanct_rename_list(PG_FUNCTION_ARGS)
{
	static const OwnFunction rename = {"sanct_set_code", 2, {INT4OID, TEXTOID}};
	const Extension *extension = SanctExtensionOf(fcinfo->flinfo->fn_oid);
	LoadedList *list;
	LoadedLists *lists;
	Datum		values[2];
	char	   *code;
	bool		isnull;

	if (PG_ARGISNULL(1))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("code must not be NULL")));
	code = text_to_cstring(PG_GETARG_TEXT_PP(1));
	SanctCheckListKey(code);
	/* as sanct_restrict_list() does: imports and guards are waited for */
	LockRelationOid(extension->table[OWN_LIST], AccessExclusiveLock);
	PushActiveSnapshot(GetLatestSnapshot());
	list = SanctFindList(fcinfo, true);
	lists = SanctReadLoadedLists(extension, NULL);
	CheckOwnKey(list->code);
	CheckOwnKey(code);
	for (int i = 0; i < lists->count; i++)
		if (strcmp(lists->list[i].code, code) == 0)
			ereport(ERROR,
					(errcode(ERRCODE_DUPLICATE_OBJECT), errmsg("list \"%s\" exists already", SanctShown(code))));
	SanctRefuseFormerKey(extension, code, list->id);
	CheckGuards(extension, list->code);
	PopActiveSnapshot();
	values[0] = Int32GetDatum(list->id);
	values[1] = CStringGetTextDatum(code);
	SanctCallOwn(extension, &rename, values, NULL, &isnull);
	PG_RETURN_VOID();
}
