/* The trail stays as it was written: a trigger refuses to change or delete its rows */
#include "postgres.h"
#include "commands/trigger.h"
#include "fmgr.h"
#include "utils/rel.h"

PG_FUNCTION_INFO_V1(sanct_append_only);

/* Trigger of tables whose rows stay as they were written, but for what the extension's functions note in them */
Datum
sanct_append_only(PG_FUNCTION_ARGS)
{
	if (!CALLED_AS_TRIGGER(fcinfo))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("function \"%s\" was not called by trigger manager", "sanct_append_only")));
	ereport(ERROR,
			(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
			 errmsg("rows of \"%s\" are not changed or deleted",
					RelationGetRelationName(((TriggerData *) fcinfo->context)->tg_relation)),
			 errdetail("They are the trail of what was found and decided."),
			 errhint("Decide with sanct_decide, clear with sanct_clear, take that back with sanct_revoke_clearance.")));
}
