/* What a screening asks for: how many hits, of which lists and types, and whether it can be answered */
#include "postgres.h"

#include "pg/screen/asked.h"

#include "catalog/pg_type.h"
#include "fmgr.h"
#include "lib/stringinfo.h"
#include "nodes/pg_list.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/timestamp.h"

#include "name/person/evidence.h"
#include "pg/base/callable.h"
#include "pg/base/nearest.h"
#include "pg/base/own_scan.h"
#include "pg/base/shown.h"
#include "pg/list/entry_type.h"
#include "pg/list/readers.h"

/* Refuse what would look like no hit */
void
SanctCheckScreening(bool threshold_isnull, bool max_hits_isnull, int32 max_hits)
{
	if (threshold_isnull)
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("threshold must not be NULL"),
				 errhint("Leave it out to screen at the built-in threshold.")));
	if (max_hits_isnull || max_hits < 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("max_hits must be at least 1"),
				 max_hits_isnull ? errdetail("The value given is NULL.") :
				 errdetail("The value given is %d.", max_hits),
				 errhint("Give a large number to get all hits.")));
}

/* See asked.h */
void
SanctCheckGiven(FunctionCallInfo fcinfo, const char *const *names, int count)
{
	for (int i = 0; i < count; i++)
		if (PG_ARGISNULL(i))
			ereport(ERROR,
					(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("%s must not be NULL", names[i])));
}

/* See asked.h */
void
SanctCheckPart(int32 part, int32 parts)
{
	if (parts < 1 || part < 1 || part > parts)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("part must be between 1 and parts"),
				 errdetail("The values given are %d of %d.", part, parts),
				 errhint("To share a table among 4 sessions give part 1, 2, 3 and 4 of parts => 4.")));
}

/* The elements of a text[] argument, of char *; NIL if it is NULL */
static List *
ArgumentTexts(FunctionCallInfo fcinfo, int argument)
{
	List	   *texts = NIL;
	Datum	   *values;
	bool	   *nulls;
	int			n;

	if (PG_ARGISNULL(argument))
		return NIL;
	deconstruct_array(PG_GETARG_ARRAYTYPE_P(argument), TEXTOID, -1, false, TYPALIGN_INT, &values, &nulls, &n);
	for (int i = 0; i < n; i++)
		if (!nulls[i])
			texts = lappend(texts, TextDatumGetCString(values[i]));
	if (texts == NIL)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("an empty array asks for nothing"),
				 errhint("Leave the argument out, or pass NULL, to ask for everything.")));
	return texts;
}

/* See asked.h */
void
SanctReadListFilter(ListFilter *filter, FunctionCallInfo fcinfo, int argument)
{
	char	   *on_empty = PG_ARGISNULL(argument + 3) ? NULL : text_to_cstring(PG_GETARG_TEXT_PP(argument + 3));
	ListCell   *cell;

	filter->lists = ArgumentTexts(fcinfo, argument);
	filter->programs = ArgumentTexts(fcinfo, argument + 2);
	filter->types = NIL;
	filter->as_of = NULL;
	filter->strong = filter->unseen = false;
	foreach(cell, ArgumentTexts(fcinfo, argument + 1))
	{
		filter->types = lappend(filter->types, unconstify(char *, SanctKnownEntryType(lfirst(cell))));
	}
	filter->pass_empty = on_empty != NULL && strcmp(on_empty, "pass") == 0;
	if (on_empty == NULL || (!filter->pass_empty && strcmp(on_empty, "error") != 0))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("on_empty \"%s\" is not known", on_empty ? SanctShown(on_empty) : "NULL"),
				 errhint("Pass 'error', or 'pass' to take it that nothing is found where there is no list.")));
}

/* See asked.h */
const char *
SanctPerhapsVerdict(const char *verdict)
{
	NearestWord nearest;

	SanctStartNearest(&nearest, verdict);
	for (int i = SM_VERDICT_CONTRADICTED; i <= SM_VERDICT_STRONG; i++)
		SanctTryNearest(&nearest, sm_verdict_name(i));
	return SanctPerhaps(&nearest, "verdict");
}

