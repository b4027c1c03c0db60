/* What a call of the trigger function knows: its guard, whose options are read once a statement */
#include "postgres.h"

#include "pg/guard/call.h"

#include "utils/rel.h"

#include "pg/guard/keep_out.h"
#include "pg/guard/subject.h"

/* Refuse a trigger that cannot do what it is told */
static void
CheckTrigger(TriggerData *trigger, const GuardOptions *options)
{
	bool		row = TRIGGER_FIRED_FOR_ROW(trigger->tg_event);
	bool		before = TRIGGER_FIRED_BEFORE(trigger->tg_event);
	const char *wrong = NULL;

	if (options->action == GUARD_QUARANTINE || options->action == GUARD_MARK)
		wrong = row && before ? NULL : "BEFORE INSERT OR UPDATE ... FOR EACH ROW";
	else if (before)
		wrong = "AFTER INSERT OR UPDATE";
	else if (!row && trigger->tg_newtable == NULL)
		wrong = "AFTER INSERT REFERENCING NEW TABLE AS ... FOR EACH STATEMENT, and another one for UPDATE";
	if (TRIGGER_FIRED_BY_DELETE(trigger->tg_event) && options->action != GUARD_QUARANTINE)
		wrong = "without DELETE";
	if (options->action == GUARD_MARK && options->mark == 0)
		wrong = "with mark=column";
	if (wrong != NULL)
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("trigger \"%s\" cannot guard with action %s", trigger->tg_trigger->tgname,
						SanctGuardActions[options->action]),
				 errhint("Create it %s, or let sanct_guard_attach do so.", wrong)));
}

/* Of an error in the options of a guard: whose they are, and how one gets rid of it; without a look at catalogs */
static void
TellWhoseOptions(void *arg)
{
	const Guard *guard = arg;

	errcontext("guard of relation \"%s\", trigger \"%s\"; sanct_guard_detach takes it off",
			   RelationGetRelationName(guard->relation), guard->trigger->tg_trigger->tgname);
}

/* The guard of this call; its options are read once a statement */
void
SanctStartGuard(Guard *guard, FunctionCallInfo fcinfo)
{
	TriggerData *trigger = (TriggerData *) fcinfo->context;
	Trigger    *t = trigger->tg_trigger;

	memset(guard, 0, sizeof(Guard));
	guard->trigger = trigger;
	guard->relation = trigger->tg_relation;
	guard->extension = SanctExtensionOf(fcinfo->flinfo->fn_oid);
	if (fcinfo->flinfo->fn_extra == NULL)
	{
		ErrorContextCallback context = {error_context_stack, TellWhoseOptions, guard};
		MemoryContext old = MemoryContextSwitchTo(fcinfo->flinfo->fn_mcxt);
		GuardOptions *options;

		error_context_stack = &context;
		options = SanctReadGuardOptions(guard->extension, guard->relation, t->tgnargs, t->tgargs);
		error_context_stack = context.previous;
		options->subject = SanctSubjectName(guard->relation);
		options->blocks_for = SanctWhyNotQuarantined(guard->relation, t, options);
		fcinfo->flinfo->fn_extra = options;
		MemoryContextSwitchTo(old);
	}
	guard->options = fcinfo->flinfo->fn_extra;
	CheckTrigger(trigger, guard->options);
	guard->operation = TRIGGER_FIRED_BY_UPDATE(trigger->tg_event) ? "UPDATE" : "INSERT";
	guard->subject = guard->options->subject;
	guard->blocks_for = guard->options->blocks_for;
}
