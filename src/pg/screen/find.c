/* sanct_find() and sanct_find_table(): listed names in a text, and in the texts of a table */
#include "postgres.h"

#include "access/relation.h"
#include "fmgr.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "pg/base/compat.h"
#include "pg/base/extension.h"
#include "pg/base/table_query.h"
#include "pg/screen/asked.h"
#include "pg/screen/hit.h"
#include "pg/screen/kept_lists.h"
#include "pg/screen/listed.h"
#include "pg/screen/screening.h"
#include "pg/screen/text_finder.h"
#include "pg/type/threshold.h"
#include "pg/type/unread.h"

PG_FUNCTION_INFO_V1(sanct_find);
PG_FUNCTION_INFO_V1(sanct_find_table);

/* Arguments of sanct_find */
typedef enum FindArgument
{
	FIND_CONTENT, FIND_THRESHOLD, FIND_AS_OF, FIND_LISTS, FIND_TYPES, FIND_PROGRAMS, FIND_ON_EMPTY, FIND_WEAK,
	FIND_ARGUMENTS
} FindArgument;

/* And of sanct_find_table */
typedef enum FindTableArgument
{
	FIND_SUBJECTS, FIND_ID_COLUMN, FIND_TEXT_COLUMN, FIND_TABLE_THRESHOLD, FIND_PART, FIND_PARTS, FIND_TABLE_AS_OF,
	FIND_TABLE_LISTS, FIND_TABLE_TYPES, FIND_TABLE_PROGRAMS, FIND_TABLE_ON_EMPTY, FIND_TABLE_WEAK,
	FIND_TABLE_ARGUMENTS
} FindTableArgument;

/* Columns of the answer behind the id: where a name stands and what stands there, and the name */
#define FOUND_COLUMNS (3 + HIT_NAME_VALUES)

/* Fill in what is told of a name that was found, from the given column on */
static void
FillInFound(const FoundName *found, Datum *values, bool *nulls)
{
	values[0] = Int32GetDatum(found->start);
	values[1] = Int32GetDatum(found->length);
	values[2] = PointerGetDatum(cstring_to_text_with_len(found->text, found->text_length));
	SanctTellName(&found->hit, values + 3, nulls + 3);
}

/* Refuse a threshold that is NULL */
static int
FindThreshold(FunctionCallInfo fcinfo, int argument)
{
	SanctCheckScreening(PG_ARGISNULL(argument), false, 1);
	return SanctThousandthsOf(PG_GETARG_FLOAT8(argument));
}

/* Say that words of a text were not looked at */
static void
WarnOfUnreadWords(size_t unread)
{
	if (unread > 0)
		ereport(WARNING,
				(errcode(ERRCODE_SANCTIONS_UNREAD),
				 errmsg_plural("%zu word of the text is in a script that names are not looked for in",
							   "%zu words of the text are in scripts that names are not looked for in",
							   (unsigned long) unread, unread),
				 errhint("That nothing is found there does not say that nobody listed is named.")));
}

/* The listed names that a text has, see its comment in SQL; a NULL text has none */
Datum
sanct_find(PG_FUNCTION_ARGS)
{
	int			threshold;
	ListFilter	filter;
	MemoryLists *lists;
	FoundNames	found;
	text	   *content;

	SanctCheckArgumentCount(fcinfo, FIND_ARGUMENTS);
	threshold = FindThreshold(fcinfo, FIND_THRESHOLD);
	SanctReadPastFilter(&filter, fcinfo, FIND_AS_OF);
	SanctReadWeak(&filter, fcinfo, FIND_WEAK);
	InitMaterializedSRF(fcinfo, 0);
	lists = SanctGetPastLists(fcinfo->flinfo->fn_oid, threshold, filter.as_of);
	SanctCheckLoaded(SanctExtensionOf(fcinfo->flinfo->fn_oid), SanctLoadedOf(lists), &filter);
	if (PG_ARGISNULL(FIND_CONTENT))
		return (Datum) 0;
	content = PG_GETARG_TEXT_PP(FIND_CONTENT);
	SanctFindInText(&found, lists, &filter, threshold, VARDATA_ANY(content), VARSIZE_ANY_EXHDR(content));
	WarnOfUnreadWords(found.unread);
	for (int i = 0; i < found.count; i++)
	{
		ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
		Datum		values[FOUND_COLUMNS];
		bool		nulls[FOUND_COLUMNS] = {false};

		FillInFound(&found.name[i], values, nulls);
		tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
	}
	return (Datum) 0;
}