/* See asked.h */
void
SanctReadWeak(ListFilter *filter, FunctionCallInfo fcinfo, int argument)
{
	if (PG_ARGISNULL(argument))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("weak must not be NULL"),
				 errhint("weak => false leaves out the names that their list calls weak.")));
	filter->strong = !PG_GETARG_BOOL(argument);
}

/* See asked.h */
void
SanctReadPastFilter(ListFilter *filter, FunctionCallInfo fcinfo, int argument)
{
	SanctReadListFilter(filter, fcinfo, argument + 1);
	if (!PG_ARGISNULL(argument))
	{
		TimestampTz *as_of = palloc(sizeof(TimestampTz));

		*as_of = PG_GETARG_TIMESTAMPTZ(argument);
		filter->as_of = as_of;
	}
}

/* Complains of a list that is asked for and not loaded */
static void
RefuseUnloaded(const LoadedLists *lists, const char *code)
{
	char	   *loaded = SanctLoadedCodes(lists);

	ereport(ERROR,
			(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
			 errmsg("list \"%s\" is not loaded", SanctShown(code)),
			 errdetail("Nothing has been looked at."),
			 errhint("%s%s To take it that nothing is found there: on_empty => 'pass'.",
					 SanctPerhapsList(lists, code), loaded[0] ? psprintf("The lists are %s.", loaded) :
					 "No list has been imported.")));
}

/* Is a list or type among those that are asked for? */
bool
SanctIsAsked(const List *asked, const char *what)
{
	ListCell   *cell;

	foreach(cell, asked)
		if (strcmp(lfirst(cell), what) == 0)
			return true;
	return asked == NIL;
}

/* Complain where nothing can be found as of a moment, and warn of lists that had not begun then */
static void
CheckBegun(const LoadedLists *lists, const ListFilter *filter)
{
	StringInfoData later;
	StringInfoData begins;
	int			begun = 0;
	bool		late = false;

	initStringInfo(&later);
	initStringInfo(&begins);
	for (int i = 0; i < lists->count; i++)
	{
		const LoadedList *list = &lists->list[i];

		if (!SanctIsShown(list->readers) || !SanctIsAsked(filter->lists, list->code))
			continue;
		begun += list->release != 0;
		late = late || list->begins_later;
		if (!list->begins_later || !SanctIsShownThrough(list->readers))
			continue;
		appendStringInfo(&later, "%s%s", later.len > 0 ? ", " : "", list->code);
		appendStringInfo(&begins, "%s%s for %s", begins.len > 0 ? ", " : "", timestamptz_to_str(list->begins),
						 list->code);
	}
	if (late)
		ereport(begun > 0 || filter->pass_empty ? WARNING : ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 begun > 0 ? errmsg("some lists had not begun at %s", timestamptz_to_str(*filter->as_of)) :
				 errmsg("no list had begun at %s", timestamptz_to_str(*filter->as_of)),
				 later.len > 0 ? errdetail("The first releases of %s were imported later.", later.data) : 0,
				 begins.len > 0 ? errhint("The earliest that as_of can be is %s.", begins.data) : 0));
}

/* Take away the programs that an entry has */
static List *
WithoutPrograms(List *programs, ArrayType *array)
{
	Datum	   *values;
	bool	   *nulls;
	int			n;

	deconstruct_array(array, TEXTOID, -1, false, TYPALIGN_INT, &values, &nulls, &n);
	for (int i = 0; i < n && programs != NIL; i++)
	{
		char	   *program = nulls[i] ? NULL : TextDatumGetCString(values[i]);
		ListCell   *cell;

		foreach(cell, programs)
			if (program != NULL && strcmp(program, lfirst(cell)) == 0)
				programs = foreach_delete_current(programs, cell);
	}
	return programs;
}

