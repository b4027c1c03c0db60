/*
 * Type sanct_role: a role by its number, that a dump writes by the name which it has then
 *
 * Where it is read, in another server too, it is the role that has this name there.  A role that was dropped has no
 * name, so that none that was made again under its name takes its place.
 */
#include "postgres.h"

#include "fmgr.h"
#include "miscadmin.h"
#include "utils/acl.h"

#include "pg/base/shown.h"

PG_FUNCTION_INFO_V1(sanct_role_in);
PG_FUNCTION_INFO_V1(sanct_role_out);

/* One that is not there is not a reason to lose the row it is in; nobody who gets its name later is it */
Datum
sanct_role_in(PG_FUNCTION_ARGS)
{
	const char *name = PG_GETARG_CSTRING(0);
	Oid			role = get_role_oid(name, true);

	if (!OidIsValid(role) && name[0] != '\0')
		ereport(WARNING,
				(errcode(ERRCODE_UNDEFINED_OBJECT),
				 errmsg("role \"%s\" does not exist", SanctShown(name)),
				 errdetail("What is shown to it is shown to nobody under that name, also when it is made later."),
				 errhint("Make it, and name the readers of restricted lists again with sanct_restrict_list.")));
	PG_RETURN_OID(role);
}

Datum
sanct_role_out(PG_FUNCTION_ARGS)
{
	char	   *name = GetUserNameFromId(PG_GETARG_OID(0), true);

	PG_RETURN_CSTRING(name != NULL ? name : pstrdup(""));
}
