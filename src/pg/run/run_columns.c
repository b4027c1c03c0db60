/* Which columns of a screened table tell its subjects in alerts: those by which a guard knows them, if there is one */
#include "postgres.h"

#include "pg/run/run_columns.h"

#include "catalog/pg_type.h"
#include "fmgr.h"
#include "lib/stringinfo.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/json.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"

#include "pg/base/callable.h"
#include "pg/base/nearest.h"
#include "pg/desk/guarded.h"
#include "pg/guard/options.h"
#include "pg/screen/subject_facts.h"

/* What tells a subject if nothing else is said: the id column and those of key_columns */
static List *
GivenKey(Relation relation, const char *id_column, ArrayType *key_columns)
{
	List	   *key = list_make1_int(SanctFindColumn(relation, id_column));
	Datum	   *names;
	bool	   *nulls;
	int			n = 0;

	if (key_columns != NULL)
		deconstruct_array(key_columns, NAMEOID, NAMEDATALEN, false, TYPALIGN_CHAR, &names, &nulls, &n);
	for (int i = 0; i < n; i++)
		if (!nulls[i])
			key = list_append_unique_int(key, SanctFindColumn(relation, NameStr(*DatumGetName(names[i]))));
	list_sort(key, list_int_cmp);
	return key;
}

/* The columns with facts that are weighed, each once */
static List *
GivenFacts(Relation relation, const FactColumns *facts)
{
	List	   *columns = NIL;

	for (int i = 0; i < facts->count; i++)
		columns = list_append_unique_int(columns, SanctFindColumn(relation, facts->column[i].name));
	return columns;
}

/* The guard of a table that knows rows by just this key or, unless it has to be exact, by one that has its columns */
static const GuardOptions *
FindGuardOf(const Extension *extension, Relation relation, const List *key, bool exactly)
{
	ListCell   *cell;

	foreach(cell, SanctReadGuards(extension, relation))
	{
		const GuardOptions *options = lfirst(cell);
		List	   *missing = list_difference_int(key, options->key);

		if (options->key != NIL && missing == NIL && (!exactly || list_length(key) == list_length(options->key)))
			return options;
	}
	return NULL;
}

/* See run_columns.h */
RunColumns
SanctFindRunColumns(const Extension *extension, Relation relation, const char *id_column, ArrayType *key_columns,
					const FactColumns *facts)
{
	RunColumns	columns = {.key = GivenKey(relation, id_column, key_columns)};
	const GuardOptions *guard = FindGuardOf(extension, relation, columns.key, key_columns != NULL);

	columns.facts = GivenFacts(relation, facts);
	if (guard != NULL)
	{
		columns.key = list_copy(guard->key);
		columns.facts = list_copy(guard->facts);
	}
	else if (SanctReadGuards(extension, relation) != NIL)
		ereport(WARNING,
				(errmsg("guards of relation \"%s\" know rows by another key", RelationGetRelationName(relation)),
				 errdetail("What is cleared for a guard is not cleared for this run, nor the other way round."),
				 errhint("Give the columns of the guard's key as id_column and key_columns.")));
	return columns;
}

/* Add "what": ["column", ...] to an object */
static void
DescribeColumns(StringInfo json, const char *what, Relation relation, const List *columns)
{
	ListCell   *cell;

	if (columns == NIL)
		return;
	appendStringInfo(json, ", \"%s\": [", what);
	foreach(cell, columns)
	{
		if (foreach_current_index(cell) > 0)
			appendStringInfoString(json, ", ");
		escape_json(json, NameStr(TupleDescAttr(RelationGetDescr(relation), lfirst_int(cell) - 1)->attname));
	}
	appendStringInfoChar(json, ']');
}

/* The columns that hold one kind of fact */
static List *
ColumnsOfFact(Relation relation, const FactColumns *facts, int fact)
{
	List	   *columns = NIL;

	for (int i = 0; i < facts->count; i++)
		if ((int) facts->column[i].fact == fact)
			columns = lappend_int(columns, SanctFindColumn(relation, facts->column[i].name));
	return columns;
}

/* See run_columns.h */
Datum
SanctDescribeRunColumns(const RunColumns *columns, Relation relation, const char *name_column,
						const FactColumns *facts)
{
	StringInfoData json;

	initStringInfo(&json);
	appendStringInfoString(&json, "{\"name\": ");
	escape_json(&json, name_column);
	DescribeColumns(&json, "key", relation, columns->key);
	DescribeColumns(&json, "noted", relation, columns->facts);
	for (int fact = 0; fact < SUBJECT_FACTS; fact++)
		DescribeColumns(&json, SanctSubjectFactName(fact), relation, ColumnsOfFact(relation, facts, fact));
	/* runs of a partition are none of the whole table */
	if (relation->rd_rel->relispartition)
	{
		appendStringInfoString(&json, ", \"partition\": ");
		escape_json(&json, SanctRelationInFull(RelationGetRelid(relation)));
	}
	appendStringInfoChar(&json, '}');
	return DirectFunctionCall1(jsonb_in, CStringGetDatum(json.data));
}