/* The nearest program to one that no entry has, of the lists that may be told as they are */
static const char *
PerhapsProgram(const Extension *extension, const LoadedLists *lists, const char *asked)
{
	MemoryContext old = CurrentMemoryContext;
	MemoryContext row = AllocSetContextCreate(old, "programs of an entry", ALLOCSET_SMALL_SIZES);
	NearestWord nearest;
	OwnScan		scan;

	SanctStartNearest(&nearest, asked);
	SanctReadOwnTable(&scan, extension, OWN_ENTRY);
	while (SanctNextOwnRow(&scan))
	{
		LoadedList *list = SanctFindLoadedList(lists, DatumGetInt32(OwnDatum(&scan, ENTRY_LIST_ID)));
		Datum	   *values;
		bool	   *nulls;
		int			n = 0;

		MemoryContextReset(row);
		MemoryContextSwitchTo(row);
		if (list != NULL && SanctIsShownThrough(list->readers))
			deconstruct_array(DatumGetArrayTypePCopy(OwnDatum(&scan, ENTRY_PROGRAMS)), TEXTOID, -1, false,
							  TYPALIGN_INT, &values, &nulls, &n);
		for (int i = 0; i < n; i++)
		{
			const char *program = nulls[i] ? "" : TextDatumGetCString(values[i]);

			SanctTryNearest(&nearest, program);
			if (nearest.word == program)
				nearest.word = MemoryContextStrdup(old, program);
		}
		MemoryContextSwitchTo(old);
	}
	MemoryContextDelete(row);
	return SanctPerhaps(&nearest, "program");
}

/* Complain of a program that no entry has, or had, of the lists that are shown: it would find nothing */
static void
CheckPrograms(const Extension *extension, const LoadedLists *lists, const ListFilter *filter)
{
	static const struct
	{
		OwnTable	table;
		int			column;
	}			tables[] = {{OWN_ENTRY, ENTRY_PROGRAMS}, {OWN_PAST_ENTRY, PAST_ENTRY_PROGRAMS}};
	List	   *unknown = list_copy(filter->programs);

	for (int i = 0; i < (filter->as_of ? 2 : 1); i++)
	{
		OwnScan		scan;

		SanctReadOwnTable(&scan, extension, tables[i].table);
		while (SanctNextOwnRow(&scan))
		{
			LoadedList *list = i > 0 ? NULL :
				SanctFindLoadedList(lists, DatumGetInt32(OwnDatum(&scan, ENTRY_LIST_ID)));

			if (list == NULL || SanctIsShown(list->readers))
				unknown = WithoutPrograms(unknown, DatumGetArrayTypeP(OwnDatum(&scan, tables[i].column)));
			if (unknown == NIL)
			{
				SanctEndOwnScan(&scan);
				return;
			}
		}
	}
	if (unknown != NIL)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("no entry has the program \"%s\"", SanctShown(linitial(unknown))),
				 errhint("%sSELECT DISTINCT unnest(programs) FROM %s; lists them. Case counts.",
						 PerhapsProgram(extension, lists, linitial(unknown)),
						 SanctCallable(extension, "sanct_entry"))));
}

/* See asked.h */
void
SanctCheckLoaded(const Extension *extension, const LoadedLists *lists, const ListFilter *filter)
{
	bool		any = false;
	ListCell   *cell;

	if (filter->as_of != NULL)
		CheckBegun(lists, filter);
	if (filter->programs != NIL && !filter->pass_empty)
		CheckPrograms(extension, lists, filter);
	foreach(cell, filter->lists)
	{
		bool		loaded = false;

		for (int i = 0; i < lists->count && !loaded; i++)
			loaded = strcmp(lists->list[i].code, lfirst(cell)) == 0 && SanctIsShown(lists->list[i].readers) &&
				(SanctIsLoaded(&lists->list[i]) || lists->list[i].begins_later);
		if (!loaded && !filter->pass_empty)
			RefuseUnloaded(lists, lfirst(cell));
	}
	for (int i = 0; i < lists->count && !any; i++)
		any = SanctIsLoaded(&lists->list[i]) && SanctIsShown(lists->list[i].readers);
	if (!any && !filter->pass_empty)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("no list is loaded"),
				 errdetail("Nothing has been looked at."),
				 errhint("Import a list first, with sanctload or one of the functions sanct_import_*. To take it "
						 "that nothing is found: on_empty => 'pass'.")));
}
