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

#include "pg/base/own_scan.h"

/* See readers.h */
bool
SanctIsShownTo(const ArrayType *readers, Oid user)
{
	Datum	   *roles;
	bool	   *nulls;
	int			n;
	bool		shown = false;

	if (readers == NULL)
		return true;
	deconstruct_array(unconstify(ArrayType *, readers), NAMEOID, NAMEDATALEN, false, TYPALIGN_CHAR, &roles, &nulls, &n);
	for (int i = 0; i < n && !shown; i++)
	{
		Oid			role = nulls[i] ? InvalidOid : get_role_oid(NameStr(*DatumGetName(roles[i])), true);

		shown = OidIsValid(role) && has_privs_of_role(user, role);
	}
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
	bool		isnull;
	Datum		readers = OwnValue(lists, LIST_READERS, &isnull);

	return SanctIsShown(isnull ? NULL : DatumGetArrayTypeP(readers));
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