/* Refuse a NULL among the arguments that need a value */
static void
CheckFindTable(FunctionCallInfo fcinfo)
{
	static const char *const names[] = {"subjects", "id_column", "text_column", "threshold", "part", "parts"};

	SanctCheckGiven(fcinfo, names, lengthof(names));
	SanctCheckPart(PG_GETARG_INT32(FIND_PART), PG_GETARG_INT32(FIND_PARTS));
}

/* Add the listed names of one text */
static void
FindInRow(TupleTableSlot *slot, void *argument)
{
	Screening  *screening = argument;
	MemoryContext old = MemoryContextSwitchTo(screening->row);
	bool		isnull;
	Datum		value = slot_getattr(slot, 2, &isnull);

	CHECK_FOR_INTERRUPTS();
	if (!isnull && SanctIsOfPart(screening, slot))
	{
		const char *content = OutputFunctionCall(&screening->name_output, value);
		FoundNames	found;
		char	   *id;

		SanctFindInText(&found, screening->lists, &screening->filter, screening->threshold, content,
						(int) strlen(content));
		id = found.count > 0 ? SanctSubjectId(screening, slot) : NULL;
		if (found.unread > 0)
			SanctNoteUnread(screening, slot);
		for (int i = 0; i < found.count; i++)
		{
			Datum		values[1 + FOUND_COLUMNS] = {0};
			bool		nulls[1 + FOUND_COLUMNS] = {id == NULL};

			if (id != NULL)
				values[0] = CStringGetTextDatum(id);
			FillInFound(&found.name[i], values + 1, nulls + 1);
			tuplestore_putvalues(screening->result->setResult, screening->result->setDesc, values, nulls);
		}
	}
	MemoryContextSwitchTo(old);
	MemoryContextReset(screening->row);
}

/*
 * The listed names that the texts of a table have, which is read with the rights of the caller; see its comment in
 * SQL
 */
Datum
sanct_find_table(PG_FUNCTION_ARGS)
{
	Screening	screening = {0};
	TableQuery *query;
	Relation	subjects;

	SanctCheckArgumentCount(fcinfo, FIND_TABLE_ARGUMENTS);
	CheckFindTable(fcinfo);
	InitMaterializedSRF(fcinfo, 0);
	subjects = SanctOpenReadable(PG_GETARG_OID(FIND_SUBJECTS));
	SanctReadPastFilter(&screening.filter, fcinfo, FIND_TABLE_AS_OF);
	SanctReadWeak(&screening.filter, fcinfo, FIND_TABLE_WEAK);
	SanctStartScreening(&screening, fcinfo, subjects);
	screening.texts = true;
	screening.threshold = FindThreshold(fcinfo, FIND_TABLE_THRESHOLD);
	screening.part = (uint32) PG_GETARG_INT32(FIND_PART);
	screening.parts = (uint32) PG_GETARG_INT32(FIND_PARTS);
	SanctLoadScreened(&screening);
	query = SanctPlanTableQuery(subjects, psprintf("SELECT %s", screening.columns));
	SanctHoldLists(screening.lists);
	PG_TRY();
	{
		SanctRunTableQuery(query, FindInRow, &screening);
	}
	PG_FINALLY();
	{
		SanctLetGoLists(screening.lists);
	}
	PG_END_TRY();
	relation_close(subjects, NoLock);
	SanctWarnOfUnread(&screening);
	return (Datum) 0;
}
