/*
 * Whether a guard can look at what it shall: rows that were held against nothing must not pass for clean ones
 *
 * Restricted lists are looked at for everybody, but only those that may be told are named.
 */
#include "postgres.h"

#include "pg/guard/lists.h"

#include "nodes/pg_list.h"
#include "utils/rel.h"

#include "pg/guard/stop.h"

/* Is a list of that code loaded, of any if it is NULL? */
static bool
HasLoaded(const LoadedLists *lists, const char *code)
{
	for (int i = 0; i < lists->count; i++)
		if (SanctIsLoaded(&lists->list[i]) && (code == NULL || strcmp(lists->list[i].code, code) == 0))
			return true;
	return false;
}

/* What to begin a hint with for the code of a list, which itself may be one that is not told; NULL: of none */
static const char *
PerhapsCode(const LoadedLists *lists, const char *code)
{
	for (int i = 0; i < lists->count && code != NULL; i++)
		if (strcmp(lists->list[i].code, code) == 0 && !SanctIsTold(lists, &lists->list[i]))
			return "";
	return code != NULL ? SanctPerhapsList(lists, code) : "";
}

/* Says, as an error or a warning, that a list is not loaded, or with a NULL code that there is none */
static void
TellUnloaded(const Extension *extension, int level, Relation relation, const GuardOptions *options,
			 const LoadedLists *lists, const char *code)
{
	const char *loaded = SanctLoadedCodes(lists);
	const char *known = psprintf("%s%s", PerhapsCode(lists, code),
								 loaded[0] != '\0' ? psprintf("The lists are %s.", loaded) :
								 "Import one first, with sanctload or one of the functions sanct_import_*.");

	ereport(level,
			(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
			 code ? errmsg("%s is not loaded", SanctToldList(lists, code)) : errmsg("no list is loaded"),
			 level >= ERROR ?
			 errdetail("A row for relation \"%s\" could not be held against it.", RelationGetRelationName(relation)) :
			 options->pass_empty ? errdetail("Until then rows pass without being held against it.") :
			 errdetail("Until then the guard stops every row."),
			 options->pass_empty ? errhint("%s", known) :
			 errhint("%s To let rows pass meanwhile: on_empty=pass.%s", known,
					 level >= ERROR ? SanctRestoreHint(extension) : "")));
}

/* See lists.h */
void
SanctCheckGuardLists(const Extension *extension, int level, Relation relation, const GuardOptions *options,
					 const LoadedLists *lists)
{
	ListCell   *cell;

	if (level >= ERROR && options->pass_empty)
		return;
	if (options->lists == NIL && !HasLoaded(lists, NULL))
		TellUnloaded(extension, level, relation, options, lists, NULL);
	foreach(cell, options->lists)
		if (!HasLoaded(lists, lfirst(cell)))
			TellUnloaded(extension, level, relation, options, lists, lfirst(cell));
}
