/* Lists that a release may be meant for, beside the one whose key it was given: renamed, or of the same document */
#include "postgres.h"

#include "pg/list/other_lists.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/snapmgr.h"

#include "pg/base/callable.h"
#include "pg/base/shown.h"
#include "pg/list/loaded.h"

/* The key of a list, if it may be told; NULL if not */
static const char *
ToldCode(const Extension *extension, int32 id)
{
	LoadedLists *lists;
	const LoadedList *list;
	const char *code = NULL;

	PushActiveSnapshot(GetLatestSnapshot());
	lists = SanctReadLoadedLists(extension, NULL);
	list = SanctFindLoadedList(lists, id);
	if (list != NULL && SanctIsTold(lists, list))
		code = SanctShown(list->code);
	PopActiveSnapshot();
	return code;
}

/* See other_lists.h */
void
SanctRefuseFormerKey(const Extension *extension, const char *code, int32 list)
{
	static const OwnFunction function = {"sanct_list_once_called", 1, {TEXTOID}};
	Datum		value = CStringGetTextDatum(code);
	bool		none;
	int32		id = DatumGetInt32(SanctCallOwn(extension, &function, &value, NULL, &none));
	const char *now = none ? NULL : ToldCode(extension, id);

	if (!none && id != list)
		ereport(ERROR,
				(errcode(ERRCODE_DUPLICATE_OBJECT),
				 errmsg("\"%s\" was the key of a list that has been renamed", SanctShown(code)),
				 now ? errdetail("Its key is \"%s\" now.", now) : 0,
				 now ? errhint("Pass '%s' for its releases, and for another list a key that none had.", now) :
				 errhint("Pass the key that it has now for its releases, and for another list one that none had.")));
}

/* See other_lists.h */
void
SanctWarnOfSameDocument(const Extension *extension, int32 list, const char *code, Datum hashes)
{
	static const OwnFunction function = {"sanct_lists_of_document", 2, {INT4OID, TEXTARRAYOID}};
	Datum		values[2] = {Int32GetDatum(list), hashes};
	bool		none;
	Datum		found = SanctCallOwn(extension, &function, values, NULL, &none);
	Datum	   *ids;
	int			n = 0;

	if (!none)
		deconstruct_array(DatumGetArrayTypeP(found), INT4OID, sizeof(int32), true, TYPALIGN_INT, &ids, NULL, &n);
	for (int i = 0; i < n; i++)
	{
		const char *other = ToldCode(extension, DatumGetInt32(ids[i]));

		if (other != NULL)
			ereport(WARNING,
					(errmsg("lists \"%s\" and \"%s\" are made of the same document", SanctShown(code), other),
					 errdetail("Whoever it names is found twice, and has two alerts."),
					 errhint("Take one of them back: SELECT %s(%s, %s);", SanctCallable(extension, "sanct_retire_list"),
							 quote_literal_cstr(other),
							 quote_literal_cstr(psprintf("the same as %s", SanctShown(code))))));
	}
}
