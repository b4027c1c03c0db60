/*
 * Whether a list has changed: triggers on the tables send an invalidation with the transaction that changes them
 *
 * Transactions become visible a moment before their invalidations arrive; what begins in that
 * moment still finds what was listed before, as if it had begun a moment earlier.
 */
#include "postgres.h"

#include "pg/screen/watch.h"

#include "access/xact.h"
#include "commands/trigger.h"
#include "fmgr.h"
#include "storage/predicate.h"
#include "storage/proc.h"
#include "utils/builtins.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"

#include "pg/screen/list_state.h"

PG_FUNCTION_INFO_V1(sanct_list_changed);

/* The tables that are watched */
static const OwnTable watched_tables[] = {OWN_LIST, OWN_RELEASE, OWN_ENTRY, OWN_NAME};

/* The same, as they are known; until then, all are */
static Oid	watched[WATCHED_TABLES];

StaticAssertDecl(lengthof(watched_tables) == WATCHED_TABLES, "each of the tables is watched");

/* It was told that a list has changed since this was last forgotten */
static bool changed = false;

/* The lists have been counted, and were whole, since anything was told */
static bool whole = false;

static void
NoteChange(void)
{
	changed = true;
	whole = false;
}

/* A relation has changed in any way, or all may have */
static void
WatchedRelationChanged(Datum arg, Oid relation)
{
	bool		ours = !OidIsValid(relation) || !OidIsValid(watched[0]);

	for (int i = 0; i < WATCHED_TABLES; i++)
		ours = ours || relation == watched[i];
	if (ours)
		NoteChange();
}

/* See watch.h */
void
SanctWatchLists(void)
{
	NoteChange();
	CacheRegisterRelcacheCallback(WatchedRelationChanged, (Datum) 0);
}

/* See watch.h */
bool
SanctAreKnownWhole(const Extension *extension)
{
	for (int i = 0; i < WATCHED_TABLES; i++)
	{
		whole = whole && watched[i] == extension->table[watched_tables[i]];
		watched[i] = extension->table[watched_tables[i]];
	}
	return whole;
}

/* See watch.h */
void
SanctNoteWhole(void)
{
	/* an older snapshot says nothing about later ones */
	whole = !IsolationUsesXactSnapshot();
}

/* See watch.h */
void
SanctForgetChange(void)
{
	changed = false;
}

/* See watch.h */
bool
SanctHasListChanged(void)
{
	return changed;
}

/* See watch.h */
void
SanctOpenWatched(const Extension *extension, Relation *relation, bool now)
{
	for (int i = 0; i < WATCHED_TABLES; i++)
	{
		watched[i] = extension->table[watched_tables[i]];
		relation[i] = SanctOpenOwnTable(extension, watched_tables[i], AccessShareLock);
		if (IsolationIsSerializable() && !now)
			PredicateLockRelation(relation[i], GetActiveSnapshot());
	}
	/* the locks bring what was told by others, but not if they are held already */
	AcceptInvalidationMessages();
}

/* Does the trigger of a table fire whoever changes it?  Warn if not, if that is asked for */
static bool
IsWatched(Relation relation, bool warn)
{
	const char *table = RelationGetRelationName(relation);
	const char *name = psprintf("%s_changed", table);
	bool		fires = false;

	for (int i = 0; relation->trigdesc != NULL && i < relation->trigdesc->numtriggers; i++)
	{
		const Trigger *trigger = &relation->trigdesc->triggers[i];

		fires = fires || (strcmp(trigger->tgname, name) == 0 && trigger->tgenabled == TRIGGER_FIRES_ALWAYS);
	}
	if (!fires && warn)
		ereport(WARNING,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("trigger \"%s\" of table \"%s\" is not enabled for all sessions", name, table),
				 errdetail("Changes of the lists may go unnoticed, so they are read anew each time."),
				 errhint("ALTER TABLE %s ENABLE ALWAYS TRIGGER %s;",
						 quote_qualified_identifier(get_namespace_name(RelationGetNamespace(relation)), table),
						 quote_identifier(name))));
	return fires;
}

/* See watch.h */
bool
SanctAreWatched(const Relation *relation, bool warn)
{
	bool		all = true;

	for (int i = 0; i < WATCHED_TABLES; i++)
		all &= IsWatched(relation[i], warn);
	return all;
}

/* Does an update leave a row as it was?  Imports lock their list by one */
static bool
ChangesNothing(const TriggerData *trigger)
{
	const HeapTupleData *before = trigger->tg_trigtuple;
	const HeapTupleData *after = trigger->tg_newtuple;

	return TRIGGER_FIRED_BY_UPDATE(trigger->tg_event) && before->t_len == after->t_len &&
		before->t_data->t_hoff == after->t_data->t_hoff &&
		memcmp((char *) before->t_data + offsetof(HeapTupleHeaderData, t_bits),
			   (char *) after->t_data + offsetof(HeapTupleHeaderData, t_bits),
			   before->t_len - offsetof(HeapTupleHeaderData, t_bits)) == 0;
}

/*
 * Note a change of one of the tables that are watched, in the state of the lists and for the backends that keep them,
 * to which it is told once.  An extension that has not been updated yet has no state, nor is it screened by
 */
static void
TellChange(Oid function, Relation relation)
{
	bool		told = false;

	if (OidIsValid(get_relname_relid("sanct_state", get_func_namespace(function))))
	{
		const Extension *extension = SanctExtensionOf(function);

		for (int i = 0; i < WATCHED_TABLES; i++)
			if (extension->table[watched_tables[i]] == RelationGetRelid(relation))
				told = !SanctNoteListChange(extension);
	}
	NoteChange();
	if (!told)
		CacheInvalidateRelcacheByRelid(RelationGetRelid(relation));
}

/* Trigger on each of the tables: tells this backend after the command, the others after the transaction */
Datum
sanct_list_changed(PG_FUNCTION_ARGS)
{
	TriggerData *trigger = (TriggerData *) fcinfo->context;

	if (!CALLED_AS_TRIGGER(fcinfo))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("function \"%s\" was not called by trigger manager", "sanct_list_changed")));
	if (!ChangesNothing(trigger))
		TellChange(fcinfo->flinfo->fn_oid, trigger->tg_relation);
	PG_RETURN_POINTER(TRIGGER_FIRED_BY_UPDATE(trigger->tg_event) ? trigger->tg_newtuple : trigger->tg_trigtuple);
}
