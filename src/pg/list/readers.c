/* Who is shown what: entries of a restricted list are shown to its readers alone */
#include "postgres.h"

#include "pg/list/readers.h"

#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/syscache.h"

#include "pg/base/own_scan.h"

/* See readers.h */
ArrayType *
SanctReadersOf(const OwnScan *lists)
{
	bool		everybody;
	bool		unknown;
	Datum		readers = OwnValue(lists, LIST_READERS, &everybody);
	Datum		numbers = OwnValue(lists, LIST_READER_ROLES, &unknown);
	Datum	   *names;
	Datum	   *roles = NULL;
	bool	   *no_name;
	bool	   *no_role = NULL;
	int			nnames;
	int			nroles = 0;
	int			n = 0;

	if (everybody)
		return NULL;
	deconstruct_array(DatumGetArrayTypeP(readers), NAMEOID, NAMEDATALEN, false, TYPALIGN_CHAR, &names, &no_name,
					  &nnames);
	if (!unknown)
	{
		ArrayType  *array = DatumGetArrayTypeP(numbers);

		deconstruct_array(array, ARR_ELEMTYPE(array), sizeof(Oid), true, TYPALIGN_INT, &roles, &no_role, &nroles);
	}
	for (int i = 0; i < Min(nnames, nroles); i++)
	{
		Oid			role;

		if (no_name[i] || no_role[i])
			continue;
		role = get_role_oid(NameStr(*DatumGetName(names[i])), true);
		if (OidIsValid(role) && role == DatumGetObjectId(roles[i]))
			roles[n++] = roles[i];
	}
	return construct_array(roles, n, OIDOID, sizeof(Oid), true, TYPALIGN_INT);
}

/* See readers.h */
bool
SanctIsShownTo(const ArrayType *readers, Oid user)
{
	Datum	   *roles;
	int			n;
	bool		shown = false;

	if (readers == NULL)
		return true;
	deconstruct_array(unconstify(ArrayType *, readers), OIDOID, sizeof(Oid), true, TYPALIGN_INT, &roles, NULL, &n);
	for (int i = 0; i < n && !shown; i++)
		shown = SearchSysCacheExists1(AUTHOID, roles[i]) && has_privs_of_role(user, DatumGetObjectId(roles[i]));
	return shown;
}

/* See readers.h */
bool
SanctIsShown(const ArrayType *readers)
{
	return SanctIsShownTo(readers, GetUserId());
}

/* See readers.h */
bool
SanctIsShownThrough(const ArrayType *readers)
{
	return SanctIsShown(readers) && SanctIsShownTo(readers, GetOuterUserId());
}

/* Is the current row of a scan of lists shown? */
static bool
IsRowShown(const OwnScan *lists)
{
	return SanctIsShown(SanctReadersOf(lists));
}

/* See readers.h */
ArrayType *
SanctHiddenLists(const Extension *extension)
{
	OwnScan		lists;
	ArrayBuildState *hidden = initArrayResult(TEXTOID, CurrentMemoryContext, false);

	SanctReadOwnTable(&lists, extension, OWN_LIST);
	while (SanctNextOwnRow(&lists))
		if (!IsRowShown(&lists))
			hidden = accumArrayResult(hidden, OwnDatum(&lists, LIST_CODE), false, TEXTOID, CurrentMemoryContext);
	return DatumGetArrayTypeP(makeArrayResult(hidden, CurrentMemoryContext));
}

/* See readers.h */
bool
SanctIsListShown(const Extension *extension, const char *code)
{
	OwnScan		lists;
	bool		shown = true;

	SanctReadOwnTable(&lists, extension, OWN_LIST);
	while (SanctNextOwnRow(&lists))
		if (strcmp(TextDatumGetCString(OwnDatum(&lists, LIST_CODE)), code) == 0)
			shown = shown && IsRowShown(&lists);
	return shown;
}

/* See readers.h */
bool
SanctIsEntryShown(const Extension *extension, int64 entry)
{
	OwnScan		entries;
	OwnScan		lists;
	bool		exists = false;
	bool		shown = false;
	int32		list = 0;

	SanctFindOwnRows(&entries, extension, OWN_ENTRY, ENTRY_ID, entry);
	while (SanctNextOwnRow(&entries))
	{
		exists = true;
		list = DatumGetInt32(OwnDatum(&entries, ENTRY_LIST_ID));
	}
	if (!exists)
		return false;
	SanctFindOwnRows(&lists, extension, OWN_LIST, LIST_ID, list);
	while (SanctNextOwnRow(&lists))
		shown = IsRowShown(&lists);
	return shown;
}
